/** What happened near a place, and what a record did at one. */
import { placesOf, type AtlasIndex } from './atlas';
import { touches } from './containment';
import { measureBetween, type Measured } from './measure';
import type { AtlasRecord, Place } from './model';

export interface Nearby {
  readonly place: Place;
  readonly measured: Measured;
  /** What is recorded there, in the atlas's order of time. */
  readonly records: readonly AtlasRecord[];
}

const tooWide: readonly Place['precision'][] = ['country', 'supranational', 'unknown'];

/**
 * The nearest other places at which something is recorded, nearest first. Countries and wider have
 * no distance worth telling, and what lies in the place is not near it but in it.
 */
export function nearby(
  place: Place,
  within: ReadonlySet<string>,
  { atlas }: AtlasIndex,
  most: number,
): Nearby[] {
  return atlas.places
    .filter(({ id, precision }) => !within.has(id) && !tooWide.includes(precision))
    .map((other) => ({
      place: other,
      measured: measureBetween(place, other),
      records: atlas.records.filter((record) => placesOf(record).includes(other.id)),
    }))
    .filter(({ records }) => records.length > 0)
    .sort((a, b) => a.measured.km - b.measured.km)
    .slice(0, most);
}

/**
 * What a record did at a place, which is given with all that lies in it: whether something set out,
 * arrived, moved about, stayed or happened.
 */
export function roleAt(record: AtlasRecord, within: ReadonlySet<string>): string {
  if (!touches(record, within)) return 'elsewhere';
  if (record.kind === 'base') return 'stayed here';
  if (record.kind === 'event') return 'happened here';
  const leaves = record.from.some((id) => within.has(id));
  const arrives = record.to.some((id) => within.has(id));
  if (leaves && arrives) return 'moved within';
  return leaves ? 'set out from here' : 'arrived here';
}
