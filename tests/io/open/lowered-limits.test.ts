/** Limits that only a huge file reaches, lowered so that a small one breaks them. */
import { zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import type * as Limits from '../../../src/lib/io/open/limits';
import { collection, feature, opened, point, refusal } from './files';

vi.mock('../../../src/lib/io/open/limits', async (original) => {
  const real = await original<typeof Limits>();
  const limits = { ...real.limits, unpackedBytes: 2 * 2 ** 20, positions: 1000 };
  return { ...real, limits };
});

test('archives: no more bytes than the limit, however large they are themselves', () => {
  // A packed part that cannot shrink lets a hundred times more out than the limit.
  const pad = crypto.getRandomValues(new Uint8Array(2 ** 16));
  const part = new Uint8Array(2 ** 20);
  const bomb = zipSync({ 'pad.csv': [pad, { level: 0 }], 'a.csv': part, 'b.csv': part });
  expect(refusal(bomb, 'large.zip')).toBe(
    'large.zip unpacks to more than 2.0 MB, the most that can be opened.',
  );
});

test('positions: once the limit is passed, what follows is left out, and that is said', () => {
  const track = Array.from({ length: 1001 }, (_, k) => [k / 10, 1]);
  const line = feature({ type: 'LineString', coordinates: track }, { name: 'long' });
  const next = feature(point(1, 2), { name: 'next' });
  const { report, atlas } = opened(collection(line, next), 'p.json');
  expect(atlas.records.map(({ title }) => title)).toEqual(['long']);
  expect(report).toMatchObject({ total: 2, opened: 1, skipped: 1 });
  expect(report.limited).toBe(
    'Only the first record is shown: more would make the map and the list slow. 1 is left out.',
  );
});
