import { describe, expect, it } from 'vitest';
import { messagesOf, type Row } from './small-atlas';

const quarrel = 'events.geojson features.0';
const oath = 'events.geojson features.1';
const raid = 'movements.geojson features.0';
const flight = 'movements.geojson features.1';
const base = 'bases.geojson features.0';

describe('the door names what is wrong with drawing', () => {
  it.each<Row>([
    {
      rule: 'a movement with both ends and no line',
      patch: { [`${raid}.geometry`]: null },
      says: [
        'movements.geojson, record raid, geometry: found null, expected a LineString from valley to town',
      ],
    },
    {
      rule: 'a movement with both ends and a point',
      patch: { [`${raid}.geometry`]: { type: 'Point', coordinates: [71.5, 40.5] } },
      says: [
        'movements.geojson, record raid, geometry: found {"type":"Point","coordinates":[71.5,40.5]}, expected a LineString from valley to town',
      ],
    },
    {
      rule: 'a line too few',
      patch: { [`${raid}.properties.to`]: ['town', 'city'] },
      says: [
        'movements.geojson, record raid, geometry: found 1 line, expected a MultiLineString of 2 lines from valley to town, city',
      ],
    },
    {
      rule: 'a line too many',
      patch: {
        [`${raid}.geometry`]: {
          type: 'MultiLineString',
          coordinates: [
            [
              [70.5, 38.9],
              [71.5, 40.5],
            ],
            [
              [70.5, 38.9],
              [69.2, 36.7],
            ],
          ],
        },
      },
      says: [
        'movements.geojson, record raid, geometry: found 2 lines, expected a LineString from valley to town',
      ],
    },
    {
      rule: 'a line without its path',
      patch: { [`${raid}.properties.path`]: undefined },
      says: [
        'movements.geojson, record raid, path: found nothing, expected "schematic", since it has lines',
      ],
    },
    {
      rule: 'a line that starts elsewhere',
      patch: { [`${raid}.geometry.coordinates.0`]: [72, 39.9] },
      says: [
        'movements.geojson, record raid, geometry: found [72,39.9], expected a line that starts on valley',
      ],
    },
    {
      rule: 'a line that ends elsewhere',
      patch: { [`${raid}.geometry.coordinates.2`]: [71.5, 40.4] },
      says: [
        'movements.geojson, record raid, geometry: found [71.5,40.4], expected a line that ends on town',
      ],
    },
    {
      rule: 'a second line that ends elsewhere',
      patch: {
        [`${raid}.properties.to`]: ['city', 'town'],
        [`${raid}.geometry`]: {
          type: 'MultiLineString',
          coordinates: [
            [
              [70.5, 38.9],
              [69.2, 36.7],
            ],
            [
              [70.5, 38.9],
              [69.2, 36.7],
            ],
          ],
        },
      },
      says: [
        'movements.geojson, record raid, geometry line 2: found [69.2,36.7], expected a line that ends on town',
      ],
    },
    {
      rule: 'a line with swapped coordinates',
      patch: {
        [`${raid}.geometry.coordinates`]: [
          [38.9, 70.5],
          [40.5, 71.5],
        ],
      },
      says: [
        'movements.geojson, record raid, geometry: found [38.9,70.5], expected a line that starts on valley (these look swapped: latitude, longitude)',
        'movements.geojson, record raid, geometry: found [40.5,71.5], expected a line that ends on town (these look swapped: latitude, longitude)',
      ],
    },
    {
      rule: 'an event without a place, drawn',
      patch: { [`${oath}.geometry`]: { type: 'Point', coordinates: [71.5, 40.5] } },
      says: [
        'events.geojson, record oath, geometry: found {"type":"Point","coordinates":[71.5,40.5]}, expected null, since no place is stated',
      ],
    },
    {
      rule: 'an event with a place, not drawn',
      patch: { [`${quarrel}.geometry`]: null },
      says: [
        'events.geojson, record quarrel, geometry: found null, expected the geometry of town (derived: run "npm run derive:data")',
      ],
    },
    {
      rule: 'a base that is elsewhere than its place',
      patch: { [`${base}.geometry.coordinates.0.1`]: [71, 38.1] },
      says: [
        'bases.geojson, record valley-base, geometry: found {"type":"Polygon","coordinates":[[[70,38],[71,38.1],[71,39],[70,39],[70,38]]]}, expected the geometry of valley (derived: run "npm run derive:data")',
      ],
    },
    {
      rule: 'a movement without an origin, drawn as a line',
      patch: {
        [`${flight}.geometry`]: {
          type: 'LineString',
          coordinates: [
            [71.5, 40.5],
            [69.2, 36.7],
          ],
        },
      },
      says: [
        'movements.geojson, record flight, geometry: found {"type":"LineString","coordinates":[[71.5,40.5],[69.2,36.7]]}, expected the geometry of city (derived: run "npm run derive:data")',
      ],
    },
  ])('$rule', ({ patch, says }) => {
    expect(messagesOf(patch)).toEqual(says);
  });
});
