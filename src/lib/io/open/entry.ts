/** One row with its meaning: what, where, when, who. Everything else of it is kept as it stands. */
import type { Position } from 'geojson';
import { standings, type Field, type Standing } from '../../core/model';
import { fieldName } from '../own-columns';
import { shown } from '../problem';
import { readAngle, readPair } from './coordinates';
import { isBlank } from './date-read';
import { isLongitudeFirst } from './field-names';
import type { Mapping } from './mapping';
import { readOwn, unguarded, type Own } from './own';
import { member, type Fault, type Row } from './row';
import { readShape, type Shape, type ShapeRead } from './shape';
import { readTime } from './time';
import type { TimeRead } from './when';
import { isWkt, parseWkt } from './wkt';

export interface Entry {
  readonly at: number;
  readonly id?: string;
  readonly title: string;
  readonly summary: string;
  readonly category?: string;
  readonly shape?: Shape;
  /** The name of where it is. */
  readonly place?: string;
  readonly names: Row['names'];
  /** The ends of a movement, as far as the row names them or says where they are. */
  readonly from?: End;
  readonly to?: End;
  readonly actors: readonly string[];
  /** What strings its points together. */
  readonly track?: string;
  readonly time: TimeRead;
  readonly standing: Standing;
  readonly fields: readonly Field[];
  /** What more there is of a row that was written here. */
  readonly own?: Own;
}

/** An end of a movement: its name, its position, or both. */
export interface End {
  readonly name?: string;
  readonly position?: Position;
}

/** An entry, or why the row is not shown; and what is to be said of it either way. */
export interface EntryRead {
  readonly entry?: Entry;
  readonly fault?: Fault;
  readonly remarks: readonly Fault[];
}

/** Reads a row. `hasGeometry`: the format has geometries of its own. */
export function readEntry(row: Row, mapping: Mapping, hasGeometry: boolean): EntryRead {
  if (row.fault) return { fault: row.fault, remarks: [] };
  const own = readOwn(row, hasGeometry);
  if (own) {
    const fields = restOf(row, new Set()).flatMap(({ name, value }) => {
      const said = fieldName(hasGeometry ? name : unguarded(name));
      return said === undefined
        ? []
        : [{ name: said, value: hasGeometry ? value : unguarded(value) }];
    });
    return { entry: { ...own, fields }, remarks: [...(row.remarks ?? []), ...own.time.remarks] };
  }
  const remarks: Fault[] = [...(row.remarks ?? [])];
  const used = new Set<string>();
  const text = (field: string | undefined): string | undefined => {
    if (field === undefined) return undefined;
    used.add(field);
    const value = row.properties.get(field);
    return isBlank(value) ? undefined : textOf(value);
  };
  const where: ShapeRead = hasGeometry ? readShape(row.geometry) : readColumns(row, mapping, used);
  if (where.fault) return { fault: where.fault, remarks: [] };
  remarks.push(...where.remarks);
  const from = readEnd(text(mapping.from), row, [mapping.fromLat, mapping.fromLon], used);
  const to = readEnd(text(mapping.to), row, [mapping.toLat, mapping.toLon], used);
  if (where.none && !from && !to) {
    remarks.push({
      // A table has no geometries; its columns say where a row is.
      field: hasGeometry ? 'geometry' : 'position',
      found: 'nothing',
      expected: 'where it is; it stands in the list, but not on the map',
    });
  }
  const time = readTime(row, mapping, where.shape?.times);
  remarks.push(...time.remarks);
  for (const field of time.fields) used.add(field);
  const category = text(mapping.category);
  const place = text(mapping.place);
  const actors = text(mapping.actor);
  const track = text(mapping.track);
  const stated = row.properties.get('standing');
  const standing = standings.find((word) => word === stated);
  if (standing) used.add('standing');
  const names = row.names ?? [];
  if (names.length > 0) used.add('variants');
  const ends = from?.name !== undefined && to?.name !== undefined && `${from.name} to ${to.name}`;
  const title =
    text(mapping.title) ?? names[0]?.text ?? track ?? (ends || (place ?? actors ?? category));
  const entry: Entry = {
    at: row.at,
    id: idOf(row, used),
    title: (title ?? `Record ${row.at}`).replace(/\s+/g, ' ').slice(0, 300),
    summary: text(mapping.summary) ?? '',
    category: category === undefined ? undefined : labelOf(category),
    shape: where.shape,
    place,
    names: names.filter(({ text: name }) => name !== title),
    from,
    to,
    actors: actors === undefined ? [] : actors.split(/\s*[;|]\s*/).filter(Boolean),
    track,
    time,
    standing: standing ?? (time.uncertain ? 'estimated' : 'reported'),
    fields: restOf(row, used),
  };
  return { entry, remarks };
}

