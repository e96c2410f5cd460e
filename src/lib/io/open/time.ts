/**
 * When a row was. Found in this order: Linked Places `when`, OpenHistoricalMap's dates with their
 * EDTF twins, the fields that the mapping names, KML's and GPX's times, the times of coordinates.
 */
import { FOREVER, ALWAYS } from '../../core/span';
import { whenText } from '../../core/wording';
import { shown } from '../problem';
import { edtfYear, isBlank, isSerial, type DateOrder } from './date-read';
import { readSide, readTimeText, spanFrom, type SpanRead } from './date-text';
import { rankOf } from './field-names';
import { isYear, monthNumber, type Mapping } from './mapping';
import { member, type Fault, type Row } from './row';
import { fromWhen, undated, type TimeRead } from './when';

/** Finds and reads the time of a row; `times` are those of its coordinates. */
export function readTime(row: Row, mapping: Mapping, times?: readonly unknown[]): TimeRead {
  const { properties } = row;
  for (const when of [row.when, structured(properties.get('when'))]) {
    const read = typeof when === 'string' ? fromText(when, 'when', undefined) : fromWhen(when);
    if (read) return { ...read, fields: ['when'] };
  }
  return (
    fromOsm(row, mapping.dateOrder) ??
    fromMapped(row, mapping) ??
    fromKml(properties) ??
    fromCoordinates(times ? { times, field: 'coordinateProperties' } : timesOf(properties)) ??
    fromOthers(row, mapping) ??
    undated
  );
}

/** OpenHistoricalMap's dates: on either side the EDTF twin counts, where there is one that can be read. */
function fromOsm(row: Row, order: DateOrder | undefined): TimeRead | undefined {
  const pick = (plain: string): string => {
    const twin = `${plain}:edtf`;
    const value = row.properties.get(twin);
    return readSide(value, 'start', order)?.ok ? twin : plain;
  };
  const [start, end] = [pick('start_date'), pick('end_date')];
  const read = fromPair(row, [start, end], order);
  return read && { ...read, fields: [...read.fields, 'start_date', 'end_date'] };
}

/** A `when` inside properties is sometimes JSON in a text (Shapefile and CSV know no objects). */
function structured(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) return value;
  if (typeof value !== 'string' || !value.trim().startsWith('{')) return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

/** The time of the fields that the mapping names; month and day may stand beside the year. */
function fromMapped(row: Row, mapping: Mapping): TimeRead | undefined {
  const { start, month, day, end } = mapping;
  if (start === undefined || month === undefined)
    return fromPair(row, [start, end], mapping.dateOrder);
  const year = row.properties.get(start);
  const ofYear = monthNumber(row.properties.get(month));
  if (!isYear(year) || ofYear === undefined) return fromPair(row, [start, end], mapping.dateOrder);
  const ofMonth = day === undefined ? undefined : row.properties.get(day);
  const parts = [ofYear, ...(isBlank(ofMonth) ? [] : [ofMonth])];
  const date = [
    edtfYear(String(year).trim()),
    ...parts.map((part) => String(part).trim().padStart(2, '0')),
  ].join('-');
  const dated: Row = { ...row, properties: new Map(row.properties).set(start, date) };
  const read = fromPair(dated, [start, end], mapping.dateOrder);
  return read && { ...read, fields: [...read.fields, month, ...(day === undefined ? [] : [day])] };
}

/** Rows of several layers in one file have their dates in fields of different names. */
function fromOthers(row: Row, { start, dateOrder }: Mapping): TimeRead | undefined {
  if (start === undefined) return undefined;
  const dated = [...row.properties].flatMap(([field, value]) => {
    const rank = rankOf('start', field);
    const isRead = rank !== undefined && !isBlank(value) && readTimeText(value, dateOrder).ok;
    return isRead ? [{ field, value, rank }] : [];
  });
  const [best] = dated.sort((a, b) => a.rank - b.rank);
  return best && fromText(best.value, best.field, dateOrder);
}

