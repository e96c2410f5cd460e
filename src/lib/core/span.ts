/**
 * A span of time with outer and inner bounds, and what it says about a window.
 *
 * Days are integers: days since 1970-01-01 in the proleptic Gregorian calendar, without a time
 * zone (see `day.ts`). `ALWAYS` and `FOREVER` stand for an open start and an open end; they are
 * finite, so that spans survive JSON, typed arrays and map expressions.
 */
export type Day = number;

/** An open start (EDTF `../`), as a day before every other. */
export const ALWAYS: Day = -0x80000000;
/** An open end (EDTF `/..`), as a day after every other. */
export const FOREVER: Day = 0x7fffffff;

/** The four bounds of a span; each start is not after its end, earliest is not after latest. */
export interface Span {
  readonly earliestStart: Day;
  readonly latestStart: Day;
  readonly earliestEnd: Day;
  readonly latestEnd: Day;
}

/** A closed interval of days: the moment, month, year or range that a reader looks at. */
export interface Interval {
  readonly from: Day;
  readonly to: Day;
}

/** How a span stands to a window. */
export type Activity = 'certain' | 'possible' | 'past' | 'future';

/**
 * How one span stands to a window: `certain` if it holds in some part of the window whatever the
 * true bounds are, `possible` if it may, `past` after its latest end, `future` before its earliest
 * start. The same rule stands in `map/crowd/shader.ts`, for the graphics card.
 */
export function activity(span: Span, window: Interval): Activity {
  if (span.earliestStart > window.to) return 'future';
  if (span.latestEnd < window.from) return 'past';
  return span.latestStart <= window.to && span.earliestEnd >= window.from ? 'certain' : 'possible';
}

const rank: Record<Activity, number> = { certain: 3, possible: 2, past: 1, future: 0 };

/** How several spans of one record stand to a window: the strongest of their activities. */
export function activityOf(spans: readonly Span[], window: Interval): Activity {
  return spans.reduce<Activity>((best, span) => {
    const next = activity(span, window);
    return rank[next] > rank[best] ? next : best;
  }, 'future');
}

/** Two windows in order of time: by their start, and if that is one, by their end. */
export function inOrder(one: Interval, other: Interval): readonly [Interval, Interval] {
  const isFirst = one.from < other.from || (one.from === other.from && one.to <= other.to);
  return isFirst ? [one, other] : [other, one];
}
