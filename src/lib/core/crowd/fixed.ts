/**
 * Positions in Web Mercator as whole numbers: the world's square is 2^32 wide and high, so that a
 * unit is a centimetre and the difference of two positions, taken in 32 bits, goes the short way
 * around: across the antimeridian nothing needs care.
 */

/** Both coordinates of what has no position. */
export const NOWHERE = 0xffffffff;

const side = 2 ** 32;
/** The latitude at which the square ends. */
const farthest = 85.051128779806604;

/** The x of a longitude in degrees; any turn of the world will do. */
export function fixedX(lon: number): number {
  const turns = (lon + 180) / 360;
  return Math.min(side - 2, Math.floor((turns - Math.floor(turns)) * side));
}

/** The y of a latitude in degrees; beyond the square, its edge. */
export function fixedY(lat: number): number {
  const sine = Math.sin((Math.max(-farthest, Math.min(farthest, lat)) * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return Math.max(0, Math.min(side - 2, Math.floor(y * side)));
}

/** The longitude of an x, -180 to 180. */
export function lonOf(x: number): number {
  return (x / side) * 360 - 180;
}

/** The latitude of a y. */
export function latOf(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / side))) * 180) / Math.PI;
}

/** A box in fixed positions; where `west` is more than `east` it crosses the antimeridian. */
export interface FixedBox {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** The box of west, south, east and north in degrees; one wider than the world is the world. */
export function fixedBox([west, south, east, north]: readonly [
  number,
  number,
  number,
  number,
]): FixedBox {
  const isWorld = east - west >= 360;
  return {
    west: isWorld ? 0 : fixedX(west),
    east: isWorld ? side - 2 : fixedX(east),
    north: fixedY(north),
    south: fixedY(south),
  };
}

/** Whether a position lies in a box. */
export function inBox(x: number, y: number, { west, north, east, south }: FixedBox): boolean {
  if (y < north || y > south || (x === NOWHERE && y === NOWHERE)) return false;
  return west <= east ? x >= west && x <= east : x >= west || x <= east;
}
