import { expect, test } from 'vitest';
import { fixedBox } from '../../../src/lib/core/crowd/fixed';
import { Places } from '../../../src/lib/core/crowd/places';
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
