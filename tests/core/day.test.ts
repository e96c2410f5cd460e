import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civil, dayOf, daysInMonth, isLeap } from '../../src/lib/core/day';

const reach = 3_000_000;

describe('dayOf and civil', () => {
  it.each([
    [1970, 1, 1, 0],
    [1969, 12, 31, -1],
    [2000, 2, 29, 11_016],
    [1999, 12, 31, 10_956],
    [1, 1, 1, -719_162],
    [0, 12, 31, -719_163],
    [0, 2, 29, -719_469],
    [-43, 3, 15, -735_160],
    [-400, 3, 1, -865_565],
    [9999, 12, 31, 2_932_896],
  ])('%i-%i-%i is day %i', (year, month, day, number) => {
    expect(dayOf(year, month, day)).toBe(number);
    expect(civil(number)).toEqual({ year, month, day });
  });

  it('are inverse to each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -reach, max: reach }), (number) => {
        const { year, month, day } = civil(number);
        expect(dayOf(year, month, day)).toBe(number);
        expect(day).toBeLessThanOrEqual(daysInMonth(year, month));
      }),
      { numRuns: 2000 },
    );
  });

  it('agree with a calendar that is walked day by day, 3 million days each way', () => {
    let wrong = 0;
    let [year, month, day] = [1970, 1, 1];
    for (let number = 0; number <= reach; number += 1) {
      const date = civil(number);
      if (date.year !== year || date.month !== month || date.day !== day) wrong += 1;
      if (dayOf(year, month, day) !== number) wrong += 1;
      day += 1;
      if (day > lengthOf(year, month)) [month, day] = [month + 1, 1];
      if (month > 12) [year, month] = [year + 1, 1];
    }
    [year, month, day] = [1970, 1, 1];
    for (let number = 0; number >= -reach; number -= 1) {
      const date = civil(number);
      if (date.year !== year || date.month !== month || date.day !== day) wrong += 1;
      if (dayOf(year, month, day) !== number) wrong += 1;
      day -= 1;
      if (day > 0) continue;
      month -= 1;
      if (month === 0) [year, month] = [year - 1, 12];
      day = lengthOf(year, month);
    }
    expect(wrong).toBe(0);
  });

  it('agree with Date where that is right: UTC, years from 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: -682_000, max: reach }), (number) => {
        const date = new Date(number * 86_400_000);
        expect(civil(number)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
      }),
    );
  });
});

/** The rule as it is taught, written apart from the code that it tests. */
function lengthOf(year: number, month: number): number {
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const leap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
  return (lengths[month - 1] ?? 0) + (month === 2 && leap ? 1 : 0);
}

describe('isLeap', () => {
  it.each([2000, 1996, 0, -4, -400])('%i is', (year) => expect(isLeap(year)).toBe(true));
  it.each([1900, 1999, 1, -1, -100])('%i is not', (year) => expect(isLeap(year)).toBe(false));
});
