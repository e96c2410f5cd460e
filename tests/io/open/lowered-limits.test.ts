/** Limits that only a huge file reaches, lowered so that a small one breaks them. */
import { zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import type * as Limits from '../../../src/lib/io/open/limits';
import { collection, feature, open, opened, point, refusal } from './files';

vi.mock('../../../src/lib/io/open/limits', async (original) => {
  const real = await original<typeof Limits>();
  const limits = { ...real.limits, unpackedBytes: 2 * 2 ** 20, positions: 1000, findings: 20 };
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

test('positions: a file of too many goes to the explorer of very many records', () => {
  const track = Array.from({ length: 1001 }, (_, k) => [k / 10, 1]);
  const line = feature({ type: 'LineString', coordinates: track }, { name: 'long' });
  const next = feature(point(1, 2), { name: 'next' });
  expect(open(collection(line, next), 'p.json').kind).toBe('many');
});

test('findings: a very faulty file has so many in its report, and the number of all', () => {
  const rows = Array.from({ length: 25 }, () => 'x,north,71');
  const { report } = opened(`name,lat,lon\n${'A,1,2\n'.repeat(50)}${rows.join('\n')}\n`, 'f.csv');
  expect(report.findings.length).toBe(20);
  expect(report.found).toBe(25);
});
