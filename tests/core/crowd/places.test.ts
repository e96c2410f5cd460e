import { expect, test } from 'vitest';
import { fixedBox } from '../../../src/lib/core/crowd/fixed';
import { Places } from '../../../src/lib/core/crowd/places';
import { momentsOf, pieces } from '../../../src/lib/core/crowd/pieces';
import { columnsOf } from './crowd';

const day = (n: number) => ({
  earliestStart: n,
  latestStart: n,
  earliestEnd: n + 10,
  latestEnd: n + 10,
});

function at(places: Places, lon: number, lat: number): number[] {
  const rows: number[] = [];
  places.search(fixedBox([lon - 0.5, lat - 0.5, lon + 0.5, lat + 0.5]), (row) => rows.push(row));
  return rows.sort();
}

test('finds points in a box, also across the antimeridian, and what has no place nowhere', () => {
  const places = new Places(
    columnsOf([
      { span: day(1), position: [179.9, 10] },
      { span: day(2), position: [-179.9, 10] },
      { span: day(3) },
      { span: day(4), position: [0, 10] },
    ]),
  );
  expect(at(places, 180, 10)).toEqual([0, 1]);
  expect(at(places, 0, 10)).toEqual([3]);
  expect(at(places, 179.99, -85)).toEqual([]);
});

test('finds a path along its line, and not in the rest of its box or at its middle vertex', () => {
  const places = new Places(
    columnsOf([{ span: day(1), position: [5, 0], paths: [{ coordinates: [0, 0, 10, 10] }] }]),
  );
  expect(at(places, 5, 5)).toEqual([0]);
  expect(at(places, 8, 2)).toEqual([]);
  expect(at(places, 5, 0)).toEqual([]);
});

test('pieces of paths have times: those of the file, or even ones over the days that are certain', () => {
  const columns = columnsOf([
    { span: day(0), paths: [{ coordinates: [0, 0, 1, 0, 3, 0] }] },
    { span: day(5), paths: [{ coordinates: [0, 0, 1, 0, 2, 0], times: [5, 6.5, 9] }] },
    {
      span: { ...day(0), latestStart: 10, earliestEnd: 0 },
      paths: [{ coordinates: [0, 0, 1, 1] }],
    },
  ]);
  const { rows, times, timed, count, origin } = pieces(columns.paths, columns.bounds);
  expect([count, timed, origin]).toEqual([5, 4, 0]);
  const byRow = [...rows].map((row, k) => [row, times[k * 2], times[k * 2 + 1]]);
  const [evenly = -1, stated = -1] = [...columns.entries.keys()].filter(
    (row) => columns.entries[row] !== 2,
  );
  expect(byRow.filter(([row]) => row === stated)).toEqual([
    [stated, 5, 6.5],
    [stated, 6.5, 9],
  ]);
  const [first, second] = byRow.filter(([row]) => row === evenly);
  expect(first?.[2]).toBeCloseTo(11 / 3, 4);
  expect(second?.[2]).toBeCloseTo(11, 4);
  expect(momentsOf(columns.paths)).toEqual({ from: 5, to: 9 });
});
