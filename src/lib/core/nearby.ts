/** What happened near a place: the nearest other places with records, and how far they are. */
import { placesOf, type AtlasIndex } from './atlas';
import { measureBetween, type Measured } from './measure';
import type { AtlasRecord, Place } from './model';

export interface Nearby {
  readonly place: Place;
  readonly measured: Measured;
  readonly count: number;
}

/** The nearest places at which something is recorded, countries and wider left out. */
export function nearbyPlaces(place: Place, index: AtlasIndex, most: number): Nearby[] {
  const counts = new Map<string, number>();
  for (const record of index.atlas.records) {
    for (const id of new Set(placesOf(record))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return index.atlas.places
    .filter((other) => other !== place && counts.has(other.id))
    .filter(({ precision }) => precision !== 'country' && precision !== 'supranational')
    .map((other) => ({
      place: other,
      measured: measureBetween(place, other),
      count: counts.get(other.id) ?? 0,
    }))
    .sort((a, b) => a.measured.km - b.measured.km)
    .slice(0, most);
}

/** What a record did at a place, in a word or two. */
export function roleAt(record: AtlasRecord, place: string): string {
  const leaves = record.from.includes(place);
  const arrives = record.to.includes(place);
  if (leaves && arrives) return 'within';
  if (leaves) return 'from here';
  if (arrives) return 'to here';
  return record.kind === 'base' ? 'based here' : 'here';
}
