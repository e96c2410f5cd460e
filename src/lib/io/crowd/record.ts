/** What one record of a large file says: its fields, where it is, and when. */
import type { Span } from '../../core/span';
import type { Problem } from '../problem';
import { csvFields } from './csv';
import { momentIn, spanIn } from './dates';
import type { Roles } from './roles';
import { shapeOf, type CrowdShape } from './shapes';

/** A record as the file has it. */
export interface RawRecord {
  readonly id?: string;
  readonly properties: ReadonlyMap<string, unknown>;
  /** Of a feature, undefined where it has none; a row of a table has no such member. */
  readonly geometry?: unknown;
  /** Linked Places `when`. */
  readonly when?: unknown;
  /** What was said of the record when it was converted, and its number before. */
  readonly said?: Said;
}

/** What `io/open/sequence` says of a record, or of the file, beside it. */
interface Said {
  readonly number?: number;
  readonly notes: readonly string[];
  readonly problems: readonly Pick<Problem, 'field' | 'found' | 'expected'>[];
}

/** The first line of a table. */
export interface Header {
  readonly fields: readonly string[];
  readonly delimiter: string;
}

/** A row of a table; what is empty in it is no field. */
export function parseRow(text: string, { fields, delimiter }: Header): RawRecord {
  const values = csvFields(text, delimiter);
  const properties = new Map<string, unknown>();
  for (const [k, name] of fields.entries()) {
    const value = values[k]?.trim();
    if (value) properties.set(name, value);
  }
  return { properties };
}

/** A GeoJSON feature; undefined where a text is none. */
export function parseFeature(text: string): RawRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const isNamed = memberOf(value, 'type') === 'Feature';
  const properties = memberOf(value, 'properties');
  if (!isNamed && properties === undefined && memberOf(value, 'geometry') === undefined) {
    return undefined;
  }
  const isFeature = typeof properties === 'object' && properties !== null;
  const id = memberOf(value, 'id');
  return {
    ...((typeof id === 'string' || typeof id === 'number') && { id: String(id) }),
    // Members of their own only, in a Map: a member called __proto__ is one like any other.
    properties: new Map(Object.entries(isFeature ? properties : {})),
    geometry: memberOf(value, 'geometry'),
    when: memberOf(value, 'when'),
    said: saidOf(value),
  };
}

/** What a text that is no feature says of the file. */
export function saidIn(text: string): Said | undefined {
  try {
    return saidOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function saidOf(value: unknown): Said | undefined {
  const [notes, problems] = [memberOf(value, 'notes'), memberOf(value, 'problems')];
  if (!Array.isArray(notes) && !Array.isArray(problems)) return undefined;
  const number = memberOf(value, 'number');
  return {
    ...(typeof number === 'number' && { number }),
    notes: listOf(notes).filter((note) => typeof note === 'string'),
    problems: listOf(problems).map((problem) => {
      const field = memberOf(problem, 'field');
      return {
        ...(typeof field === 'string' && { field }),
        found: String(memberOf(problem, 'found')),
        expected: String(memberOf(problem, 'expected')),
      };
    }),
  };
}

/** Where a record is: a feature's geometry, or the columns of a row's position. */
export function shapeIn(record: RawRecord, { lat, lon }: Roles): CrowdShape | undefined {
  const { geometry, properties } = record;
  if ('geometry' in record) return shapeOf(geometry, timesIn(properties));
  if (lat === undefined || lon === undefined) return undefined;
  // An empty field is not in the map, and has no number.
  const [x, y] = [Number(properties.get(lon)), Number(properties.get(lat))];
  return Number.isFinite(x) && Math.abs(y) <= 90 ? { position: [x, y] } : undefined;
}

/** The times of a record: of each timespan of `when`, of its fields, or of its path. */
export function spansIn({ when, properties, geometry }: RawRecord, { start, end }: Roles): Span[] {
  const timespans = memberOf(when ?? properties.get('when'), 'timespans');
  if (Array.isArray(timespans)) {
    const spans = timespans.flatMap((timespan) => {
      const span = spanIn(
        sideText(memberOf(timespan, 'start')),
        sideText(memberOf(timespan, 'end')),
      );
      return span ?? [];
    });
    if (spans.length > 0) return spans;
  }
  const value = (name: string | undefined): unknown =>
    name === undefined ? undefined : properties.get(name);
  const span = spanIn(value(start), value(end));
  if (span) return [span];
  return geometry === undefined ? [] : spanOfTimes(properties);
}

/** The moments of a path's positions, where it has them. */
function timesIn(properties: ReadonlyMap<string, unknown>): unknown {
  return properties.get('times') ?? memberOf(properties.get('coordinateProperties'), 'times');
}

/** From the first to the last moment of a path with times. */
function spanOfTimes(properties: ReadonlyMap<string, unknown>): Span[] {
  const times = timesIn(properties);
  if (!Array.isArray(times)) return [];
  const moments = times.flat().map(momentIn).filter(Number.isFinite);
  if (moments.length === 0) return [];
  const day = (moment: number): number => Math.floor(moment);
  let [from, to] = [Infinity, -Infinity];
  for (const moment of moments) {
    from = Math.min(from, day(moment));
    to = Math.max(to, day(moment));
  }
  return [{ earliestStart: from, latestStart: from, earliestEnd: to, latestEnd: to }];
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A side of a timespan as one text: `in`, or the two bounds as an EDTF set. */
function sideText(side: unknown): unknown {
  if (typeof side !== 'object' || side === null) return side;
  const stated = memberOf(side, 'in');
  if (stated !== undefined) return stated;
  const [earliest, latest] = [memberOf(side, 'earliest'), memberOf(side, 'latest')];
  if (earliest === undefined || latest === undefined) return earliest ?? latest;
  return `[${String(earliest)}..${String(latest)}]`;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (Reflect.get(value, name) as unknown)
    : undefined;
}
