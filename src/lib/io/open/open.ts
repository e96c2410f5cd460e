/** A file to an atlas: the one way in for what readers bring. Runs in a worker; needs no page. */
import { combineAtlases } from '../../core/combine';
import type { Atlas } from '../../core/model';
import { reach } from '../../core/reach';
import { sequenceType } from '../crowd/large';
import { unpack, type Packed } from './archive';
import { buildAtlas } from './build';
import type { Progress } from './entries';
import { limits, NotOpened } from './limits';
import { guessMapping, headerKey, type Guess, type Mapping } from './mapping';
import { isOwnTable } from './own';
import { parseJsonFile, readJsonLines, readJsonTable } from './read-json';
import { readTable } from './read-table';
import { isFolder, isTrackway, openFolder, openTrackway, type Opened } from './read-trackway';
import { readXml } from './read-xml';
import type { OpenReport } from './report';
import type { Row, Table } from './row';
import { writeSequence } from './sequence';
import { sniff } from './sniff';
import { decode } from './text';
import { twiceNote } from './twice';

/** What the reader is asked where the fields of a file are unclear. */
export interface Question {
  readonly file: string;
  readonly format: string;
  readonly fields: readonly string[];
  /** The first rows, for the preview. */
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
  readonly guess: Guess;
  /** Whether the format has geometries of its own: then nobody asks for columns of them. */
  readonly hasGeometry: boolean;
  /** What files with the same header have in common. */
  readonly key: string;
}

/** What a file became. */
export interface OpenedFile {
  readonly kind: 'opened';
  readonly atlas: Atlas;
  readonly report: OpenReport;
  /** Whether its fields have meanings that the reader may change. */
  readonly hasFields: boolean;
}

/** A file of more records than an atlas bears: a GeoJSON text sequence for the explorer of such files. */
export interface Many {
  readonly kind: 'many';
  readonly sequence: Blob;
}

export interface Asking {
  readonly kind: 'question';
  readonly question: Question;
  /** Goes on with the reader's answer. */
  readonly answer: (mapping: Mapping, progress?: Progress) => OpenedFile | Many;
}

export interface Options {
  /** Mappings that were chosen before, by the key of the header. */
  readonly remembered?: ReadonlyMap<string, Mapping>;
  /** Ask even where everything is clear. */
  readonly ask?: boolean;
  readonly progress?: Progress;
  /** Make a sequence even of few records, for it is one file of an archive of very many. */
  readonly asSequence?: boolean;
}

/** Opens a file. @throws NotOpened with a message for the reader where nothing of it can be shown. */
export function openFile(
  bytes: Uint8Array,
  file: string,
  options: Options = {},
): OpenedFile | Asking | Many {
  const format = sniff(bytes, file);
  if (format === 'zip') return openArchive(bytes, file, options);
  const { text, note } = decode(bytes, file, format === 'table');
  if (format === 'json') {
    const parsed = parseJsonFile(text, file);
    if ('broken' in parsed) {
      const { table, hasGeometry } = parsed.broken;
      return openRows(file, table, hasGeometry, options);
    }
    const { value } = parsed;
    const own = !options.asSequence && isTrackway(value) ? openTrackway(value, file) : undefined;
    // What was exported from a file of a reader's own need not pass the door of an atlas.
    if (own && own.report.skipped <= own.report.opened) return opened(own, false);
    const { table, hasGeometry } = readJsonTable(value, file);
    return openRows(file, noting(table, twiceNote(text)), hasGeometry, options);
  }
  if (format === 'json-lines') {
    const { table, hasGeometry } = readJsonLines(text, file);
    return openRows(file, table, hasGeometry, options);
  }
  if (format === 'xml') return openRows(file, readXml(text, file), true, options);
  return openRows(file, noting(readTable(text, file), note), false, options);
}

function noting(table: Table, note: string | undefined): Table {
  return note === undefined ? table : { ...table, notes: [...table.notes, note] };
}

function opened({ atlas, report }: Opened, hasFields: boolean): OpenedFile {
  return { kind: 'opened', atlas, report, hasFields };
}

/** Opens a table: at once where its fields are clear or were explained before, else with a question. */
function openRows(
  file: string,
  table: Table,
  hasGeometry: boolean,
  { remembered, ask, progress, asSequence }: Options,
): OpenedFile | Asking | Many {
  const key = headerKey(table.fields);
  const before = remembered?.get(key);
  const guess = guessMapping(table, hasGeometry);
  const build = (mapping: Mapping, report?: Progress): OpenedFile | Many => {
    const isMany = asSequence || table.total > limits.records;
    const built = isMany ? undefined : buildAtlas(file, table, mapping, hasGeometry, report);
    if (built) return opened(built, true);
    return { kind: 'many', sequence: writeSequence(file, table, mapping, hasGeometry, report) };
  };
  const isAnswered =
    before !== undefined && (before.dateOrder !== undefined || guess.ambiguousDate === undefined);
  if (!ask && (isAnswered || guess.unclear.length === 0 || isOwnTable(table.fields))) {
    return build(isAnswered ? before : guess.mapping, progress);
  }
  return {
    kind: 'question',
    question: {
      file,
      format: table.format,
      fields: table.fields,
      rows: firstRows(table),
      notes: table.notes,
      guess: before === undefined ? guess : { ...guess, mapping: before },
      hasGeometry,
      key,
    },
    answer: (mapping, report) => build(mapping, report ?? progress),
  };
}

