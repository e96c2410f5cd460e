/**
 * Many dated records as columns: typed arrays that a worker fills, a shader reads and a query scans.
 *
 * Rows are sorted by earliest start, undated rows last. So the rows that begin by the end of a
 * window are the first so many, which one binary search finds; the running maximum of the latest
 * ends, which is sorted too, tells with another which of them are all over before it begins.
 */
import { FOREVER, type Day, type Interval } from '../span';

/** A field of few different values, for facets and colours. */
export interface CategoryColumn {
  readonly name: string;
  /** The values; the empty text stands first, for rows that have none. */
  readonly values: readonly string[];
  /** For each row the number of its value. */
  readonly codes: Uint16Array;
}

/** A field of numbers, for sizes; NaN where a row has none. */
export interface NumberColumn {
  readonly name: string;
  readonly values: Float32Array;
  readonly least: number;
  readonly most: number;
}

/** Paths with a time at each vertex; a path belongs to a row, a row may have several. */
export interface Paths {
  /** The row of each path. */
  readonly rows: Uint32Array;
  /** The first vertex of each path, and one more entry after the last. */
  readonly starts: Uint32Array;
  /** Two for each vertex, as in `Columns.positions`. */
  readonly positions: Uint32Array;
  /** Days since 1970-01-01, with their fraction; NaN throughout a path without times. */
  readonly times: Float64Array;
}

export interface Columns {
  readonly count: number;
  /** How many rows have a time: the first so many. */
  readonly dated: number;
  /** Two for each row: x and y of the world square (`fixed.ts`), or twice `NOWHERE`. */
  readonly positions: Uint32Array;
  /** Four for each row: earliest start, latest start, earliest end, latest end. */
  readonly bounds: Int32Array;
  /** For each row the number of the entry in the order of the file. */
  readonly entries: Uint32Array;
  /** For each row the largest latest end up to and including it. */
  readonly endsSoFar: Int32Array;
  readonly categories: readonly CategoryColumn[];
  readonly numbers: readonly NumberColumn[];
  readonly paths: Paths;
  /** From the first to the last day that any row names; open ends do not count. */
  readonly span: Interval;
}

/** The bounds of a row without a time: it is to come, whatever the window. */
export const UNDATED: readonly [Day, Day, Day, Day] = [FOREVER, FOREVER, FOREVER, FOREVER];

/** The first index of a sorted array whose value is at least `value`. */
export function lowerBound(
  sorted: ArrayLike<number>,
  value: number,
  count = sorted.length,
  stride = 1,
): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle * stride] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows `from` to before `to` may hold in a window; all before are past, all after to come. */
export interface Candidates {
  readonly from: number;
  readonly to: number;
}

/** The rows that may hold in a window: by two binary searches, whatever their number. */
export function candidates(
  { bounds, endsSoFar, dated }: Pick<Columns, 'bounds' | 'endsSoFar' | 'dated'>,
  window: Interval,
): Candidates {
  const to = lowerBound(bounds, window.to + 1, dated, 4);
  return { from: Math.min(to, lowerBound(endsSoFar, window.from, dated)), to };
}
