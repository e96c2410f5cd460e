/**
 * Time in English words, made from bounds alone.
 *
 * Precision is read off the bounds: 1 January to 31 December is a year, the first to the last day
 * of a month a month. Words that bounds do not hold ("late 1999", "spring 2000") come with the
 * data as labels. Names of months stand in a table: `Intl` would bring a locale and a time zone.
 */
import { endOf, isDuring, startOf } from './bounds';
import {
  dateAt,
  dateFrom,
  dateOf,
  datesOf,
  dateUntil,
  firstDay,
  lastDay,
  precisionOf,
} from './date';
import type { PartialDate } from './date';
import { civil } from './day';
import { ALWAYS, FOREVER } from './span';
import type { Day, Interval, Span } from './span';

/** The months in words, January first. */
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A year as it is said: "1999", "AD 44", "44 BC" (astronomical year -43). */
export function yearText(year: number): string {
  if (year <= 0) return `${1 - year} BC`;
  return year < 1000 ? `AD ${year}` : String(year);
}

/** A date as it is said: "1999", "October 1999", "3 October 1999". */
export function dateText(date: PartialDate): string {
  return withoutYear(date, yearText(date.year));
}

/** A date without its year, unless it is nothing but a year: "October", "3 October". */
function withoutYear({ month, day }: PartialDate, year = ''): string {
  const name = month === undefined ? '' : (months[month - 1] ?? '');
  return [day, name, year].filter((part) => part !== undefined && part !== '').join(' ');
}

/** Two dates with a word between, what they share said once: "October to December 1999". */
export function datesText(first: PartialDate, last: PartialDate, word: string): string {
  const same = precisionOf(first) === precisionOf(last);
  if (same && first.month === undefined && first.year <= 0 && last.year <= 0) {
    return `${1 - first.year} ${word} ${yearText(last.year)}`;
  }
  if (same && first.year === last.year && first.month !== undefined) {
    const day = first.month === last.month && first.day !== undefined;
    return `${day ? first.day : withoutYear(first)} ${word} ${dateText(last)}`;
  }
  return `${dateText(first)} ${word} ${dateText(last)}`;
}

export interface WordingOptions {
  /** The date is marked as uncertain (EDTF `?`): the words say so. */
  readonly uncertain?: boolean;
}

/** When a span was, in words: "1999", "1992 to 1997", "some time from 1992 to 1995". */
export function whenText(span: Span, options: WordingOptions = {}): string {
  const words = isDuring(span) ? duringText(startOf(span)) : fromUntilText(span);
  return options.uncertain ? `${words}, uncertain` : words;
}

/** When a record was: its spans in words, one after another; "undated" if there is none. */
export function whenTextOf(spans: readonly Span[]): string {
  return spans.length === 0 ? 'undated' : spans.map((span) => whenText(span)).join('; ');
}

/** One moment or stretch within bounds. */
function duringText(days: Interval): string {
  if (days.from === ALWAYS) {
    return days.to === FOREVER
      ? 'at an unknown time'
      : `${dateText(dateUntil(days.to))} or earlier`;
  }
  if (days.to === FOREVER) return `${dateText(dateFrom(days.from))} or later`;
  const date = dateOf(days);
  return date ? dateText(date) : `some time from ${datesText(...datesOf(days), 'to')}`;
}

function fromUntilText(span: Span): string {
  const start = startOf(span);
  const end = endOf(span);
  const startsOpen = start.to === ALWAYS;
  if (end.from === FOREVER) {
    if (startsOpen) return 'always, as far as the source goes';
    return `since ${startText(span)}, still so when the source stops`;
  }
  if (startsOpen) return `until ${endText(span)}, already so when the source begins`;

  const first = knownDate(start);
  const last = knownDate(end);
  if (first && last && precisionOf(first) === precisionOf(last)) {
    return datesText(first, last, 'to');
  }
  const whole = wholeOf(span);
  if (whole) return `${dateText(whole)}, until ${partText(whole, end)}`;
  return `from ${startText(span)} until ${endText(span)}`;
}

