/**
 * EDTF in and out of spans: one value, an interval, or a start and an end in two columns.
 *
 * A single value says that the thing happened within it: its start and its end lie there. What
 * the four bounds cannot hold is refused with a message that names it; `docs/time.md` has the
 * table.
 */
import { endOf, isDuring, openEnd, openStart, spanBetween, spanDuring, startOf } from './bounds';
import { dateAt, dateFrom, datesOf, dateUntil, formatDate } from './date';
import { civil } from './day';
import { heldDays, parseValue, refuse } from './edtf-value';
import type { EdtfValue, Refusal } from './edtf-value';
import { ALWAYS, FOREVER } from './span';
import type { Day, Interval, Span } from './span';

/** A time that was read: its bounds, and whether any part of it was qualified. */
export interface EdtfTime {
  readonly ok: true;
  readonly span: Span;
  /** Marked `?` or `%`: the bounds stay, the certainty is lower. */
  readonly uncertain: boolean;
  /** Marked `~` or `%`: the bounds are already wider by one unit on either side. */
  readonly approximate: boolean;
}

/** Reads one EDTF value or interval: `1999`, `[1999-10..1999-12]`, `1999-10/1999-12`, `1999/..`. */
export function parseEdtf(text: string): EdtfTime | Refusal {
  const [start = '', end, ...rest] = text.split('/');
  if (rest.length > 0) return refuse(text, 'more than one /', 'an interval of two dates');
  if (end === undefined) return timeOf(text, parseSide(start, undefined), undefined);
  for (const side of [start, end]) {
    if (/^[[{]/.test(side)) return refuse(text, 'a set in an interval', 'dates without brackets');
  }
  return timeOf(text, parseSide(start, openStart), parseSide(end, openEnd));
}

/**
 * Reads a start and an end as two columns of a table have them: an EDTF value each, so that each
 * may be a one-of set. A blank end lies within the start, a blank start within the end; `..` is
 * open. A start alone may be an interval too. Both blank is refused: the caller knows what
 * undated means.
 */
export function parseEdtfSpan(start: string, end = ''): EdtfTime | Refusal {
  if (end === '' && start.includes('/')) return parseEdtf(start);
  const shown = end === '' ? start : `${start} to ${end}`;
  return timeOf(shown, parseSide(start, openStart), parseSide(end, openEnd));
}

/** One side: undefined if it is blank, the open bounds for `..` where that is allowed. */
function parseSide(text: string, open: Interval | undefined): EdtfValue | Refusal | undefined {
  if (text === '') return undefined;
  if (text === '..' && open) return heldDays(open);
  return parseValue(text);
}

function timeOf(
  text: string,
  start: EdtfValue | Refusal | undefined,
  end: EdtfValue | Refusal | undefined,
): EdtfTime | Refusal {
  if (start && !start.ok) return start;
  if (end && !end.ok) return end;
  const uncertain = Boolean(start?.uncertain || end?.uncertain);
  const approximate = Boolean(start?.approximate || end?.approximate);
  if (start && end) {
    const span = spanBetween(start.days, end.days);
    if (span) return { ok: true, span, uncertain, approximate };
    return refuse(text, 'it ends before it starts', 'an end that is not before the start');
  }
  const only = start ?? end;
  if (!only) return refuse(text, '', 'an EDTF date or interval, such as 1999 or 1999/2000');
  // An open bound with nothing on the other side would put the whole time at the end of days.
  if (only.days.from === only.days.to && [ALWAYS, FOREVER].includes(only.days.from)) {
    return refuse(text, 'open on one side, blank on the other', 'a date or .. on the other side');
  }
  return { ok: true, span: spanDuring(only.days), uncertain, approximate };
}

/** How `formatEdtf` marks what it writes. */
export interface EdtfMarks {
  /** Write `?` after each date. */
  readonly uncertain?: boolean;
}

/**
 * A span as one EDTF value or interval that `parseEdtf` reads as the same bounds; undefined if
 * there is none (an interval between vague bounds, a mark on a season or a set). The approximate
 * mark is not written: the bounds already hold it, and it would widen them again.
 */
export function formatEdtf(span: Span, marks: EdtfMarks = {}): string | undefined {
  if (isDuring(span)) return marked(formatBounds(startOf(span)), marks);
  const { earliestStart, latestStart, earliestEnd, latestEnd } = span;
  // A plain date that reaches beyond the other side is clamped when it is read: 1999-10/1999.
  const start = valuesAround(earliestStart).find(
    ({ days, plain }) =>
      days.from === earliestStart &&
      (days.to === latestStart || (plain && latestStart === latestEnd && days.to > latestEnd)),
  );
  const end = valuesAround(latestEnd).find(
    ({ days, plain }) =>
      days.to === latestEnd &&
      (days.from === earliestEnd ||
        (plain && earliestEnd === earliestStart && days.from < earliestStart)),
  );
  const from = latestStart === ALWAYS ? '..' : marked(start?.text, marks);
  const to = earliestEnd === FOREVER ? '..' : marked(end?.text, marks);
  return from === undefined || to === undefined ? undefined : `${from}/${to}`;
}

/**
 * A span as a start and an end, an EDTF value each, as `parseEdtfSpan` reads them; no end if it
 * has the bounds of the start. Undefined only where EDTF has no value: days and months of years
 * beyond four digits, and a start or an end of which nothing is known.
 */
export function formatEdtfSpan(span: Span): { start: string; end?: string } | undefined {
  const start = span.latestStart === ALWAYS ? '..' : formatBounds(startOf(span));
  if (start === undefined || isDuring(span)) return start === undefined ? undefined : { start };
  const end = span.earliestEnd === FOREVER ? '..' : formatBounds(endOf(span));
  return end === undefined ? undefined : { start, end };
}

function marked(text: string | undefined, marks: EdtfMarks): string | undefined {
  if (!marks.uncertain || text === undefined) return text;
  const time = parseEdtf(`${text}?`);
  return time.ok ? `${text}?` : undefined;
}

/** The value or the one-of set that means exactly these days. */
function formatBounds({ from, to }: Interval): string | undefined {
  const same = valuesAround(from).find(({ days }) => days.from === from && days.to === to);
  if (same) return same.text;
  const [first, last] = from === ALWAYS || to === FOREVER ? [] : datesOf({ from, to });
  const earliest = from === ALWAYS ? '' : formatDate(first ?? dateFrom(from));
  const latest = to === FOREVER ? '' : formatDate(last ?? dateUntil(to));
  const set = `[${earliest}..${latest}]`;
  return parseValue(set).ok ? set : undefined;
}

/** An EDTF value and the days that it means; `plain` if it is a year, a month or a day. */
interface Candidate {
  readonly text: string;
  readonly days: Interval;
  readonly plain: boolean;
}

/** The EDTF values that a day lies in: its day, month, year, season, decade and century. */
function valuesAround(day: Day): readonly Candidate[] {
  if (day === ALWAYS || day === FOREVER) return [];
  const plain = (['day', 'month', 'year'] as const).map((precision) =>
    formatDate(dateAt(day, precision)),
  );
  return [...plain, seasonText(day), ...unspecifiedTexts(day)].flatMap((text, index) => {
    const value = parseValue(text);
    return value.ok ? [{ text, days: value.days, plain: index < plain.length }] : [];
  });
}

/** The northern season of a day: January and February belong to the winter of the year before. */
function seasonText(day: Day): string {
  const { year, month } = civil(day);
  const code = 21 + Math.floor(((month + 9) % 12) / 3);
  return `${formatDate({ year: month <= 2 ? year - 1 : year })}-${code}`;
}

/** The decade and the century of a day, where its year has four digits. */
function unspecifiedTexts(day: Day): readonly string[] {
  const year = formatDate(dateAt(day, 'year'));
  return [`${year.slice(0, -1)}X`, `${year.slice(0, -2)}XX`];
}
