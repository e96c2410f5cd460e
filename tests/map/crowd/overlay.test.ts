import { expect, test } from 'vitest';
import { fixedX, fixedY } from '../../../src/lib/core/crowd/fixed';
import {
  cellAround,
  cellFeatures,
  countText,
  nearTo,
  tipOf,
} from '../../../src/lib/map/crowd/overlay';

test('a longitude comes near to another across the antimeridian', () => {
  expect(nearTo(-179.9, 179.9)).toBeCloseTo(180.1);
  expect(nearTo(179.9, -180)).toBeCloseTo(-180.1);
  expect(nearTo(10, 20)).toBe(10);
});

test('a cell is the square that a point lies in, and counts are short enough for it', () => {
  const [west, south, east, north] = cellAround(fixedX(10), fixedY(50), 4);
  expect([west, east]).toEqual([0, 22.5]);
  expect(south).toBeLessThan(50);
  expect(north).toBeGreaterThan(50);
  expect([7, 999, 1200, 45_300, 2_500_000].map(countText)).toEqual([
    '7',
    '999',
    '1.2k',
    '45k',
    '2.5M',
  ]);
});

test('the fullest cell has the full share, whether records are certain or possible', () => {
  const cells = {
    size: 2 ** 28,
    corners: Uint32Array.of(0, 0, 2 ** 28, 0),
    certain: Uint32Array.of(1, 0),
    possible: Uint32Array.of(0, 4),
  };
  const shares = cellFeatures(cells).features.map(({ properties }) => properties?.share as number);
  expect(shares).toEqual([0.5, 1]);
  expect(cellFeatures(undefined).features).toEqual([]);
});

test('a tip says how many lie on top of each other', () => {
  const item = { title: 'One', when: '1999' } as Parameters<typeof tipOf>[0][number];
  expect(tipOf([])).toBeUndefined();
  expect(tipOf([item])).toEqual({ title: 'One', text: '1999' });
  expect(tipOf([item, item, item])?.text).toBe('1999; and 2 more here');
});
