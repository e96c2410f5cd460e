/** Signs at one place stand side by side: where each has its room, and where its label has. */
import type { Standpoint } from '../core/atlas';
import { placesOf } from '../core/atlas';
import type { AtlasRecord } from '../core/model';

/** Pixels from the middle of a sign to its label. */
export const signHalf = 15;
const signGap = 23;
const signsPerRow = 4;

/** Where the k-th of n signs at a place stands, in pixels: rows of four, centred on the place. */
export function signOffset(k: number, n: number): [number, number] {
  const row = Math.floor(k / signsPerRow);
  const rows = rowsOf(n);
  const inRow = row < rows - 1 ? signsPerRow : n - row * signsPerRow;
  const column = k - row * signsPerRow;
  return [(column - (inRow - 1) / 2) * signGap, (row - (rows - 1) / 2) * signGap];
}

/** The side on which the k-th of n signs at a place has room for a label, if it has. */
export function labelSide(k: number, n: number): 'left' | 'right' | undefined {
  if (k === Math.min(n, signsPerRow) - 1) return 'right';
  return k === 0 ? 'left' : undefined;
}

/** How many rows n signs take. */
export function rowsOf(n: number): number {
  return Math.ceil(n / signsPerRow);
}

/** Where a record without a drawn line has its signs: its places, or the one end that is known. */
function signPlaces(record: AtlasRecord): readonly string[] {
  if (record.lines.length) return [];
  return record.at.length ? record.at : placesOf(record).slice(0, 1);
}

/** What is present by the place on which its sign stands, in order of time. */
export function stacksOf(present: readonly Standpoint[]): ReadonlyMap<string, Standpoint[]> {
  const stacks = new Map<string, Standpoint[]>();
  for (const standpoint of present) {
    for (const place of signPlaces(standpoint.record)) {
      const stack = stacks.get(place);
      if (stack) stack.push(standpoint);
      else stacks.set(place, [standpoint]);
    }
  }
  return stacks;
}
