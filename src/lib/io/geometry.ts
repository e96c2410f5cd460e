/** Checks GeoJSON geometries (RFC 7946) and copies them without foreign members. */
import type { Geometry, Position } from 'geojson';
import { listOf, oneOf, report, whole, type Reader, type Site } from './fields';
import { shown } from './problem';

/** The geometries of an atlas; collections of geometries have no place in one. */
export type AtlasGeometry = Exclude<Geometry, { type: 'GeometryCollection' }>;

/** Why these two numbers are no longitude and latitude; undefined if they are. */
function outOfRange(longitude: number, latitude: number): string | undefined {
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return undefined;
  return Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180
    ? 'longitude, latitude (these look swapped: latitude, longitude)'
    : 'a longitude from -180 to 180 and a latitude from -90 to 90';
}

/** A position: longitude, latitude and, if given, a height. */
export const position: Reader<Position> = (value, site) => {
  if (!Array.isArray(value)) return report(site, shown(value), 'a position: longitude, latitude');
  const numbers = value.filter((part): part is number => Number.isFinite(part));
  const [longitude, latitude] = numbers;
  if (
    numbers.length !== value.length ||
    longitude === undefined ||
    latitude === undefined ||
    numbers.length > 3
  ) {
    return report(site, shown(value), 'a position of two or three finite numbers');
  }
  const wrong = outOfRange(longitude, latitude);
  return wrong === undefined ? numbers : report(site, shown(value), wrong);
};

const positions = listOf(position, { least: 1, expected: 'a list of positions' });
const line = listOf(position, { least: 2, expected: 'a line of at least 2 positions' });
const lines = listOf(line, { least: 1, expected: 'a list of lines' });

const fourOrMore = listOf(position, {
  least: 4,
  expected: 'a closed ring of at least 4 positions',
});

const ring: Reader<Position[]> = (value, site) => {
  const corners = fourOrMore(value, site);
  if (corners === undefined) return undefined;
  const [first, last] = [corners[0], corners.at(-1)];
  return samePosition(first, last)
    ? corners
    : report(
        site,
        `a ring from ${shown(first)} to ${shown(last)}`,
        'a ring that ends where it begins',
      );
};

const polygon = listOf(ring, { least: 1, expected: 'a list of rings' });
const polygons = listOf(polygon, { least: 1, expected: 'a list of polygons' });

function samePosition(one: Position | undefined, other: Position | undefined): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}

/** A geometry of one of the given types. */
export function geometryOf(types: readonly AtlasGeometry['type'][]): Reader<AtlasGeometry> {
  return whole((from) => {
    const type = from.read('type', oneOf(types));
    const read = <T>(reader: Reader<T>) => from.read('coordinates', firstOnly(reader));
    switch (type) {
      case undefined:
        return undefined;
      case 'Point': {
        const coordinates = read(position);
        return coordinates && { type, coordinates };
      }
      case 'MultiPoint': {
        const coordinates = read(positions);
        return coordinates && { type, coordinates };
      }
      case 'LineString': {
        const coordinates = read(line);
        return coordinates && { type, coordinates };
      }
      case 'MultiLineString': {
        const coordinates = read(lines);
        return coordinates && { type, coordinates };
      }
      case 'Polygon': {
        const coordinates = read(polygon);
        return coordinates && { type, coordinates };
      }
      case 'MultiPolygon': {
        const coordinates = read(polygons);
        return coordinates && { type, coordinates };
      }
    }
  });
}

/** A line of 10,000 swapped positions is one problem, not 10,000. */
function firstOnly<T>(reader: Reader<T>): Reader<T> {
  return (value, site: Site) => {
    const found: Site = { ...site, problems: [] };
    const result = reader(value, found);
    site.problems.push(...found.problems.slice(0, 1));
    return result;
  };
}

/** Whether two geometries are the same, number by number. */
export function sameGeometry(one: Geometry | null, other: Geometry | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
