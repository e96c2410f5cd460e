/** Something wrong with a file, said so that a person can mend it. */
export interface Problem {
  readonly file: string;
  /** The record's id, or its number in the file ("feature 3") where it has none. */
  readonly record?: string;
  readonly field?: string;
  readonly found: string;
  readonly expected: string;
}

/** A found value as a message shows it: JSON, cut at 80 characters. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  // JSON has no Infinity, which 1e999 in a file is: it is shown as what it is.
  const plain = (_: string, part: unknown): unknown =>
    typeof part === 'number' && !Number.isFinite(part) ? String(part) : part;
  const text =
    typeof value === 'number' ? String(value) : (JSON.stringify(value, plain) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** One line: `events.geojson, "osh-mayor-seized", actors[0]: found "kyrgz", expected ...`. */
export function problemText(problem: Problem): string {
  const where = [
    problem.file,
    problem.record === undefined ? '' : `record ${problem.record}`,
    problem.field ?? '',
  ]
    .filter(Boolean)
    .join(', ');
  return `${where}: found ${problem.found}, expected ${problem.expected}`;
}
