/**
 * Dates as precise as they are known: a year, a month of a year, or a day.
 *
 * Written as in ISO 8601: `1999`, `1999-10`, `1999-10-03`, years before 1 as `0000`, `-0001`.
 * A year of more than four digits takes EDTF's prefix (`Y12000`, `Y-12000`), so that every date
 * can be written and read back.
 */
import { civil, dayOf, daysInMonth } from './day';
import type { Day, Interval } from './span';

/** A date at its own precision: without `month` a year, without `day` a month. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/**
 * The furthest year on either side of zero. Day numbers lie between `ALWAYS` and `FOREVER`
 * (32 bits), which leaves about 5.88 million years.
 */
export const lastYear = 5_000_000;

const pattern = /^(?:(-?\d{4})|Y(-?[1-9]\d{4,6}))(?:-(\d\d)(?:-(\d\d))?)?$/;

/** Whether a year is a whole number that day numbers can hold. */
export function isYear(year: number): boolean {
  return Number.isInteger(year) && Math.abs(year) <= lastYear;
}

/** Whether a date exists: a year in range, a month 1-12, a day of that month. */
export function isDate({ year, month, day }: PartialDate): boolean {
  if (!isYear(year)) return false;
  if (month === undefined) return day === undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return false;
  return (
    day === undefined || (Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month))
  );
}

/** Reads `[-]YYYY`, `[-]YYYY-MM` or `[-]YYYY-MM-DD`; undefined for anything else. */
export function parseDate(text: string): PartialDate | undefined {
  const match = pattern.exec(text);
  // ISO 8601 has one year 0, without a sign.
  if (!match || text.startsWith('-0000')) return undefined;
  const year = Number(match[1] ?? match[2]);
  const date: PartialDate = {
    year,
    ...(match[3] !== undefined && { month: Number(match[3]) }),
    ...(match[4] !== undefined && { day: Number(match[4]) }),
  };
  return isDate(date) ? date : undefined;
}

/** Writes a date as `parseDate` reads it. */
export function formatDate({ year, month, day }: PartialDate): string {
  return [formatYear(year), month, day]
    .filter((part) => part !== undefined)
    .map((part) => (typeof part === 'number' ? String(part).padStart(2, '0') : part))
    .join('-');
}

function formatYear(year: number): string {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0');
}

/** The first day of a date: of its year, its month, or itself. */
export function firstDay({ year, month = 1, day = 1 }: PartialDate): Day {
  return dayOf(year, month, day);
}

/** The last day of a date, inclusive: a date of lower precision lasts to its end. */
export function lastDay({ year, month = 12, day }: PartialDate): Day {
  return dayOf(year, month, day ?? daysInMonth(year, month));
}

/** The days of a date, both ends inclusive. */
export function daysOf(date: PartialDate): Interval {
  return { from: firstDay(date), to: lastDay(date) };
}

export type DatePrecision = 'year' | 'month' | 'day';

/** How precise a date is. */
export function precisionOf({ month, day }: PartialDate): DatePrecision {
  if (day !== undefined) return 'day';
  return month === undefined ? 'year' : 'month';
}

/** The date of a precision that a day lies in. */
export function dateAt(day: Day, precision: DatePrecision): PartialDate {
  const date = civil(day);
  if (precision === 'day') return date;
  return precision === 'month' ? { year: date.year, month: date.month } : { year: date.year };
}

/**
 * The first and last date of an interval at the lowest precision that loses nothing: years if it
 * runs from 1 January to 31 December, months if from a month's first day to a month's last.
 */
export function datesOf({ from, to }: Interval): readonly [PartialDate, PartialDate] {
  for (const precision of ['year', 'month'] as const) {
    const first = dateAt(from, precision);
    const last = dateAt(to, precision);
    if (firstDay(first) === from && lastDay(last) === to) return [first, last];
  }
  return [dateAt(from, 'day'), dateAt(to, 'day')];
}

/** The one date that an interval is (a whole year, a whole month, a day), if it is one. */
export function dateOf(interval: Interval): PartialDate | undefined {
  const [first, last] = datesOf(interval);
  return firstDay(first) === firstDay(last) ? first : undefined;
}

/** The date of the lowest precision that begins on a day: 1 January is its year. */
export function dateFrom(day: Day): PartialDate {
  const { year, month, day: ofMonth } = civil(day);
  if (ofMonth !== 1) return { year, month, day: ofMonth };
  return month === 1 ? { year } : { year, month };
}

/** The date of the lowest precision that ends on a day: 31 December is its year. */
export function dateUntil(day: Day): PartialDate {
  const { year, month, day: ofMonth } = civil(day);
  if (ofMonth !== daysInMonth(year, month)) return { year, month, day: ofMonth };
  return month === 12 ? { year } : { year, month };
}

/**
 * A date moved by years, months or days. The parts that it has stay as precise as they are, and
 * a day that the new month lacks becomes its last (31 October a month on is 30 November). `by`
 * is not finer than the date: a year cannot move by a month.
 */
export function shiftDate(date: PartialDate, by: DatePrecision, steps: number): PartialDate {
  if (by === 'day') return dateAt(firstDay(date) + steps, 'day');
  const months = (date.month ?? 1) - 1 + (by === 'month' ? steps : 0);
  const year = date.year + (by === 'year' ? steps : 0) + Math.floor(months / 12);
  if (date.month === undefined) return { year };
  const month = (((months % 12) + 12) % 12) + 1;
  if (date.day === undefined) return { year, month };
  return { year, month, day: Math.min(date.day, daysInMonth(year, month)) };
}
