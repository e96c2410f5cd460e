/** JSON that is no GeoJSON: lists of plain objects, wherever they stand, and Esri's feature sets. */
import type { Position } from 'geojson';
import { shown } from '../problem';
import { NotOpened } from './limits';
import { fieldsOf, member, propertiesOf, type Row, type Table } from './row';

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of objects somewhere in a value, by the members that lead to it. */
interface Found {
  readonly path: string;
  readonly list: readonly unknown[];
}

/** How many levels below the root a list of records is looked for. */
const deepestList = 3;

/**
 * The longest list of objects within an object, as web services wrap theirs
 * (`{"data": [...]}`, `{"results": {"bindings": [...]}}`).
 */
export function wrappedList(value: unknown): Found | undefined {
  const found: Found[] = [];
  const look = (one: unknown, path: string, level: number): void => {
    if (Array.isArray(one)) {
      if (one.some(isObject)) found.push({ path, list: one });
    } else if (level < deepestList) {
      for (const [name, inner] of propertiesOf(one))
        look(inner, path === '' ? name : `${path}.${name}`, level + 1);
    }
  };
  if (isObject(value)) look(value, '', 0);
  return found.reduce<Found | undefined>(
    (best, one) => (best && best.list.length >= one.list.length ? best : one),
    undefined,
  );
}

/** How many levels of objects become columns of their own. */
const deepestColumn = 4;

/** An object as one row: members within members are columns, such as `location.lat`. */
function flattened(object: unknown): Map<string, unknown> {
  const columns = new Map<string, unknown>();
  const add = (value: unknown, path: string, level: number): void => {
    const inner = isObject(value) ? propertiesOf(value) : undefined;
    if (!inner || level >= deepestColumn || inner.size === 0) {
      columns.set(...plainValue(path, value));
      return;
    }
    // The results of SPARQL give each value with its type.
    const literal = ['uri', 'literal', 'typed-literal', 'bnode'].includes(
      String(inner.get('type')),
    );
    if (literal && inner.has('value')) columns.set(path, inner.get('value'));
    else for (const [name, one] of inner) add(one, `${path}.${name}`, level + 1);
  };
  for (const [name, value] of propertiesOf(object)) add(value, name, 1);
  return columns;
}

/** Location histories count ten-millionths of a degree. */
function plainValue(name: string, value: unknown): [string, unknown] {
  const isTiny = /(?:latitude|longitude|lat|lng)E7$/i.test(name) && typeof value === 'number';
  return isTiny ? [name.slice(0, -2), value / 1e7] : [name, value];
}

/**
 * A list of plain objects: a table whose columns are their members. `unit` and `at` say how its
 * rows are counted. @throws NotOpened where it holds none.
 */
export function objectTable(
  list: readonly unknown[],
  file: string,
  notes: readonly string[] = [],
  unit: Table['unit'] = 'row',
): Table {
  if (!list.some(isObject)) {
    throw new NotOpened(`${file} is a list without objects, expected features or records.`);
  }
  if (member(list[0], 'id') === 'document' && member(list[0], 'version') !== undefined) {
    throw new NotOpened(`${file} is CZML. Convert it to GeoJSON or KML and open that.`);
  }
  function* rows(): Iterable<Row> {
    for (const [index, one] of list.entries()) {
      if (one === undefined) continue;
      const at = index + 1;
      const properties = isObject(one) ? flattened(one) : new Map<string, unknown>();
      yield properties.size > 0
        ? { at, properties }
        : { at, properties, fault: { found: shown(one), expected: 'an object' } };
    }
  }
  const total = list.filter((one) => one !== undefined).length;
  return { format: 'JSON', unit, fields: fieldsOf(rows()), total, rows, notes };
}

/** Whether a value is a feature set of Esri's services. */
export function isEsri(value: unknown): boolean {
  const list = member(value, 'features');
  return Array.isArray(list) && list.some((one) => isObject(member(one, 'attributes')));
}

/** Esri's features as GeoJSON's. @throws NotOpened where their coordinates are projected. */
export function fromEsri(value: unknown, file: string): unknown[] {
  const reference = member(value, 'spatialReference');
  const wkid = Number(member(reference, 'latestWkid') ?? member(reference, 'wkid') ?? 4326);
  if (wkid !== 4326) {
    throw new NotOpened(
      `${file} has coordinates in the spatial reference ${wkid}, expected 4326 (WGS 84). Ask the service for it with outSR=4326.`,
    );
  }
  return (member(value, 'features') as unknown[]).map((one) => ({
    type: 'Feature',
    properties: member(one, 'attributes') ?? null,
    geometry: esriGeometry(member(one, 'geometry')),
  }));
}

function esriGeometry(geometry: unknown): unknown {
  const [x, y] = [member(geometry, 'x'), member(geometry, 'y')];
  if (x !== undefined) return { type: 'Point', coordinates: [x, y] };
  const points = member(geometry, 'points');
  if (points !== undefined) return { type: 'MultiPoint', coordinates: points };
  const paths = member(geometry, 'paths');
  if (paths !== undefined) return { type: 'MultiLineString', coordinates: paths };
  const rings = member(geometry, 'rings');
  return Array.isArray(rings) ? { type: 'MultiPolygon', coordinates: polygonsOf(rings) } : null;
}

/** Esri lists all rings together: those that run clockwise are outer ones, what follows them their holes. */
function polygonsOf(rings: readonly unknown[]): unknown[][] {
  const polygons: unknown[][] = [];
  for (const ring of rings) {
    const last = polygons.at(-1);
    if (last && Array.isArray(ring) && !isClockwise(ring as Position[])) last.push(ring);
    else polygons.push([ring]);
  }
  return polygons;
}

function isClockwise(ring: readonly Position[]): boolean {
  let sum = 0;
  for (let k = 1; k < ring.length; k++) {
    const [ax = 0, ay = 0] = ring[k - 1] ?? [];
    const [bx = 0, by = 0] = ring[k] ?? [];
    sum += (bx - ax) * (by + ay);
  }
  return sum > 0;
}