/** A start and an end in two fields, either of which may be missing; a start may be an interval. */
function fromPair(
  row: Row,
  [startField, endField]: readonly (string | undefined)[],
  order: DateOrder | undefined,
): TimeRead | undefined {
  const value = (field: string | undefined): unknown =>
    field === undefined ? undefined : row.properties.get(field);
  const [start, end] = [value(startField), value(endField)];
  const fields = [startField, endField].filter((field) => field !== undefined);
  if (isBlank(start) && isBlank(end)) return undefined;
  if (isBlank(end) && startField !== undefined) {
    const read = fromText(start, startField, order);
    return { ...read, fields };
  }
  const [from, to] = [readSide(start, 'start', order), readSide(end, 'end', order)];
  const words = [start, end].filter((side) => !isBlank(side)).join(' to ');
  const failed = [
    { side: from, field: startField },
    { side: to, field: endField },
  ].flatMap(({ side, field }): Fault[] =>
    side?.ok === false ? [{ field, found: side.found, expected: side.expected }] : [],
  );
  const read = from?.ok !== false && to?.ok !== false ? spanFrom(from, to) : undefined;
  const remarks = [...serialRemark(startField, start), ...serialRemark(endField, end)];
  if (read) return { ...undated, ...timed(read), remarks, fields };
  if (failed.length === 0) {
    failed.push({
      field: endField,
      found: shown(end),
      expected: `an end that is not before the start, ${shown(start)}`,
    });
  }
  // One side that can be read is worth more than none; the other is said.
  const only = from?.ok ? spanFrom(from, undefined) : to?.ok ? spanFrom(undefined, to) : undefined;
  const isOneSided = only && (from?.ok === false || to?.ok === false);
  if (isOneSided) return { ...undated, ...timed(only), words, remarks: failed, fields };
  return { ...undated, words: `${words} (not read)`, remarks: failed, fields };
}

function timed(read: SpanRead): Pick<TimeRead, 'spans' | 'words' | 'uncertain'> {
  return { spans: [read.span], words: whenText(read.span), uncertain: read.uncertain };
}

function fromText(value: unknown, field: string, order: DateOrder | undefined): TimeRead {
  const read = readTimeText(value, order);
  if (read.ok)
    return { ...undated, ...timed(read), remarks: serialRemark(field, value), fields: [field] };
  return {
    ...undated,
    words: `${String(value).slice(0, 80)} (not read)`,
    remarks: [{ field, found: read.found, expected: read.expected }],
    fields: [field],
  };
}

/** A number of five digits in the place of a date is what a spreadsheet leaves behind; that is said. */
function serialRemark(field: string | undefined, value: unknown): Fault[] {
  const expected = 'a date; it was read as the day number of a spreadsheet';
  return isSerial(value) ? [{ field, found: shown(value), expected }] : [];
}

/** The times that togeojson takes from KML and GPX. */
function fromKml(properties: Row['properties']): TimeRead | undefined {
  const timespan = properties.get('timespan');
  const pair: Row = {
    at: 0,
    properties: new Map([
      ['TimeSpan begin', member(timespan, 'begin')],
      ['TimeSpan end', member(timespan, 'end')],
    ]),
  };
  if (timespan !== undefined) {
    const [begin, end] = [member(timespan, 'begin'), member(timespan, 'end')];
    // In KML a missing side means without bounds.
    const open = new Map<string, unknown>([
      ['TimeSpan begin', isBlank(begin) ? '..' : begin],
      ['TimeSpan end', isBlank(end) ? '..' : end],
    ]);
    const read = fromPair(
      { ...pair, properties: open },
      ['TimeSpan begin', 'TimeSpan end'],
      undefined,
    );
    return read && { ...read, fields: ['timespan'] };
  }
  const timestamp = properties.get('timestamp');
  if (isBlank(timestamp)) return undefined;
  return { ...fromText(timestamp, 'timestamp', undefined), fields: ['timestamp'] };
}

/** Where programs write the times of the positions of a line, beside `coordinateProperties`. */
const timeLists = ['times', 'coordTimes', 'linestringTimestamps', 'timestamps', 'time'];

/** The times of the positions: a list, or a list of lists for several lines. */
function timesOf(
  properties: Row['properties'],
): { times: readonly unknown[]; field: string } | undefined {
  const inside = member(properties.get('coordinateProperties'), 'times');
  if (Array.isArray(inside)) return { times: inside.flat(1), field: 'coordinateProperties' };
  for (const field of timeLists) {
    const list = properties.get(field);
    if (Array.isArray(list) && list.length > 0) return { times: list.flat(1), field };
  }
  return undefined;
}

function fromCoordinates(found: ReturnType<typeof timesOf>): TimeRead | undefined {
  if (!found) return undefined;
  const { times, field } = found;
  let first: number = FOREVER;
  let last: number = ALWAYS;
  let bad: unknown;
  for (const time of times) {
    const read = isBlank(time) ? undefined : readTimeText(time);
    if (read?.ok) {
      first = Math.min(first, read.span.earliestStart);
      last = Math.max(last, read.span.latestEnd);
    } else bad ??= time;
  }
  if (first === FOREVER) return undefined;
  const span = { earliestStart: first, latestStart: first, earliestEnd: last, latestEnd: last };
  const remarks =
    bad === undefined
      ? []
      : [{ field: 'times of the coordinates', found: shown(bad), expected: 'a moment' }];
  return {
    ...undated,
    spans: [span],
    words: whenText(span),
    remarks,
    fields: [field],
  };
}
