import { expect, test } from 'vitest';
import { isOnTrack, isRound, labelRoom, yearRoom, yearStep } from '../../src/lib/core/ticks';
import { yearText } from '../../src/lib/core/wording';

const pixels = [40, 16, 7, 3.2, 0.4, 0.01];

test('years are labelled as closely as they have room', () => {
  expect(pixels.map((year) => yearStep(year))).toEqual([1, 2, 5, 10, 100, 5000]);
});

test('a year is round as it is said', () => {
  const round = [-99, -9, -10, 0, 10, 100].filter((year) => isRound(year, 10));
  expect(round.map(yearText)).toEqual(['100 BC', '10 BC', 'AD 10', 'AD 100']);
  expect([-3, 0, 1999].every((year) => isRound(year, 1))).toBe(true);
});

test('longer labels stand further apart', () => {
  const room = labelRoom('400001 BC'.length);
  expect(pixels.map((year) => yearStep(year, room))).toEqual([2, 5, 10, 20, 200, 10_000]);
});

test('an axis has room for the longer of its ends, and for four characters', () => {
  expect(yearRoom(-8000, 2020)).toBe(labelRoom('8001 BC'.length));
  expect(yearRoom(1990, 12_000)).toBe(labelRoom('12000'.length));
  expect(yearRoom(1990, 2020)).toBe(labelRoom());
});

test('a label does not reach far over the ends of the track', () => {
  const room = labelRoom('8001 BC'.length);
  expect([10, 14, 450, 886, 890].map((x) => isOnTrack(x, 900, room))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  expect(isOnTrack(10, 900, labelRoom())).toBe(true);
});
