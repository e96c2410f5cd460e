import { expect, test } from 'vitest';
import { combineAtlases } from '../../src/lib/core/combine';
import { edited } from '../../src/lib/core/edit';
import { isBeyond, middleOf, reachAbout, withinReach } from '../../src/lib/core/reach';
import { ALWAYS, FOREVER } from '../../src/lib/core/span';
import { anAtlas, during, years } from './records';

const open = { ...during(2000), earliestStart: ALWAYS, latestStart: ALWAYS, latestEnd: FOREVER };

test('the middle of times has half of them after it, and open bounds are no times', () => {
  expect(middleOf([])).toBeUndefined();
  expect(middleOf([[], [{ ...open, earliestEnd: FOREVER }]])).toBeUndefined();
  const times = [[during(1999)], [during(-900_000)], [during(2001)], [during(1000, 3000)], [open]];
  expect(middleOf(times)).toBe(years(1999).from);
  // Of two that are far from each other the later counts.
  expect(middleOf([[during(1999)], [during(-900_000)]])).toBe(years(1999).from);
});

test('an atlas reaches fifty thousand years to either side of its middle', () => {
  const near = reachAbout(years(2000).from);
  expect(near).toEqual(years(-48_000, 52_000));
  expect(isBeyond([during(-48_000), during(52_000)], near)).toBe(false);
  expect(isBeyond([during(1999), during(-48_001)], near)).toBe(true);
  expect(isBeyond([during(2000, 52_001)], near)).toBe(true);
  expect(isBeyond([open], near)).toBe(false);
  expect(withinReach(near)).toEqual(near);
  expect(withinReach(years(-48_001, 52_000))).toEqual(near);
});

test('atlases that lie further apart are shown together over the latest years', () => {
  const early = anAtlas({ id: 'early', span: years(-900_000, -899_000) });
  const late = anAtlas({ id: 'late', span: years(1990, 1999) });
  expect(combineAtlases([early, late]).span).toEqual(years(-98_001, 1999));
});

test('years that a reader sets are as far as an atlas reaches', () => {
  expect(edited(anAtlas(), { years: [-5_000_000, 2000] }).span).toEqual(years(-98_000, 2000));
  expect(edited(anAtlas(), { years: [1900, 2000] }).span).toEqual(years(1900, 2000));
  expect(edited(anAtlas(), { years: [2000, 1900] }).span).toEqual(anAtlas().span);
});
