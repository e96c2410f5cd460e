/** CSV and TSV, whatever separates their columns; LP-TSV among them. */
import Papa from 'papaparse';
import { shown } from '../problem';
import { NotOpened } from './limits';
import type { Fault, Row, Table } from './row';

const separators: readonly (readonly [sign: string, name: string])[] = [
  ['\t', 'TSV'],
  [';', 'CSV with semicolons'],
  [',', 'CSV'],
  ['|', 'CSV with bars'],
];

/** The sign that separates the columns: the one with the most columns, alike in the first lines. */
function separatorOf(text: string): readonly [sign: string, name: string] {
  const head = text.slice(0, 20_000);
  let best: readonly [sign: string, name: string] = [',', 'CSV'];
  let most = 0;
  for (const separator of separators) {
    const { data } = Papa.parse<string[]>(head, { delimiter: separator[0], preview: 12 });
    const widths = data.filter((row) => row.length > 1).map((row) => row.length);
    const [first = 0] = widths;
    if (first < 2) continue;
    const alike = widths.filter((width) => width === first).length / Math.max(1, data.length);
    const score = alike + Math.min(first, 20) / 100;
    if (score > most) {
      most = score;
      best = separator;
    }
  }
  return best;
}

/** Reads a table with a header. @throws NotOpened where it has no rows. */
export function readTable(text: string, file: string): Table {
  const plain = text.replace(/^\uFEFF/, '').replace(/^sep=(.)\r?\n/i, '');
  const [delimiter, name] = separatorOf(plain);
  const quoted = Papa.parse<string[]>(plain, { delimiter });
  const unclosed = quoted.errors.find((error) => error.type === 'Quotes');
  // A mark that never closes would swallow the rest of the file.
  const { data } = unclosed ? Papa.parse<string[]>(plain, { delimiter, quoteChar: '\0' }) : quoted;
  const headerAt = headerOf(data);
  const above = data
    .slice(0, Math.max(0, headerAt))
    .flat()
    .filter((cell) => cell.trim() !== '');
  const header = data[headerAt] ?? [];
  const isHeaded = header.some(
    (cell) => cell.trim() !== '' && Number.isNaN(Number(cell.replace(',', '.'))),
  );
  const fields = unique(isHeaded ? header.map((cell) => cell.trim()) : header.map(() => ''));
  const first = isHeaded ? headerAt + 1 : headerAt;
  const isFilled = (row: readonly string[]): boolean => row.some((cell) => cell.trim() !== '');
  const total = data.slice(first).filter(isFilled).length;
  if (headerAt < 0) throw new NotOpened(`${file} is empty.`);
  if (total === 0) throw new NotOpened(`${file} has a header but no rows.`);
  const widths = data
    .slice(headerAt, headerAt + 50)
    .filter(isFilled)
    .map((row) => row.length);
  const alike = widths.filter((width) => width === fields.length).length;
  if (fields.length < 2 || alike < widths.length / 2) {
    throw new NotOpened(
      `${file} is no format that is known here: no JSON, no KML or GPX, and no table whose rows have the same columns.`,
    );
  }
  function* rows(): Iterable<Row> {
    for (let index = first; index < data.length; index++) {
      const cells = data[index] ?? [];
      if (isFilled(cells)) yield rowOf(cells, fields, index + 1);
    }
  }
  return {
    format: name,
    unit: 'row',
    fields,
    total,
    rows,
    notes: [
      ...(isHeaded ? [] : ['The file has no line of column names.']),
      ...(above.length > 0
        ? [`Above the column names stands: ${above.join(' ').slice(0, 300)}`]
        : []),
      ...(unclosed === undefined
        ? []
        : [
            `A quotation mark does not close (row ${(unclosed.row ?? 0) + 1}): all of them were read as plain signs.`,
          ]),
    ],
  };
}

/** The row of column names: the first that is filled as the table is, below a title or remarks. */
function headerOf(data: readonly (readonly string[])[]): number {
  const filled = (row: readonly string[]): number =>
    row.filter((cell) => cell.trim() !== '').length;
  const counts = data.slice(0, 30).map(filled);
  const most = Math.max(0, ...counts);
  const first = counts.findIndex((count) => count > 0);
  const isWide = (count = 0): boolean => count > 1 && count >= most / 2;
  const wide = counts.findIndex((count) => isWide(count));
  // A table has rows under its names.
  return counts.slice(wide + 1).some(isWide) ? wide : first;
}

function rowOf(cells: readonly string[], fields: readonly string[], at: number): Row {
  const properties = new Map<string, unknown>();
  for (const [k, field] of fields.entries()) properties.set(field, cells[k] ?? '');
  const extra = cells.slice(fields.length).filter((cell) => cell.trim() !== '');
  const remarks: Fault[] =
    extra.length === 0
      ? []
      : [
          {
            found: shown(extra.join(', ')),
            expected: `at most ${fields.length} columns, as the header has`,
          },
        ];
  const names = variants(properties);
  return { at, id: properties.get('id') || undefined, properties, names, remarks };
}

/** The other names of LP-TSV: separated by semicolons. */
function variants(properties: ReadonlyMap<string, unknown>): Row['names'] {
  const text = properties.get('variants');
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  return text.split(';').flatMap((name) => {
    const [toponym = '', lang] = name.trim().split('@');
    return toponym === '' ? [] : [{ text: toponym, ...(lang && { lang }) }];
  });
}

/** Column names, each only once; one without a name is called by its number. */
function unique(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name, k) => {
    const base = name || `column ${k + 1}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base} (${count})`;
  });
}
