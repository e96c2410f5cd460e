/** Checks places against themselves and each other. */
import { distance } from '@turf/turf';
import type { Position } from 'geojson';
import type { Place } from '../core/model';
import { inside, report, type Site } from './fields';
import { liesIn, swapHint, swapped } from './on-place';
import { shown } from './problem';

/** In degrees, since it only tells one part of the world from another. */
function degreesBetween([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position): number {
  return Math.hypot(x1 - x2, y1 - y2);
}

/** A place this lonely is suspect ... */
const lonely = 10;
/** ... if swapping its coordinates brings it this many times closer to another place. */
const closer = 4;
/** Two places in a square of this size are less than `lonely` degrees apart. */
const square = 7;

/**
 * The places the coordinates of which look swapped, going by the other places: more than 10
 * degrees from every one of them, and swapped four times closer to one. So a far country of an
 * atlas is left alone, and so are two places that stand together where nothing else is.
 */
export function placesThatLookSwapped(places: readonly Place[]): ReadonlySet<Place> {
  const squareOf = ({ point: [x = 0, y = 0] }: Place) =>
    `${Math.floor(x / square)},${Math.floor(y / square)}`;
  const crowd = new Map<string, number>();
  for (const place of places) crowd.set(squareOf(place), (crowd.get(squareOf(place)) ?? 0) + 1);
  const alone = places.filter((place) => crowd.get(squareOf(place)) === 1);
  return new Set(alone.filter((place) => looksSwapped(place, places)));
}

function looksSwapped(place: Place, places: readonly Place[]): boolean {
  const turned = swapped(place.point);
  if (Math.abs(turned[1] ?? 0) > 90) return false;
  let [near, nearTurned] = [Infinity, Infinity];
  for (const other of places) {
    if (other === place) continue;
    near = Math.min(near, degreesBetween(place.point, other.point));
    nearTurned = Math.min(nearTurned, degreesBetween(turned, other.point));
  }
  return near > lonely && nearTurned < near / closer;
}

/** Whether the label point is on the geometry that it labels. */
function isLabelled(place: Place, point: Position): boolean {
  return place.geometry.type === 'Point'
    ? distance(place.geometry.coordinates, point) <= place.radiusKm
    : liesIn(place, point);
}

/** A place that was read, and where its problems are listed. */
export interface PlaceRead {
  readonly place: Place;
  readonly site: Site;
}

/** Lists what is wrong with places by themselves and among each other. */
export function checkPlaces(read: readonly PlaceRead[]): void {
  const suspects = placesThatLookSwapped(read.map(({ place }) => place));
  for (const { place, site } of read) {
    const expected = expectedPoint(place, suspects.has(place));
    if (expected !== undefined) report(inside(site, 'label_point'), shown(place.point), expected);
  }
}

function expectedPoint(place: Place, isSuspect: boolean): string | undefined {
  const { point, geometry, radiusKm } = place;
  if (!isLabelled(place, point)) {
    const hint = swapHint(point, (other) => isLabelled(place, other));
    return geometry.type === 'Point'
      ? `a point within radius_km (${radiusKm}) of the geometry${hint}`
      : `a point in the place's area${hint}`;
  }
  return isSuspect
    ? "a point nearer to the atlas's other places (these look swapped: latitude, longitude)"
    : undefined;
}
