import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstDay, lastDay } from '../../src/lib/core/date';
import { formatWindow, windowOf, windowText, type Window } from '../../src/lib/core/window';
import { parseTyped } from '../../src/lib/core/window-typed';
import { dates } from './arbitraries';

test.each([
  ['1999', '1999'],
  [' 1999-10 ', '1999-10'],
  ['1999-8', '1999-08'],
  ['1999-10-03', '1999-10-03'],
  ['October 1999', '1999-10'],
  ['oct. 1999', '1999-10'],
  ['Sept 1999', '1999-09'],
  ['1995/1998', '1995/1998'],
  ['1995 / 1998', '1995/1998'],
  ['1995-1998', '1995/1998'],
  ['1995–1998', '1995/1998'],
  ['1995 to 1998', '1995/1998'],
  ['August 1999 to October 2000', '1999-08/2000-10'],
  ['-0043', '-0043'],
  ['-0043/-0031', '-0043/-0031'],
  ['Y-12000', 'Y-12000'],
  ['Y12000/Y13000', 'Y12000/Y13000'],
  ['44 BC', '-0043'],
  ['44 bce', '-0043'],
  ['AD 44', '0044'],
  ['44 CE', '0044'],
  ['800', '0800'],
  ['12001 BC', 'Y-12000'],
  ['44 to 31 BC', '-0043/-0030'],
  ['44 BC to AD 14', '-0043/0014'],
  ['1999 - 2001', '1999/2001'],
  ['3 October 1999', '1999-10-03'],
  ['3 to 12 October 1999', '1999-10-03/1999-10-12'],
  ['August to October 1999', '1999-08/1999-10'],
  ['28 September to 3 October 1999', '1999-09-28/1999-10-03'],
  ['All', 'all'],
  ['all years', 'all'],
])('"%s" is %s', (typed, window) => {
  const read = parseTyped(typed);
  expect(read && formatWindow(read)).toBe(window);
});

test.each([
  '',
  'soon',
  '19x9',
  '1999-13',
  '2000/1999',
  '1998-1995',
  '1999/2000/2001',
  'marble 1999',
  '31 November 1999',
  '3 1999',
  'October',
  '12 to 3 October 1999',
  '1 to 31 February 1999',
  'AD',
  'BC',
  '0 BC',
  'AD 0',
  'marble 1999x',
])('"%s" is no window', (typed) => expect(parseTyped(typed)).toBeUndefined());

const windows = fc.oneof(
  dates({ min: -20_000, max: 20_000 }).map(windowOf),
  fc
    .tuple(dates({ min: -20_000, max: 20_000 }), dates({ min: -20_000, max: 20_000 }))
    .filter(([from, to]) => firstDay(from) <= lastDay(to))
    .map(([from, to]): Window => ({ kind: 'range', from, to })),
  fc.constant<Window>({ kind: 'all' }),
);

test('what the field and the page say of a window is read as that window', () => {
  fc.assert(
    fc.property(windows, (window) => {
      expect(parseTyped(formatWindow(window)), formatWindow(window)).toEqual(window);
      const said = windowText(window);
      // Of two dates of unlike precision words may say less: "1999 to 1999".
      expect(windowText(parseTyped(said) ?? { kind: 'all' }), said).toBe(said);
    }),
  );
});
