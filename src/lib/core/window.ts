/**
 * The window: the year, month, day, range or everything that a reader looks at, and the D of
 * `date=D[/D]|all` in a link. What is published here as text must be read for ever.
 */
import {
  dateAt,
  daysOf,
  firstDay,
  formatDate,
  lastDay,
  parseDate,
  precisionOf,
  shiftDate,
} from './date';
import type { DatePrecision, PartialDate } from './date';
import { civil } from './day';
import type { Day, Interval } from './span';
import { datesText, dateText } from './wording';

export type Window =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'day'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'range'; readonly from: PartialDate; readonly to: PartialDate }
  | { readonly kind: 'all' };

/** Reads `all`, a date, or `D/D` with the first not after the second; undefined otherwise. */
export function parseWindow(text: string): Window | undefined {
  if (text === 'all') return { kind: 'all' };
  const [first = '', second, ...rest] = text.split('/');
  const from = parseDate(first);
  if (!from || rest.length > 0) return undefined;
  if (second === undefined) return windowOf(from);
  const to = parseDate(second);
  if (!to || firstDay(from) > lastDay(to)) return undefined;
  return { kind: 'range', from, to };
}

/** Writes a window as `parseWindow` reads it. */
export function formatWindow(window: Window): string {
  if (window.kind === 'all') return 'all';
  if (window.kind === 'range') return `${formatDate(window.from)}/${formatDate(window.to)}`;
  return formatDate(window);
}

/** The window of one date, as wide as the date is precise. */
export function windowOf({ year, month, day }: PartialDate): Window {
  if (month === undefined) return { kind: 'year', year };
  return day === undefined ? { kind: 'month', year, month } : { kind: 'day', year, month, day };
}

/** The days of a window, both ends inclusive; `all` is the atlas's own span. */
export function intervalOf(window: Window, atlasSpan: Interval): Interval {
  if (window.kind === 'all') return atlasSpan;
  if (window.kind === 'range') return { from: firstDay(window.from), to: lastDay(window.to) };
  return daysOf(window);
}

/**
 * Whether a window lies outside of an atlas or a file, of which nothing is told then: what has no end
 * is known to last to the end of it, and not beyond.
 */
export function isOutside({ from, to }: Interval, span: Interval): boolean {
  return to < span.from || from > span.to;
}

/** A window in words: "1999", "October 1999", "1995 to 1998", "all years". */
export function windowText(window: Window): string {
  if (window.kind === 'all') return 'all years';
  if (window.kind === 'range') return datesText(window.from, window.to, 'to');
  return dateText(window);
}

/**
 * When, in a sentence: "in 1999", "on 3 October 1999", "within 1995 to 1998"; of all years nothing.
 * What is said of a longer window need not last as long, and "in" could be read so.
 */
export function inText(window: Window): string {
  if (window.kind === 'all') return '';
  const word = window.kind === 'range' ? 'within' : window.kind === 'day' ? 'on' : 'in';
  return `${word} ${windowText(window)}`;
}

/** The years of an interval in words: "1979 to 2007". */
export function yearsText({ from, to }: Interval): string {
  return datesText({ year: civil(from).year }, { year: civil(to).year }, 'to');
}

/** What is said of a window outside of what `covers` a span: "the atlas" or another name. */
export function outsideText(window: Window, span: Interval, covers = 'the atlas'): string {
  return `Nothing is told of ${windowText(window)}: ${covers} covers ${yearsText(span)}.`;
}

/**
 * A window some steps on (or back, if negative): a year by years, a month by months, a day by
 * days. A range moves as a whole, by the less precise of its two ends; `all` stays. It stops at
 * the ends of the atlas; one that lies outside comes back to the nearer end.
 */
export function stepWindow(window: Window, step: number, atlasSpan: Interval): Window {
  if (window.kind === 'all') return window;
  const [from, to] = endsOf(window);
  const unit = stepOf(window);
  const first = unitOf(firstDay(from), unit);
  const last = unitOf(lastDay(to), unit);
  const back = unitOf(atlasSpan.from, unit) - first;
  const ahead = unitOf(atlasSpan.to, unit) - last;
  // A range that is longer than the atlas has nowhere to go.
  const moved = back > ahead ? 0 : Math.min(Math.max(step, back), ahead);
  const shift = (date: PartialDate) => shiftDate(date, unit, moved);
  if (window.kind === 'range') return { kind: 'range', from: shift(from), to: shift(to) };
  return windowOf(shift(window));
}

/** The unit by which a window steps. */
export function stepOf(window: Window): DatePrecision {
  if (window.kind === 'all') return 'year';
  const [from, to] = endsOf(window);
  return coarser(precisionOf(from), precisionOf(to));
}

type Dated = Exclude<Window, { kind: 'all' }>;

function endsOf(window: Dated): readonly [PartialDate, PartialDate] {
  return window.kind === 'range' ? [window.from, window.to] : [window, window];
}

const order: readonly DatePrecision[] = ['year', 'month', 'day'];

function coarser(a: DatePrecision, b: DatePrecision): DatePrecision {
  return order.indexOf(a) < order.indexOf(b) ? a : b;
}

/** Years, months or days counted from a fixed one, so that they can be subtracted. */
function unitOf(day: Day, unit: DatePrecision): number {
  if (unit === 'day') return day;
  const { year, month } = civil(day);
  return unit === 'year' ? year : year * 12 + month - 1;
}

/** The years that an interval touches, in order; for an interval that is known to be finite. */
export function yearsOf({ from, to }: Interval): number[] {
  const first = civil(from).year;
  return Array.from({ length: civil(to).year - first + 1 }, (_, index) => first + index);
}

/** The window of the year, month or day that a day lies in. */
export function windowAt(day: Day, precision: DatePrecision): Window {
  return windowOf(dateAt(day, precision));
}
