import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverOf, mostTiles, tileKey } from '../../../src/lib/core/crowd/cover';

const keys = (...args: Parameters<typeof coverOf>): string[] => coverOf(...args).map(tileKey);

test('covers a box with the tiles of its zoom', () => {
  expect(keys([-180, -85, 180, 85], 0, 0)).toEqual(['0/0/0']);
  expect(keys([1, 1, 2, 2], 2, 0)).toEqual(['2/2/1']);
  expect(keys([-1, -1, 1, 1], 1, 0).sort()).toEqual(['1/0/0', '1/0/1', '1/1/0', '1/1/1']);
});

test('goes around the antimeridian, and never twice around the world', () => {
  expect(keys([170, 1, 190, 2], 3, 0)).toEqual(['3/7/3', '3/0/3']);
  expect(keys([-400, -85, 400, 85], 1, 0)).toHaveLength(4);
});

test('takes coarser tiles, or the innermost, where there would be too many', () => {
  expect(coverOf([-180, -85, 180, 85], 9, 0)[0]?.z).toBe(2);
  const inner = coverOf([-180, -85, 180, 85], 9, 5);
  expect(inner).toHaveLength(mostTiles);
  expect(inner.every(({ z, x }) => z === 5 && x >= 10 && x < 22)).toBe(true);
});

test('holds every point of the box that is not at its far edges', () => {
  const at = fc.double({ min: 0, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -80, max: 70, noNaN: true }),
      fc.nat(8),
      at,
      at,
      (west, south, zoom, u, v) => {
        const tiles = new Set(keys([west, south, west + 5, south + 5], zoom, 0));
        const z = Number([...tiles][0]?.split('/')[0]);
        const [lon, lat] = [west + u * 5, south + v * 5];
        const [tile] = coverOf([lon, lat, lon + 1e-9, lat], z, 0);
        return tile !== undefined && tiles.has(tileKey(tile));
      },
    ),
  );
});
