/** A large file that is open: what the worker holds of it, and how it answers. Needs no page. */
import { allows } from '../../core/crowd/choice';
import { binCounts, binsOf, type Bins } from '../../core/crowd/bins';
import type { CategoryColumn, Columns } from '../../core/crowd/columns';
import { latOf, lonOf, NOWHERE } from '../../core/crowd/fixed';
import { momentsOf, pieces } from '../../core/crowd/pieces';
import { activityOfRow, failures, heldIn, type Held } from '../../core/crowd/query';
import { Places } from '../../core/crowd/places';
import type { Activity, Interval, Span } from '../../core/span';
import { isOutside } from '../../core/window';
import { boundsText, whenTextOf } from '../../core/wording';
import { cellsOf } from './cells';
import { colourCount, colouredValues, facetsOf, groupsOf, totalsOf } from './facets';
import type {
  Argument,
  Cells,
  Colouring,
  CrowdDetails,
  CrowdItem,
  CrowdSummary,
  CrowdVertices,
  HeldAnswer,
  HeldQuery,
  Look,
  Marks,
  PickQuery,
  SavedPart,
} from './protocol';
import type { CrowdRead } from './read';
import type { RawRecord } from './record';

/** Records that one point of the map names. */
const mostPicked = 50;
/** What is surer is named first. */
const strength: Record<Activity, number> = { certain: 0, possible: 1, past: 2, future: 3 };

/** What a session answers for. */
export interface SessionSource {
  readonly file: string;
  readonly read: Pick<CrowdRead, 'columns' | 'titles' | 'report'> & {
    /** The number of the record of each entry. */
    readonly numbers: Uint32Array | Float64Array;
  };
  /** Reads a record in full. @throws Error, for the reader, where that cannot be done any more */
  readonly recordOf: (entry: number) => RawRecord | Promise<RawRecord>;
  /** Which record of what an entry is, in words. */
  readonly originOf: (entry: number) => string;
  /** A file of these records; where nothing says, one cannot be made. */
  readonly partOf?: (entries: readonly number[]) => Promise<SavedPart>;
  /** The days of everything, where these are more than those of the rows. */
  readonly span?: Interval;
  /** What the session before had, where this one shows another part of the same. */
  readonly before?: Habits;
}

/** Fields in their order, and the values that have a colour: what should not change under the eye. */
export interface Habits {
  readonly facets: readonly string[];
  readonly colours: ReadonlyMap<string, readonly string[]>;
}

export class CrowdSession {
  readonly #source: SessionSource;
  readonly #read: SessionSource['read'];
  readonly #columns: Columns;
  readonly #facets: readonly CategoryColumn[];
  readonly #span: Interval;
  readonly #bins: Bins;
  readonly #colours: Map<string, readonly string[]>;
  #fails: Uint8Array;
  #groups: Uint8Array;
  #colouring: Colouring = { values: [] };
  #held: Held;
  #window: Interval;
  #places: Places | undefined;

  constructor(source: SessionSource) {
    const { read, before } = source;
    this.#source = source;
    this.#read = read;
    this.#columns = read.columns;
    this.#facets = facetsOf(read.columns, before?.facets ?? []);
    this.#colours = new Map(before?.colours);
    this.#span = source.span ?? read.columns.span;
    this.#bins = binsOf(this.#span);
    this.#fails = new Uint8Array(read.columns.count);
    this.#groups = new Uint8Array(read.columns.count);
    this.#window = this.#span;
    this.#held = { rows: new Uint32Array(0), certain: 0, possible: 0, undated: 0, facets: [] };
  }

