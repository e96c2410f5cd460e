/** Paths cut into pieces between two vertices, sorted by the moment at which each begins. */
import type { Interval } from '../span';
import type { Paths } from './columns';
import { Growing } from './grow';

export interface Pieces {
  readonly count: number;
  /** How many have times: the first so many. */
  readonly timed: number;
  /** The row of each piece. */
  readonly rows: Uint32Array;
  /** Four for each piece: x and y of its start, x and y of its end. */
  readonly ends: Uint32Array;
  /** Two for each piece, in days from `origin`; the end before the start in one without times. */
  readonly times: Float32Array;
  /** For each timed piece the largest end up to and including it. */
  readonly endsSoFar: Float32Array;
  /** The day from which times count, so that 32 bits hold minutes over centuries. */
  readonly origin: number;
  /** The days from the first moment to the last; from 0 to 0 where there are none. */
  readonly span: Interval;
}

/** The first and last moment of all paths that have times, in days since 1970-01-01. */
export function momentsOf({ times }: Pick<Paths, 'times'>): Interval | undefined {
  let [from, to] = [Infinity, -Infinity];
  for (const time of times) {
    if (time < from) from = time;
    if (time > to) to = time;
  }
  return from < to ? { from, to } : undefined;
}

/**
 * Cuts paths into pieces. A path without times of its own whose record lasts some days is gone
 * along evenly from its latest start to its earliest end, when it is under way for certain.
 */
export function pieces({ rows, starts, positions, times }: Paths, bounds: Int32Array): Pieces {
  const found: { row: number; at: number; from: number; to: number }[] = [];
  for (const [path, row] of rows.entries()) {
    const [first, end] = [starts[path] as number, starts[path + 1] as number];
    const moments = times.subarray(first, end);
    const timed = Number.isNaN(moments[0]) ? evenly(positions, first, end, row, bounds) : moments;
    for (let at = first; at + 1 < end; at++) {
      const [from, to] = [timed?.[at - first] ?? NaN, timed?.[at - first + 1] ?? NaN];
      if (from === to) continue;
      found.push({ row, at, from, to });
    }
  }
  const key = (from: number): number => (Number.isNaN(from) ? Infinity : from);
  found.sort((a, b) => (key(a.from) < key(b.from) ? -1 : key(a.from) > key(b.from) ? 1 : 0));
  const timed = found.filter(({ from }) => !Number.isNaN(from)).length;
  const origin = timed > 0 ? Math.floor(found[0]?.from ?? 0) : 0;
  const count = found.length;
  const result = {
    rows: new Uint32Array(count),
    ends: new Uint32Array(count * 4),
    times: new Float32Array(count * 2),
    endsSoFar: new Growing(Float32Array),
  };
  let most = -Infinity;
  for (const [piece, { row, at, from, to }] of found.entries()) {
    result.rows[piece] = row;
    result.ends.set(positions.subarray(at * 2, at * 2 + 4), piece * 4);
    const isTimed = piece < timed;
    result.times[piece * 2] = isTimed ? from - origin : 1;
    result.times[piece * 2 + 1] = isTimed ? to - origin : 0;
    if (isTimed) {
      most = Math.max(most, to - origin);
      result.endsSoFar.push(most);
    }
  }
  const span = timed > 0 ? { from: found[0]?.from ?? 0, to: most + origin } : { from: 0, to: 0 };
  return { ...result, endsSoFar: result.endsSoFar.values, count, timed, origin, span };
}

/** Moments along a path in proportion to the way gone; undefined where nothing lasts for certain. */
function evenly(
  positions: Uint32Array,
  first: number,
  end: number,
  row: number,
  bounds: Int32Array,
): number[] | undefined {
  const [from, to] = [bounds[row * 4 + 1] as number, (bounds[row * 4 + 2] as number) + 1];
  const isLimited = from > -0x80000000 && to < 0x7fffffff;
  if (to - from <= 1 || !isLimited) return undefined;
  const gone = [0];
  for (let at = first + 1; at < end; at++) {
    // The shorter way around the world, as 32 bits have it.
    const x = ((positions[at * 2] as number) - (positions[at * 2 - 2] as number)) | 0;
    const y = (positions[at * 2 + 1] as number) - (positions[at * 2 - 1] as number);
    gone.push((gone.at(-1) ?? 0) + Math.hypot(x, y));
  }
  const whole = gone.at(-1) ?? 0;
  return whole > 0 ? gone.map((part) => from + ((to - from) * part) / whole) : undefined;
}
