/**
 * Which field of a file means what. Found by the names that tables of events, gazetteers, tracks
 * and exports use, and by the values; shown to the reader where it stays unclear.
 */
import { readAngle, readPair } from './coordinates';
import { isBlank, type DateOrder } from './date-read';
import { orderOf, readTimeText } from './date-text';
import { monthOf } from './date-words';
import { folded, hints, isNoTitle, isPartOfAngle, rankOf, type Role } from './field-names';
import { limits } from './limits';
import { member, type Row, type Table } from './row';
import { leastShare } from './turned';
import { isWkt } from './wkt';

/** The field of each role that has one, and the order of day and month where it had to be asked. */
export type Mapping = { readonly [R in Role]?: string } & { readonly dateOrder?: DateOrder };

/** A mapping that was guessed, and what is unclear about it. */
export interface Guess {
  readonly mapping: Mapping;
  /** Why the reader should look at it; empty where nothing is unclear. */
  readonly unclear: readonly string[];
  /** A date of the file that could be read in two ways. */
  readonly ambiguousDate?: string;
}

/** Roles that only a number can fill. */
const angular = new Set<Role>(['lat', 'lon', 'fromLat', 'fromLon', 'toLat', 'toLon']);

/** Values of a field in the first rows. */
function sampled(rows: readonly Row[], field: string): unknown[] {
  return rows.map((row) => row.properties.get(field)).filter((value) => !isBlank(value));
}

function fits(role: Role, values: readonly unknown[]): boolean {
  if (values.length === 0) return false;
  const share = (test: (value: unknown) => boolean): boolean =>
    values.filter(test).length >= values.length * 0.6;
  if (angular.has(role)) {
    return share((value) => readAngle(value) !== undefined);
  }
  if (role === 'month') return share((value) => monthNumber(value) !== undefined);
  if (role === 'day') return share((value) => isWhole(value, 31));
  if (role === 'latlon') return share((value) => readPair(value) !== undefined);
  if (role === 'wkt') return share((value) => typeof value === 'string' && isWkt(value));
  // A description with markup is an object of togeojson's.
  return share((value) => typeof value !== 'object' || member(value, '@type') === 'html');
}

function isWhole(value: unknown, most: number): boolean {
  const number = Number(value);
  return Number.isInteger(number) && number >= 1 && number <= most;
}

/** The number of a month by its number or its name. */
export function monthNumber(value: unknown): number | undefined {
  if (isWhole(value, 12)) return Number(value);
  return typeof value === 'string' ? monthOf(value.trim()) : undefined;
}

/** Whether a value is a year and nothing more. */
export function isYear(value: unknown): boolean {
  return /^-?\d{3,4}$/.test(String(value).trim());
}

const isPlainNumber = (value: unknown): boolean => /^-?\d+(?:[.,]\d+)?$/.test(String(value).trim());

/** Whether most values of a field are dates in themselves; mere numbers are only if they may be years. */
function isDated(values: readonly unknown[], isNamed: boolean): boolean {
  const dated = values.filter((value) =>
    isPlainNumber(value) ? isNamed && isYear(value) : readTimeText(value, 'dmy').ok,
  );
  return values.length > 0 && dated.length >= values.length * (isNamed ? 0.6 : 0.8);
}

/** A field that says by a word of its name what it is; the shortest name says it most plainly. */
function hinted(role: Role, fields: readonly string[], rows: readonly Row[]): string | undefined {
  return fields
    .filter((field) => hints(role, field))
    .filter((field) => {
      const values = sampled(rows, field);
      const isFit = role === 'start' || role === 'end' ? isDated(values, true) : fits(role, values);
      const isWhole = !angular.has(role) || !isPartOfAngle(field, fields);
      return isFit && isWhole;
    })
    .sort((a, b) => a.length - b.length)[0];
}

/** The field whose name comes first in the list of a role's names. */
function named(role: Role, fields: readonly string[], rows: readonly Row[]): string | undefined {
  let best: string | undefined;
  let rank = Infinity;
  for (const field of fields) {
    const at = rankOf(role, field);
    if (at !== undefined && at < rank && fits(role, sampled(rows, field))) {
      best = field;
      rank = at;
    }
  }
  return best;
}

