/** A feature of GeoJSON or Linked Places as rows of a table. */
import { shown } from '../problem';
import { member, propertiesOf, type Fault, type Row } from './row';
import { saysTime } from './when';
import { parseWkt } from './wkt';

const geometryTypes = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

/** Whether a value is a geometry of GeoJSON, by its type. */
export function isGeometry(value: unknown): boolean {
  const type = member(value, 'type');
  return typeof type === 'string' && geometryTypes.has(type);
}

/** A row that cannot be read at all. */
export function faulty(at: number, fault: Fault): Row {
  return { at, properties: new Map(), fault };
}

/** The rows of a feature: one, or one for each time that its geometries have. */
export function* featureRows(feature: unknown, at: number): Iterable<Row> {
  const type = member(feature, 'type');
  if (type === 'FeatureCollection') {
    const list = member(feature, 'features');
    if (Array.isArray(list)) for (const one of list) yield* featureRows(one, at);
    return;
  }
  if (isGeometry(feature)) {
    yield { at, properties: new Map(), geometry: feature };
    return;
  }
  if (type !== 'Feature') {
    yield faulty(at, { field: 'type', found: shown(type ?? feature), expected: '"Feature"' });
    return;
  }
  const row = featureRow(feature, at);
  const parts = member(row.geometry, 'geometries');
  const isTimed =
    row.when === undefined &&
    Array.isArray(parts) &&
    parts.some((part) => saysTime(member(part, 'when')));
  if (!isTimed || parts.length === 1) {
    yield isTimed ? { ...row, when: member(parts[0], 'when') } : row;
    return;
  }
  for (const [k, part] of (parts as unknown[]).entries()) {
    const id = row.id === undefined ? undefined : `${String(row.id)}.${k + 1}`;
    yield { ...row, id, geometry: shapeOf(part), when: member(part, 'when') };
  }
}

function featureRow(feature: unknown, at: number): Row {
  const stated = member(feature, 'properties');
  const properties = propertiesOf(stated);
  const remarks: Fault[] = [];
  if (stated !== null && stated !== undefined && properties.size === 0 && Array.isArray(stated)) {
    remarks.push({ field: 'properties', found: shown(stated), expected: 'an object, or null' });
  }
  const geometry = member(feature, 'geometry');
  const names = namesOf(member(feature, 'names'));
  addPlaceParts(feature, properties);
  const when = member(feature, 'when');
  return {
    at,
    id: member(feature, 'id') ?? member(feature, '@id'),
    properties,
    geometry: shapeOf(geometry),
    when: saysTime(when) ? when : undefined,
    names,
    remarks,
  };
}

/** Linked Places may give a geometry as well-known text beside or in place of coordinates. */
function shapeOf(geometry: unknown): unknown {
  const text = member(geometry, 'geowkt');
  const isBare = typeof text === 'string' && member(geometry, 'coordinates') === undefined;
  return isBare && member(geometry, 'geometries') === undefined ? parseWkt(text) : geometry;
}

function namesOf(value: unknown): Row['names'] {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((name): { text: string; lang?: string }[] => {
    const text = member(name, 'toponym');
    const lang = member(name, 'lang');
    if (typeof text !== 'string' || text === '') return [];
    return [
      { text, ...(typeof lang === 'string' && /^[a-z]{2,3}(-\w+)*$/i.test(lang) && { lang }) },
    ];
  });
}

/** What Linked Places say beside the properties joins them, where no property has the name. */
function addPlaceParts(feature: unknown, properties: Map<string, unknown>): void {
  const add = (name: string, list: unknown, parts: readonly string[]): void => {
    if (!Array.isArray(list) || properties.has(name)) return;
    const texts = list.flatMap((one) => {
      const found = parts
        .map((part) => member(one, part))
        .find((text) => typeof text === 'string' && text !== '');
      return typeof found === 'string' ? [found] : [];
    });
    if (texts.length > 0) properties.set(name, [...new Set(texts)].join('; '));
  };
  add('types', member(feature, 'types'), ['label', 'sourceLabel', 'identifier']);
  add('description', member(feature, 'descriptions'), ['value']);
  add('links', member(feature, 'links'), ['identifier', 'uri', '@id']);
  add('related to', member(feature, 'relations'), ['label', 'relationTo']);
  add('depictions', member(feature, 'depictions'), ['title', '@id']);
  // Members beside these are legal (RFC 7946, section 6.1), and some files have all they say there.
  for (const [name, value] of propertiesOf(feature))
    if (!known.has(name) && !properties.has(name)) properties.set(name, value);
}

/** Members of a feature that are read for what they are. */
const known = new Set(
  '@context @id @type type id geometry properties when names types descriptions links relations depictions bbox crs'.split(
    ' ',
  ),
);
