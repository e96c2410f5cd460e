import { expect, test } from 'vitest';
import type { Paths } from '../../../src/lib/core/crowd/columns';
import { momentsOf, pieces, underWay } from '../../../src/lib/core/crowd/pieces';
import { seeded } from '../../bench/stats';
import { columnsOf } from './crowd';

const day = (n: number) => ({
  earliestStart: n,
  latestStart: n,
  earliestEnd: n + 10,
  latestEnd: n + 10,
});

test('pieces of paths have times: those of the file, or even ones over the days that are certain', () => {
  const columns = columnsOf([
    { span: day(0), paths: [{ coordinates: [0, 0, 1, 0, 3, 0] }] },
    { span: day(5), paths: [{ coordinates: [0, 0, 1, 0, 2, 0], times: [5, 6.5, 9] }] },
    {
      span: { ...day(0), latestStart: 10, earliestEnd: 0 },
      paths: [{ coordinates: [0, 0, 1, 1] }],
    },
  ]);
  const { rows, times, timed, count, origin } = pieces(columns.paths, columns.bounds);
  expect([count, timed, origin]).toEqual([5, 4, 0]);
  const byRow = [...rows].map((row, k) => [row, times[k * 2], times[k * 2 + 1]]);
  const [evenly = -1, stated = -1] = [...columns.entries.keys()].filter(
    (row) => columns.entries[row] !== 2,
  );
  expect(byRow.filter(([row]) => row === stated)).toEqual([
    [stated, 5, 6.5],
    [stated, 6.5, 9],
  ]);
  const [first, second] = byRow.filter(([row]) => row === evenly);
  expect(first?.[2]).toBeCloseTo(11 / 3, 4);
  expect(second?.[2]).toBeCloseTo(11, 4);
  expect(momentsOf(columns.paths)).toEqual({ from: 5, to: 9 });
});

/** Paths of some steps each, which begin at random moments of a thousand days from `first` on. */
function walks(count: number, steps: number, first: number, random: () => number): Paths {
  const rows = Uint32Array.from({ length: count }, (_, k) => k);
  const starts = Uint32Array.from({ length: count + 1 }, (_, k) => k * (steps + 1));
  const vertices = count * (steps + 1);
  const times = new Float64Array(vertices);
  for (const start of starts.subarray(0, count)) {
    let time = first + random() * 1000;
    for (let k = 0; k <= steps; k++, time += random() * 0.5) times[start + k] = time;
  }
  const positions = Uint32Array.from({ length: vertices * 2 }, (_, k) => k);
  return { rows, starts, positions, times };
}

test('of very many pieces only those under way are candidates, even while one lasts for years', () => {
  const random = seeded(3);
  for (const first of [-700_000, -500, 12_000]) {
    const paths = walks(2000, 30, first, random);
    // The first path stands still for most of the time.
    for (let k = 2; k <= 30; k++) paths.times[k] = (paths.times[k] as number) + 900;
    const cut = pieces(paths, new Int32Array(2000 * 4));
    expect(cut.timed).toBe(60_000);
    for (let k = 0; k < 40; k++) {
      const moment = first + random() * 2000;
      const window = { from: moment - cut.lasting, to: moment };
      const candidates = new Uint8Array(cut.count);
      for (const { from, to } of underWay(cut, window)) candidates.fill(1, from, to);
      let [seen, missed] = [0, 0];
      for (let piece = 0; piece < cut.count; piece++) {
        const [from, to] = [cut.times[piece * 2] as number, cut.times[piece * 2 + 1] as number];
        if (from > window.to - cut.origin || to < window.from - cut.origin) continue;
        seen++;
        missed += 1 - (candidates[piece] as number);
      }
      expect(missed).toBe(0);
      const tried = candidates.reduce((sum, one) => sum + one, 0);
      expect(tried).toBeLessThan(seen * 2 + 500);
    }
  }
});

test('a piece has the ends and the bounds of its path, in whatever order', () => {
  const columns = columnsOf([
    { span: day(0), paths: [{ coordinates: [0, 0, 1, 0, 2, 0], times: [3, 4, 5] }] },
    { span: day(-4), paths: [{ coordinates: [10, 0, 11, 0], times: [2, 3] }] },
    { span: day(7), paths: [{ coordinates: [20, 0, 21, 0], times: [1, 2] }] },
    { paths: [{ coordinates: [30, 0, 31, 0] }] },
  ]);
  const cut = pieces(columns.paths, columns.bounds);
  const lon = (x: number): number => Math.round((x / 2 ** 32) * 360 - 180);
  const told = Array.from({ length: cut.count }, (_, k) => [
    cut.times[k * 2],
    lon(cut.ends[k * 4] as number),
    lon(cut.ends[k * 4 + 2] as number),
    cut.bounds[k * 4],
  ]);
  expect(told.slice(0, 4)).toEqual([
    [0, 20, 21, 7],
    [1, 10, 11, -4],
    [2, 0, 1, 0],
    [3, 1, 2, 0],
  ]);
  expect(told[4]?.slice(0, 3)).toEqual([1, 30, 31]);
  expect(cut.timed).toBe(4);
});
