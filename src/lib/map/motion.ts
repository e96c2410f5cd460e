/**
 * How far a movement has come: the part of its line that is drawn, and its head.
 *
 * Lengths are worked out once per line; a frame is then a search and one interpolation.
 */
import { bearing, distance } from '@turf/turf';
import type { Position } from 'geojson';

/** A line with the distance of each vertex from its start, in kilometres. */
export interface MeasuredLine {
  readonly line: readonly Position[];
  readonly at: readonly number[];
}

export function measure(line: readonly Position[]): MeasuredLine {
  let sum = 0;
  const at = line.map((position, k) => {
    const before = line[k - 1];
    if (before) sum += distance([...before], [...position]);
    return sum;
  });
  return { line, at };
}

export interface PartialLine {
  readonly coordinates: Position[];
  readonly head: Position;
  /** Degrees clockwise from north. */
  readonly bearing: number;
}

/**
 * The first part of a line, `progress` of its length from 0 to 1. Undefined for a line without two
 * vertices.
 */
export function partOf({ line, at }: MeasuredLine, progress: number): PartialLine | undefined {
  const origin = line[0];
  const second = line[1];
  if (!origin || !second) return undefined;
  const target = (at.at(-1) ?? 0) * Math.min(1, Math.max(0, progress));
  let k = 1;
  while (k < line.length - 1 && (at[k] ?? 0) < target) k += 1;
  const a = line[k - 1] ?? origin;
  const b = line[k] ?? second;
  const from = at[k - 1] ?? 0;
  const length = (at[k] ?? 0) - from;
  const t = length > 0 ? (target - from) / length : 1;
  const head: Position = [
    (a[0] ?? 0) + ((b[0] ?? 0) - (a[0] ?? 0)) * t,
    (a[1] ?? 0) + ((b[1] ?? 0) - (a[1] ?? 0)) * t,
  ];
  return {
    coordinates: [...line.slice(0, k).map((position) => [...position]), head],
    head,
    bearing: bearing([...a], [...b]),
  };
}
