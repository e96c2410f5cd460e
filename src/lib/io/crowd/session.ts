/** A large file that is open: what the worker holds of it, and how it answers. Needs no page. */
import { binCounts, binsOf, type Bins } from '../../core/crowd/bins';
import type { CategoryColumn, Columns } from '../../core/crowd/columns';
import { latOf, lonOf, NOWHERE } from '../../core/crowd/fixed';
import { momentsOf, pieces } from '../../core/crowd/pieces';
import { activityOfRow, failures, heldIn, mostFacets, type Held } from '../../core/crowd/query';
import { Places } from '../../core/crowd/places';
import type { Activity, Interval, Span } from '../../core/span';
import { boundsText, whenTextOf } from '../../core/wording';
import type {
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
} from './protocol';
import type { CrowdRead } from './read';

/** Colours of the palette for values of a field; one more stands for all others. */
export const colourCount = 7;
/** Records that one point of the map names. */
const mostPicked = 50;
/** What is surer is named first. */
const strength: Record<Activity, number> = { certain: 0, possible: 1, past: 2, future: 3 };

/** Fields whose names say that they are the kind of a record. */
const kindly = /^(?:kind|category|event_?type|type|disorder_type|class)$/i;

export class CrowdSession {
  readonly #blob: Blob;
  readonly #file: string;
  readonly #read: CrowdRead;
  readonly #columns: Columns;
  readonly #facets: readonly CategoryColumn[];
  readonly #bins: Bins;
  #fails: Uint8Array;
  #groups: Uint8Array;
  #colouring: Colouring = { values: [] };
  #held: Held;
  #window: Interval;
  #places: Places | undefined;

  constructor(blob: Blob, file: string, read: CrowdRead) {
    this.#blob = blob;
    this.#file = file;
    this.#read = read;
    this.#columns = read.columns;
    this.#facets = facetsOf(read.columns);
    this.#bins = binsOf(read.columns.span);
    this.#fails = new Uint8Array(read.columns.count);
    this.#groups = new Uint8Array(read.columns.count);
    this.#window = read.columns.span;
    this.#held = { rows: new Uint32Array(0), certain: 0, possible: 0, facets: [] };
  }

