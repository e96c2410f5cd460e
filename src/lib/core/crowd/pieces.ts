/** Paths cut into pieces between two vertices, in order of the moment at which each begins. */
import type { Interval } from '../span';
import { lowerBound, type Candidates, type Paths } from './columns';

/** How long a trail stays behind its head, as a share of the span of all paths. */
const trailShare = 0.04;

/**
 * Pieces `from` to before `to` are sorted by their start, and none lasts longer than `longest`
 * days. One piece that lasts for years would else make candidates of all that begin meanwhile.
 */
export interface Run extends Candidates {
  readonly longest: number;
}

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
  /** Four for each piece: those of its row. */
  readonly bounds: Int32Array;
  /** The timed pieces by how long they last. */
  readonly runs: readonly Run[];
  /** The day from which times count, so that 32 bits hold minutes over centuries. */
  readonly origin: number;
  /** The days from the first moment to the last; from 0 to 0 where there are none. */
  readonly span: Interval;
  /** For how many days a trail stays behind its head. */
  readonly lasting: number;
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
  const most = Math.max(0, positions.length / 2 - rows.length);
  const vertices = new Uint32Array(most);
  const pathOf = new Uint32Array(most);
  const [begins, ends] = [new Float64Array(most), new Float64Array(most)];
  let count = 0;
  for (const [path, row] of rows.entries()) {
    const [first, end] = [starts[path] as number, starts[path + 1] as number];
    const moments = times.subarray(first, end);
    const timed = Number.isNaN(moments[0]) ? evenly(positions, first, end, row, bounds) : moments;
    for (let at = first; at + 1 < end; at++) {
      const [from, to] = [timed?.[at - first] ?? NaN, timed?.[at - first + 1] ?? NaN];
      if (from === to) continue;
      vertices[count] = at;
      pathOf[count] = path;
      begins[count] = from;
      ends[count++] = to;
    }
  }
  let [first, last] = [Infinity, -Infinity];
  for (let piece = 0; piece < count; piece++) {
    const [from, to] = [begins[piece] as number, ends[piece] as number];
    if (from < first) first = from;
    if (to > last) last = to;
  }
  const span = first < last ? { from: first, to: last } : { from: 0, to: 0 };
  const origin = Math.floor(span.from);
  const lasting = (span.to - span.from) * trailShare;
  const { order, runs } = inRuns(begins, ends, count, origin, lasting);
  const timed = runs.at(-1)?.to ?? 0;
  const result = {
    count,
    timed,
    rows: new Uint32Array(count),
    ends: new Uint32Array(count * 4),
    times: new Float32Array(count * 2),
    bounds: new Int32Array(count * 4),
  };
  for (let piece = 0; piece < count; piece++) {
    const found = order[piece] as number;
    const row = rows[pathOf[found] as number] as number;
    const at = vertices[found] as number;
    result.rows[piece] = row;
    for (let k = 0; k < 4; k++) {
      result.ends[piece * 4 + k] = positions[at * 2 + k] as number;
      result.bounds[piece * 4 + k] = bounds[row * 4 + k] as number;
    }
    result.times[piece * 2] = piece < timed ? (begins[found] as number) - origin : 1;
    result.times[piece * 2 + 1] = piece < timed ? (ends[found] as number) - origin : 0;
  }
  return { ...result, runs, origin, span, lasting };
}

/** The order of pieces: in runs, each up to four times as long as the one before, then without times. */
function inRuns(
  begins: Float64Array,
  ends: Float64Array,
  count: number,
  origin: number,
  lasting: number,
): { order: Uint32Array; runs: Run[] } {
  // Floats that are not negative sort as their bits do; with the number of the piece below them,
  // sorting whole numbers needs no calls of a comparison. NaN has the highest bits.
  const keys = new BigUint64Array(count);
  const words = new Uint32Array(keys.buffer);
  const float = new Float32Array(1);
  const bits = new Uint32Array(float.buffer);
  for (let piece = 0; piece < count; piece++) {
    float[0] = (begins[piece] as number) - origin;
    words[piece * 2] = piece;
    words[piece * 2 + 1] = bits[0] as number;
  }
  keys.sort();
  const byLength: number[][] = [];
  const untimed: number[] = [];
  for (let k = 0; k < count; k++) {
    const piece = words[k * 2] as number;
    const length = (ends[piece] as number) - (begins[piece] as number);
    if (Number.isNaN(length)) untimed.push(piece);
    else {
      const run = Math.max(0, Math.ceil(Math.log2(length / lasting) / 2));
      (byLength[run] ??= []).push(piece);
    }
  }
  const order = new Uint32Array(count);
  const runs: Run[] = [];
  let from = 0;
  for (const run of byLength) {
    if (!run) continue;
    order.set(run, from);
    const to = from + run.length;
    let longest = 0;
    for (const piece of run) {
      longest = Math.max(longest, (ends[piece] as number) - (begins[piece] as number));
    }
    runs.push({ from, to, longest });
    from = to;
  }
  order.set(untimed, from);
  return { order, runs };
}

/**
 * The timed pieces that may be under way at some moment from `from` to `to`, in days since
 * 1970-01-01: by two binary searches for each run, whatever their number.
 */
export function underWay(
  { times, runs, origin }: Pick<Pieces, 'times' | 'runs' | 'origin'>,
  { from, to }: Interval,
): Candidates[] {
  // Wider than the rounding of 32-bit floats, which the shader compares.
  const slack = 1e-6 * Math.max(1, Math.abs(from - origin), Math.abs(to - origin));
  return runs.flatMap((run) => {
    const starts = times.subarray(run.from * 2, run.to * 2);
    const length = run.to - run.from;
    const first = lowerBound(starts, from - origin - run.longest - slack, length, 2);
    const after = lowerBound(starts, to - origin + slack, length, 2);
    return first < after ? [{ from: run.from + first, to: run.from + after }] : [];
  });
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
