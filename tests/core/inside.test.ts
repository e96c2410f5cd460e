import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { isInside } from '../../src/lib/core/inside';

const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

const withHole: Polygon = { type: 'Polygon', coordinates: [box(0, 0, 10, 10), box(4, 4, 6, 6)] };

it('knows a hole, and each part of an area of several', () => {
  expect(isInside([1, 1], withHole)).toBe(true);
  expect(isInside([5, 5], withHole)).toBe(false);
  expect(isInside([11, 5], withHole)).toBe(false);
  const several: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: [withHole.coordinates, [box(20, 0, 30, 10)]],
  };
  expect(isInside([25, 5], several)).toBe(true);
  expect(isInside([15, 5], several)).toBe(false);
  expect(isInside([0, 0], { type: 'Polygon', coordinates: [] })).toBe(false);
});

it('says the same as turf of points that lie on no border', () => {
  const coordinate = fc.integer({ min: -5000, max: 5000 }).map((hundredths) => hundredths / 100);
  const corner = fc.tuple(coordinate, coordinate);
  fc.assert(
    fc.property(fc.array(corner, { minLength: 3, maxLength: 12 }), corner, (corners, point) => {
      const area: Polygon = { type: 'Polygon', coordinates: [[...corners, corners[0] ?? [0, 0]]] };
      fc.pre(
        booleanPointInPolygon(point, area) ===
          booleanPointInPolygon(point, area, { ignoreBoundary: true }),
      );
      expect(isInside(point, area)).toBe(booleanPointInPolygon(point, area));
    }),
  );
});
