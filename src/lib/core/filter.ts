/**
 * What a reader chose to see. A filter looks at what a record is and how sure the record itself is;
 * a disputed claim about it never hides it.
 */
import type { Standpoint } from './atlas';
import { groupOf, groups, type Group } from './group';
import { standings, type AtlasRecord, type Standing } from './model';

export interface Filter {
  readonly groups: readonly Group[];
  readonly standings: readonly Standing[];
  /** Only what is certain in the window. */
  readonly certain: boolean;
}

/** Shows everything. */
export const noFilter: Filter = { groups, standings, certain: false };

/** Standings that are more than somebody's word or the atlas's own reading. */
export const firmStandings: readonly Standing[] = ['reported', 'estimated'];

export function isFiltering(filter: Filter): boolean {
  return (
    filter.certain ||
    filter.groups.length < groups.length ||
    filter.standings.length < standings.length
  );
}

/** Whether the record passes, whatever the window is. */
export function passes(record: AtlasRecord, filter: Filter): boolean {
  return filter.groups.includes(groupOf(record)) && filter.standings.includes(record.standing);
}

/** Whether the record passes as it stands in the window. */
export function passesIn({ record, activity }: Standpoint, filter: Filter): boolean {
  return passes(record, filter) && (!filter.certain || activity === 'certain');
}
