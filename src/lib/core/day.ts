/**
 * Day numbers: days since 1970-01-01 in the proleptic Gregorian calendar, without a time zone.
 *
 * Years are astronomical, as in ISO 8601: year 0 is 1 BC, -43 is 44 BC. `Date` is not used: it
 * brings a time zone, reads years 0-99 as 1900-1999 and ends at the year 275760.
 */
import type { Day } from './span';

/** A calendar day: astronomical year, month 1-12, day 1-31. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whether a year has 366 days; the rule runs back through year 0 (leap) and before. */
export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days a month (1-12) has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const daysPerEra = 146_097; // 400 years
const epoch = 719_468; // days from 0000-03-01 to 1970-01-01

/**
 * The day number of a calendar day. The caller has checked that month and day exist
 * (`parseDate` does); the result of others is not defined.
 *
 * The year is counted from March, so that the leap day is its last and the months before it have
 * a fixed pattern of lengths (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */
export function dayOf(year: number, month: number, day: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * daysPerEra + yearOfEra * 365 + leapDays + dayOfYear - epoch;
}

/** The calendar day of a day number: the inverse of `dayOf`. */
export function civil(day: Day): Civil {
  const shifted = day + epoch;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}
