/** Times in one value or two: EDTF, a date, or two dates with a dash or a word between. */
import { openEnd, openStart, spanBetween, spanDuring } from '../../core/bounds';
import { parseEdtf } from '../../core/edtf';
import { parseValue, refuse } from '../../core/edtf-value';
import { ALWAYS, FOREVER, type Span } from '../../core/span';
import {
  about,
  isBlank,
  monthAndYear,
  readDate,
  type DateOrder,
  type DateRead,
  type DateRefused,
} from './date-read';

/** A time in one value: a date, an EDTF interval, or two dates with a dash or a word between. */
export interface SpanRead {
  readonly ok: true;
  readonly span: Span;
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

const openWords = /^(?:\.\.|open|present|now|today|ongoing|still|date|-1)$/i;

/** One side of a time: undefined where it is blank; `..`, "present" and the year 9999 are open. */
export function readSide(
  value: unknown,
  which: 'start' | 'end',
  order?: DateOrder,
): DateRead | DateRefused | undefined {
  if (isBlank(value)) return undefined;
  const text = String(value).trim();
  const isOpen =
    (openWords.test(text) && text !== '-1') ||
    (which === 'end' && /^~?9999(-12-31.*)?$/.test(text));
  if (isOpen) {
    const open = which === 'start' ? openStart : openEnd;
    return { ok: true, days: open, uncertain: false, approximate: false };
  }
  // OpenHistoricalMap says "some time between" with an interval on one side.
  const interval = text.includes('/') ? parseEdtf(text) : undefined;
  if (interval?.ok) {
    const { span, uncertain, approximate } = interval;
    return {
      ok: true,
      days: { from: span.earliestStart, to: span.latestEnd },
      uncertain,
      approximate,
    };
  }
  return readDate(value, order);
}

/** A start and an end, either of which may be missing (then it lies within the other). */
export function spanFrom(
  start: DateRead | undefined,
  end: DateRead | undefined,
): SpanRead | undefined {
  const flags = {
    ok: true as const,
    uncertain: Boolean(start?.uncertain || end?.uncertain),
    approximate: Boolean(start?.approximate || end?.approximate),
  };
  if (start && end) {
    const span = spanBetween(start.days, end.days);
    return span && { ...flags, span };
  }
  const only = start ?? end;
  if (!only) return undefined;
  // Open on one side and blank on the other says nothing at all.
  if (only.days.from === only.days.to && [ALWAYS, FOREVER].includes(only.days.from))
    return undefined;
  return { ...flags, span: spanDuring(only.days) };
}

/** Two years with a hyphen; "about" before them is said of the first. */
const years = new RegExp(`^((?:${about.source.slice(1)})?-?\\d{3,4})-(\\d{4})$`, 'iu');

/** Reads a time that stands in one value. */
export function readTimeText(value: unknown, order?: DateOrder): SpanRead | DateRefused {
  if (typeof value === 'string') {
    const text = value.trim().slice(0, 200);
    const interval = text.includes('/') ? parseEdtf(text) : undefined;
    if (interval?.ok) return interval;
    const halves =
      /^(.+?)\s*(?:–|—|\.\.| - | to | until |\s+bis\s+)\s*(.+)$/i.exec(text) ??
      years.exec(text) ??
      // 1914-18; where the end could be a month or a season, it is one.
      /^(\d{4})-(\d\d)$/.exec(parseValue(text).ok ? '' : text) ??
      /^([^/]+)\/([^/]+)$/.exec(monthAndYear.test(text) ? '' : text);
    if (halves) {
      const start = readSide(halves[1], 'start', order);
      const end = readSide(wholeEnd(halves[1] ?? '', halves[2] ?? ''), 'end', order);
      const isWhole = start?.ok && end?.ok;
      const span = isWhole ? spanFrom(start, end) : undefined;
      if (span) return span;
      if (start && !start.ok && start.ambiguous) return start;
      if (end && !end.ok && end.ambiguous) return end;
      if (isWhole)
        return refuse(text, 'it ends before it starts', 'an end that is not before the start');
    }
  }
  const date = readDate(value, order);
  if (!date.ok) return date;
  return { ...date, span: spanDuring(date.days) };
}

/** The end of "1914–18" in full. */
function wholeEnd(start: string, end: string): string {
  const century = /(?:^|\D)(\d\d)(\d\d)$/.exec(start.trim());
  return century && /^\d\d$/.test(end) && end > (century[2] ?? '') ? `${century[1]}${end}` : end;
}

/** What the values of a column say about the order of day and month. */
export interface OrderFound {
  readonly order?: DateOrder;
  /** A value that either order would read: the question to ask. */
  readonly example?: string;
}

/** Looks through a column: one value over 12 decides for all, none or a dispute leaves the question. */
export function orderOf(values: Iterable<unknown>): OrderFound {
  let example: string | undefined;
  const orders = new Set<DateOrder>();
  for (const value of values) {
    if (typeof value !== 'string') continue;
    const match = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{3,4}\b/.exec(value);
    if (!match) continue;
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12 && second <= 12) orders.add('dmy');
    else if (second > 12 && first <= 12) orders.add('mdy');
    else if (first !== second) example ??= value.trim();
  }
  const order = orders.size === 1 ? [...orders][0] : undefined;
  return { order, example: order === undefined ? example : undefined };
}
