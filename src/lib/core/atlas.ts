/** Finding things in an atlas: by id, and by the window that a reader looks at. */
import type { Actor, Atlas, AtlasRecord, Place, Source } from './model';
import { civil } from './day';
import { activityOf, ALWAYS, FOREVER, type Activity, type Interval } from './span';
import { yearText } from './wording';

/** An atlas with its things by id. */
export interface AtlasIndex {
  readonly atlas: Atlas;
  readonly records: ReadonlyMap<string, AtlasRecord>;
  readonly places: ReadonlyMap<string, Place>;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly sources: ReadonlyMap<string, Source>;
}

function byId<T extends { readonly id: string }>(things: readonly T[]): Map<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

/** Builds the look-up tables of an atlas once. */
export function indexAtlas(atlas: Atlas): AtlasIndex {
  return {
    atlas,
    records: byId(atlas.records),
    places: byId(atlas.places),
    actors: byId(atlas.actors),
    sources: byId(atlas.sources),
  };
}

/** A record and how it stands to the window. */
export interface Standpoint {
  readonly record: AtlasRecord;
  readonly activity: Activity | 'undated';
}

/** How a record stands to a window; a record without a span is `undated`. */
export function standpoint(record: AtlasRecord, window: Interval): Standpoint {
  return {
    record,
    activity: record.spans.length === 0 ? 'undated' : activityOf(record.spans, window),
  };
}

/** The records that hold, or may hold, in the window, in the atlas's order of time. */
export function recordsIn(records: readonly AtlasRecord[], window: Interval): Standpoint[] {
  return records
    .map((record) => standpoint(record, window))
    .filter(({ activity }) => activity === 'certain' || activity === 'possible');
}

/** The ids of all places that a record touches. */
export function placesOf(record: AtlasRecord): string[] {
  return [...record.at, ...record.from, ...record.to];
}

function yearHeading(year: number): string {
  if (Number.isFinite(year)) return yearText(year);
  return year > 0 ? 'Undated' : 'Beginning not stated';
}

/**
 * Records by the year in which they begin at the earliest, in order of the years. What is dated but
 * has no beginning comes first, what is undated last.
 */
export function byFirstYear(
  records: readonly AtlasRecord[],
): (readonly [year: string, records: readonly AtlasRecord[]])[] {
  const groups = new Map<number, AtlasRecord[]>();
  for (const record of records) {
    const start = record.spans.reduce((day, span) => Math.min(day, span.earliestStart), FOREVER);
    const year = start === FOREVER ? Infinity : start === ALWAYS ? -Infinity : civil(start).year;
    const group = groups.get(year);
    if (group) group.push(record);
    else groups.set(year, [record]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([year, group]) => [yearHeading(year), group]);
}
