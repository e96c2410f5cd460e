import { expect, test } from 'vitest';
import { daysOf } from '../../src/lib/core/date';
import { formatWindow, intervalOf, parseWindow } from '../../src/lib/core/window';
import { windowOfKind, type WindowKind } from '../../src/lib/core/window-kind';

const span = { from: daysOf({ year: 1991 }).from, to: daysOf({ year: 2007 }).to };

test.each<[string, WindowKind, string]>([
  ['1999', 'month', '1999-01'],
  ['1999-10', 'year', '1999'],
  ['1999-10-03', 'month', '1999-10'],
  ['1999', 'range', '1998/2000'],
  ['1991', 'range', '1991/1992'],
  ['2007', 'range', '2006/2007'],
  ['1995/1998', 'year', '1995'],
  // Everything ends with its last year, which says more than its first.
  ['all', 'year', '2007'],
  ['1999', 'all', 'all'],
  // From outside the atlas it comes back to the nearer end.
  ['1900', 'range', '1991/1992'],
  ['2050', 'range', '2006/2007'],
  ['2050-05', 'year', '2007'],
  ['1900', 'month', '1991-01'],
])('%s as %s is %s', (from, kind, to) => {
  const window = parseWindow(from);
  if (!window) throw new Error(`no window: ${from}`);
  expect(formatWindow(windowOfKind(kind, window, intervalOf(window, span), span))).toBe(to);
});
