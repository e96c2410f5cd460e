import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateFrom,
  dateOf,
  datesOf,
  dateUntil,
  daysOf,
  firstDay,
  formatDate,
  lastDay,
  parseDate,
  shiftDate,
} from '../../src/lib/core/date';
import { dayOf } from '../../src/lib/core/day';
import { dates } from './arbitraries';

describe('parseDate', () => {
  it.each([
    ['1999', { year: 1999 }],
    ['1999-10', { year: 1999, month: 10 }],
    ['1999-10-03', { year: 1999, month: 10, day: 3 }],
    ['2000-02-29', { year: 2000, month: 2, day: 29 }],
    ['0000', { year: 0 }],
    ['0044-03-15', { year: 44, month: 3, day: 15 }],
    ['-0043-03-15', { year: -43, month: 3, day: 15 }],
    ['Y12000', { year: 12_000 }],
    ['Y-12000-03', { year: -12_000, month: 3 }],
  ])('reads %s', (text, date) => {
    expect(parseDate(text)).toEqual(date);
    expect(formatDate(date)).toBe(text);
  });

  it.each([
    '',
    '99',
    '199',
    '19990',
    '+1999',
    '-0000',
    '-0000-03',
    ' 1999',
    '1999 ',
    '1999\n',
    '1999-1',
    '1999-00',
    '1999-13',
    '1999-21',
    '1999-02-29',
    '1900-02-29',
    '1999-04-31',
    '1999-10-00',
    '1999-10-32',
    '1999/10',
    '19991003',
    'Y1999',
    'Y09999',
    'Y5000001',
    '1999-10-03T00:00:00Z',
    '１９９９',
  ])('does not read %j', (text) => expect(parseDate(text)).toBeUndefined());
});

describe('a date', () => {
  it.each([
    ['1999', dayOf(1999, 1, 1), dayOf(1999, 12, 31)],
    ['1999-02', dayOf(1999, 2, 1), dayOf(1999, 2, 28)],
    ['2000-02', dayOf(2000, 2, 1), dayOf(2000, 2, 29)],
    ['1999-12', dayOf(1999, 12, 1), dayOf(1999, 12, 31)],
    ['1999-10-03', dayOf(1999, 10, 3), dayOf(1999, 10, 3)],
    ['-0001', dayOf(-1, 1, 1), dayOf(-1, 12, 31)],
  ])('%s lasts to its end, inclusive', (text, first, last) => {
    const date = parseDate(text) ?? { year: NaN };
    expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
  });

  it.each([9999, 5_000_000])('is read as it was written, years to %i', (year) => {
    fc.assert(
      fc.property(dates({ min: -year, max: year }), (date) => {
        expect(parseDate(formatDate(date))).toEqual(date);
      }),
    );
  });

  it('is found again from its days', () => {
    fc.assert(
      fc.property(dates(), (date) => {
        expect(dateOf(daysOf(date))).toEqual(date);
        expect(firstDay(dateFrom(firstDay(date)))).toBe(firstDay(date));
        expect(lastDay(dateUntil(lastDay(date)))).toBe(lastDay(date));
      }),
    );
  });
});

describe('datesOf', () => {
  it.each([
    ['1992', '1995', '1992', '1995'],
    ['1999-10', '1999-12', '1999-10', '1999-12'],
    ['2001-09', '2007', '2001-09', '2007-12'],
    ['2000-08-01', '2000-08-12', '2000-08-01', '2000-08-12'],
    ['2000-01-01', '2000-12-31', '2000', '2000'],
    ['2000-01-01', '2000-01-31', '2000-01', '2000-01'],
  ])('%s to %s is %s to %s', (from, to, first, last) => {
    const days = {
      from: firstDay(parseDate(from) ?? { year: NaN }),
      to: lastDay(parseDate(to) ?? { year: NaN }),
    };
    expect(datesOf(days).map(formatDate)).toEqual([first, last]);
  });
});

describe('shiftDate', () => {
  it.each([
    ['1999', 'year', 1, '2000'],
    ['0001', 'year', -2, '-0001'],
    ['1999-10', 'month', 3, '2000-01'],
    ['1999-01', 'month', -1, '1998-12'],
    ['1999-01', 'month', -25, '1996-12'],
    ['1999-10', 'year', 1, '2000-10'],
    ['1999-12-31', 'day', 1, '2000-01-01'],
    ['1999-10-31', 'month', 1, '1999-11-30'],
    ['2000-02-29', 'year', 1, '2001-02-28'],
  ] as const)('%s by %s %i is %s', (from, by, steps, to) => {
    expect(formatDate(shiftDate(parseDate(from) ?? { year: NaN }, by, steps))).toBe(to);
  });
});
