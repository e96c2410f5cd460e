/** How many records hold, or may hold, in each year. */
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
  return yearsOf(span).map((year) => {
    const window = intervalOf({ kind: 'year', year }, span);
    const tally = new Map(groups.map((group) => [group, { group, certain: 0, possible: 0 }]));
    let certain = 0;
    let possible = 0;
    for (const record of records) {
      const count = tally.get(groupOf(record));
      const activity = activityOf(record.spans, window);
      if (!count || (activity !== 'certain' && activity !== 'possible')) continue;
      count[activity] += 1;
      if (activity === 'certain') certain += 1;
      else possible += 1;
    }
    const counts = [...tally.values()].filter((count) => count.certain + count.possible > 0);
    return { year, counts, certain, possible };
  });
}
