/** Rows that were written here (`write-csv`, `write-kml`): they come back as the records they were. */
import { parseEdtfSpan } from '../../core/edtf';
import {
  eventTypes,
  kinds,
  modes,
  movements,
  precisions,
  standings,
  type AtlasRecord,
  type Place,
  type Standing,
} from '../../core/model';
import type { Span } from '../../core/span';
import type { ClaimCell } from '../own-columns';
import { descriptionOf } from '../write-kml';
import type { End, Entry } from './entry';
import { readClaims, readNumbers } from './own-cells';
import type { Fault, Row } from './row';
import { readShape, type ShapeRead } from './shape';
import { parseWkt } from './wkt';

/** What a row that was written here says beyond any other. */
export interface Own extends Pick<AtlasRecord, 'kind' | 'type' | 'mode' | 'note' | 'numbers'> {
  /** The names of its places, in the order of its points; blank where a place has none. */
  readonly places: readonly string[];
  readonly from: readonly End[];
  readonly to: readonly End[];
  readonly precision?: Place['precision'];
  readonly radiusKm?: number;
  /** Its lines were drawn, and are not the file's. */
  readonly schematic: boolean;
  readonly sources: string;
  readonly claims: readonly ClaimCell[];
  /** The ids that rows of this file had: not all of them need be in it. */
  readonly follows: readonly string[];
}

/** An entry but for the fields that the record does not know. */
type OwnEntry = Omit<Entry, 'fields'>;

function typeOf(
  kind: AtlasRecord['kind'],
  text: string,
): Pick<AtlasRecord, 'type' | 'mode'> | undefined {
  const word = text.replace(/ by air$/, '');
  const words: readonly AtlasRecord['type'][] =
    kind === 'base' ? [kind] : [...(kind === 'event' ? eventTypes : movements), kind];
  const type = words.find((one) => one === word);
  return type && { type, ...(word !== text && { mode: 'air' as const }) };
}

/** The parts of a list, an empty text for each that is blank. */
const listOf = (text: string): string[] =>
  text === '' ? [] : text.split(/; ?/).map((part) => part.trim());

const telling = ['id', 'kind', 'type', 'title', 'start', 'end', 'when', 'standing'];

/** Whether a table has the columns of those that are written here: nothing of it has to be asked. */
export function isOwnTable(fields: readonly string[]): boolean {
  return telling.every((name) => fields.includes(name));
}

/** Reads a row by the names under which it was written; undefined for any other. */
export function readOwn(row: Row, hasGeometry: boolean): OwnEntry | undefined {
  const value = (name: string): string => {
    const text = row.properties.get(name);
    if (typeof text !== 'string') return text === undefined ? '' : String(text);
    return hasGeometry ? text : unguarded(text);
  };
  const kind = kinds.find((one) => one === value('kind'));
  const standing = standings.find((one) => one === value('standing'));
  const typed = kind && typeOf(kind, value('type'));
  const words = value('when');
  const title = value(hasGeometry ? 'name' : 'title');
  const isWhole = [words, title, value('id')].every((text) => text !== '');
  const { shape, fault } = hasGeometry
    ? readShape(row.geometry)
    : readPlace(value('wkt'), value('lon'), value('lat'));
  // What was changed since and does not fit any more is read, and told of, like any other row.
  if (!kind || !standing || !typed || !isWhole || fault) return undefined;
  const { spans, remarks } = spansOf(value('start'), value('end'));
  const claims = readClaims(value('claims'));
  const numbers = readNumbers(value('numbers'));
  const isMoving = kind === 'movement';
  const mode = isMoving ? modes.find((one) => one === value('mode')) : undefined;
  const own: Own = {
    kind,
    ...typed,
    ...(mode && { mode }),
    ...(value('note') !== '' && { note: value('note') }),
    places: listOf(value('place')),
    ...(isMoving ? endsOf(value) : { from: [], to: [] }),
    precision: precisions.find((one) => one === value('precision')),
    ...(value('radius_km') !== '' && { radiusKm: Number(value('radius_km')) || 0 }),
    schematic: value('path') === 'schematic',
    sources: value('sources'),
    claims: claims.items,
    numbers: numbers.items,
    follows: listOf(value('follows')),
  };
  return {
    at: row.at,
    own,
    names: [],
    id: value('id'),
    title,
    summary: hasGeometry ? summaryOf(row, words, standing) : value('summary'),
    ...(value('category') !== '' && { category: value('category') }),
    // A movement without a line stands at one of its ends; it is drawn between both.
    shape: isMoving && !shape?.lines.length ? undefined : shape,
    actors: listOf(value('actors')),
    standing,
    time: {
      spans,
      words,
      uncertain: false,
      remarks: [...remarks, ...claims.remarks, ...numbers.remarks],
      fields: [],
    },
  };
}

/** A text as it was before a table program was kept from taking it for a formula. */
export function unguarded(text: string): string {
  return /^'+[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text;
}

/** Where a row of a table is: a shape where it has one, else a point. */
function readPlace(wkt: string, lon: string, lat: string): ShapeRead {
  const geometry = wkt === '' ? undefined : parseWkt(wkt);
  if (geometry) return readShape(geometry);
  if (lon === '' && lat === '') return { none: true, remarks: [] };
  return readShape({ type: 'Point', coordinates: [lon || NaN, lat || NaN].map(Number) });
}

function summaryOf({ properties }: Row, whenText: string, standing: Standing): string {
  const stated = properties.get('description');
  const text = typeof stated === 'string' ? stated.trim() : '';
  const rest = descriptionOf({ summary: '', whenText, standing }).trim();
  return text.endsWith(rest) ? text.slice(0, -rest.length).trim() : text;
}

function spansOf(starts: string, ends: string): { spans: Span[]; remarks: Fault[] } {
  const remarks: Fault[] = [];
  const last = listOf(ends);
  const spans = listOf(starts).flatMap((start, k) => {
    const read = parseEdtfSpan(start, last[k] ?? '');
    if (read.ok) return [read.span];
    remarks.push({ field: 'start', found: read.found, expected: read.expected });
    return [];
  });
  return { spans, remarks };
}

/** The ends of a movement: their names and where they are, a part of a list for each. */
function endsOf(value: (name: string) => string): Pick<Own, 'from' | 'to'> {
  const ends = (side: 'from' | 'to'): End[] => {
    const [names, lons, lats] = [side, `${side}_lon`, `${side}_lat`].map((name) =>
      listOf(value(name)),
    ) as [string[], string[], string[]];
    return Array.from({ length: Math.max(names.length, lons.length) }, (_, k) => {
      const position = [lons[k], lats[k]].map((part) => (part ? Number(part) : NaN));
      return {
        ...(names[k] && { name: names[k] }),
        ...(position.every(Number.isFinite) && { position }),
      };
    });
  };
  return { from: ends('from'), to: ends('to') };
}
