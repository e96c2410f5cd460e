import { expect, test } from 'vitest';
import { labelRoom, yearStep } from '../../src/lib/core/ticks';

const pixels = [40, 16, 7, 3.2, 0.4, 0.01];

test('years are labelled as closely as they have room', () => {
  expect(pixels.map((year) => yearStep(year))).toEqual([1, 2, 5, 10, 100, 5000]);
});

test('longer labels stand further apart', () => {
  const room = labelRoom('400001 BC'.length);
  expect(pixels.map((year) => yearStep(year, room))).toEqual([2, 5, 10, 20, 200, 10_000]);
});
