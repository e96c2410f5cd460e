/** Web Mercator for the preview pictures: shapes in units of the world, and frames in pixels. */
import type { FeatureCollection, Geometry, Position } from 'geojson';

/** A line or a ring in Mercator units (the world is 1 by 1), flat as x, y, x, y, with its box. */
export interface Shape<P> {
  readonly at: readonly number[];
  readonly box: readonly [number, number, number, number];
  readonly closed: boolean;
  readonly properties: P;
}

const furthest = 85;

export function mercatorX(lon: number): number {
  return (lon + 180) / 360;
}

export function mercatorY(lat: number): number {
  const radians = (Math.max(-furthest, Math.min(furthest, lat)) * Math.PI) / 180;
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / (2 * Math.PI);
}

function shape<P>(line: readonly Position[], closed: boolean, properties: P): Shape<P> {
  const at: number[] = [];
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of line) {
    const [x, y] = [mercatorX(lon), mercatorY(lat)];
    at.push(x, y);
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return { at, box, closed, properties };
}

/** The lines and rings of a geometry; points have none. */
export function shapesOf<P>(geometry: Geometry, properties: P): Shape<P>[] {
  const lines = (of: readonly Position[][], closed: boolean) =>
    of.map((line) => shape(line, closed, properties));
  switch (geometry.type) {
    case 'LineString':
      return lines([geometry.coordinates], false);
    case 'MultiLineString':
      return lines(geometry.coordinates, false);
    case 'Polygon':
      return lines(geometry.coordinates, true);
    case 'MultiPolygon':
      return lines(geometry.coordinates.flat(), true);
    default:
      return [];
  }
}

const projected = new WeakMap<object, Shape<unknown>[]>();

/** A collection's shapes, projected when first asked for: a build draws each of them many times. */
export function collectionShapes<P>(collection: FeatureCollection<Geometry, P>): Shape<P>[] {
  const known = projected.get(collection) as Shape<P>[] | undefined;
  if (known) return known;
  const shapes = collection.features.flatMap(({ geometry, properties }) =>
    shapesOf(geometry, properties),
  );
  projected.set(collection, shapes);
  return shapes;
}

/** The part of the world that a picture shows. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** The left and upper edge in Mercator units, and pixels per unit. */
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** The zoom that a web map would call this, with tiles of 512 pixels. */
export function zoomOf({ scale }: Frame): number {
  return Math.log2(scale / 512);
}

/** Where a position is in the picture, in the copy of the world that is nearest to its middle. */
export function project({ left, top, scale, width }: Frame, [lon = 0, lat = 0]: Position) {
  const middle = left + width / scale / 2;
  const x = mercatorX(lon);
  const near = x - Math.round(x - middle);
  return { x: (near - left) * scale, y: (mercatorY(lat) - top) * scale };
}

/** How much of the picture is margin on each side, and the least width shown, in Mercator units. */
const margin = 0.16;
const leastWidth = 7 / 360;

/**
 * The frame that shows a box (west, south, east, north; east may lie beyond 180) with a margin
 * around it. A town is shown with its surroundings, and never more than one world.
 */
export function frameOf(
  [west, south, east, north]: readonly [number, number, number, number],
  width: number,
  height: number,
): Frame {
  const [x0, x1] = [mercatorX(west), mercatorX(east)];
  const [y0, y1] = [mercatorY(north), mercatorY(south)];
  const room = 1 - 2 * margin;
  const span = Math.max(leastWidth, (x1 - x0) / room, ((y1 - y0) / room) * (width / height));
  const scale = Math.max(width, width / span);
  const top = (y0 + y1) / 2 - height / scale / 2;
  return {
    width,
    height,
    left: (x0 + x1) / 2 - width / scale / 2,
    top: Math.max(0, Math.min(1 - height / scale, top)),
    scale,
  };
}

/** Points nearer than this to the one before are left out, in pixels. */
const tolerance = 0.8;
/** Shapes are drawn as far as this beyond the edge, so that their outlines do not show. */
const beyond = 30;

/** Shapes as the `d` of an SVG path: what the frame shows of them, in pixels. */
export function pathOf(shapes: readonly Shape<unknown>[], frame: Frame): string {
  const { left, top, scale, width, height } = frame;
  const out: string[] = [];
  for (const { at, box, closed } of shapes) {
    for (const world of [-1, 0, 1]) {
      const shift = world - left;
      const outside =
        (box[2] + shift) * scale < -beyond ||
        (box[0] + shift) * scale > width + beyond ||
        (box[3] - top) * scale < -beyond ||
        (box[1] - top) * scale > height + beyond;
      if (outside) continue;
      let [lastX, lastY] = [Infinity, Infinity];
      for (let k = 0; k < at.length; k += 2) {
        const x = ((at[k] ?? 0) + shift) * scale;
        const y = ((at[k + 1] ?? 0) - top) * scale;
        const ends = k === 0 || k === at.length - 2;
        if (!ends && Math.abs(x - lastX) + Math.abs(y - lastY) < tolerance) continue;
        out.push(`${k === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`);
        [lastX, lastY] = [x, y];
      }
      if (closed) out.push('Z');
    }
  }
  return out.join('');
}
