/**
 * The one way in which the GeoJSON files of an atlas are written: members in a fixed order, a line
 * for each property, and a geometry on one line, so that a change shows in a diff as what it is.
 */

const featureOrder = ['type', 'id', 'geometry', 'names', 'when', 'properties'];
const propertyOrder = [
  'id',
  'kind',
  'movement',
  'event',
  'mode',
  'path',
  'title',
  'summary',
  'place',
  'from',
  'to',
  'actors',
  'precision',
  'radius_km',
  'label_point',
  'standing',
  'claims',
  'numbers',
  'sources',
  'follows',
  'note',
  'start',
  'end',
  'when_text',
];

const width = 100;

type Entry = readonly [name: string, value: unknown];

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of an object, those of `order` first; others keep their order. */
function entriesIn(value: object, order: readonly string[]): Entry[] {
  const place = (name: string) => {
    const index = order.indexOf(name);
    return index < 0 ? order.length : index;
  };
  const entries: Entry[] = Object.entries(value);
  return entries.sort(([a], [b]) => place(a) - place(b));
}

/** A value on one line, with a space inside braces; coordinates without any. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, member]: Entry) => {
    const text = name === 'coordinates' ? JSON.stringify(member) : inline(member);
    return `${JSON.stringify(name)}: ${text}`;
  });
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** A value on one line if it fits there, and else with its items on lines of their own. */
function print(value: unknown, indent: string, before: number): string {
  const line = inline(value);
  if (indent.length + before + line.length < width) return line;
  const deeper = `${indent}  `;
  if (isObject(value)) return block('{', members(Object.entries(value), deeper), '}', indent);
  if (!Array.isArray(value)) return line;
  const items = value.map((item: unknown) => print(item, deeper, 0));
  return block('[', items, ']', indent);
}

function members(entries: readonly Entry[], indent: string): string[] {
  return entries.map(([name, value]) => {
    const key = `${JSON.stringify(name)}: `;
    return key + print(value, indent, key.length);
  });
}

function block(open: string, lines: readonly string[], close: string, indent: string): string {
  if (lines.length === 0) return open + close;
  return `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`;
}

function feature(value: unknown, indent: string): string {
  if (!isObject(value)) return inline(value);
  const deeper = `${indent}  `;
  const lines = entriesIn(value, featureOrder).map(([name, member]) => {
    const key = `${JSON.stringify(name)}: `;
    if (name === 'properties' && isObject(member)) {
      const properties = members(entriesIn(member, propertyOrder), `${deeper}  `);
      return key + block('{', properties, '}', deeper);
    }
    return key + (name === 'geometry' ? inline(member) : print(member, deeper, key.length));
  });
  return block('{', lines, '}', indent);
}

/** A GeoJSON FeatureCollection as text. */
export function formatFeatures(collection: { readonly features: readonly unknown[] }): string {
  const lines = Object.entries(collection).map(([name, value]: Entry) => {
    const key = `${JSON.stringify(name)}: `;
    if (name !== 'features' || !Array.isArray(value)) return key + print(value, '  ', key.length);
    const features = value.map((item: unknown) => feature(item, '    '));
    return key + block('[', features, ']', '  ');
  });
  return `${block('{', lines, '}', '')}\n`;
}
