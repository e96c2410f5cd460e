import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtfSpan } from '../../src/lib/core/edtf';
import type { Span } from '../../src/lib/core/span';
import { boundsText, dateText, whenText, whenTextOf } from '../../src/lib/core/wording';
import { spans } from './arbitraries';

function span(start: string, end = ''): Span {
  const time = parseEdtfSpan(start, end);
  if (!time.ok) throw new Error(time.found);
  return time.span;
}

describe('whenText', () => {
  // Every shape of date that the first atlas has, and then the rest of what bounds can be.
  it.each([
    ['1991', '1992', '1991 to 1992'],
    ['[1992..1997]', '1997', 'from 1992 or later until 1997'],
    ['1998', '[1999-10..1999-12]', 'from 1998 until some time between October and December 1999'],
    [
      '[2000-03..2000-08]',
      '2001-01',
      'from some time between March and August 2000 until January 2001',
    ],
    [
      '[1999-10..2000-12]',
      '[2001-09..2001-12]',
      'from some time between October 1999 and December 2000 until some time between September and December 2001',
    ],
    [
      '[2001-09..2001-12]',
      '..',
      'since some time between September and December 2001, still so when the source stops',
    ],
    [
      '[2001-09..2007]',
      '..',
      'since some time between September 2001 and December 2007, still so when the source stops',
    ],
    [
      '[1979..1989]',
      '[1989..1991]',
      'from some time between 1979 and 1989 until some time between 1989 and 1991',
    ],
    ['[1989..1991]', '', 'some time from 1989 to 1991'],
    ['1992', '', '1992'],
    ['[1992..1995]', '[1992..1995]', 'some time from 1992 to 1995'],
    ['1998', '[1998..1999]', 'from 1998 until 1999 at the latest'],
    ['1999', '[1999-10..1999-12]', '1999, until some time between October and December'],
    ['[1999-10..1999-12]', '', 'some time from October to December 1999'],
    ['2000-21', '', 'some time from March to May 2000'],
    ['[2000-08..2001-01]', '', 'some time from August 2000 to January 2001'],
    ['2001-01', '', 'January 2001'],
    ['[2000-08-01..2000-08-12]', '2000-08-12', 'August 2000, until the 12th'],
    ['2006-08-07', '', '7 August 2006'],
    ['2006-07', '2007-09', 'July 2006 to September 2007'],

    ['2000-03', '2000-05', 'March to May 2000'],
    ['2000-03-01', '2000-03-05', '1 to 5 March 2000'],
    ['2000-03-30', '2000-04-02', '30 March to 2 April 2000'],
    ['1999-12-30', '2000-01-02', '30 December 1999 to 2 January 2000'],
    ['1998', '1999-03', 'from 1998 until March 1999'],
    ['1999', '1999-10', '1999, until October'],
    ['1999', '1999-10-03', '1999, until 3 October'],
    ['1999', '1999-12-31', '1999, until 31 December'],
    ['1999-01', '1999-01-21', 'January 1999, until the 21st'],
    ['1999-01', '1999-01-13', 'January 1999, until the 13th'],
    [
      '1999-01',
      '[1999-01-11..1999-01-22]',
      'January 1999, until some time between the 11th and the 22nd',
    ],
    ['1999-01', '1999', 'from January 1999 until some time in 1999'],
    ['1999-03', '1999', 'from March 1999 until December 1999 at the latest'],
    ['[1992..1995]', '1998', 'from some time between 1992 and 1995 until 1998'],
    ['[2000-08-03..2000-08-12]', '', 'some time from 3 to 12 August 2000'],
    ['[1995..]', '', '1995 or later'],
    ['[..1995-03]', '', 'March 1995 or earlier'],
    ['2001', '..', 'since 2001, still so when the source stops'],
    ['[2001..]', '..', 'since 2001 or later, still so when the source stops'],
    ['..', '1999', 'until 1999, already so when the source begins'],
    [
      '..',
      '[1999..2001]',
      'until some time between 1999 and 2001, already so when the source begins',
    ],
    ['..', '..', 'always, as far as the source goes'],
    ['[..1990]', '1999', 'from 1990 or earlier until 1999'],
    ['[..1999]', '1999', 'from an unknown time until 1999'],
    ['1990', '[1995..]', 'from 1990 until 1995 or later'],
    ['1990', '[1990..]', 'from 1990 until an unknown time'],
    ['[..1990]', '[..1999]', 'from 1990 or earlier until 1999 at the latest'],

    ['0044', '', 'AD 44'],
    ['0000', '', '1 BC'],
    ['-0043-03-15', '', '15 March 44 BC'],
    ['-0057', '-0049', '58 to 50 BC'],
    ['-0026', '0014', '27 BC to AD 14'],
    ['[-0099..-0001]', '', 'some time from 100 to 2 BC'],
    ['-0043-03', '-0043-05', 'March to May 44 BC'],
    ['Y-12000', '', '12001 BC'],
  ])('%s, %s is "%s"', (start, end, words) => {
    expect(whenText(span(start, end))).toBe(words);
  });

  it('says that a date is uncertain', () => {
    expect(whenText(span('1999'), { uncertain: true })).toBe('1999, uncertain');
  });

  it('joins several spans, and names none', () => {
    expect(whenTextOf([span('1999'), span('2001-03', '2001-05')])).toBe('1999; March to May 2001');
    expect(whenTextOf([])).toBe('undated');
  });

  it('is whole for every span', () => {
    fc.assert(
      fc.property(fc.oneof(spans(-800, 800), spans(-3e6, 3e6)), (any) => {
        for (const text of [whenText(any), boundsText(any)]) {
          expect(text).not.toMatch(/undefined|NaN|2147483|58[78]\d{4}| {2}|^ | $/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('boundsText', () => {
  it.each([
    ['1999', '', 'starts and ends between 1 January and 31 December 1999'],
    ['2006-08-07', '', 'on 7 August 2006'],
    [
      '1998',
      '[1999-10..1999-12]',
      'starts between 1 January and 31 December 1998; ends between 1 October and 31 December 1999',
    ],
    [
      '[2000-08-01..2000-08-12]',
      '2000-08-12',
      'starts between 1 and 12 August 2000; ends on 12 August 2000',
    ],
    ['2001-09', '..', 'starts between 1 and 30 September 2001; its end is open'],
    ['..', '1999-10-03', 'its start is open; ends on 3 October 1999'],
    [
      '[..1990]',
      '[1995..]',
      'starts on or before 31 December 1990; ends on or after 1 January 1995',
    ],
    ['[1999-10..2000-12]', '', 'starts and ends between 1 October 1999 and 31 December 2000'],
    ['..', '..', 'its start is open; its end is open'],
  ])('%s, %s is "%s"', (start, end, words) => {
    expect(boundsText(span(start, end))).toBe(words);
  });
});

describe('dateText', () => {
  it('leaves the date to the month or year that is known', () => {
    expect(dateText({ year: 1999 })).toBe('1999');
    expect(dateText({ year: 1999, month: 10 })).toBe('October 1999');
    expect(dateText({ year: 999, month: 1, day: 2 })).toBe('2 January AD 999');
  });
});
