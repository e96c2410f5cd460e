/**
 * A span made of the bounds of its start and the bounds of its end, and taken apart again.
 *
 * Each of the two is an interval of days in which the true start or end lies.
 */
import { ALWAYS, FOREVER } from './span';
import type { Interval, Span } from './span';

/** The bounds of a start that lies before everything (`..`). */
export const openStart: Interval = { from: ALWAYS, to: ALWAYS };
/** The bounds of an end that lies after everything (`..`). */
export const openEnd: Interval = { from: FOREVER, to: FOREVER };

/**
 * A span with a start and an end; undefined if it would have to start after its end.
 *
 * Where precisions mix, the bounds are clamped: nothing starts after its latest end (1999 to
 * October 1999) or ends before its earliest start (October 1999 to 1999).
 */
export function spanBetween(start: Interval, end: Interval): Span | undefined {
  if (start.from > end.to) return undefined;
  return {
    earliestStart: start.from,
    latestStart: Math.min(start.to, end.to),
    earliestEnd: Math.max(end.from, start.from),
    latestEnd: end.to,
  };
}

/**
 * A span of which one side is known only: it starts and ends within these bounds. Linked Places
 * says so of a missing end ("during the start"), and we say the same of a missing start.
 */
export function spanDuring({ from, to }: Interval): Span {
  return { earliestStart: from, latestStart: to, earliestEnd: from, latestEnd: to };
}

/** The bounds of a span's start. */
export function startOf(span: Span): Interval {
  return { from: span.earliestStart, to: span.latestStart };
}

/** The bounds of a span's end. */
export function endOf(span: Span): Interval {
  return { from: span.earliestEnd, to: span.latestEnd };
}

/** Whether start and end have the same bounds: nothing is known but a stretch that it lies in. */
export function isDuring(span: Span): boolean {
  return span.earliestStart === span.earliestEnd && span.latestStart === span.latestEnd;
}
