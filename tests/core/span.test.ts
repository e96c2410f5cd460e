import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activity, activityOf, ALWAYS, FOREVER } from '../../src/lib/core/span';
import type { Activity, Interval, Span } from '../../src/lib/core/span';
import { intervals, spans } from './arbitraries';

/**
 * The slow and obvious rule: try every start and end that the bounds allow. A small world of days
 * stands for all time: its edges stand for `ALWAYS` and `FOREVER`.
 */
function byTrying(span: Span, window: Interval): Activity {
  const outer = { from: -30, to: 30 };
  const into = (day: number) => Math.min(Math.max(day, outer.from), outer.to);
  let some = false;
  let all = true;
  for (let start = into(span.earliestStart); start <= into(span.latestStart); start += 1) {
    for (let end = into(span.earliestEnd); end <= into(span.latestEnd); end += 1) {
      if (start > end) continue;
      let overlaps = false;
      for (let day = window.from; day <= window.to; day += 1) {
        overlaps ||= day >= start && day <= end;
      }
      some ||= overlaps;
      all &&= overlaps;
    }
  }
  if (some) return all ? 'certain' : 'possible';
  return span.latestEnd < window.from ? 'past' : 'future';
}

describe('activity', () => {
  it('is what trying every true start and end says', () => {
    const seen = new Map<Activity, number>();
    fc.assert(
      fc.property(spans(-12, 12), intervals(-16, 16), (span, window) => {
        const expected = byTrying(span, window);
        seen.set(expected, (seen.get(expected) ?? 0) + 1);
        expect(activity(span, window)).toBe(expected);
      }),
      { numRuns: 5000 },
    );
    // The random spans must have reached every case, or the test says little.
    expect([...seen.keys()].sort()).toEqual(['certain', 'future', 'past', 'possible']);
    for (const count of seen.values()) expect(count).toBeGreaterThan(100);
  });

  it('has random spans that keep the order of their bounds', () => {
    fc.assert(
      fc.property(spans(-12, 12), (span) => {
        expect(span.earliestStart).toBeLessThanOrEqual(span.latestStart);
        expect(span.earliestEnd).toBeLessThanOrEqual(span.latestEnd);
        expect(span.latestStart).toBeLessThanOrEqual(span.latestEnd);
        expect(span.earliestStart).toBeLessThanOrEqual(span.earliestEnd);
      }),
    );
  });

  it('holds for open ends at any window', () => {
    const open = { earliestStart: ALWAYS, latestStart: ALWAYS, earliestEnd: 5, latestEnd: 5 };
    const still = { earliestStart: 5, latestStart: 5, earliestEnd: FOREVER, latestEnd: FOREVER };
    expect(activity(open, { from: -9e6, to: -9e6 })).toBe('certain');
    expect(activity(open, { from: 6, to: 6 })).toBe('past');
    expect(activity(still, { from: 9e6, to: 9e6 })).toBe('certain');
    expect(activity(still, { from: 4, to: 4 })).toBe('future');
  });
});

describe('activityOf', () => {
  it('is the strongest of several spans', () => {
    const day = (from: number, to = from): Span => ({
      earliestStart: from,
      latestStart: from,
      earliestEnd: to,
      latestEnd: to,
    });
    const vague = { earliestStart: 0, latestStart: 9, earliestEnd: 0, latestEnd: 9 };
    const window = { from: 5, to: 5 };
    expect(activityOf([day(1), day(9)], window)).toBe('past');
    expect(activityOf([day(1), vague], window)).toBe('possible');
    expect(activityOf([vague, day(4, 6), day(1)], window)).toBe('certain');
  });
});
