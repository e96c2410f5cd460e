/** What a window holds, counted in the cells of a grid. */
import type { Columns } from '../../core/crowd/columns';
import { NOWHERE } from '../../core/crowd/fixed';
import type { Interval } from '../../core/span';
import type { Cells } from './protocol';

/** Counts rows that a window holds; the world is 2^level cells wide. */
export function cellsOf(
  { positions, bounds }: Columns,
  rows: Uint32Array,
  window: Interval,
  level: number,
): Cells {
  const shift = 32 - level;
  const found = new Map<number, [certain: number, possible: number]>();
  for (const row of rows) {
    const [x, y] = [positions[row * 2] as number, positions[row * 2 + 1] as number];
    if (x === NOWHERE && y === NOWHERE) continue;
    const key = (x >>> shift) * 2 ** level + (y >>> shift);
    let counts = found.get(key);
    if (!counts) found.set(key, (counts = [0, 0]));
    const isCertain =
      (bounds[row * 4 + 1] as number) <= window.to &&
      (bounds[row * 4 + 2] as number) >= window.from;
    counts[isCertain ? 0 : 1]++;
  }
  const size = 2 ** shift;
  const corners = new Uint32Array(found.size * 2);
  const certain = new Uint32Array(found.size);
  const possible = new Uint32Array(found.size);
  let k = 0;
  for (const [key, counts] of found) {
    corners[k * 2] = Math.floor(key / 2 ** level) * size;
    corners[k * 2 + 1] = (key % 2 ** level) * size;
    [certain[k], possible[k]] = counts;
    k++;
  }
  return { size, corners, certain, possible };
}