/**
 * The month or year from whose first day the start may be, where the end lies within it too and is
 * all that limits the start: 1 to 12 August until 12 August is "August, until the 12th".
 */
function wholeOf({ earliestStart, latestStart, latestEnd }: Span): PartialDate | undefined {
  if (earliestStart === ALWAYS || latestEnd === FOREVER || latestStart < latestEnd)
    return undefined;
  const wholes = [dateAt(earliestStart, 'month'), dateAt(earliestStart, 'year')];
  return wholes.find((date) => firstDay(date) === earliestStart && lastDay(date) >= latestEnd);
}

function knownDate(days: Interval): PartialDate | undefined {
  return days.from === ALWAYS || days.to === FOREVER ? undefined : dateOf(days);
}

function startText(span: Span): string {
  const { earliestStart, latestStart, latestEnd } = span;
  const date = knownDate(startOf(span));
  if (date) return dateText(date);
  // Where only the end limits the start, the end already says how late it may be.
  const untilEnd = latestStart === latestEnd || latestStart === FOREVER;
  if (earliestStart === ALWAYS) {
    return untilEnd ? 'an unknown time' : `${dateText(dateUntil(latestStart))} or earlier`;
  }
  if (latestStart === FOREVER) return `${dateText(dateFrom(earliestStart))} or later`;
  const [first, last] = datesOf(startOf(span));
  return untilEnd ? `${dateText(first)} or later` : between(first, last);
}

function endText(span: Span): string {
  const { earliestStart, earliestEnd, latestEnd } = span;
  // Where only the start limits the end, the start already says how early it may be.
  const fromStart = earliestEnd === earliestStart;
  if (latestEnd === FOREVER) {
    return fromStart ? 'an unknown time' : `${dateText(dateFrom(earliestEnd))} or later`;
  }
  if (earliestEnd === ALWAYS) return `${dateText(dateUntil(latestEnd))} at the latest`;
  const date = knownDate(endOf(span));
  if (date) return fromStart ? `some time in ${dateText(date)}` : dateText(date);
  const [first, last] = datesOf(endOf(span));
  return fromStart ? `${dateText(last)} at the latest` : between(first, last);
}

function between(first: PartialDate, last: PartialDate): string {
  return `some time between ${datesText(first, last, 'and')}`;
}

/** An end within a year or a month that has just been said: "December", "12 August", "the 12th". */
function partText(whole: PartialDate, end: Interval): string {
  const say = (date: PartialDate) =>
    whole.month === undefined ? withoutYear(date) : `the ${ordinal(date.day ?? 1)}`;
  const date = dateOf(end);
  if (date) return say(date);
  const [first, last] = datesOf(end);
  return `some time between ${say(first)} and ${say(last)}`;
}

function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? undefined : { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10];
  return `${number}${ending ?? 'th'}`;
}

/** The four bounds in full, for a tooltip: "starts between 1 October and 31 December 1999; ...". */
export function boundsText(span: Span): string {
  if (isDuring(span)) {
    const days = startOf(span);
    return days.from === days.to
      ? `on ${dayText(days.from)}`
      : `starts and ends ${limitsText(days)}`;
  }
  const start =
    span.latestStart === ALWAYS ? 'its start is open' : `starts ${limitsText(startOf(span))}`;
  const end = span.earliestEnd === FOREVER ? 'its end is open' : `ends ${limitsText(endOf(span))}`;
  return `${start}; ${end}`;
}

function limitsText({ from, to }: Interval): string {
  if (from === ALWAYS) return to === FOREVER ? 'on an unknown day' : `on or before ${dayText(to)}`;
  if (to === FOREVER) return `on or after ${dayText(from)}`;
  return from === to
    ? `on ${dayText(from)}`
    : `between ${datesText(civil(from), civil(to), 'and')}`;
}

function dayText(day: Day): string {
  return dateText(civil(day));
}

/** With a capital at its beginning. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
