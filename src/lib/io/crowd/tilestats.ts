/**
 * What the metadata of a tileset tell of its fields: `vector_layers` of TileJSON 3.0.0, and the
 * `tilestats` that tippecanoe adds. All of it comes from a stranger, and any of it may be missing.
 */
import { FOREVER, ALWAYS, type Interval } from '../../core/span';
import { daysIn } from './dates';
import { rolesOf, type Roles } from './roles';

export interface KnownField {
  readonly name: string;
  readonly values: readonly string[];
}

export interface TileStats {
  readonly layers: readonly string[];
  readonly roles: Roles;
  /** Names of all fields, where the metadata say any. */
  readonly fields: readonly string[];
  /** Fields of text whose values are all told. */
  readonly categories: readonly KnownField[];
  /** From the first to the last day that is told; more may lie in the tiles. */
  readonly span?: Interval;
}

/** As many values of a field as tippecanoe keeps unless it is told otherwise: then some may lack. */
const mostTold = 100;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function objectsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject).slice(0, 1000) : [];
}

const textOf = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);

export function statsOf(metadata: unknown): TileStats {
  const { vector_layers, tilestats } = isObject(metadata) ? metadata : {};
  const layers = objectsIn(vector_layers);
  const attributes = objectsIn(isObject(tilestats) ? tilestats.layers : undefined).flatMap(
    (layer) => objectsIn(layer.attributes),
  );
  const fields = new Set([
    ...layers.flatMap((layer) => (isObject(layer.fields) ? Object.keys(layer.fields) : [])),
    ...attributes.flatMap(({ attribute }) => textOf(attribute)),
  ]);
  const roles = rolesOf(fields);
  return {
    layers: layers.flatMap(({ id }) => textOf(id)),
    roles,
    fields: [...fields],
    categories: categoriesOf(attributes),
    span: spanOf(attributes, roles),
  };
}

type Attribute = Readonly<Record<string, unknown>>;

function categoriesOf(attributes: readonly Attribute[]): KnownField[] {
  const found = new Map<string, string[]>();
  for (const { attribute, type, values } of attributes) {
    if (typeof attribute !== 'string' || type !== 'string' || !Array.isArray(values)) continue;
    const texts = values.flatMap(textOf);
    if (texts.length === 0 || texts.length >= mostTold) continue;
    found.set(attribute, [...new Set([...(found.get(attribute) ?? []), ...texts])]);
  }
  return [...found].map(([name, values]) => ({ name, values }));
}

function spanOf(attributes: readonly Attribute[], { start, end }: Roles): Interval | undefined {
  let [from, to] = [FOREVER, ALWAYS];
  for (const { attribute, min, max, values } of attributes) {
    if (attribute !== start && attribute !== end) continue;
    const told: unknown[] = [min, max, ...(Array.isArray(values) ? (values as unknown[]) : [])];
    for (const value of told) {
      const days = daysIn(value);
      if (!days) continue;
      from = Math.min(from, days.from);
      to = Math.max(to, days.to);
    }
  }
  return from > ALWAYS && to < FOREVER && from <= to ? { from, to } : undefined;
}
