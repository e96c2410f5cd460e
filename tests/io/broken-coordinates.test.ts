import { describe, expect, it } from 'vitest';
import { messagesOf, type Row } from './small-atlas';

const raid = 'movements.geojson features.0';
const flight = 'movements.geojson features.1';
const base = 'bases.geojson features.0';
const valley = 'places.geojson features.1';
const city = 'places.geojson features.2';

/** So that the place alone is wrong, and no record that names it. */
const withoutCity = { [`${flight}.properties.to`]: undefined, [`${flight}.geometry`]: null };
const withoutValley = {
  [`${base}.properties.place`]: undefined,
  [`${base}.geometry`]: null,
  [`${raid}.properties.from`]: undefined,
  [`${raid}.geometry`]: { type: 'Point', coordinates: [71.5, 40.5] },
};

describe('the door names what is wrong with coordinates', () => {
  it.each<Row>([
    {
      rule: 'a latitude beyond the pole',
      patch: { [`${city}.geometry.coordinates`]: [-98, 138], ...withoutCity },
      says: [
        'places.geojson, record city, geometry.coordinates: found [-98,138], expected a longitude from -180 to 180 and a latitude from -90 to 90',
      ],
    },
    {
      rule: 'a longitude where the latitude belongs',
      patch: { [`${city}.geometry.coordinates`]: [36.7, 169.2], ...withoutCity },
      says: [
        'places.geojson, record city, geometry.coordinates: found [36.7,169.2], expected longitude, latitude (these look swapped: latitude, longitude)',
      ],
    },
    {
      rule: 'a longitude beyond the antimeridian',
      patch: { [`${city}.properties.label_point`]: [190, 36], ...withoutCity },
      says: [
        'places.geojson, record city, label_point: found [190,36], expected a longitude from -180 to 180 and a latitude from -90 to 90',
      ],
    },
    {
      rule: 'text for numbers',
      patch: { [`${city}.geometry.coordinates`]: ['69.2', '36.7'], ...withoutCity },
      says: [
        'places.geojson, record city, geometry.coordinates: found ["69.2","36.7"], expected a position of two or three finite numbers',
      ],
    },
    {
      rule: 'one number',
      patch: { [`${city}.geometry.coordinates`]: [69.2], ...withoutCity },
      says: [
        'places.geojson, record city, geometry.coordinates: found [69.2], expected a position of two or three finite numbers',
      ],
    },
    {
      rule: 'a point nested too deep',
      patch: { [`${city}.geometry.coordinates`]: [[69.2, 36.7]], ...withoutCity },
      says: [
        'places.geojson, record city, geometry.coordinates: found [[69.2,36.7]], expected a position of two or three finite numbers',
      ],
    },
    {
      rule: 'a place that is a line',
      patch: { [`${city}.geometry.type`]: 'LineString', ...withoutCity },
      says: [
        'places.geojson, record city, geometry.type: found "LineString", expected one of Point, Polygon, MultiPolygon',
      ],
    },
    {
      rule: 'a ring that is open',
      patch: { [`${valley}.geometry.coordinates.0.4`]: [70, 38.5], ...withoutValley },
      says: [
        'places.geojson, record valley, geometry.coordinates[0]: found a ring from [70,38] to [70,38.5], expected a ring that ends where it begins',
      ],
    },
    {
      rule: 'a ring of three positions',
      patch: {
        [`${valley}.geometry.coordinates.0`]: [
          [70, 38],
          [71, 38],
          [70, 38],
        ],
        ...withoutValley,
      },
      says: [
        'places.geojson, record valley, geometry.coordinates[0]: found [[70,38],[71,38],[70,38]], expected a closed ring of at least 4 positions',
      ],
    },
    {
      rule: 'a label outside the area',
      patch: { [`${valley}.properties.label_point`]: [71.2, 38.5] },
      says: [
        "places.geojson, record valley, label_point: found [71.2,38.5], expected a point in the place's area",
      ],
    },
    {
      rule: 'a swapped label',
      patch: { [`${valley}.properties.label_point`]: [38.5, 70.5] },
      says: [
        "places.geojson, record valley, label_point: found [38.5,70.5], expected a point in the place's area (these look swapped: latitude, longitude)",
      ],
    },
    {
      rule: 'a label far from the point',
      patch: { [`${city}.properties.label_point`]: [69.2, 36.8] },
      says: [
        'places.geojson, record city, label_point: found [69.2,36.8], expected a point within radius_km (4) of the geometry',
      ],
    },
    {
      rule: 'a swapped place, by the others',
      patch: {
        [`${city}.geometry.coordinates`]: [36.7, 69.2],
        [`${city}.properties.label_point`]: [36.7, 69.2],
        [`${flight}.geometry.coordinates`]: [36.7, 69.2],
      },
      says: [
        "places.geojson, record city, label_point: found [36.7,69.2], expected a point nearer to the atlas's other places (these look swapped: latitude, longitude)",
      ],
    },
    {
      rule: 'a line of one position',
      patch: { [`${raid}.geometry.coordinates`]: [[70.5, 38.9]] },
      says: [
        'movements.geojson, record raid, geometry.coordinates: found [[70.5,38.9]], expected a line of at least 2 positions',
      ],
    },
  ])('$rule', ({ patch, says }) => {
    expect(messagesOf(patch)).toEqual(says);
  });
});