function readEnd(
  name: string | undefined,
  row: Row,
  [latField, lonField]: readonly [string | undefined, string | undefined],
  used: Set<string>,
): End | undefined {
  if (latField === undefined || lonField === undefined)
    return name === undefined ? undefined : { name };
  used.add(latField).add(lonField);
  const [lat, lon] = [latField, lonField].map((field) => readAngle(row.properties.get(field)));
  const isPosition =
    lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  if (isPosition) return { name, position: [lon, lat] };
  return name === undefined ? undefined : { name };
}

function idOf(row: Row, used: Set<string>): string | undefined {
  const id = row.id ?? row.properties.get('id') ?? row.properties.get('@id');
  used.add('id').add('@id');
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

/** Fields that only say how something looks, or that programs leave behind. */
const looks =
  /^(?:stroke|fill|marker|icon|label|line)[-_](?:color|colour|opacity|width|size|symbol|scale|offset|offset-units)$|^(?:stroke|fill|styleUrl|styleHash|styleMapHash|icon|visibility|_gpxType|coordinateProperties|times|coordTimes|linestringTimestamps|timespan|timestamp|@geometry-type)$/;

/** What else the row says, as text. */
function restOf(row: Row, used: ReadonlySet<string>): Field[] {
  const rest: Field[] = [];
  for (const [name, value] of row.properties) {
    if (used.has(name) || looks.test(name) || isBlank(value)) continue;
    const text = textOf(value);
    if (text !== '') rest.push({ name: name.slice(0, 100), value: text.slice(0, 2000) });
  }
  return rest;
}

/** A value as a reader sees it. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  // togeojson's descriptions that hold markup: its text, never its elements.
  const marked = member(value, '@type') === 'html' ? member(value, 'value') : undefined;
  if (typeof marked === 'string') return plainText(marked);
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The text of markup; it is only ever shown as text, so this is for reading, not for safety. */
function plainText(markup: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
  return markup
    .replace(/<br\s*\/?>|<\/(?:p|div|tr|li)>/gi, '\n')
    .replace(/<[^>]{0,2000}>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** A word for what a record is, on one line and short enough for a link to carry it. */
function labelOf(text: string): string | undefined {
  const line = text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
  return [...line].slice(0, 80).join('').trim() || undefined;
}

/** Where a row of a table is. */
function readColumns(row: Row, mapping: Mapping, used: Set<string>): ShapeRead {
  const value = (field: string | undefined): unknown => {
    if (field === undefined) return undefined;
    used.add(field);
    return row.properties.get(field);
  };
  const wkt = value(mapping.wkt);
  const [lat, lon] = [value(mapping.lat), value(mapping.lon)];
  const pair = value(mapping.latlon);
  if (!isBlank(wkt)) {
    const geometry = typeof wkt === 'string' ? geometryText(wkt) : wkt;
    if (geometry !== undefined) return readShape(geometry);
    const hasPoint = !isBlank(lat) && !isBlank(lon);
    const fault = {
      field: mapping.wkt,
      found: shown(wkt),
      expected: 'well-known text, such as POINT (71.7 41.0)',
    };
    if (!hasPoint) return { fault, remarks: [] };
    const read = readPoint(row, mapping, lat, lon);
    return { ...read, remarks: [...read.remarks, fault] };
  }
  if (!isBlank(pair)) {
    const position = readPair(pair, isLongitudeFirst(mapping.latlon ?? ''));
    if (position) return asPoint(position, `${mapping.latlon}`, pair);
    const fault = {
      field: mapping.latlon,
      found: shown(pair),
      expected: 'latitude, longitude, such as 41.0, 71.7',
    };
    return { fault, remarks: [] };
  }
  if (isBlank(lat) && isBlank(lon)) return { none: true, remarks: [] };
  return readPoint(row, mapping, lat, lon);
}

function geometryText(text: string): unknown {
  if (isWkt(text)) return parseWkt(text);
  if (!text.trim().startsWith('{') || text.length > 1_000_000) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function readPoint(row: Row, mapping: Mapping, lat: unknown, lon: unknown): ShapeRead {
  const [latitude, longitude] = [readAngle(lat), readAngle(lon)];
  if (latitude === undefined || longitude === undefined) {
    const isLat = latitude === undefined;
    const fault = {
      field: isLat ? mapping.lat : mapping.lon,
      found: shown(isLat ? lat : lon),
      expected: `a ${isLat ? 'latitude' : 'longitude'} in degrees, such as 41.0 or 41°00′N`,
    };
    return { fault, remarks: [] };
  }
  return asPoint([longitude, latitude], `${mapping.lat}, ${mapping.lon}`, [lat, lon]);
}

function asPoint(position: Position, field: string, stated: unknown): ShapeRead {
  const read = readShape({ type: 'Point', coordinates: position });
  return read.fault ? { ...read, fault: { ...read.fault, field, found: shown(stated) } } : read;
}
