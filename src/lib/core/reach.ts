/**
 * How many years one atlas reaches over. Its timeline counts every year and its replay has a scene for
 * each, so that a single date a million years off would take a page minutes and gigabytes.
 */
import { civil, dayOf } from './day';
import { ALWAYS, FOREVER, type Day, type Interval, type Span } from './span';

/** Years on either side of the middle of an atlas. */
export const reach = 50_000;

/** The bounds of some spans that are not open. */
export function datedDays(spans: readonly Span[]): Day[] {
  return spans
    .flatMap((span) => [span.earliestStart, span.latestStart, span.earliestEnd, span.latestEnd])
    .filter((day) => day !== ALWAYS && day !== FOREVER);
}

/** The day about which some times lie: half of them begin before. Undefined where none is dated. */
export function middleOf(times: readonly (readonly Span[])[]): Day | undefined {
  const begun = times
    .map((spans) => datedDays(spans).reduce((first, day) => Math.min(first, day), FOREVER))
    .filter((day) => day !== FOREVER)
    .sort((a, b) => a - b);
  return begun[Math.floor(begun.length / 2)];
}

/** The whole years that an atlas may reach over, about a day. */
export function reachAbout(middle: Day): Interval {
  const { year } = civil(middle);
  return { from: dayOf(year - reach, 1, 1), to: dayOf(year + reach, 12, 31) };
}

/** Whether a time leaves an interval, be it by one bound. */
export function isBeyond(spans: readonly Span[], { from, to }: Interval): boolean {
  return datedDays(spans).some((day) => day < from || day > to);
}

/** An interval, or of one of more years than an atlas reaches over the latest of them. */
export function withinReach({ from, to }: Interval): Interval {
  return { from: Math.max(from, dayOf(civil(to).year - 2 * reach, 1, 1)), to };
}
