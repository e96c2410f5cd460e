/** The times of many records: the dates that machines write, quickly; all others as EDTF. */
import { spanBetween, spanDuring, openEnd, openStart } from '../../core/bounds';
import { daysOf, isDate } from '../../core/date';
import { parseEdtf } from '../../core/edtf';
import { parseValue } from '../../core/edtf-value';
import type { Interval, Span } from '../../core/span';

const dayMs = 86_400_000;
const isoDay = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ]\d\d:?\d\d)/;
const otherDay = /^(\d{4})(?:[/.](\d{1,2})(?:[/.](\d{1,2}))?)?$/;

/** Values come again and again; what they mean is worked out once. */
const remembered = new Map<unknown, Interval | undefined>();
const mostRemembered = 50_000;

/**
 * The days that a value means; undefined where it is no date that reads in one way. A bare number
 * is a year, a date of eight digits, or seconds or milliseconds since 1970.
 */
export function daysIn(value: unknown): Interval | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  if (remembered.has(value)) return remembered.get(value);
  const days = typeof value === 'number' ? daysInNumber(value) : daysInText(value.trim());
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(value, days);
  return days;
}

function daysInNumber(value: number): Interval | undefined {
  if (Number.isInteger(value) && Math.abs(value) <= 9999) return daysOf({ year: value });
  const digits = /^([12]\d{3})(\d\d)(\d\d)$/.exec(String(value));
  const date = digits && partsOf(digits);
  if (date) return daysOf(date);
  const size = Math.abs(value);
  if (size < 1e8 || size >= 1e14) return undefined;
  const day = Math.floor((size >= 1e11 ? value : value * 1000) / dayMs);
  return { from: day, to: day };
}

function daysInText(text: string): Interval | undefined {
  const iso = isoDay.exec(text);
  const date = iso && partsOf(iso);
  if (date) return daysOf(date);
  const value = parseValue(text);
  if (value.ok) return value.days;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return daysInNumber(Number(text));
  const other = otherDay.exec(text);
  const plain = other && partsOf(other);
  return plain ? daysOf(plain) : undefined;
}

function partsOf([, year, month, day]: RegExpExecArray) {
  const date = {
    year: Number(year),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  };
  return isDate(date) ? date : undefined;
}

const open = /^(?:\.\.|present|now|ongoing)$/i;

/** A start or an end; `..` and "present" are open. */
function sideIn(value: unknown, openSide: Interval): Interval | undefined {
  return typeof value === 'string' && open.test(value.trim()) ? openSide : daysIn(value);
}

/** The span of a start and an end, either of which may be missing; undefined if neither is a date. */
export function spanIn(start: unknown, end: unknown): Span | undefined {
  const from = sideIn(start, openStart);
  const to = sideIn(end, openEnd);
  if (from && to) return spanBetween(from, to);
  if (!from && typeof start === 'string' && start.includes('/')) {
    const interval = parseEdtf(start.trim());
    if (interval.ok) return interval.span;
  }
  const only = from ?? to;
  return only && only !== openStart && only !== openEnd ? spanDuring(only) : undefined;
}

/** A moment in days since 1970-01-01, with its fraction; NaN for what is none. */
export function momentIn(value: unknown): number {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return NaN;
    const size = Math.abs(value);
    if (size >= 1e11) return value / dayMs;
    return size >= 1e8 ? (value * 1000) / dayMs : (daysInNumber(value)?.from ?? NaN);
  }
  if (typeof value !== 'string') return NaN;
  // Of moments written with a clock only those with a zone are one moment; others are taken as UTC.
  const text = /T\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(value) ? `${value}Z` : value;
  const ms = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text.replace(' ', 'T')) : NaN;
  return Number.isNaN(ms) ? (daysIn(value)?.from ?? NaN) : ms / dayMs;
}
