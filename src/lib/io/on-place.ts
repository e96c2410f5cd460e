import { booleanPointInPolygon, distance } from '@turf/turf';
import type { Position } from 'geojson';
import type { Place } from '../core/model';

/** Latitude and longitude the other way round. */
export function swapped([longitude = 0, latitude = 0]: Position): Position {
  return [latitude, longitude];
}

function isPosition([longitude = 0, latitude = 0]: Position): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

/** Whether a position lies in the place's area; a place that is a point has none. */
export function liesIn({ geometry }: Place, position: Position): boolean {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
    ? booleanPointInPolygon(position, geometry)
    : false;
}

/** Whether a line may end here: in the place's area, or within its radius of the label point. */
export function liesOn(place: Place, position: Position): boolean {
  return liesIn(place, position) || distance(place.point, position) <= place.radiusKm;
}

/** A hint for a message, where a position fits once it is swapped. */
export function swapHint(position: Position, fits: (position: Position) => boolean): string {
  const other = swapped(position);
  return isPosition(other) && fits(other) ? ' (these look swapped: latitude, longitude)' : '';
}