  get summary(): CrowdSummary {
    const { count, dated, span, numbers, paths } = this.#columns;
    return {
      file: this.#file,
      count,
      dated,
      span,
      moments: momentsOf(paths),
      bins: this.#bins,
      facets: this.#facets.map(({ name, values, codes }) => ({
        name,
        values,
        totals: totalsOf(codes, values.length),
      })),
      numbers: numbers.map(({ name }) => name),
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
  look({ colour, size, hidden, box, text }: Look): Marks {
    const columns = this.#columns;
    const rows = text.trim() === '' ? undefined : this.#rowsWith(text);
    this.#fails = failures(columns, this.#facets, {
      hidden: hidden.map((values) => new Set(values)),
      box,
      rows,
    });
    const facet = colour === undefined ? undefined : this.#facets[colour];
    this.#colouring = colouringOf(facet, colour);
    this.#groups = groupsOf(facet, this.#colouring, columns.count);
    const marks = new Uint8Array(columns.count * 4);
    const sizes = size === undefined ? undefined : columns.numbers[size];
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
  hold({ window, onlyCertain, box, from, to }: HeldQuery): HeldAnswer {
    this.#window = window;
    this.#held = heldIn(this.#columns, window, this.#facets, this.#fails, { onlyCertain, box });
    const { certain, possible, facets, rows } = this.#held;
    const first = Math.max(0, Math.min(from, rows.length - (to - from)));
    return { certain, possible, facets, from: first, items: this.items({ from: first, to }) };
  }

  /** Rows of the list as it was held last. */
  items({ from, to }: { readonly from: number; readonly to: number }): CrowdItem[] {
    return Array.from(this.#held.rows.subarray(from, to), (row) => this.#item(row, this.#window));
  }

  /** The row of a record by its number in the file. */
  find(number: number): number | undefined {
    const row = this.#columns.entries.findIndex((entry) => this.#read.numbers[entry] === number);
    return row < 0 ? undefined : row;
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
    return {
      row,
      number: this.#read.numbers[entry] as number,
      title: this.#read.titles.get(entry),
      when: whenTextOf(span ? [span] : []),
      activity: activityOfRow(this.#columns, row, window),
      colour: this.#groups[row] as number,
      category: facet?.values[facet.codes[row] as number] ?? '',
    };
  }

  /** Reads a record again from the file. */
  async details({
    row,
    window,
  }: {
    readonly row: number;
    readonly window: Interval;
  }): Promise<CrowdDetails> {
    const { positions, entries } = this.#columns;
    const entry = entries[row] as number;
    const [x = NOWHERE, y = NOWHERE] = positions.subarray(row * 2, row * 2 + 2);
    const span = this.#spanOf(row);
    const known = {
      ...this.#item(row, window),
      ...(!(x === NOWHERE && y === NOWHERE) && { position: [lonOf(x), latOf(y)] as const }),
      bounds: span ? boundsText(span) : '',
    };
    const offset = this.#read.offsets[entry] as number;
    try {
      const part = this.#blob.slice(offset, offset + (this.#read.lengths[entry] as number));
      const record = this.#read.parse(await part.text());
      if (!record) throw new Error('what stands at its place is no record any more');
      const fields = [...record.properties].flatMap(([name, value]) => {
        const text = fieldText(value);
        return text === '' ? [] : [[name, text] as const];
      });
      return { ...known, fields };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return {
        ...known,
        fields: [],
        failure: `${this.#file} has changed or moved since it was opened (${why}). Open it again to see what this record says.`,
      };
    }
  }

  /** Builds the index of places, which the first `pick` would have to wait for. */
  index(): void {
    this.#places ??= new Places(this.#columns);
  }

  /** What is drawn in a small box: the certain first, of these the last drawn, thus uppermost. */
  pick({ box, window, trail, onlyCertain }: PickQuery): CrowdItem[] {
    this.index();
    const activities = new Map<number, Activity>();
    const isDrawn = (row: number): boolean => {
      if (this.#fails[row] !== 0) return false;
      const activity = activityOfRow(this.#columns, row, window);
      if (activity === 'future' || (activity === 'past' && !trail)) return false;
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
    const shift = 32 - level;
    const { positions, bounds } = this.#columns;
    const found = new Map<number, [certain: number, possible: number]>();
    for (const row of this.#held.rows) {
      const [x, y] = [positions[row * 2] as number, positions[row * 2 + 1] as number];
      if (x === NOWHERE && y === NOWHERE) continue;
      const key = (x >>> shift) * 2 ** level + (y >>> shift);
      let counts = found.get(key);
      if (!counts) found.set(key, (counts = [0, 0]));
      const isCertain =
        (bounds[row * 4 + 1] as number) <= this.#window.to &&
        (bounds[row * 4 + 2] as number) >= this.#window.from;
      counts[isCertain ? 0 : 1]++;
    }
    const size = 2 ** shift;
    const corners = new Uint32Array(found.size * 2);
    const certain = new Uint32Array(found.size);
    const possible = new Uint32Array(found.size);
    let k = 0;
    for (const [key, counts] of found) {
      corners[k * 2] = Math.floor(key / 2 ** level) * size;
      corners[k * 2 + 1] = (key % 2 ** level) * size;
      [certain[k], possible[k]] = counts;
      k++;
    }
    return { size, corners, certain, possible };
  }
}

/** The fields to choose from: those that say of what kind a record is, then those of fewest values. */
function facetsOf({ categories }: Columns): CategoryColumn[] {
  const rank = ({ name, values }: CategoryColumn): number =>
    kindly.test(name) ? 0 : values.length;
  return [...categories].sort((a, b) => rank(a) - rank(b)).slice(0, mostFacets);
}

function totalsOf(codes: Uint16Array, count: number): number[] {
  const totals = new Array<number>(count).fill(0);
  for (const code of codes) totals[code] = (totals[code] as number) + 1;
  return totals;
}

/** The most frequent values have a colour each; rows without a value have none. */
function colouringOf(facet: CategoryColumn | undefined, index: number | undefined): Colouring {
  if (!facet) return { values: [] };
  const totals = totalsOf(facet.codes, facet.values.length);
  const values = totals
    .map((total, value) => ({ total, value }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.total - a.total)
    .slice(0, colourCount)
    .map(({ value }) => value);
  return { facet: index, values };
}

function groupsOf(
  facet: CategoryColumn | undefined,
  { values }: Colouring,
  count: number,
): Uint8Array {
  if (!facet) return new Uint8Array(count);
  const groupOf = Uint8Array.from(facet.values, (_, value) => {
    const place = values.indexOf(value);
    return place < 0 ? colourCount : place;
  });
  return Uint8Array.from(facet.codes, (code) => groupOf[code] as number);
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
