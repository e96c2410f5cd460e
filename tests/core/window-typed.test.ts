import { expect, test } from 'vitest';
import { formatWindow } from '../../src/lib/core/window';
import { parseTyped } from '../../src/lib/core/window-typed';

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
  'marble 1999x',
])('"%s" is no window', (typed) => expect(parseTyped(typed)).toBeUndefined());
