/** Random days, dates, spans and windows for the property tests. */
import fc from 'fast-check';
import { spanBetween, spanDuring } from '../../src/lib/core/bounds';
import type { PartialDate } from '../../src/lib/core/date';
import { daysInMonth } from '../../src/lib/core/day';
import { ALWAYS, FOREVER } from '../../src/lib/core/span';
import type { Interval, Span } from '../../src/lib/core/span';

/** A date of any precision, in years of four digits on both sides of year 0. */
export const dates = (years = { min: -9999, max: 9999 }): fc.Arbitrary<PartialDate> =>
  fc
    .record({
      year: fc.integer(years),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
      parts: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ year, month, day, parts }) => ({
      year,
      ...(parts > 1 && { month }),
      ...(parts > 2 && { day: Math.min(day, daysInMonth(year, month)) }),
    }));

/** An interval of days between two bounds. */
export const intervals = (min: number, max: number): fc.Arbitrary<Interval> =>
  fc
    .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
    .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

/** A span between two days, of every shape that the bounds can have, open sides included. */
export const spans = (min: number, max: number): fc.Arbitrary<Span> => {
  const day = fc.integer({ min, max });
  const start = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(day, day) },
    fc.tuple(fc.constant(ALWAYS), day),
    fc.constant([ALWAYS, ALWAYS] as const),
  );
  const end = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(day, day) },
    fc.tuple(day, fc.constant(FOREVER)),
    fc.constant([FOREVER, FOREVER] as const),
  );
  return fc.tuple(start, end, fc.boolean()).map(([[a, b], [c, d], during]) => {
    const from = { from: Math.min(a, b), to: Math.max(a, b) };
    const to = { from: Math.min(c, d), to: Math.max(c, d) };
    if (during && from.to !== ALWAYS) return spanDuring(from);
    return spanBetween(from, to) ?? spanBetween(to, from) ?? spanDuring(to);
  });
};
