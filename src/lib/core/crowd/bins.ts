/** The histogram of many records: counts in bins of years, by one pass and running sums. */
import { civil, dayOf } from '../day';
import type { Day, Interval } from '../span';
import type { Columns } from './columns';

/** Bins of equal numbers of years, one after another. */
export interface Bins {
  /** The first year of the first bin. */
  readonly first: number;
  /** How many years a bin has. */
  readonly years: number;
  readonly count: number;
}

const mostBins = 160;
/** Years of a bin, up to what the longest time needs; so that the years that are labelled begin one. */
const widths = [
  ...[1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500],
  ...[1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000],
];

/** Bins over a span: of one year, or of as many as keep their number readable. */
export function binsOf(span: Interval): Bins {
  const [from, to] = [civil(span.from).year, civil(span.to).year];
  const fits = (width: number): boolean => (to - from + 1) / width <= mostBins;
  const years = widths.find(fits) ?? Math.max(...widths);
  const first = Math.floor(from / years) * years;
  return { first, years, count: Math.floor((to - first) / years) + 1 };
}

/** For each group and bin, group by group, how many rows hold and how many only may. */
export interface BinCounts {
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
}

/**
 * Counts the dated rows that pass the filter in every bin that they touch. `groups` has a number
 * below `groupCount` for each row.
 */
export function binCounts(
  { bounds, dated }: Columns,
  bins: Bins,
  fails: Uint8Array,
  groups: Uint8Array,
  groupCount: number,
): BinCounts {
  const firstDays = Array.from({ length: bins.count + 1 }, (_, k) =>
    dayOf(bins.first + k * bins.years, 1, 1),
  );
  const start = firstDays[0] as number;
  const end = firstDays[bins.count] as number;
  const width = bins.years * 365.2425;
  const last = bins.count - 1;
  const binOf = (day: Day): number => {
    let bin = Math.max(0, Math.min(last, Math.floor((day - start) / width)));
    while (bin > 0 && day < (firstDays[bin] as number)) bin--;
    while (bin < last && day >= (firstDays[bin + 1] as number)) bin++;
    return bin;
  };
  const stride = bins.count + 1;
  const maybe = new Int32Array(stride * groupCount);
  const surely = new Int32Array(stride * groupCount);
  const add = (target: Int32Array, group: number, from: Day, to: Day): void => {
    const at = group * stride;
    const [first, after] = [at + binOf(from), at + binOf(to) + 1];
    target[first] = (target[first] as number) + 1;
    target[after] = (target[after] as number) - 1;
  };
  for (let row = 0; row < dated; row++) {
    if (fails[row] !== 0) continue;
    const at = row * 4;
    const group = groups[row] as number;
    add(maybe, group, bounds[at] as number, bounds[at + 3] as number);
    // In a bin for certain: from that of the latest start to that of the earliest end.
    const [latestStart, earliestEnd] = [bounds[at + 1] as number, bounds[at + 2] as number];
    const isWithin = earliestEnd >= start && latestStart < end;
    if (isWithin && (latestStart <= earliestEnd || binOf(latestStart) <= binOf(earliestEnd))) {
      add(surely, group, latestStart, earliestEnd);
    }
  }
  const certain = summed(surely, bins.count, groupCount);
  const possible = summed(maybe, bins.count, groupCount);
  for (let k = 0; k < possible.length; k++) {
    possible[k] = (possible[k] as number) - (certain[k] as number);
  }
  return { certain, possible };
}

function summed(changes: Int32Array, bins: number, groups: number): Uint32Array {
  const sums = new Uint32Array(bins * groups);
  for (let group = 0; group < groups; group++) {
    let sum = 0;
    for (let bin = 0; bin < bins; bin++) {
      sum += changes[group * (bins + 1) + bin] as number;
      sums[group * bins + bin] = sum;
    }
  }
  return sums;
}
