/** The box that shows a record or a place. */
import type { Geometry, Position } from 'geojson';
import { placesOf, type AtlasIndex } from './atlas';
import type { Place } from './model';

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

/**
 * The narrowest box around points: round the back of the globe if that is shorter, in which case
 * its east is beyond 180 degrees.
 */
function boxOf(points: readonly Position[]): Bounds | undefined {
  if (!points.length) return undefined;
  const lats = points.map(([, lat = 0]) => lat);
  const lons = points.map(([lon = 0]) => lon).sort((a, b) => a - b);
  const [west = 0] = lons;
  const east = lons.at(-1) ?? west;
  let box: [number, number] = [west, east];
  // The widest empty stretch of longitude is what the box leaves out.
  let widest = 360 - (east - west);
  lons.forEach((lon, k) => {
    const next = lons[k + 1];
    if (next === undefined || next - lon <= widest) return;
    widest = next - lon;
    box = [next, lon + 360];
  });
  const low = lats.reduce((a, b) => Math.min(a, b), 90);
  const high = lats.reduce((a, b) => Math.max(a, b), -90);
  return [box[0], low, box[1], high];
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

/** The box around all that there is; undefined where there is nothing. */
export function unionOf(boxes: readonly (Bounds | undefined)[]): Bounds | undefined {
  return boxOf(
    boxes.flatMap((box): Position[] =>
      box
        ? [
            [box[0], box[1]],
            [box[2], box[3]],
          ]
        : [],
    ),
  );
}

/** Degrees to go eastwards from one longitude to another, 0 to 360, whatever turn they are given in. */
const eastwards = (from: number, to: number): number => (((to - from) % 360) + 360) % 360;

/**
 * Whether two boxes share any ground. Either may reach or lie beyond 180 degrees: a map that was
 * turned past the date line counts on.
 */
export function meets(a: readonly number[], b: readonly number[]): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = a;
  const [otherWest = 0, otherSouth = 0, otherEast = 0, otherNorth = 0] = b;
  const isBeside = south > otherNorth || otherSouth > north;
  return (
    !isBeside &&
    (eastwards(west, otherWest) <= east - west ||
      eastwards(otherWest, west) <= otherEast - otherWest)
  );
}

/**
 * The ids that one map can show without going out too far: all whose boxes are together no wider
 * than so many degrees. Where not all are, those near `home` come first.
 */
export function together(
  ids: readonly string[],
  index: AtlasIndex,
  home: readonly number[],
  widest: number,
): string[] {
  const boxes = ids.flatMap((id) => {
    const box = boundsOf(id, index);
    return box ? [{ id, box, near: meets(box, home) }] : [];
  });
  let whole: Bounds | undefined;
  const kept = new Set<string>();
  for (const { id, box } of boxes.sort((a, b) => Number(b.near) - Number(a.near))) {
    const wider = unionOf([whole, box]);
    if (whole && wider && wider[2] - wider[0] > widest) continue;
    whole = wider;
    kept.add(id);
  }
  return ids.filter((id) => kept.has(id));
}
