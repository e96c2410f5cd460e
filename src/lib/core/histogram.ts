/** How many records hold, or may hold, in each year. */
import { civil } from './day';
import type { AtlasRecord } from './model';
import { activityOf, type Interval } from './span';
import { intervalOf, yearsOf } from './window';

/** The count of one group in one year. */
export interface Count<Group extends string> {
  readonly group: Group;
  readonly certain: number;
  readonly possible: number;
}

export interface YearCount<Group extends string> {
  readonly year: number;
  /** Only groups that occur in the year, in the order in which they were given. */
  readonly counts: readonly Count<Group>[];
  readonly certain: number;
  readonly possible: number;
}

interface Tally {
  certain: number;
  possible: number;
}

/**
 * Counts by year and group over the atlas's span. A record counts in every year that it touches;
 * undated records count in none.
 */
export function histogram<Group extends string>(
  records: readonly AtlasRecord[],
  span: Interval,
  groups: readonly Group[],
  groupOf: (record: AtlasRecord) => Group,
): YearCount<Group>[] {
  // Only of years that something touches: a span of ages has few of them.
  const tallies = new Map<number, { window: Interval; counts: Map<Group, Tally> }>();
  for (const record of records) {
    const group = groupOf(record);
    for (const year of yearsTouched(record, span)) {
      let tally = tallies.get(year);
      if (!tally) {
        tally = { window: intervalOf({ kind: 'year', year }, span), counts: new Map() };
        tallies.set(year, tally);
      }
      const activity = activityOf(record.spans, tally.window);
      if (activity !== 'certain' && activity !== 'possible') continue;
      const count = tally.counts.get(group) ?? { certain: 0, possible: 0 };
      count[activity] += 1;
      tally.counts.set(group, count);
    }
  }
  const none: readonly Count<Group>[] = [];
  return yearsOf(span).map((year) => {
    const tally = tallies.get(year);
    if (!tally) return { year, counts: none, certain: 0, possible: 0 };
    const counts = groups.flatMap((group) => {
      const count = tally.counts.get(group);
      return count ? [{ group, ...count }] : [];
    });
    const sum = (activity: 'certain' | 'possible'): number =>
      counts.reduce((total, count) => total + count[activity], 0);
    return { year, counts, certain: sum('certain'), possible: sum('possible') };
  });
}

/** The years that a record may hold in: of a day's event that is one. */
function yearsTouched({ spans }: AtlasRecord, span: Interval): ReadonlySet<number> {
  const touched = new Set<number>();
  for (const { earliestStart, latestEnd } of spans) {
    const [from, to] = [Math.max(earliestStart, span.from), Math.min(latestEnd, span.to)];
    if (from > to) continue;
    const last = civil(to).year;
    for (let year = civil(from).year; year <= last; year++) touched.add(year);
  }
  return touched;
}
