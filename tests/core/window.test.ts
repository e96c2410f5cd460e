import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDay, lastDay } from '../../src/lib/core/date';
import { dayOf } from '../../src/lib/core/day';
import {
  formatWindow,
  intervalOf,
  parseWindow,
  stepWindow,
  windowAt,
  windowText,
  yearsOf,
} from '../../src/lib/core/window';
import type { Window } from '../../src/lib/core/window';
import { dates } from './arbitraries';

const atlas = { from: dayOf(1979, 1, 1), to: dayOf(2007, 12, 31) };

function read(text: string): Window {
  const window = parseWindow(text);
  if (!window) throw new Error(text);
  return window;
}

describe('parseWindow', () => {
  it.each([
    ['1999', { kind: 'year', year: 1999 }, '1999'],
    ['1999-10', { kind: 'month', year: 1999, month: 10 }, 'October 1999'],
    ['1999-10-03', { kind: 'day', year: 1999, month: 10, day: 3 }, '3 October 1999'],
    ['-0043', { kind: 'year', year: -43 }, '44 BC'],
    ['1995/1998', { kind: 'range', from: { year: 1995 }, to: { year: 1998 } }, '1995 to 1998'],
    [
      '1999-10/2000',
      { kind: 'range', from: { year: 1999, month: 10 }, to: { year: 2000 } },
      'October 1999 to 2000',
    ],
    ['all', { kind: 'all' }, 'all years'],
  ])('%s', (text, window, words) => {
    expect(parseWindow(text)).toEqual(window);
    expect(formatWindow(read(text))).toBe(text);
    expect(windowText(read(text))).toBe(words);
  });

  it.each(['', 'ALL', '99', '1999-13', '1998/1995', '1995/', '/1998', '1995/1996/1997', '1999/..'])(
    'does not read %j',
    (text) => expect(parseWindow(text)).toBeUndefined(),
  );

  it('reads what formatWindow writes', () => {
    fc.assert(
      fc.property(dates(), dates(), (from, to) => {
        fc.pre(firstDay(from) <= lastDay(to));
        const range: Window = { kind: 'range', from, to };
        expect(parseWindow(formatWindow(range))).toEqual(range);
      }),
    );
  });
});

describe('intervalOf', () => {
  it.each([
    ['1999', dayOf(1999, 1, 1), dayOf(1999, 12, 31)],
    ['2000-02', dayOf(2000, 2, 1), dayOf(2000, 2, 29)],
    ['2000-02-03', dayOf(2000, 2, 3), dayOf(2000, 2, 3)],
    ['1995/1998', dayOf(1995, 1, 1), dayOf(1998, 12, 31)],
    ['1995-06/1995-07-04', dayOf(1995, 6, 1), dayOf(1995, 7, 4)],
    ['all', atlas.from, atlas.to],
  ])('%s', (text, from, to) => expect(intervalOf(read(text), atlas)).toEqual({ from, to }));
});

describe('stepWindow', () => {
  it.each([
    ['1999', 1, '2000'],
    ['1999', -5, '1994'],
    ['2007', 1, '2007'],
    ['1981', -5, '1979'],
    ['1850', 1, '1979'],
    ['2050', -1, '2007'],
    ['1999-12', 1, '2000-01'],
    ['1999-01', -13, '1997-12'],
    ['2007-12', 1, '2007-12'],
    ['1999-12-31', 1, '2000-01-01'],
    ['1979-01-01', -1, '1979-01-01'],
    ['1995/1998', 1, '1996/1999'],
    ['1995/1998', 100, '2004/2007'],
    ['1995/1998', -100, '1979/1982'],
    ['1850/1860', 1, '1979/1989'],
    ['1990-11/1991-02', 2, '1991-01/1991-04'],
    ['1990-11/1991', 1, '1991-11/1992'],
    ['1990-10-31/1991-02', 1, '1990-11-30/1991-03'],
    ['1990-12-30/1991-01-02', 3, '1991-01-02/1991-01-05'],
    ['1900/2050', 1, '1900/2050'],
    ['all', 1, 'all'],
  ])('%s by %i is %s', (text, step, next) => {
    expect(formatWindow(stepWindow(read(text), step, atlas))).toBe(next);
  });

  it('stays in the atlas, keeps its length in its own unit, and comes back', () => {
    const window = fc.constantFrom('1990', '1990-05', '1990-05-06', '1990/1993', '1990-05/1991-04');
    fc.assert(
      fc.property(window, fc.integer({ min: -20_000, max: 20_000 }), (text, step) => {
        const moved = stepWindow(read(text), step, atlas);
        const { from, to } = intervalOf(moved, atlas);
        expect(from).toBeGreaterThanOrEqual(atlas.from);
        expect(to).toBeLessThanOrEqual(atlas.to);
        expect(formatWindow(moved)).toHaveLength(text.length);
        const small = Math.sign(step) * (Math.abs(step) % 10);
        expect(stepWindow(stepWindow(read(text), small, atlas), -small, atlas)).toEqual(read(text));
      }),
    );
  });
});

describe('years', () => {
  it('lists the years that an interval touches', () => {
    expect(yearsOf({ from: dayOf(1999, 12, 31), to: dayOf(2001, 1, 1) })).toEqual([
      1999, 2000, 2001,
    ]);
    expect(yearsOf({ from: dayOf(-1, 5, 1), to: dayOf(1, 5, 1) })).toEqual([-1, 0, 1]);
  });

  it('finds the window that a day lies in', () => {
    const day = dayOf(1999, 10, 3);
    const found = (['year', 'month', 'day'] as const).map((unit) => windowAt(day, unit));
    expect(found.map(formatWindow)).toEqual(['1999', '1999-10', '1999-10-03']);
  });
});
