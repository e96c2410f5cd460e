/** The signs of a large file as numbers, from which both the shader and the legend draw. */
import type { Activity } from '../../core/span';

/** The radius of a sign at a zoom, in pixels of the page. */
export function radiusAt(zoom: number): number {
  return Math.max(1.6, Math.min(6, 1 + zoom * 0.5));
}

/** How many pixels the largest value adds to a sign. */
export const largestGrowth = 14;
/** What a sign that grows with a field of numbers begins with: a share of its usual radius. */
export const sizedBase = 0.6;

/** The radius of a sign that grows; `share`: of the largest value, which its area stands for. */
export function sizedRadius(zoom: number, share: number): number {
  return radiusAt(zoom) * sizedBase + largestGrowth * Math.sqrt(share);
}

/** Opacity of the middle and of the rim of a sign; what its rim is as a share of the radius. */
interface PointSign {
  readonly middle: number;
  readonly rim: number;
  readonly rimShare: number;
  /** How much of the rim is the colour of the casing. */
  readonly casing: number;
  /** Its radius as a share of the usual. */
  readonly scale: number;
}

export const pointSigns: Readonly<Record<Exclude<Activity, 'future'>, PointSign>> = {
  certain: { middle: 1, rim: 1, rimShare: 0.3, casing: 0.8, scale: 1 },
  possible: { middle: 0.16, rim: 0.95, rimShare: 0.32, casing: 0, scale: 1 },
  past: { middle: 0.28, rim: 0.28, rimShare: 0, casing: 0, scale: 0.55 },
};
