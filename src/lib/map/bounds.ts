/** The box that shows a record or a place. */
import type { Geometry, Position } from 'geojson';
import { placesOf, type AtlasIndex } from '../core/atlas';
import type { Place } from '../core/model';

/** West, south, east, north, in degrees. */
export type Bounds = [number, number, number, number];

const kmPerDegree = 111.2;

function positions(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positions);
  }
}

function boxOf(points: readonly Position[]): Bounds | undefined {
  if (!points.length) return undefined;
  const box: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of points) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

/** A place's box; a point is widened by its radius. */
function placePositions(place: Place): Position[] {
  if (place.geometry.type !== 'Point') return positions(place.geometry);
  const [lon = 0, lat = 0] = place.point;
  const dLat = place.radiusKm / kmPerDegree;
  const dLon = dLat / Math.max(0.1, Math.cos((lat * Math.PI) / 180));
  return [
    [lon - dLon, lat - dLat],
    [lon + dLon, lat + dLat],
  ];
}

/**
 * The box of a record or place by id: a movement's lines, or the places of everything else.
 * Undefined where nothing of it is on the map.
 */
export function boundsOf(id: string, index: AtlasIndex): Bounds | undefined {
  const record = index.records.get(id);
  if (record?.lines.length) return boxOf(record.lines.flat());
  const ids = record ? placesOf(record) : [id];
  return boxOf(
    ids.flatMap((placeId) => {
      const place = index.places.get(placeId);
      return place ? placePositions(place) : [];
    }),
  );
}