const mostRows = 50;

function firstRows(table: Table): Row[] {
  const rows: Row[] = [];
  for (const row of table.rows()) {
    rows.push(row);
    if (rows.length >= mostRows) break;
  }
  return rows;
}

/** An archive: what is in it, as if it had been opened together; of a KMZ its KML only. */
function openArchive(
  bytes: Uint8Array,
  file: string,
  options: Options,
): OpenedFile | Asking | Many {
  const { files, notes } = unpack(bytes, file);
  const main = /\.kmz$/i.test(file) && files.find(({ name }) => /\.kml$/i.test(name));
  return openFiles(main ? [main] : files, file, options, notes);
}

/** Several files under one name: an atlas's folder, one file (which may ask), or all shown together. */
export function openFiles(
  files: readonly Packed[],
  file: string,
  options: Options = {},
  notes: readonly string[] = [],
): OpenedFile | Asking | Many {
  if (isFolder(files.map(({ name }) => name))) {
    const texts = files.map(({ name, bytes }) => ({ name, text: decode(bytes, name, false).text }));
    const own = openFolder(texts, file);
    if (own) return opened({ ...own, report: { ...own.report, notes } }, false);
  }
  const [only] = files;
  if (only && files.length === 1) return openFile(only.bytes, inner(file, only), options);
  return openSeveral(file, files, notes, options);
}

/** A KML of a KMZ has the name "doc.kml" for the most part: the archive's own says more. */
function inner(archive: string, { name }: Packed): string {
  return /^doc\.kml$/i.test(name) ? archive.replace(/\.(?:kmz|zip)$/i, '.kml') : name;
}

function openSeveral(
  file: string,
  files: readonly Packed[],
  notes: readonly string[],
  options: Options,
): OpenedFile | Many {
  const all: (OpenedFile | Many)[] = [];
  const said = [...notes];
  for (const { name, bytes } of files) {
    try {
      const one = openFile(bytes, name, { ...options, ask: false });
      if (one.kind === 'question')
        said.push(`${name}: ${one.question.guess.unclear.join(' ')} Open it by itself to say so.`);
      else all.push(one);
    } catch (error) {
      if (!(error instanceof NotOpened)) throw error;
      said.push(error.message);
    }
  }
  if (all.length === 0) throw new NotOpened(`Nothing in ${file} can be shown. ${said.join(' ')}`);
  if (options.asSequence) return joined(all, said);
  const few = all.filter((one) => one.kind === 'opened');
  const count = few.reduce((n, { report }) => n + report.opened, 0);
  return few.length < all.length || count > limits.records
    ? openSeveral(file, files, notes, { ...options, asSequence: true })
    : together(file, few, said);
}

/** Sequences one after the other, with what is to be said of the files that are not among them. */
function joined(all: readonly (OpenedFile | Many)[], notes: readonly string[]): Many {
  const parts = all.flatMap((one) => (one.kind === 'many' ? [one.sequence] : []));
  const head = notes.length > 0 ? [`\x1e${JSON.stringify({ notes })}\n`] : [];
  return { kind: 'many', sequence: new Blob([...head, ...parts], { type: sequenceType }) };
}

function together(file: string, all: readonly OpenedFile[], said: readonly string[]): OpenedFile {
  const sum = (part: (report: OpenReport) => number): number =>
    all.reduce((n, { report }) => n + part(report), 0);
  const atlas = combineAtlases(
    all.map(({ atlas: one }) => one),
    file.replace(/\.[^.]{1,8}$/, ''),
  );
  const tooEarly = all.filter((one) => one.atlas.span.from < atlas.span.from);
  const report: OpenReport = {
    file,
    format: `${all.length} files of an archive`,
    unit: all[0]?.report.unit ?? 'row',
    total: sum(({ total }) => total),
    opened: sum(({ opened: n }) => n),
    remarked: sum(({ remarked }) => remarked),
    skipped: sum(({ skipped }) => skipped),
    notes: [
      ...said,
      ...tooEarly.map(
        ({ report: { file: name } }) =>
          `${name}: some of it is more than ${(2 * reach).toLocaleString('en')} years before the rest, and out of the timeline. Open it by itself.`,
      ),
      ...all.flatMap(({ report: { file: name, notes: more } }) =>
        more.map((note) => `${name}: ${note}`),
      ),
    ],
    findings: all.flatMap(({ report: one }) => one.findings),
    found: sum(({ found }) => found),
  };
  return { kind: 'opened', atlas, report, hasFields: false };
}
