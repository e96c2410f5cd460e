import { describe, expect, it } from 'vitest';
import { geometryOf, sameGeometry } from '../../src/lib/io/geometry';
import { problemText, type Problem } from '../../src/lib/io/problem';

const any = geometryOf([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
]);

function read(value: unknown) {
  const problems: Problem[] = [];
  const geometry = any(value, { file: 'f', path: { step: 'geometry', up: undefined }, problems });
  return { geometry, says: problems.map(problemText) };
}

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];

describe('geometryOf', () => {
  it.each([
    { type: 'Point', coordinates: [-180, 90] },
    { type: 'Point', coordinates: [1, 2, 3000] },
    { type: 'MultiPoint', coordinates: [[1, 2]] },
    { type: 'LineString', coordinates: ring },
    { type: 'MultiLineString', coordinates: [ring, ring] },
    { type: 'Polygon', coordinates: [ring] },
    { type: 'MultiPolygon', coordinates: [[ring], [ring]] },
  ])('reads $type', (geometry) => {
    expect(read(geometry)).toEqual({ geometry, says: [] });
  });

  it('copies type and coordinates only', () => {
    const value: unknown = JSON.parse(
      '{"type":"Point","coordinates":[1,2],"crs":7,"__proto__":{"polluted":true}}',
    );
    const { geometry } = read(value);
    expect(geometry).toEqual({ type: 'Point', coordinates: [1, 2] });
    expect(geometry).not.toHaveProperty('polluted');
  });

  it.each([
    [null, 'geometry: found null, expected an object'],
    [[1, 2], 'geometry: found [1,2], expected an object'],
    [
      { type: 'point', coordinates: [1, 2] },
      'geometry.type: found "point", expected one of Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon',
    ],
    [
      { type: 'GeometryCollection', geometries: [] },
      'geometry.type: found "GeometryCollection", expected one of Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon',
    ],
    [
      { type: 'Point', coordinates: JSON.parse('[1e999, 2]') as unknown },
      'geometry.coordinates: found ["Infinity",2], expected a position of two or three finite numbers',
    ],
    [
      { type: 'Point', coordinates: [1, 2, 3, 4] },
      'geometry.coordinates: found [1,2,3,4], expected a position of two or three finite numbers',
    ],
    [
      { type: 'LineString', coordinates: [1, 2] },
      'geometry.coordinates[0]: found 1, expected a position: longitude, latitude',
    ],
    [
      { type: 'Polygon', coordinates: [] },
      'geometry.coordinates: found [], expected a list of rings',
    ],
    [
      { type: 'Polygon', coordinates: ring },
      'geometry.coordinates[0]: found [0,0], expected a closed ring of at least 4 positions',
    ],
    [
      { type: 'MultiPolygon', coordinates: [[ring], [[...ring, [5, 5]]]] },
      'geometry.coordinates[1][0]: found a ring from [0,0] to [5,5], expected a ring that ends where it begins',
    ],
  ])('refuses %j', (value, says) => {
    expect(read(value)).toEqual({ geometry: undefined, says: [`f, ${says}`] });
  });

  it('lists the first of a thousand wrong positions', () => {
    const coordinates = Array.from({ length: 1000 }, () => [40, 170]);
    expect(read({ type: 'LineString', coordinates }).says).toEqual([
      'f, geometry.coordinates[0]: found [40,170], expected longitude, latitude (these look swapped: latitude, longitude)',
    ]);
  });
});

describe('sameGeometry', () => {
  it('compares numbers, not objects', () => {
    const point = { type: 'Point' as const, coordinates: [1, 2] };
    expect(sameGeometry(point, { ...point, coordinates: [1, 2] })).toBe(true);
    expect(sameGeometry(point, { ...point, coordinates: [1, 2.0001] })).toBe(false);
    expect(sameGeometry(point, null)).toBe(false);
    expect(sameGeometry(null, null)).toBe(true);
  });
});
