/** What a window and a filter leave of many records: counts, facets and the rows in order of time. */
import { activity, type Interval } from '../span';
import { candidates, type Candidates, type CategoryColumn, type Columns } from './columns';
import { inBox, type FixedBox } from './fixed';

/** Fields that can be facets at the same time; a bit each, and one for everything else. */
export const mostFacets = 7;
const elsewhere = 1 << mostFacets;

/** Which rows are shown at all, whatever the window. */
export interface CrowdFilter {
  /** For each facet, in their order, the numbers of the values that are left out. */
  readonly hidden: readonly ReadonlySet<number>[];
  /** Only what lies in a box. */
  readonly box?: FixedBox;
  /** Only these rows, as found by a search; a one for each row that is. */
  readonly rows?: Uint8Array;
}

/**
 * What each row fails by: bit k for facet k, the last bit for the box and the search. A row that
 * fails by nothing is shown; one that fails by facet k alone still counts among the values of k.
 */
export function failures(
  { count, positions }: Columns,
  facets: readonly CategoryColumn[],
  { hidden, box, rows }: CrowdFilter,
): Uint8Array {
  const fails = new Uint8Array(count);
  for (const [k, { codes, values }] of facets.entries()) {
    const out = hidden[k];
    if (!out || out.size === 0) continue;
    const bits = Uint8Array.from(values, (_, code) => (out.has(code) ? 1 << k : 0));
    for (let row = 0; row < count; row++) {
      fails[row] = (fails[row] as number) | (bits[codes[row] as number] as number);
    }
  }
  if (rows) {
    for (let row = 0; row < count; row++) {
      if (!rows[row]) fails[row] = (fails[row] as number) | elsewhere;
    }
  }
  if (box) {
    for (let row = 0; row < count; row++) {
      const inside = inBox(positions[row * 2] as number, positions[row * 2 + 1] as number, box);
      if (!inside) fails[row] = (fails[row] as number) | elsewhere;
    }
  }
  return fails;
}

/** What a window holds. */
export interface Held {
  /** Rows that are shown, in order of time. */
  readonly rows: Uint32Array;
  readonly certain: number;
  readonly possible: number;
  /** Rows without a time, which stand last; none unless they were asked for. */
  readonly undated: number;
  /** For each facet, how many rows have each value: of those that pass all other filters. */
  readonly facets: readonly Uint32Array[];
}

export interface HeldOptions {
  readonly onlyCertain?: boolean;
  readonly box?: FixedBox;
  /** Whether rows without a time are listed, after all others. */
  readonly undated?: boolean;
  /** Whether the window lies outside of what the file tells: no row that has a time is held then. */
  readonly isOutside?: boolean;
}

const none: Candidates = { from: 0, to: 0 };

/** Counts and lists what holds, or may hold, in a window. */
export function heldIn(
  columns: Columns,
  window: Interval,
  facets: readonly CategoryColumn[],
  fails: Uint8Array,
  options: HeldOptions = {},
): Held {
  const { bounds, positions, dated, count } = columns;
  const { from, to } = options.isOutside ? none : candidates(columns, window);
  const last = options.undated && !options.onlyCertain ? count : dated;
  const rows = new Uint32Array(to - from + last - dated);
  const tallies = facets.map(({ values }) => new Uint32Array(values.length));
  let length = 0;
  let certain = 0;
  let undated = 0;
  const take = (row: number, isCertain: boolean): void => {
    const { box } = options;
    if (box && !inBox(positions[row * 2] as number, positions[row * 2 + 1] as number, box)) return;
    const failed = fails[row] as number;
    if (failed === 0) {
      rows[length++] = row;
      if (isCertain) certain++;
      if (row >= dated) undated++;
    }
    for (let k = 0; k < tallies.length; k++) {
      if ((failed & ~(1 << k)) !== 0) continue;
      const tally = tallies[k] as Uint32Array;
      const code = (facets[k] as CategoryColumn).codes[row] as number;
      tally[code] = (tally[code] as number) + 1;
    }
  };
  for (let row = from; row < to; row++) {
    const at = row * 4;
    if ((bounds[at + 3] as number) < window.from) continue;
    const isCertain =
      (bounds[at + 1] as number) <= window.to && (bounds[at + 2] as number) >= window.from;
    if (isCertain || !options.onlyCertain) take(row, isCertain);
  }
  for (let row = dated; row < last; row++) take(row, false);
  const possible = length - certain - undated;
  return { rows: rows.slice(0, length), certain, possible, undated, facets: tallies };
}

/** How a row stands to a window, by the rule that everything else here is tested against. */
export function activityOfRow({ bounds }: Pick<Columns, 'bounds'>, row: number, window: Interval) {
  const [earliestStart = 0, latestStart = 0, earliestEnd = 0, latestEnd = 0] = bounds.subarray(
    row * 4,
    row * 4 + 4,
  );
  return activity({ earliestStart, latestStart, earliestEnd, latestEnd }, window);
}
