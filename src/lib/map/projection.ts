/** From longitude and latitude to pixels of the map, for what we draw ourselves. */
import type { Position } from 'geojson';

/** How a frame of the map looks at the world. */
export interface MapView {
  /** From Mercator, 0 to 1, to clip space: 16 numbers, column by column. */
  readonly matrix: ArrayLike<number>;
  /** Of the map, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

/** A point in clip space. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

/** In pixels, from the upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Nearer to the camera than this, or behind it, nothing can be drawn. */
const near = 1e-6;

/** Web Mercator, 0 to 1 from west to east and from north to south. */
export function mercator([lon = 0, lat = 0]: Position): Point {
  const sin = Math.sin((lat * Math.PI) / 180);
  return {
    x: lon / 360 + 0.5,
    y: 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI),
  };
}

export function toClip({ matrix }: MapView, { x, y }: Point): Clip {
  const at = (k: number): number => matrix[k] ?? 0;
  return {
    x: at(0) * x + at(4) * y + at(12),
    y: at(1) * x + at(5) * y + at(13),
    w: at(3) * x + at(7) * y + at(15),
  };
}

/** A point of clip space in pixels; undefined behind the camera. */
export function toPixels({ width, height }: MapView, { x, y, w }: Clip): Point | undefined {
  if (w < near) return undefined;
  return { x: ((x / w + 1) / 2) * width, y: ((1 - y / w) / 2) * height };
}

/** The part of a segment that lies before the camera. */
export function clipNear(a: Clip, b: Clip): readonly [Clip, Clip] | undefined {
  if (a.w >= near && b.w >= near) return [a, b];
  if (a.w < near && b.w < near) return undefined;
  const t = (near - a.w) / (b.w - a.w);
  const edge = { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t, w: near };
  return a.w < near ? [edge, b] : [a, edge];
}

/** The copies of the world that a view may show, by their number to the east: 0 is the world. */
export function copiesIn({ width, height, zoom }: MapView): number[] {
  const around = Math.ceil(Math.max(width, height) / (512 * 2 ** zoom));
  return Array.from({ length: 2 * around + 1 }, (_, k) => k - around);
}
