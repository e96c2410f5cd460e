/**
 * Time spans of Linked Places `when` to spans, and back.
 *
 * https://github.com/LinkedPasts/linked-places-format: a timespan has a `start` and an `end`,
 * each `{ "in" }` or `{ "earliest", "latest" }`. `geodata/README.md` narrows the dates to
 * `YYYY[-MM[-DD]]`; files of others may carry EDTF values, date-times and numbers.
 */
import { endOf, isDuring, openEnd, openStart, spanBetween, spanDuring, startOf } from './bounds';
import {
  dateFrom,
  dateOf,
  datesOf,
  daysOf,
  dateUntil,
  formatDate,
  isYear,
  parseDate,
} from './date';
import { heldDays, parseValue } from './edtf-value';
import type { Refusal } from './edtf-value';
import { ALWAYS, FOREVER } from './span';
import type { Interval, Span } from './span';

/** A timespan as it stands in a file: nothing about it is known yet. */
export interface TimespanInput {
  readonly start?: unknown;
  readonly end?: unknown;
  readonly label?: unknown;
}

/** A timespan that was read. */
export interface TimespanRead {
  readonly ok: true;
  readonly span: Span;
  readonly label?: string;
  /** A date is marked `?` or `%`: whoever reads it lowers the certainty of the record. */
  readonly uncertain: boolean;
  /** A date is marked `~` or `%`: the bounds are already wider. */
  readonly approximate: boolean;
}

/** Why a timespan was not read, and in which field: `start.earliest`, `end`, `label`. */
export interface TimespanRefused extends Refusal {
  readonly field: string;
}

/** The bounds of one side as they were read; `field` is the one to name if they do not fit. */
interface Side {
  readonly ok: true;
  readonly days: Interval;
  readonly field: string;
  readonly shown: string;
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

/**
 * Reads a timespan. A missing end means during the start, a missing start during the end; `..`
 * is open; of `earliest` and `latest` either may be missing, and that side is then open up to
 * what the other end of the span allows.
 */
export function spanOf(timespan: TimespanInput): TimespanRead | TimespanRefused {
  const start = readSide(timespan.start, 'start');
  if (start && !start.ok) return start;
  const end = readSide(timespan.end, 'end');
  if (end && !end.ok) return end;
  const { label } = timespan;
  if (!isMissing(label) && typeof label !== 'string') {
    return refused('label', show(label), 'a text');
  }
  const only = start ?? end;
  if (!only) return refused('start', 'nothing', 'a start or an end');
  const isOpen = only.days.from === only.days.to && [ALWAYS, FOREVER].includes(only.days.from);
  if (isOpen && !(start && end)) {
    const other = start ? 'end' : 'start';
    return refused(
      other,
      'nothing',
      `a date or "..", since the ${start ? 'start' : 'end'} is open`,
    );
  }
  const span = start && end ? spanBetween(start.days, end.days) : spanDuring(only.days);
  if (!span) {
    return refused(only.field, only.shown, `a start that is not after the end, ${end?.shown}`);
  }
  return {
    ok: true,
    span,
    ...(typeof label === 'string' && label !== '' && { label }),
    uncertain: Boolean(start?.uncertain || end?.uncertain),
    approximate: Boolean(start?.approximate || end?.approximate),
  };
}

function refused(field: string, found: string, expected: string): TimespanRefused {
  return { ok: false, field, found, expected };
}

/** Null and the empty text are what other tools write for "no value". */
function isMissing(value: unknown): value is undefined | null | '' {
  return value === undefined || value === null || value === '';
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}

function readSide(value: unknown, name: 'start' | 'end'): Side | TimespanRefused | undefined {
  if (isMissing(value)) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) {
    return refused(name, show(value), '{ "in": date } or { "earliest": date, "latest": date }');
  }
  const { in: within, earliest, latest } = value as Record<string, unknown>;
  if (isMissing(earliest) && isMissing(latest)) {
    if (isMissing(within)) return undefined;
    const open = name === 'start' ? openStart : openEnd;
    return readDate(within, `${name}.in`, open);
  }
  if (!isMissing(within)) {
    return refused(`${name}.in`, show(within), 'either in, or earliest and latest');
  }
  const from = readDate(earliest, `${name}.earliest`, openStart);
  if (!from.ok) return from;
  const to = readDate(latest, `${name}.latest`, openEnd);
  if (!to.ok) return to;
  if (from.days.from > to.days.to) {
    return refused(from.field, from.shown, `a date that is not after latest, ${to.shown}`);
  }
  return {
    ok: true,
    days: { from: from.days.from, to: to.days.to },
    field: from.field,
    shown: from.shown,
    uncertain: from.uncertain || to.uncertain,
    approximate: from.approximate || to.approximate,
  };
}

/** One date; missing and `..` are the open bounds that its place has. */
function readDate(value: unknown, field: string, open: Interval): Side | TimespanRefused {
  if (isMissing(value) || value === '..') {
    return { ...heldDays(open), field, shown: '..' };
  }
  const expected = 'a date, such as "1999", "1999-10" or "1999-10-03"';
  if (typeof value === 'number' && !isYear(value)) {
    return refused(field, show(value), 'a year as a whole number, or a date as text');
  }
  if (typeof value !== 'string' && typeof value !== 'number') {
    return refused(field, show(value), expected);
  }
  const text = typeof value === 'number' ? formatDate({ year: value }) : value;
  // `timespanOf` may write a month of a long year (Y12000-03), which EDTF does not have.
  const plain = parseDate(text);
  const date = plain ? heldDays(daysOf(plain)) : parseValue(text);
  if (!date.ok) return refused(field, show(date.found), date.expected);
  return { ...date, field, shown: text };
}

/** The bounds of a start or an end as Linked Places writes them. */
export type TimespanSide =
  { readonly in: string } | { readonly earliest: string; readonly latest: string };

/** A timespan as Linked Places writes it. */
export interface Timespan {
  readonly start: TimespanSide;
  readonly end?: TimespanSide;
  readonly label?: string;
}

/** Writes a span as `spanOf` reads it, with dates as short as they can be. */
export function timespanOf(span: Span, label?: string): Timespan {
  return {
    start: sideOf(startOf(span)),
    ...(!isDuring(span) && { end: sideOf(endOf(span)) }),
    ...(label !== undefined && label !== '' && { label }),
  };
}

function sideOf(days: Interval): TimespanSide {
  const { from, to } = days;
  if (from === to && (from === ALWAYS || from === FOREVER)) return { in: '..' };
  if (from === ALWAYS || to === FOREVER) {
    return {
      earliest: from === ALWAYS ? '..' : formatDate(dateFrom(from)),
      latest: to === FOREVER ? '..' : formatDate(dateUntil(to)),
    };
  }
  const date = dateOf(days);
  if (date) return { in: formatDate(date) };
  const [first, last] = datesOf(days);
  return { earliest: formatDate(first), latest: formatDate(last) };
}
