/**
 * A geometry of any GeoJSON type taken apart into points, lines and areas, each coordinate checked.
 * What can be mended without doubt (a ring that does not close, longitudes from 0 to 360) is mended
 * and said; what cannot is a fault.
 */
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { shown } from '../problem';
import { member, type Fault } from './row';

/** What a geometry consists of. */
export interface Shape {
  readonly points: readonly Position[];
  readonly lines: readonly (readonly Position[])[];
  readonly areas: readonly Position[][][];
  /** Times of the positions of its first line, as the file has them: kepler.gl's fourth coordinate. */
  readonly times?: readonly unknown[];
  readonly positions: number;
}

export interface ShapeRead {
  readonly shape?: Shape;
  /** It has no geometry, which is legal. */
  readonly none?: boolean;
  readonly fault?: Fault;
  readonly remarks: readonly Fault[];
}

class Faulty extends Error {
  readonly fault: Fault;
  constructor(found: unknown, expected: string) {
    super(expected);
    this.fault = { field: 'geometry', found: shown(found), expected };
  }
}

interface Parts {
  points: Position[];
  lines: Position[][];
  areas: Position[][][];
  times: unknown[] | undefined;
  positions: number;
  remarks: Map<string, Fault>;
}

/** Takes a geometry apart. */
export function readShape(geometry: unknown): ShapeRead {
  if (geometry === null || geometry === undefined) return { none: true, remarks: [] };
  const parts: Parts = {
    points: [],
    lines: [],
    areas: [],
    times: undefined,
    positions: 0,
    remarks: new Map(),
  };
  try {
    addGeometry(geometry, parts);
  } catch (error) {
    if (error instanceof Faulty) return { fault: error.fault, remarks: [] };
    throw error;
  }
  const { remarks, ...shape } = parts;
  if (shape.positions === 0) return { none: true, remarks: [...remarks.values()] };
  return { shape, remarks: [...remarks.values()] };
}

function addGeometry(geometry: unknown, parts: Parts): void {
  const type = member(geometry, 'type');
  if (type === 'GeometryCollection') {
    const list = member(geometry, 'geometries');
    for (const one of listOf(list, 'a list of geometries')) addGeometry(one, parts);
    return;
  }
  const value = member(geometry, 'coordinates');
  switch (type) {
    case 'Point':
      // An empty list of coordinates is how some programs write an empty geometry.
      if (!Array.isArray(value) || value.length > 0) parts.points.push(position(value, parts));
      return;
    case 'MultiPoint':
      for (const one of listOf(value, 'a list of positions'))
        parts.points.push(position(one, parts));
      return;
    case 'LineString':
      parts.lines.push(line(value, parts));
      return;
    case 'MultiLineString':
      for (const one of listOf(value, 'a list of lines')) parts.lines.push(line(one, parts));
      return;
    case 'Polygon':
      parts.areas.push(polygon(value, parts));
      return;
    case 'MultiPolygon':
      for (const one of listOf(value, 'a list of polygons')) parts.areas.push(polygon(one, parts));
      return;
    default:
      throw new Faulty(
        type ?? geometry,
        'a geometry: Point, LineString, Polygon, their Multi forms, or a GeometryCollection',
      );
  }
}

function listOf(value: unknown, expected: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Faulty(value, expected);
}

function remark(parts: Parts, found: string, expected: string): void {
  if (!parts.remarks.has(expected)) {
    parts.remarks.set(expected, { field: 'geometry', found, expected });
  }
}

function position(value: unknown, parts: Parts): Position {
  const list = listOf(value, 'a position: longitude, latitude');
  const [lon, lat] = list;
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) {
    throw new Faulty(value, 'a position of two numbers: longitude, latitude');
  }
  parts.positions++;
  let longitude = lon as number;
  const latitude = lat as number;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 360) {
    throw new Faulty(value, outside(longitude, latitude));
  }
  if (Math.abs(longitude) > 180) {
    remark(parts, shown(value), 'a longitude from -180 to 180; it was turned by 360 degrees');
    longitude -= Math.sign(longitude) * 360;
  }
  return [longitude, latitude];
}

