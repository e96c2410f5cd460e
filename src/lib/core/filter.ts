/**
 * What a reader chose to see. A filter looks at what a record is, who and where it concerns, and how
 * sure the record itself is; a disputed claim about it never hides it.
 */
import type { Standpoint } from './atlas';
import { touches } from './containment';
import { groupOf, groups, type Group } from './group';
import { standings, type AtlasRecord, type Standing } from './model';

export interface Filter {
  readonly groups: readonly Group[];
  readonly standings: readonly Standing[];
  /** Only what is certain in the window. */
  readonly certain: boolean;
  /** Only what concerns this actor. */
  readonly actor?: string;
  /** Only what touches this place, or a place in it. */
  readonly place?: string;
  /** Only what a reader's file calls so: its word for what a record is. */
  readonly category?: string;
}

/** Shows everything. */
export const noFilter: Filter = {
  groups,
  standings,
  certain: false,
  actor: undefined,
  place: undefined,
  category: undefined,
};

/** Standings that are more than somebody's word or the atlas's own reading. */
export const firmStandings: readonly Standing[] = ['reported', 'estimated'];

export function isFiltering(filter: Filter): boolean {
  return (
    filter.certain ||
    filter.actor !== undefined ||
    filter.place !== undefined ||
    filter.category !== undefined ||
    filter.groups.length < groups.length ||
    filter.standings.length < standings.length
  );
}

/** Which places lie in which, as `containment.ts` works it out. */
export type Contents = ReadonlyMap<string, ReadonlySet<string>>;

/** Whether the record passes, whatever the window is. */
export function passes(record: AtlasRecord, filter: Filter, contents: Contents): boolean {
  const { actor, place, category } = filter;
  return (
    filter.groups.includes(groupOf(record)) &&
    filter.standings.includes(record.standing) &&
    (actor === undefined || record.actors.includes(actor)) &&
    (category === undefined || record.category === category) &&
    (place === undefined || touches(record, contents.get(place) ?? new Set([place])))
  );
}

/** Whether the record passes as it stands in the window. */
export function passesIn(standpoint: Standpoint, filter: Filter, contents: Contents): boolean {
  const isShown = !filter.certain || standpoint.activity === 'certain';
  return isShown && passes(standpoint.record, filter, contents);
}

/** What a reader's file calls its records, each once, as it comes; nothing in an atlas. */
export function categoriesOf(records: readonly AtlasRecord[]): readonly string[] {
  return [...new Set(records.flatMap(({ category }) => category ?? []))];
}

/** One choice of a facet, and how many records of the window it would leave. */
export interface Choice<T extends string> {
  readonly id: T;
  readonly count: number;
}

/**
 * How many records of the window each choice of a facet would leave, with every other part of the
 * filter as it is. Choices that would leave none are listed too.
 *
 * @param released the filter with the facet's own part taken out of it
 * @param choicesOf the choices under which a record falls
 */
export function facet<T extends string>(
  held: readonly Standpoint[],
  released: Filter,
  contents: Contents,
  choices: readonly T[],
  choicesOf: (record: AtlasRecord) => readonly T[],
): Choice<T>[] {
  const counts = new Map<T, number>();
  for (const entry of held) {
    if (!passesIn(entry, released, contents)) continue;
    for (const choice of new Set(choicesOf(entry.record))) {
      counts.set(choice, (counts.get(choice) ?? 0) + 1);
    }
  }
  return choices.map((id) => ({ id, count: counts.get(id) ?? 0 }));
}

/**
 * The choices of a long facet as they are offered: most records first, those of none last, in the
 * order in which they came among equals.
 */
export function byCount<T extends string>(choices: readonly Choice<T>[]): Choice<T>[] {
  return [...choices].sort((a, b) => b.count - a.count);
}
