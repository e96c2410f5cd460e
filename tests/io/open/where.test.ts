import { expect, test } from 'vitest';
import { positionText, readAngle, readPair } from '../../../src/lib/io/open/coordinates';
import { areaRadius, labelPoint, readShape } from '../../../src/lib/io/open/shape';
import { formatWkt, isWkt, parseWkt } from '../../../src/lib/io/open/wkt';

test.each([
  ['51.5', 51.5],
  ['51,5', 51.5],
  ['-0.127', -0.127],
  ['−12.5', -12.5],
  ["51°30'N", 51.5],
  ['51° 30\' 36" S', -51.51],
  ['W 0 7.5', -0.125],
  ['40.7128° N', 40.7128],
  [41, 41],
  ['1e999', undefined],
  ['51°75′N', undefined],
  ['10° O', undefined],
  ['London', undefined],
])('reads the angle %s', (text, angle) => {
  expect(readAngle(text)).toBe(angle);
});

test.each([
  ['51.5, -0.12', [-0.12, 51.5]],
  ['51,5; -0,12', [-0.12, 51.5]],
  ['(51.5 -0.12)', [-0.12, 51.5]],
  ["51°30'N 0°15'W", [-0.25, 51.5]],
  ["0°15'W, 51°30'N", [-0.25, 51.5]],
  ['Paris, France', undefined],
])('reads the pair %s, latitude first', (text, position) => {
  expect(readPair(text)).toEqual(position);
});

test('says a position in words', () => {
  expect(positionText([-0.12, 51.5])).toBe('51.5° N, 0.12° W');
});

test.each([
  ['POINT(19.03797 54.036131)', { type: 'Point', coordinates: [19.03797, 54.036131] }],
  ['SRID=4326;POINT Z (1 2 3)', { type: 'Point', coordinates: [1, 2, 3] }],
  [
    'MULTIPOINT((1 2), (3 4))',
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    'MULTIPOINT(1 2, 3 4)',
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    'LINESTRING(1 2, 3 4)',
    {
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    'POLYGON((0 0,1 0,1 1,0 0))',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    },
  ],
  ['POINT EMPTY', undefined],
  ['POINT(1)', undefined],
  ['POINT(1 2', undefined],
])('reads the well-known text %s', (text, geometry) => {
  expect(isWkt(text)).toBe(true);
  expect(parseWkt(text)).toEqual(geometry);
});

test.each([
  'POINT (1 2)',
  'MULTIPOINT (1 2, 3 -4.5)',
  'LINESTRING (1 2, 3 4)',
  'MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))',
  'POLYGON ((0 0, 9 0, 9 9, 0 0), (1 1, 2 1, 2 2, 1 1))',
  'MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))',
  'GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))',
])('writes %s as it reads it', (text) => {
  const geometry = parseWkt(text);
  expect(geometry && formatWkt(geometry)).toBe(text);
});

test('takes nested collections apart, and mends only what is beyond doubt', () => {
  const line = {
    type: 'LineString',
    coordinates: [
      [190, 1],
      [-170, 2, 300],
    ],
  };
  const ring = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
      ],
    ],
  };
  const inner = { type: 'GeometryCollection', geometries: [line, ring] };
  const { shape, remarks } = readShape({
    type: 'GeometryCollection',
    geometries: [{ type: 'Point', coordinates: [1, 2, 3] }, inner],
  });
  expect(shape?.points).toEqual([[1, 2]]);
  expect(shape?.lines).toEqual([
    [
      [-170, 1],
      [-170, 2],
    ],
  ]);
  expect(shape?.areas).toEqual([
    [
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [0, 0],
      ],
    ],
  ]);
  expect(remarks.map(({ expected }) => expected)).toEqual([
    'a longitude from -180 to 180; it was turned by 360 degrees',
    'a ring that ends where it begins; it was closed',
  ]);
});

test.each([
  [
    { type: 'Point', coordinates: [41, 171.5] },
    '[41,171.5]',
    'longitude, latitude (these look swapped: latitude, longitude)',
  ],
  [
    { type: 'Point', coordinates: [500000, 6000000] },
    '[500000,6000000]',
    'longitude, latitude in degrees (WGS 84); these look like projected coordinates',
  ],
  [
    { type: 'Point', coordinates: [Infinity, 2] },
    '["Infinity",2]',
    'a position of two numbers: longitude, latitude',
  ],
  [
    { type: 'Point', coordinates: ['1', 2] },
    '["1",2]',
    'a position of two numbers: longitude, latitude',
  ],
  [{ type: 'LineString', coordinates: [[1, 2]] }, '[[1,2]]', 'a line of at least 2 positions'],
  [
    { type: 'Circle' },
    '"Circle"',
    'a geometry: Point, LineString, Polygon, their Multi forms, or a GeometryCollection',
  ],
])('says what is wrong with %j', (geometry, found, expected) => {
  expect(readShape(geometry).fault).toEqual({ field: 'geometry', found, expected });
});

test('labels an area inside it, and says how large it is', () => {
  // A horseshoe: the middle of its box is not in it.
  const shape = [
    [
      [
        [0, 0],
        [6, 0],
        [6, 6],
        [4, 6],
        [4, 2],
        [2, 2],
        [2, 6],
        [0, 6],
        [0, 0],
      ],
    ],
  ];
  const [lon = 0, lat = 0] = labelPoint(shape);
  expect(lat).toBe(3);
  expect((lon > 0 && lon < 2) || (lon > 4 && lon < 6)).toBe(true);
  expect(
    areaRadius([
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      ],
    ]),
  ).toBeCloseTo(62.7, 0);
});