  get habits(): Habits {
    return { facets: this.#facets.map(({ name }) => name), colours: this.#colours };
  }

  get summary(): CrowdSummary {
    const { count, dated, numbers, paths } = this.#columns;
    return {
      file: this.#source.file,
      count,
      dated,
      span: this.#span,
      moments: momentsOf(paths),
      bins: this.#bins,
      facets: this.#facets.map(({ name, values, codes }) => ({
        name,
        values,
        totals: totalsOf(codes, values.length),
      })),
      numbers: numbers.map(({ name, most }) => ({ name, most })),
      extent: extentOf(this.#columns.positions),
      report: this.#read.report,
    };
  }

  /** Copies for the page, which the caller may transfer. */
  get vertices(): CrowdVertices {
    const { count, dated, positions, bounds, endsSoFar, paths } = this.#columns;
    return {
      count,
      dated,
      positions: positions.slice(),
      bounds: bounds.slice(),
      endsSoFar: endsSoFar.slice(),
      pieces: pieces(paths, bounds),
    };
  }

  /** Filters, colours and sizes all rows. */
  look({ colour, size, choices, box, text }: Look): Marks {
    const columns = this.#columns;
    const rows = text.trim() === '' ? undefined : this.#rowsWith(text);
    const hidden = this.#facets.map(({ name, values }) => {
      const choice = choices.find(({ field }) => field === name);
      return new Set([...values.keys()].filter((code) => !allows(choice, values[code] ?? '')));
    });
    this.#fails = failures(columns, this.#facets, { hidden, box, rows });
    const coloured = this.#facets.findIndex(({ name }) => name === colour);
    const facet = this.#facets[coloured];
    this.#colouring = facet
      ? { facet: coloured, values: colouredValues(facet, this.#colours.get(facet.name) ?? []) }
      : { values: [] };
    if (facet) {
      const names = this.#colouring.values.map((value) => facet.values[value] ?? '');
      this.#colours.set(facet.name, names);
    }
    this.#groups = groupsOf(facet, this.#colouring, columns.count);
    const marks = new Uint8Array(columns.count * 4);
    const sizes = columns.numbers.find(({ name }) => name === size);
    // A path is drawn as such, and not as a point in its middle.
    for (const row of columns.paths.rows) marks[row * 4 + 3] = 1;
    let shown = 0;
    for (let row = 0; row < columns.count; row++) {
      const isShown = this.#fails[row] === 0;
      if (isShown) shown++;
      marks[row * 4] = this.#groups[row] as number;
      // By area: the square root of the share of the largest.
      const value = sizes ? Math.max(0, sizes.values[row] as number) : NaN;
      marks[row * 4 + 1] = sizes ? 255 * Math.sqrt((value || 0) / Math.max(1e-9, sizes.most)) : 0;
      marks[row * 4 + 2] = isShown ? 1 : 0;
    }
    const counts = binCounts(columns, this.#bins, this.#fails, this.#groups, colourCount + 1);
    return { marks, colouring: this.#colouring, shown, ...counts };
  }

  #rowsWith(text: string): Uint8Array {
    const { entries, count } = this.#columns;
    const byEntry = new Uint8Array(count);
    this.#read.titles.search(text, (entry) => (byEntry[entry] = 1));
    return Uint8Array.from(entries, (entry) => byEntry[entry] as number);
  }

  /** Counts what a window holds, and keeps the rows for the list. */
  hold({ window, from, to, ...options }: HeldQuery): HeldAnswer {
    this.#window = window;
    this.#held = heldIn(this.#columns, window, this.#facets, this.#fails, {
      ...options,
      isOutside: isOutside(window, this.#span),
    });
    const { certain, possible, undated, facets, rows } = this.#held;
    const first = Math.max(0, Math.min(from, rows.length - (to - from)));
    return {
      certain,
      possible,
      undated,
      facets,
      from: first,
      items: this.items({ from: first, to }),
    };
  }

  /** Rows of the list as it was held last. */
  items({ from, to }: { readonly from: number; readonly to: number }): CrowdItem[] {
    return Array.from(this.#held.rows.subarray(from, to), (row) => this.#item(row, this.#window));
  }

  /** What was held last, as a file. @throws Error, for the reader, where none can be made */
  async save(): Promise<SavedPart> {
    const { partOf } = this.#source;
    if (!partOf) throw new Error(`Of ${this.#source.file} no part can be saved.`);
    const entries = Array.from(this.#held.rows, (row) => this.#columns.entries[row] as number);
    return partOf(entries);
  }

  /** The row of a record by its number in the file. */
  find(number: number): number | undefined {
    const row = this.#columns.entries.findIndex((entry) => this.#read.numbers[entry] === number);
    return row < 0 ? undefined : row;
  }

  #numberOf(row: number): number | undefined {
    return this.#read.numbers[this.#columns.entries[row] ?? -1];
  }

  #spanOf(row: number): Span | undefined {
    if (row >= this.#columns.dated) return undefined;
    const [earliestStart = 0, latestStart = 0, earliestEnd = 0, latestEnd = 0] =
      this.#columns.bounds.subarray(row * 4, row * 4 + 4);
    return { earliestStart, latestStart, earliestEnd, latestEnd };
  }

  #item(row: number, window: Interval): CrowdItem {
    const entry = this.#columns.entries[row] as number;
    const span = this.#spanOf(row);
    const facet =
      this.#colouring.facet === undefined ? undefined : this.#facets[this.#colouring.facet];
    const title = this.#read.titles.get(entry);
    const category = facet?.values[facet.codes[row] as number] ?? '';
    return {
      row,
      number: this.#read.numbers[entry] as number,
      title,
      when: whenTextOf(span ? [span] : []),
      activity: span ? activityOfRow(this.#columns, row, window) : 'undated',
      colour: this.#groups[row] as number,
      // Where records are coloured by their titles, it would say the same again.
      category: category === title ? '' : category,
    };
  }

  /** A record in full. */
  async details({ row: wanted, number, window }: Argument<'details'>): Promise<CrowdDetails> {
    const { positions, entries } = this.#columns;
    const isThere = number === undefined || this.#numberOf(wanted) === number;
    const row = isThere ? wanted : (this.find(number) ?? wanted);
    const entry = entries[row] as number;
    const [x = NOWHERE, y = NOWHERE] = positions.subarray(row * 2, row * 2 + 2);
    const span = this.#spanOf(row);
    const known = {
      ...this.#item(row, window),
      ...(!(x === NOWHERE && y === NOWHERE) && { position: [lonOf(x), latOf(y)] as const }),
      bounds: span ? boundsText(span) : '',
      origin: this.#source.originOf(entry),
    };
    try {
      const record = await this.#source.recordOf(entry);
      const fields = [...record.properties].flatMap(([name, value]) => {
        const text = fieldText(value);
        return text === '' ? [] : [[name, text] as const];
      });
      return { ...known, fields };
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      return { ...known, fields: [], failure };
    }
  }

  /** Builds the index of places, which the first `pick` would have to wait for. */
  index(): void {
    this.#places ??= new Places(this.#columns);
  }

  /** What is drawn in a small box: the certain first, of these the last drawn, thus uppermost. */
  pick({ box, window, trail, onlyCertain, undated }: PickQuery): CrowdItem[] {
    this.index();
    const activities = new Map<number, Activity>();
    const isTold = !isOutside(window, this.#span);
    const isDrawn = (row: number): boolean => {
      if (this.#fails[row] !== 0) return false;
      // The undated may hold at any time, while they are shown.
      const isDated = row < this.#columns.dated;
      if (!isDated && !undated) return false;
      const activity = isDated ? activityOfRow(this.#columns, row, window) : 'possible';
      if (activity === 'future' || (activity === 'past' && !trail)) return false;
      if (isDated && activity !== 'past' && !isTold) return false;
      if (activity === 'possible' && onlyCertain) return false;
      activities.set(row, activity);
      return true;
    };
    this.#places?.search(box, isDrawn);
    return [...activities]
      .sort(([rowA, a], [rowB, b]) => strength[a] - strength[b] || rowB - rowA)
      .slice(0, mostPicked)
      .map(([row]) => this.#item(row, window));
  }

  /** Counts what the window holds in the cells of a grid; the world is 2^level cells wide. */
  cells(level: number): Cells {
    return cellsOf(this.#columns, this.#held.rows, this.#window, level);
  }
}

function extentOf(positions: Uint32Array): CrowdSummary['extent'] {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < positions.length; k += 2) {
    const [x, y] = [positions[k] as number, positions[k + 1] as number];
    if (x === NOWHERE && y === NOWHERE) continue;
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  return west <= east ? [lonOf(west), latOf(south), lonOf(east), latOf(north)] : undefined;
}

function fieldText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 2000);
}
