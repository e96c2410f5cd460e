/** Which places lie in which: a valley in its region, a town in its country. */
import type { MultiPolygon, Polygon } from 'geojson';
import { placesOf } from './atlas';
import { isInside } from './inside';
import type { Atlas, AtlasRecord, Place } from './model';

function isArea(place: Place): place is Place & { geometry: Polygon | MultiPolygon } {
  return place.geometry.type === 'Polygon' || place.geometry.type === 'MultiPolygon';
}

/** The middle of the smaller place lies in the larger: a rule that soft edges do not upset. */
function holds(outer: Place, inner: Place): boolean {
  return (
    outer !== inner &&
    isArea(outer) &&
    outer.radiusKm > inner.radiusKm &&
    isInside(inner.point, outer.geometry)
  );
}

/** For each place, the ids of the place itself and of all that lies in it. */
export function contents(places: readonly Place[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    places.map((outer) => {
      // Only areas hold others: of thousands of points each would be asked in vain.
      const inner = isArea(outer) ? places.filter((place) => holds(outer, place)) : [];
      return [outer.id, new Set([outer.id, ...inner.map(({ id }) => id)])];
    }),
  );
}

/** The other way round: for each place, the ids of the place itself and of all in which it lies. */
export function surroundings(
  contents: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, readonly string[]> {
  const around = new Map<string, string[]>();
  for (const [outer, within] of contents) {
    for (const id of within) {
      const known = around.get(id);
      if (known) known.push(outer);
      else around.set(id, [outer]);
    }
  }
  return around;
}

/** Whether a record touches one of the places. */
export function touches(record: AtlasRecord, places: ReadonlySet<string>): boolean {
  return placesOf(record).some((id) => places.has(id));
}

/** The places that a record touches, and all in which those lie; `around` as `surroundings` has it. */
export function placesAround(
  record: AtlasRecord,
  around: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return [...new Set(placesOf(record).flatMap((id) => around.get(id) ?? [id]))];
}

/**
 * The ids of the places by which records can be narrowed, the largest first. A place of a single
 * record that has no name of its own says no more than the record does; `chosen` is among them in
 * any case.
 */
export function placesToChoose(
  { places, records }: Pick<Atlas, 'places' | 'records'>,
  chosen: string | undefined,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const id of records.flatMap(placesOf)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...places]
    .filter(({ id, unlabelled }) => !unlabelled || id === chosen || (counts.get(id) ?? 0) > 1)
    .sort((a, b) => b.radiusKm - a.radiusKm)
    .map(({ id }) => id);
}
