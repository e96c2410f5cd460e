import { expect, test } from 'vitest';
import { fixedBox } from '../../../src/lib/core/crowd/fixed';
import { intervalOf, parseWindow } from '../../../src/lib/core/window';
import { fileSource } from '../../../src/lib/io/crowd/file-source';
import { CrowdReader } from '../../../src/lib/io/crowd/read';
import { CrowdSession } from '../../../src/lib/io/crowd/session';

/** A table that tells of 1991 to 2007: of something without an end, and without a beginning. */
const table = [
  'title,start,end,latitude,longitude',
  'Base,1991,..,40,70',
  'Custom,..,1993,40,70',
  'Raid,2007,2007,40,70',
  'Some day,,,40,70',
].join('\n');

function open(): CrowdSession {
  const reader = new CrowdReader('events.csv', true);
  reader.push(new TextEncoder().encode(table));
  const session = new CrowdSession(fileSource(new Blob([table]), 'events.csv', reader.finish()));
  session.look({ choices: [], text: '' });
  return session;
}

test.each([
  ['1850', [], []],
  ['2050', [], ['Raid', 'Custom']],
  ['2010/2050', [], ['Raid', 'Custom']],
  ['2007', ['Base', 'Raid'], ['Raid', 'Base', 'Custom']],
  ['1850/2050', ['Base', 'Custom', 'Raid'], ['Raid', 'Base', 'Custom']],
])('what has no end, or no beginning, lasts as far as the file tells: %s', (text, held, drawn) => {
  const session = open();
  const { span } = session.summary;
  const window = intervalOf(parseWindow(text) ?? { kind: 'all' }, span);
  const query = { window, onlyCertain: false, from: 0, to: 9 };
  const answer = session.hold({ ...query, undated: false });
  expect(answer.items.map(({ title }) => title).sort()).toEqual(held);
  expect(answer.certain + answer.possible).toBe(held.length);
  expect(session.cells(3).corners.length > 0).toBe(held.length > 0);
  // What is undated may be of any time.
  expect(session.hold({ ...query, undated: true }).undated).toBe(1);
  const box = fixedBox([69, 39, 71, 41]);
  const signs = { ...query, box, trail: true };
  const picked = (trail: boolean, undated: boolean) =>
    session.pick({ ...signs, trail, undated }).map(({ title }) => title);
  expect(picked(true, false).sort()).toEqual([...drawn].sort());
  expect(picked(false, false).sort()).toEqual(held);
  expect(picked(false, true)).toContain('Some day');
});
