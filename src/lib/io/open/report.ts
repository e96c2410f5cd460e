/** What became of a file: how much was opened, and what is to be said of each row that is not whole. */
import type { Problem } from '../problem';
import { limits } from './limits';
import type { Fault, Unit } from './row';

/** Something to say about one row. */
export interface Finding extends Problem {
  /** The row's number. */
  readonly row: number;
  /** Whether the row is not shown for it. */
  readonly skipped: boolean;
}

export interface OpenReport {
  readonly file: string;
  readonly format: string;
  readonly unit: Unit;
  /** How many rows the file has. */
  readonly total: number;
  /** Of these, shown; and shown with a remark. */
  readonly opened: number;
  readonly remarked: number;
  readonly skipped: number;
  /** What is to be said of the file as a whole. */
  readonly notes: readonly string[];
  /** By row; of a very faulty file the first ten thousand. */
  readonly findings: readonly Finding[];
  /** How many findings there are in all. */
  readonly found: number;
}

/** Collects findings while a file is read. */
export class Findings {
  readonly list: Finding[] = [];
  readonly #file: string;
  readonly #unit: Unit;
  readonly #remarked = new Set<number>();
  found = 0;
  skipped = 0;

  constructor(file: string, unit: Unit) {
    this.#file = file;
    this.#unit = unit;
  }

  /** How many rows are shown with a remark. */
  get remarked(): number {
    return this.#remarked.size;
  }

  /** Something about a row that is shown all the same. */
  remark(row: number, fault: Fault): void {
    this.#remarked.add(row);
    this.#add(row, fault, false);
  }

  /** Why a row is not shown. */
  skip(row: number, fault: Fault): void {
    this.skipped++;
    this.#remarked.delete(row);
    this.#add(row, fault, true);
  }

  #add(row: number, { field, found, expected }: Fault, skipped: boolean): void {
    this.found++;
    if (this.list.length >= limits.findings) return;
    const record = `${this.#unit} ${row}`;
    this.list.push({ file: this.#file, record, row, field, found, expected, skipped });
  }
}

/** Findings of one sort: what was expected in one field. */
export interface FindingGroup {
  readonly field: string | undefined;
  readonly expected: string;
  readonly skipped: boolean;
  readonly findings: readonly Finding[];
}

/** Findings by what was expected where, the skipped first, then the most frequent. */
export function grouped(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.skipped, finding.field, finding.expected]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()]
    .map((group) => ({
      field: group[0]?.field,
      expected: group[0]?.expected ?? '',
      skipped: group[0]?.skipped ?? false,
      findings: group,
    }))
    .sort((a, b) => Number(b.skipped) - Number(a.skipped) || b.findings.length - a.findings.length);
}

/** Findings that hold every word of a text. */
export function matchingFindings(findings: readonly Finding[], text: string): Finding[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [...findings];
  return findings.filter(({ record = '', field = '', found, expected, skipped }) => {
    const said = `${record} ${field} ${found} ${expected} ${skipped ? 'skipped' : 'remark'}`;
    const all = said.toLowerCase();
    return wanted.every((word) => all.includes(word));
  });
}

/** The report as CSV (RFC 4180), for a spreadsheet: formulas are made harmless. */
export function reportCsv(report: OpenReport): string {
  const rows = [
    ['file', report.unit, 'result', 'field', 'found', 'expected'],
    ...report.findings.map(({ file, row, skipped, field, found, expected }) => [
      file,
      String(row),
      skipped ? 'skipped' : 'opened with a remark',
      field ?? '',
      found,
      expected,
    ]),
  ];
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** "1,204 records opened, 3 with a remark; 2 skipped". */
export function summaryText({ opened, remarked, skipped }: OpenReport): string {
  const count = (n: number): string => n.toLocaleString('en');
  const records = `${count(opened)} ${opened === 1 ? 'record' : 'records'} opened`;
  return `${records}, ${count(remarked)} with a remark; ${count(skipped)} skipped`;
}

/** What a reader is pointed to in the report: remarks on the file as a whole. */
export function noteText({ notes }: OpenReport): string {
  if (notes.length === 0) return '';
  return `${notes.length === 1 ? 'A note' : `${notes.length} notes`} in the report.`;
}
