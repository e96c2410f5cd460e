/**
 * A file of very many records to columns, in one pass over its bytes. Of the text only titles are
 * kept; what else a record says is read from the file again when somebody asks for it.
 */
import { ColumnsBuilder, mostRows } from '../../core/crowd/builder';
import type { Columns } from '../../core/crowd/columns';
import { Growing } from '../../core/crowd/grow';
import { Titles } from '../../core/crowd/titles';
import { problemText, shown, type Problem } from '../problem';
import { csvFields, delimiterOf } from './csv';
import { collectionFrame, type Frame } from './part';
import {
  parseFeature,
  parseRow,
  saidIn,
  shapeIn,
  spansIn,
  type Header,
  type RawRecord,
} from './record';
import { rolesOf, type Roles } from './roles';
import { csvSplitter, jsonSplitter, type Splitter } from './split';

/** How much of a faulty file is told one by one. */
const mostProblems = 100;
/** Records that are looked at for their fields before the first is read. */
const sampled = 200;

export interface CrowdReport {
  readonly records: number;
  readonly skipped: number;
  /** Records that are shown, but without a time that could be read. */
  readonly undated: number;
  /** Records that are listed, but have no place on the map. */
  readonly unplaced: number;
  readonly problems: readonly Problem[];
  /** What is to be said of the file as a whole. */
  readonly notes?: readonly string[];
  /** How many problems there are in all. */
  readonly found: number;
  readonly roles: Roles;
}

export interface CrowdRead {
  readonly columns: Columns;
  readonly titles: Titles;
  /** Where the record of each entry begins in the file, in bytes, how long it is, and its number. */
  readonly offsets: Float64Array;
  readonly lengths: Uint32Array;
  readonly numbers: Uint32Array;
  readonly report: CrowdReport;
  /** How the bytes of a record are read again. */
  readonly parse: (text: string) => RawRecord | undefined;
  /** What makes a file of some of its records. */
  readonly frame: Frame;
}

/** Reads a file chunk by chunk; `isTable`: it is CSV, not JSON. */
export class CrowdReader {
  readonly #file: string;
  readonly #splitter: Splitter;
  readonly #builder = new ColumnsBuilder();
  readonly #titles = new Titles();
  readonly #offsets = new Growing(Float64Array);
  readonly #lengths = new Growing(Uint32Array);
  readonly #numbers = new Growing(Uint32Array);
  readonly #problems: Problem[] = [];
  readonly #notes: string[] = [];
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #waiting: { record: RawRecord; number: number; offset: number; length: number }[] | undefined =
    [];
  #roles: Roles = {};
  #header: (Header & { readonly text: string }) | undefined;
  readonly #isTable: boolean;
  #number = 0;
  #found = 0;
  #skipped = 0;
  #undated = 0;
  #unplaced = 0;

  constructor(file: string, isTable: boolean) {
    this.#file = file;
    this.#isTable = isTable;
    this.#splitter = isTable ? csvSplitter(this.#take) : jsonSplitter(this.#take);
  }

  /** How many records have been read. */
  get count(): number {
    return this.#number;
  }

  push(chunk: Uint8Array): void {
    this.#splitter.push(chunk);
  }