function outside(longitude: number, latitude: number): string {
  if (Math.abs(longitude) > 360 || Math.abs(latitude) > 180) {
    return 'longitude, latitude in degrees (WGS 84); these look like projected coordinates';
  }
  return Math.abs(longitude) <= 90
    ? 'longitude, latitude (these look swapped: latitude, longitude)'
    : 'a latitude from -90 to 90';
}

function line(value: unknown, parts: Parts): Position[] {
  const list = listOf(value, 'a line of at least 2 positions');
  if (list.length < 2) throw new Faulty(value, 'a line of at least 2 positions');
  const positions = list.map((one) => position(one, parts));
  const isTimed = list.every(
    (one) => Array.isArray(one) && one.length >= 4 && Number(one[3]) > 1e8,
  );
  if (isTimed) parts.times ??= list.map((one) => (one as unknown[])[3]);
  return positions;
}

function polygon(value: unknown, parts: Parts): Position[][] {
  const rings = listOf(value, 'a polygon: a list of rings').map((ring) => {
    const corners = listOf(ring, 'a ring of at least 4 positions').map((one) =>
      position(one, parts),
    );
    const [first, last] = [corners[0], corners.at(-1)];
    if (first && last && (first[0] !== last[0] || first[1] !== last[1])) {
      remark(
        parts,
        `a ring from ${shown(first)} to ${shown(last)}`,
        'a ring that ends where it begins; it was closed',
      );
      corners.push(first);
    }
    if (corners.length < 4) throw new Faulty(ring, 'a ring of at least 4 positions');
    return corners;
  });
  if (rings.length === 0) throw new Faulty(value, 'a polygon with at least one ring');
  return rings;
}

/** The areas of a shape as one geometry. */
export function areaGeometry(areas: readonly Position[][][]): Polygon | MultiPolygon | undefined {
  const [only] = areas;
  if (!only) return undefined;
  return areas.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: [...areas] };
}

/** Square degrees of a ring, unsigned. */
function ringArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let k = 1; k < ring.length; k++) {
    const [ax = 0, ay = 0] = ring[k - 1] ?? [];
    const [bx = 0, by = 0] = ring[k] ?? [];
    sum += ax * by - bx * ay;
  }
  return Math.abs(sum) / 2;
}

/**
 * A point inside an area, for its label: the middle of the widest stretch of the largest polygon on
 * the parallel through its middle.
 */
export function labelPoint(areas: readonly Position[][][]): Position {
  const largest = areas.reduce((a, b) => (ringArea(b[0] ?? []) > ringArea(a[0] ?? []) ? b : a));
  const outer = largest[0] ?? [];
  const lats = outer.map(([, lat = 0]) => lat);
  const low = lats.reduce((a, b) => Math.min(a, b));
  const high = lats.reduce((a, b) => Math.max(a, b));
  const middle = (low + high) / 2;
  const crossings = largest
    .flatMap((ring) =>
      ring.slice(1).flatMap((end, k): number[] => {
        const [ax = 0, ay = 0] = ring[k] ?? [];
        const [bx = 0, by = 0] = end;
        return ay > middle === by > middle ? [] : [ax + ((middle - ay) / (by - ay)) * (bx - ax)];
      }),
    )
    .sort((a, b) => a - b);
  let best = outer[0] ?? [0, 0];
  let widest = -1;
  for (let k = 0; k + 1 < crossings.length; k += 2) {
    const [from = 0, to = 0] = [crossings[k], crossings[k + 1]];
    if (to - from > widest) {
      widest = to - from;
      best = [(from + to) / 2, middle];
    }
  }
  return best;
}

/** The radius in kilometres of a circle as large as the areas. */
export function areaRadius(areas: readonly Position[][][]): number {
  const square = areas.reduce((sum, polygon) => {
    const [outer = []] = polygon;
    const lat = outer[0]?.[1] ?? 0;
    return sum + ringArea(outer) * 111.2 * 111.2 * Math.cos((lat * Math.PI) / 180);
  }, 0);
  return Math.sqrt(Math.max(0, square) / Math.PI);
}
