/**
 * Writes records as CSV (RFC 4180), a row for each span of each record. `start` and `end` are EDTF,
 * which `parseEdtfSpan` reads back as the same bounds; `when` says the time in words; `claims` and
 * `numbers` are JSON; `wkt` holds what is no point. What else a reader's file said has columns of its
 * own behind them.
 */
import type { AtlasIndex } from '../core/atlas';
import { formatEdtfSpan } from '../core/edtf';
import type { AtlasRecord } from '../core/model';
import type { Span } from '../core/span';
import { fieldColumn, ownColumns, ownParts } from './own-columns';

/**
 * Words as a table program may safely open them: what it would take for a formula is marked as text
 * with an apostrophe (OWASP, CSV injection). Numbers and dates of ours are written as they are.
 */
export function guarded(text: string): string {
  return /^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

/** Numbers, dates and words of the model's own: no table program takes these for a formula. */
const plain: ReadonlySet<string> = new Set(
  'id kind type start end lon lat from_lat from_lon to_lat to_lon precision radius_km'.split(' '),
);

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function rowOf(
  record: AtlasRecord,
  span: Span | undefined,
  fields: readonly string[],
  index: AtlasIndex,
): string {
  const edtf = span && formatEdtfSpan(span);
  const parts = { ...ownParts(record, index), start: edtf?.start ?? '', end: edtf?.end ?? '' };
  const said = new Map(record.fields?.map(({ name, value }) => [name, value]));
  return [
    ...ownColumns.map((column) => (plain.has(column) ? parts[column] : guarded(parts[column]))),
    ...fields.map((name) => guarded(said.get(name) ?? '')),
  ]
    .map(cell)
    .join(',');
}

/**
 * Records as CSV in UTF-8 with a byte order mark, by which table programs know the encoding. A
 * movement stands at its origin, or where that is not stated at its destination.
 */
export function writeCsv(records: readonly AtlasRecord[], index: AtlasIndex): string {
  const fields = [
    ...new Set(records.flatMap((record) => (record.fields ?? []).map(({ name }) => name))),
  ];
  const rows = records.flatMap((record) =>
    (record.spans.length > 0 ? record.spans : [undefined]).map((span) =>
      rowOf(record, span, fields, index),
    ),
  );
  const head = [...ownColumns, ...fields.map((name) => guarded(fieldColumn(name)))].map(cell);
  return `\uFEFF${[head.join(','), ...rows].join('\r\n')}\r\n`;
}
