/** Files that give the latitude first, against RFC 7946: told by positions that can be nothing else. */
import { member } from './row';

/** Positions of a file, counted by what their numbers leave possible. */
interface Seen {
  all: number;
  /** The second number is beyond 90, which no latitude is, and not beyond 180. */
  beyond: number;
  /** The first number is beyond 90, which no latitude is, or the second beyond 180. */
  plain: number;
}

function look(value: unknown, seen: Seen): void {
  if (!Array.isArray(value)) return;
  const [first, second] = value as unknown[];
  if (typeof first !== 'number' || typeof second !== 'number') {
    for (const one of value) look(one, seen);
    return;
  }
  seen.all++;
  if (Math.abs(first) > 90 || Math.abs(second) > 180) seen.plain++;
  else if (Math.abs(second) > 90) seen.beyond++;
}

function lookAt(geometry: unknown, seen: Seen): void {
  look(member(geometry, 'coordinates'), seen);
  const parts = member(geometry, 'geometries');
  if (Array.isArray(parts)) for (const part of parts) lookAt(part, seen);
}

/** So large a part of them is no slip of the pen. */
export const leastShare = 0.1;

/** Whether the positions of all geometries make sense only with the latitude first. */
export function isLatitudeFirst(geometries: Iterable<unknown>): boolean {
  const seen: Seen = { all: 0, beyond: 0, plain: 0 };
  for (const geometry of geometries) lookAt(geometry, seen);
  return seen.plain === 0 && seen.beyond > seen.all * leastShare;
}

/** A geometry with the first two numbers of each position exchanged. */
export function turned(geometry: unknown): unknown {
  if (typeof geometry !== 'object' || geometry === null) return geometry;
  const parts = member(geometry, 'geometries');
  return {
    ...geometry,
    coordinates: exchanged(member(geometry, 'coordinates')),
    ...(Array.isArray(parts) && { geometries: parts.map(turned) }),
  };
}

function exchanged(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const [first, second, ...rest] = value as unknown[];
  return typeof first === 'number' ? [second, first, ...rest] : value.map(exchanged);
}
