import { circle } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it, test } from 'vitest';
import { indexAtlas } from '../../src/lib/core/atlas';
import { boundsOf, meets, together } from '../../src/lib/core/extent';
import { anAtlas, aPlace, aRecord } from './records';
import { realAtlas, realIndex } from '../real-atlas';

const ring = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

const shapes: Record<string, Geometry> = {
  polygon: { type: 'Polygon', coordinates: [ring(60, 30, 62, 33)] },
  islands: {
    type: 'MultiPolygon',
    coordinates: [[ring(60, 30, 61, 31)], [ring(64, 35, 65, 36)]],
  },
  points: { type: 'MultiPoint', coordinates: ring(60, 30, 62, 33) },
  line: { type: 'LineString', coordinates: ring(60, 30, 62, 33) },
  tracks: { type: 'MultiLineString', coordinates: [ring(60, 30, 61, 31), ring(64, 35, 65, 36)] },
  both: {
    type: 'GeometryCollection',
    geometries: [
      { type: 'Point', coordinates: [50, 20] },
      { type: 'Polygon', coordinates: [ring(60, 30, 62, 33)] },
    ],
  },
};

const index = indexAtlas(
  anAtlas({
    places: [
      ...Object.entries(shapes).map(([id, geometry]) => aPlace({ id, geometry, point: [0, 0] })),
      aPlace({ id: 'exact', radiusKm: 0, point: [70, 40] }),
      aPlace({ id: 'round', radiusKm: 100, point: [70, 60] }),
    ],
    records: [
      aRecord({ id: 'nowhere' }),
      aRecord({ id: 'lost', at: ['gone'] }),
      aRecord({ id: 'one', at: ['polygon'] }),
      aRecord({ id: 'two', at: ['polygon', 'exact'] }),
      aRecord({ id: 'undrawn', kind: 'movement', from: ['exact'], to: ['polygon'] }),
      aRecord({
        id: 'drawn',
        kind: 'movement',
        from: ['exact'],
        to: ['polygon'],
        lines: [
          [
            [1, 2],
            [3, -4],
          ],
          [
            [1, 2],
            [-5, 6],
          ],
        ],
      }),
    ],
  }),
);

describe('boundsOf', () => {
  it.each([
    ['polygon', [60, 30, 62, 33]],
    ['islands', [60, 30, 65, 36]],
    ['points', [60, 30, 62, 33]],
    ['line', [60, 30, 62, 33]],
    ['tracks', [60, 30, 65, 36]],
    ['both', [50, 20, 62, 33]],
    ['exact', [70, 40, 70, 40]],
    ['one', [60, 30, 62, 33]],
    ['two', [60, 30, 70, 40]],
    ['undrawn', [60, 30, 70, 40]],
    ['drawn', [-5, -4, 3, 6]],
    ['nowhere', undefined],
    ['lost', undefined],
    ['unknown', undefined],
  ])('%s: %j', (id, expected) => {
    expect(boundsOf(id, index)).toEqual(expected);
  });

  it('of a point holds the circle in which it lies', () => {
    const [west = NaN, south = NaN, east = NaN, north = NaN] = boundsOf('round', index) ?? [];
    const drawn = circle([70, 60], 100, { steps: 360 }).geometry.coordinates[0] ?? [];
    const lons = drawn.map(([lon = NaN]) => lon);
    const lats = drawn.map(([, lat = NaN]) => lat);
    expect(west).toBeCloseTo(Math.min(...lons), 2);
    expect(east).toBeCloseTo(Math.max(...lons), 2);
    expect(south).toBeCloseTo(Math.min(...lats), 2);
    expect(north).toBeCloseTo(Math.max(...lats), 2);
  });

  it('of everything on the map is a box on the globe that holds its places', () => {
    for (const { id, point } of realAtlas.places) {
      const [west = NaN, south = NaN, east = NaN, north = NaN] = boundsOf(id, realIndex) ?? [];
      const [lon = NaN, lat = NaN] = point;
      expect(west <= lon && lon <= east && south <= lat && lat <= north, id).toBe(true);
      expect(-90 <= south && north <= 90, id).toBe(true);
    }
    for (const { id, at, from, to, lines } of realAtlas.records) {
      const isPlaced = at.length + from.length + to.length + lines.length > 0;
      expect(boundsOf(id, realIndex) !== undefined, id).toBe(isPlaced);
    }
  });

  it('of a country that crosses the date line does not go round the world', () => {
    const [west = NaN, , east = NaN] = boundsOf('russia', realIndex) ?? [];
    expect(east - west).toBeLessThan(200);
  });
});

describe('meets', () => {
  it.each([
    [[60, 30, 62, 33], true],
    [[61, 31, 61.5, 31.5], true],
    [[50, 20, 90, 60], true],
    [[62, 33, 70, 40], true],
    [[62.1, 30, 70, 33], false],
    [[60, 33.1, 62, 40], false],
    [[50, 30, 59.9, 33], false],
    [[60, 20, 62, 29.9], false],
  ])('60 to 62 E, 30 to 33 N and %j: %s', (other, expected) => {
    expect(meets([60, 30, 62, 33], other)).toBe(expected);
    expect(meets(other, [60, 30, 62, 33])).toBe(expected);
  });

  it.each([
    // A view turned past the date line, and Chukotka on this side of it and beyond.
    [[170, 50, 200, 70], [175, 60, 178, 65], true],
    [[170, 50, 200, 70], [-175, 60, -172, 65], true],
    [[170, 50, 200, 70], [185, 60, 188, 65], true],
    [[-190, 50, -160, 70], [175, 60, 178, 65], true],
    [[170, 50, 200, 70], [-150, 60, -140, 65], false],
    [[170, 50, 200, 70], [60, 50, 62, 70], false],
    // Russia, whose box goes on beyond 180 degrees, and Alaska.
    [[19, 41, 191, 82], [-170, 60, -160, 65], true],
    [[19, 41, 191, 82], [-160, 60, -150, 65], false],
    // A view that was turned round the globe twice, and one of the whole world.
    [[780, 30, 782, 33], [60, 30, 62, 33], true],
    [[-300, -80, 300, 80], [60, 30, 62, 33], true],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(meets(a, b)).toBe(expected);
    expect(meets(b, a)).toBe(expected);
  });
});

test.each<[string, string[], string[]]>([
  ['all that is near', ['osh', 'kabul'], ['osh', 'kabul']],
  ['not what is far from the rest', ['usa', 'osh', 'kabul'], ['osh', 'kabul']],
  ['what is far, alone', ['usa'], ['usa']],
  ['nothing without a place', ['nowhere'], []],
])('together are %s', (_, ids, expected) => {
  const points = { osh: [73, 40], kabul: [69, 34], usa: [-100, 40] } as const;
  const index = indexAtlas(
    anAtlas({
      places: Object.entries(points).map(([id, point]) => aPlace({ id, point: [...point] })),
    }),
  );
  expect(together(ids, index, [60, 30, 80, 45], 40)).toEqual(expected);
});