/** Without a field of dates by its name: the first that holds nothing but dates. */
function datedByValues(fields: readonly string[], rows: readonly Row[]): string | undefined {
  return fields.find((field) => !isNoTitle(field) && isDated(sampled(rows, field), false));
}

/** Without a title: the first field of short texts, most of which differ. */
function titledByValues(fields: readonly string[], rows: readonly Row[]): string | undefined {
  return fields.find((field) => {
    const values = sampled(rows, field);
    const isText = (value: unknown): boolean =>
      typeof value === 'string' &&
      value.length <= 150 &&
      !/^(?:https?:|\{|\[)/.test(value) &&
      readAngle(value) === undefined &&
      !readTimeText(value, 'dmy').ok;
    const isVaried = values.length < 5 || new Set(values).size > values.length / 2;
    return !isNoTitle(field) && values.length > 0 && isVaried && values.every(isText);
  });
}

/**
 * Guesses what the fields of a table mean. `hasGeometry`: the format has geometries of its own, so
 * that no field needs to hold one.
 */
export function guessMapping(table: Table, hasGeometry: boolean): Guess {
  const rows: Row[] = [];
  for (const row of table.rows()) {
    if (row.fault === undefined) rows.push(row);
    if (rows.length >= 200) break;
  }
  const fields = table.fields.slice(0, limits.columns);
  const taken = new Set<string>();
  const mapping: { [R in Role]?: string } = {};
  let swapped = false;
  const take = (role: Role): void => {
    const free = fields.filter((name) => !taken.has(name));
    // What is on a track is called as the track, unless it has a title that says so plainly.
    const isHinted = role !== 'title' || mapping.track === undefined;
    const field = named(role, free, rows) ?? (isHinted ? hinted(role, free, rows) : undefined);
    if (field === undefined) return;
    mapping[role] = field;
    taken.add(field);
  };
  if (!hasGeometry) {
    for (const role of ['fromLat', 'fromLon', 'toLat', 'toLon'] as const) take(role);
    findGeometry(fields, rows, mapping, taken, take);
    if (isSwapped(rows, mapping)) {
      [mapping.lat, mapping.lon] = [mapping.lon, mapping.lat];
      swapped = true;
    }
  }
  for (const role of ['track', 'start', 'end', 'title', 'category', 'actor', 'summary'] as const) {
    take(role);
  }
  const free = (): string[] => fields.filter((name) => !taken.has(name));
  const put = (role: Role, field: string | undefined): void => {
    if (field === undefined) return;
    mapping[role] = field;
    taken.add(field);
  };
  // A start and an end beat a date that stands beside them; "from" and "to" may be years.
  if (mapping.start === undefined || mapping.end === undefined) {
    takeYears(fields, rows, mapping, taken);
  }
  if (mapping.start === undefined && mapping.end === undefined)
    put('start', datedByValues(free(), rows));
  if (mapping.start !== undefined && sampled(rows, mapping.start).every(isYear)) {
    take('month');
    if (mapping.month !== undefined) take('day');
  }
  for (const role of ['place', 'from', 'to'] as const) take(role);
  // Beside no "target" a "source" is who says so, and no place: it is shown as what it is.
  if (mapping.to === undefined && mapping.from?.toLowerCase() === 'source') {
    taken.delete(mapping.from);
    mapping.from = undefined;
  }
  const isNamed = [mapping.title, mapping.track, mapping.place].some(
    (field) => field !== undefined,
  );
  if (!isNamed) put('title', titledByValues(free(), rows));
  // A table of places calls its title "place" or "city".
  if (mapping.title === undefined && mapping.track === undefined && mapping.actor === undefined) {
    mapping.title = mapping.place;
  }
  const example = dateQuestion(table, mapping);
  return {
    mapping: example.order === undefined ? mapping : { ...mapping, dateOrder: example.order },
    unclear: [
      ...(swapped ? [swappedText(mapping)] : []),
      ...unclearOf(mapping, hasGeometry, example.example),
    ],
    ambiguousDate: example.example,
  };
}

/** Whether latitudes are beyond 90 degrees where longitudes are not: the columns are called the wrong way round. */
function isSwapped(rows: readonly Row[], { lat, lon }: Mapping): boolean {
  if (lat === undefined || lon === undefined) return false;
  const sizes = (field: string): number[] =>
    sampled(rows, field).flatMap((value) => {
      const angle = readAngle(value);
      return angle === undefined ? [] : [Math.abs(angle)];
    });
  const all = sizes(lat);
  const beyond = all.filter((size) => size > 90);
  return (
    beyond.length > all.length * leastShare &&
    beyond.every((size) => size <= 180) &&
    sizes(lon).every((size) => size <= 90)
  );
}

function swappedText({ lat, lon }: Mapping): string {
  return `“${lon}” has values beyond 90, which no latitude has, and “${lat}” has none: they were taken the other way round. Look whether the map is right.`;
}

function findGeometry(
  fields: readonly string[],
  rows: readonly Row[],
  mapping: { [R in Role]?: string },
  taken: Set<string>,
  take: (role: Role) => void,
): void {
  take('lat');
  take('lon');
  if (mapping.lat === undefined || mapping.lon === undefined) {
    for (const role of ['lat', 'lon'] as const) {
      const field = mapping[role];
      if (field !== undefined) taken.delete(field);
      mapping[role] = undefined;
    }
    take('wkt');
    if (mapping.wkt === undefined) take('latlon');
    // A column that holds nothing but geometries or pairs says so by its values.
    for (const role of ['wkt', 'latlon'] as const) {
      if (mapping.wkt !== undefined || mapping.latlon !== undefined) break;
      const field = fields.find((name) => {
        const values = sampled(rows, name);
        const isPlain = values.some(
          (value) => typeof value === 'number' || /^-?[\d.]+$/.test(String(value)),
        );
        return !isPlain && fits(role, values);
      });
      if (field !== undefined) {
        mapping[role] = field;
        taken.add(field);
      }
    }
  } else {
    // A shape says more than its point; the columns stay as a way out where it is empty.
    take('wkt');
  }
}

function takeYears(
  fields: readonly string[],
  rows: readonly Row[],
  mapping: { [R in Role]?: string },
  taken: Set<string>,
): void {
  const yearly = (name: string): boolean => {
    const values = sampled(rows, name);
    return values.length > 0 && values.every((value) => /^-?\d{3,4}(?:-\d|$)/.test(String(value)));
  };
  const find = (wanted: readonly string[]): string | undefined =>
    fields.find((name) => wanted.includes(folded(name)) && yearly(name) && !taken.has(name));
  const from = find(['from', 'von', 'de', 'da', 'от', 'с']);
  const to = find(['to', 'bis', 'a', 'до', 'по']);
  if (from === undefined || to === undefined) return;
  if (mapping.start !== undefined) taken.delete(mapping.start);
  mapping.start = from;
  mapping.end = to;
  taken.add(from).add(to);
}

function dateQuestion(table: Table, mapping: Mapping): ReturnType<typeof orderOf> {
  const fields = [mapping.start, mapping.end].filter((field) => field !== undefined);
  return orderOf(
    (function* () {
      for (const row of table.rows()) for (const field of fields) yield row.properties.get(field);
    })(),
  );
}

function unclearOf(mapping: Mapping, hasGeometry: boolean, example: string | undefined): string[] {
  const unclear: string[] = [];
  if (!hasGeometry && !hasPlace(mapping)) {
    unclear.push('No column holds positions that could be read: choose latitude and longitude.');
  }
  if (example !== undefined) {
    unclear.push(`${example}: does the day or the month come first?`);
  }
  return unclear;
}

const endRoles = ['fromLat', 'fromLon', 'toLat', 'toLon'] as const;

/** Whether a mapping says where things are. */
export function hasPlace(mapping: Mapping): boolean {
  return (
    (mapping.lat !== undefined && mapping.lon !== undefined) ||
    mapping.latlon !== undefined ||
    mapping.wkt !== undefined ||
    endRoles.every((role) => mapping[role] !== undefined)
  );
}

/** What files with the same fields have in common, to remember a mapping by. */
export function headerKey(fields: readonly string[]): string {
  return fields.map(folded).join('|').slice(0, 2000);
}
