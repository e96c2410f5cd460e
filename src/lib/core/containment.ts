/** Which places lie in which: a valley in its region, a town in its country. */
import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { placesOf } from './atlas';
import type { AtlasRecord, Place } from './model';

function isArea(place: Place): place is Place & { geometry: Polygon | MultiPolygon } {
  return place.geometry.type === 'Polygon' || place.geometry.type === 'MultiPolygon';
}

/** The middle of the smaller place lies in the larger: a rule that soft edges do not upset. */
function holds(outer: Place, inner: Place): boolean {
  return (
    outer !== inner &&
    isArea(outer) &&
    outer.radiusKm > inner.radiusKm &&
    booleanPointInPolygon([...inner.point], outer.geometry)
  );
}

/** For each place, the ids of the place itself and of all that lies in it. */
export function contents(places: readonly Place[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    places.map((outer) => [
      outer.id,
      new Set([outer.id, ...places.filter((inner) => holds(outer, inner)).map(({ id }) => id)]),
    ]),
  );
}

/** Whether a record touches one of the places. */
export function touches(record: AtlasRecord, places: ReadonlySet<string>): boolean {
  return placesOf(record).some((id) => places.has(id));
}

/** The places that a record touches, and all in which those lie. */
export function placesAround(
  record: AtlasRecord,
  contents: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const own = placesOf(record);
  const around = [...contents].filter(([, within]) => own.some((id) => within.has(id)));
  return around.map(([id]) => id);
}
