/**
 * Writes records as CSV (RFC 4180), a row for each span of each record. `start` and `end` are EDTF,
 * which `parseEdtfSpan` reads back as the same bounds; `when` says the time in words.
 */
import { placesOf, type AtlasIndex } from '../core/atlas';
import { formatEdtfSpan } from '../core/edtf';
import type { AtlasRecord } from '../core/model';
import type { Span } from '../core/span';
import { sourceRefText } from '../core/describe';

export const csvColumns = [
  'id',
  'kind',
  'type',
  'title',
  'start',
  'end',
  'lon',
  'lat',
  'place',
  'from',
  'to',
  'when',
  'precision',
  'radius_km',
  'actors',
  'standing',
  'summary',
  'note',
  'sources',
] as const;
type Column = (typeof csvColumns)[number];

/**
 * Words as a table program may safely open them: what it would take for a formula is marked as text
 * with an apostrophe (OWASP, CSV injection). Numbers and dates of ours are written as they are.
 */
export function guarded(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A row, by the columns. */
type Row = Record<Column, string>;

function rowOf(record: AtlasRecord, span: Span | undefined, index: AtlasIndex): Row {
  const titles = (ids: readonly string[]): string =>
    guarded(ids.map((id) => index.places.get(id)?.title ?? id).join('; '));
  const place = placesOf(record).map((id) => index.places.get(id))[0];
  const [lon, lat] = place?.point ?? [];
  const edtf = span && formatEdtfSpan(span);
  return {
    id: record.id,
    kind: record.kind,
    type: record.mode === 'air' ? `${record.type} by air` : record.type,
    title: guarded(record.title),
    start: edtf?.start ?? '',
    end: edtf?.end ?? '',
    lon: lon === undefined ? '' : String(lon),
    lat: lat === undefined ? '' : String(lat),
    place: titles(record.at),
    from: titles(record.from),
    to: titles(record.to),
    when: guarded(record.whenText),
    precision: place?.precision ?? '',
    radius_km: place ? String(place.radiusKm) : '',
    actors: guarded(record.actors.map((id) => index.actors.get(id)?.name ?? id).join('; ')),
    standing: record.standing,
    summary: guarded(record.summary),
    note: guarded(record.note ?? ''),
    sources: guarded(record.sources.map((ref) => sourceRefText(ref, index)).join('; ')),
  };
}

/**
 * Records as CSV in UTF-8 with a byte order mark, by which table programs know the encoding. A
 * movement stands at its origin, or where that is not stated at its destination.
 */
export function writeCsv(records: readonly AtlasRecord[], index: AtlasIndex): string {
  const rows = records.flatMap((record) =>
    (record.spans.length > 0 ? record.spans : [undefined]).map((span) =>
      rowOf(record, span, index),
    ),
  );
  const lines = rows.map((row) => csvColumns.map((column) => cell(row[column])).join(','));
  return `\uFEFF${[csvColumns.join(','), ...lines].join('\r\n')}\r\n`;
}
