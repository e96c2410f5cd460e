/**
 * A file of more records than an atlas bears, as a GeoJSON text sequence (RFC 8142) for the
 * explorer of very many records. What is to be said of a row goes along with it, so that nothing of
 * the file is dropped without a word.
 */
import type { Geometry, Position } from 'geojson';
import { formatEdtfSpan } from '../../core/edtf';
import type { Span } from '../../core/span';
import { sequenceType } from '../crowd/large';
import { shown } from '../problem';
import type { Progress } from './entries';
import { readEntry, type Entry } from './entry';
import { NotOpened } from './limits';
import type { Mapping } from './mapping';
import type { Fault, Table } from './row';
import { areaGeometry, type Shape } from './shape';

/** Writes the rows of a table. @throws NotOpened where none of them can be shown. */
export function writeSequence(
  file: string,
  table: Table,
  mapping: Mapping,
  hasGeometry: boolean,
  progress: Progress = () => undefined,
): Blob {
  const parts: string[] = [];
  let done = 0;
  let first: Fault | undefined;
  let isEmpty = true;
  if (table.notes.length > 0) parts.push(line({ notes: table.notes }));
  for (const row of table.rows()) {
    if (++done % 1000 === 0) progress(done, table.total);
    const { entry, fault, remarks } = readEntry(row, mapping, hasGeometry);
    if (entry) {
      parts.push(line(featureOf(entry, remarks)));
      isEmpty = false;
    } else {
      const why = fault ?? { found: shown(row.id ?? row.at), expected: 'a record' };
      first ??= why;
      parts.push(line({ number: row.at, problems: [why] }));
    }
  }
  if (isEmpty) {
    const why = first
      ? ` ${first.field ?? 'Row'}: found ${first.found}, expected ${first.expected}.`
      : '';
    throw new NotOpened(`Nothing in ${file} can be shown.${why}`);
  }
  return new Blob(parts, { type: sequenceType });
}

const line = (value: unknown): string => `\x1e${JSON.stringify(value)}\n`;

/** An entry as a feature of GeoJSON with Linked Places' `when`. */
function featureOf(entry: Entry, remarks: readonly Fault[]): object {
  const { id, at, title, category, summary, place, actors, track, time, from, to, fields } = entry;
  const geometry = entry.shape ? geometryOf(entry.shape) : between(from?.position, to?.position);
  const said = remarks.filter(({ field }) => geometry === null || field !== 'position');
  const isRead = time.spans.length > 0 || time.words === 'undated';
  const properties = {
    ...Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    title,
    ...(category !== undefined && { kind: category }),
    ...(summary !== '' && { summary }),
    ...(place !== undefined && { place }),
    ...(from?.name !== undefined && { from: from.name }),
    ...(to?.name !== undefined && { to: to.name }),
    ...(actors.length > 0 && { who: actors.join('; ') }),
    ...(track !== undefined && { track }),
    ...(!isRead && { 'time in words': time.words }),
  };
  return {
    type: 'Feature',
    ...(id !== undefined && { id }),
    number: at,
    geometry,
    ...(time.spans.length > 0 && { when: { timespans: time.spans.flatMap(timespanOf) } }),
    properties,
    ...(said.length > 0 && { problems: said }),
  };
}

function timespanOf(span: Span): object[] {
  const text = formatEdtfSpan(span);
  if (!text) return [];
  return [{ start: { in: text.start }, ...(text.end !== undefined && { end: { in: text.end } }) }];
}

function between(from: Position | undefined, to: Position | undefined): Geometry | null {
  if (from && to) return { type: 'LineString', coordinates: [from, to] };
  const only = from ?? to;
  return only ? { type: 'Point', coordinates: only } : null;
}

/** A shape as one geometry; of a mixed one the lines first, which say most. */
function geometryOf({ points, lines, areas }: Shape): Geometry {
  const parts: Geometry[] = [];
  if (lines.length > 0)
    parts.push({ type: 'MultiLineString', coordinates: lines.map((one) => [...one]) });
  const area = areaGeometry(areas);
  if (area) parts.push(area);
  const [point] = points;
  if (point && points.length === 1) parts.push({ type: 'Point', coordinates: point });
  else if (point) parts.push({ type: 'MultiPoint', coordinates: [...points] });
  const [only] = parts;
  return only && parts.length === 1 ? only : { type: 'GeometryCollection', geometries: parts };
}
