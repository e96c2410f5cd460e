import { expect, test } from 'vitest';
import { combineAtlases } from '../../src/lib/core/combine';
import { edited } from '../../src/lib/core/edit';
import { indexAtlas, placesOf } from '../../src/lib/core/atlas';
import { realAtlas } from '../real-atlas';

const atlas = realAtlas;

test('one atlas stays as it is', () => {
  expect(combineAtlases([atlas])).toBe(atlas);
});

test('an atlas with itself: everything twice, nothing mixed up', () => {
  const both = combineAtlases([atlas, atlas]);
  const index = indexAtlas(both);
  expect(index.records.size).toBe(2 * atlas.records.length);
  expect(index.places.size).toBe(2 * atlas.places.length);
  expect(index.actors.size).toBe(2 * atlas.actors.length);
  expect(index.sources.size).toBe(2 * atlas.sources.length);
  for (const record of both.records) {
    const isCopy = !atlas.records.some(({ id }) => id === record.id);
    for (const id of placesOf(record)) {
      expect(index.places.has(id)).toBe(true);
      expect(atlas.places.some((place) => place.id === id)).toBe(!isCopy);
    }
    for (const id of [...record.actors, ...record.claims.flatMap(({ by, via }) => [by, ...via])]) {
      expect(index.actors.has(id)).toBe(true);
    }
    for (const id of record.follows) expect(index.records.has(id)).toBe(true);
    for (const { id } of record.sources) expect(index.sources.has(id)).toBe(true);
  }
});

test('together they cover the time and the ground of both', () => {
  const other = {
    ...atlas,
    id: 'b',
    title: 'B',
    span: { from: -10, to: 5 },
    opening: { date: '1970', bounds: [0, 0, 1, 1] as const },
  };
  const both = combineAtlases([atlas, other]);
  expect(both.title).toBe(`${atlas.title} + B`);
  expect(both.span).toEqual({ from: -10, to: atlas.span.to });
  const [west, south, east, north] = atlas.opening.bounds;
  expect(both.opening).toEqual({
    date: 'all',
    bounds: [Math.min(0, west), Math.min(0, south), east, north],
  });
});

test('a reader changes name, credit, years and view; blank texts and turned years change nothing', () => {
  const changed = edited(atlas, {
    title: ' Mine ',
    credit: 'Me',
    years: [1990, 1991],
    bounds: [1, 2, 3, 4],
  });
  expect(changed.title).toBe('Mine');
  expect(changed.sources[0]?.title).toBe('Me');
  expect(changed.span).toEqual({ from: 7305, to: 8034 });
  expect(changed.opening.bounds).toEqual([1, 2, 3, 4]);
  expect(edited(atlas, { title: ' ', credit: '', years: [2000, 1999] })).toEqual(atlas);
});
