/** Medians and a seeded source of chance. */

/** The value below which the share `p` (0 to 1) of the sorted values lies; NaN for none. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? NaN;
  return below + (above - below) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The values in an order that `random` chooses. */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

/** A walk from year to neighbouring year, back and forth between both ends with some turns. */
export function yearWalk(
  first: number,
  last: number,
  steps: number,
  random: () => number,
): number[] {
  const years = [first];
  let by = 1;
  for (let year = first; years.length <= steps;) {
    if (random() < 0.15) by = -by;
    if (year + by < first || year + by > last) by = -by;
    year += by;
    years.push(year);
  }
  return years;
}