  /** @throws Error, for the reader of the file, where nothing of it can be shown. */
  finish(): CrowdRead {
    try {
      this.#splitter.end();
    } catch (error) {
      // What came before the break is whole.
      if (this.#number === 0) throw error;
      this.#problem(undefined, undefined, (error as Error).message, 'a whole file');
    }
    this.#release();
    if (this.#builder.count === 0) {
      const [problem] = this.#problems;
      const why = problem ? problemText(problem) : 'no record was found in it';
      throw new Error(`Nothing in ${this.#file} can be shown: ${why}.`);
    }
    const columns = this.#builder.finish();
    const { lat, lon } = this.#roles;
    // By its position nobody tells a record from others: the map shows where it is.
    const isPlaced = this.#isTable && lat !== undefined && lon !== undefined;
    const isOther = ({ name }: { readonly name: string }): boolean =>
      !isPlaced || (name !== lat && name !== lon);
    return {
      columns: {
        ...columns,
        categories: columns.categories.filter(isOther),
        numbers: columns.numbers.filter(isOther),
      },
      titles: this.#titles,
      offsets: this.#offsets.values.slice(),
      lengths: this.#lengths.values.slice(),
      numbers: this.#numbers.values.slice(),
      report: {
        records: this.#number - this.#skipped,
        skipped: this.#skipped,
        undated: this.#undated,
        unplaced: this.#unplaced,
        problems: this.#problems,
        notes: this.#notes,
        found: this.#found,
        roles: this.#roles,
      },
      parse: (text) => this.#parse(text),
      frame: this.#isTable ? tableFrame(this.#header?.text ?? '', this.#file) : collectionFrame,
    };
  }

  readonly #take = (bytes: Uint8Array, offset: number): void => {
    let text: string;
    try {
      text = this.#decoder.decode(bytes);
    } catch {
      this.#number++;
      this.#skip(this.#number, undefined, 'bytes that are not UTF-8', 'text in UTF-8');
      return;
    }
    if (this.#isTable && !this.#header) {
      const delimiter = delimiterOf(text);
      const fields = csvFields(text, delimiter).map((name) => name.trim());
      // The decoder takes a byte order mark away, without which some programs misread such a table.
      const mark = bytes[0] === 0xef ? '\ufeff' : '';
      this.#header = { text: mark + text, delimiter, fields };
      return;
    }
    const number = this.#number + 1;
    if (number > mostRows) {
      throw new Error(
        `${this.#file} has more than ${mostRows.toLocaleString('en')} records, more than a page can hold. Open a part of it.`,
      );
    }
    const record = this.#parse(text);
    const said = record ? record.said : saidIn(text);
    this.#notes.push(...(said?.notes ?? []));
    // What is said of the whole file is no record of it.
    if (!record && said?.notes.length) return;
    this.#number = number;
    const stated = said?.number ?? number;
    for (const { field, found, expected } of said?.problems ?? [])
      this.#problem(stated, field, found, expected);
    if (!record) {
      if (said?.problems.length) this.#skipped++;
      else this.#skip(number, undefined, shown(text), 'a GeoJSON feature');
      return;
    }
    if (!this.#waiting) this.#read(record, number, offset, bytes.length);
    else {
      this.#waiting.push({ record, number, offset, length: bytes.length });
      if (this.#waiting.length >= sampled) this.#release();
    }
  };

  #parse(text: string): RawRecord | undefined {
    if (!this.#isTable) return parseFeature(text);
    return this.#header && parseRow(text, this.#header);
  }

  /** Decides what the fields mean, and reads the records that waited for it. */
  #release(): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = undefined;
    const fields =
      this.#header?.fields ?? waiting.flatMap(({ record }) => [...record.properties.keys()]);
    this.#roles = rolesOf(fields);
    for (const { record, number, offset, length } of waiting) {
      this.#read(record, number, offset, length);
    }
  }

  #read(record: RawRecord, number: number, offset: number, length: number): void {
    const { properties } = record;
    const { start, end, title } = this.#roles;
    const shape = shapeIn(record, this.#roles);
    const spans = spansIn(record, this.#roles);
    if (spans.length === 0) {
      this.#undated++;
      const stated = [start, end].map((name) => name !== undefined && properties.get(name));
      const found = stated.filter(
        (value) => value !== false && value !== undefined && value !== null && value !== '',
      );
      if (found.length > 0) {
        this.#problem(
          number,
          start ?? end,
          shown(found.join(' to ')),
          'a date or an EDTF interval',
        );
      }
    }
    if (!shape) this.#unplaced++;
    const named = title === undefined ? undefined : properties.get(title);
    const words =
      typeof named === 'string' && named !== '' ? named : (record.id ?? `Record ${number}`);
    // Fields that every record has its own value of are no categories; they soon drop out.
    for (const span of spans.length > 0 ? spans : [undefined]) {
      const { position, paths } = shape ?? {};
      this.#builder.push({ position, paths, span, properties });
      this.#titles.push(words.slice(0, 300));
      this.#offsets.push(offset);
      this.#lengths.push(length);
      this.#numbers.push(number);
    }
  }

  #skip(number: number, field: string | undefined, found: string, expected: string): void {
    this.#skipped++;
    this.#problem(number, field, found, expected);
  }

  #problem(
    number: number | undefined,
    field: string | undefined,
    found: string,
    expected: string,
  ): void {
    this.#found++;
    if (this.#problems.length >= mostProblems) return;
    this.#problems.push({
      file: this.#file,
      ...(number !== undefined && { record: String(number) }),
      ...(field !== undefined && { field }),
      found,
      expected,
    });
  }
}

const tableFrame = (header: string, file: string): Frame => ({
  before: `${header}\n`,
  between: '\n',
  after: '\n',
  extension: /\.(tsv|tab|txt)$/i.exec(file)?.[1] ?? 'csv',
  type: 'text/csv',
});
