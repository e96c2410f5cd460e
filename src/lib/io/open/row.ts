/** What every format is read into: a table of rows, each made only when it is asked for. */

/** Something that cannot be read of a row, for the report. */
export interface Fault {
  readonly field?: string;
  readonly found: string;
  readonly expected: string;
}

/** One feature, placemark or line of a table. Nothing of it has been checked. */
export interface Row {
  /** Its number in the file, from 1; of a table with a header the number that a spreadsheet shows. */
  readonly at: number;
  readonly id?: unknown;
  readonly properties: ReadonlyMap<string, unknown>;
  /** A GeoJSON geometry; left out where the geometry stands in the properties. */
  readonly geometry?: unknown;
  /** A Linked Places `when`. */
  readonly when?: unknown;
  /** Other names, each with its language where known. */
  readonly names?: readonly { readonly text: string; readonly lang?: string }[];
  /** What is odd about the row, though it can be read. */
  readonly remarks?: readonly Fault[];
  /** Why there is nothing to read. */
  readonly fault?: Fault;
}

export type Unit = 'feature' | 'row' | 'line' | 'placemark' | 'track';

/** A file as rows. */
export interface Table {
  /** The name of the format, for the report: "GeoJSON", "CSV". */
  readonly format: string;
  /** What a row of it is called. */
  readonly unit: Unit;
  /** The fields in the order of the file; of a file without a header those of its first rows. */
  readonly fields: readonly string[];
  readonly total: number;
  /** The rows, as often as asked. They are made one by one, so that a million of them can be passed on. */
  readonly rows: () => Iterable<Row>;
  readonly title?: string;
  readonly credit?: string;
  /** What is to be said of the file as a whole. */
  readonly notes: readonly string[];
}

/** The fields of some rows, in the order in which they first occur. */
export function fieldsOf(rows: Iterable<Row>, most = 500): string[] {
  const fields = new Set<string>();
  let seen = 0;
  for (const row of rows) {
    for (const name of row.properties.keys()) fields.add(name);
    if (++seen >= most) break;
  }
  return [...fields];
}

/** The own members of an object, by name: a member called `__proto__` is one like any other. */
export function propertiesOf(value: unknown): Map<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : new Map();
}

/** An own member of an object, or undefined. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
