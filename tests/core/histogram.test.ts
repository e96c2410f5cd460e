import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/lib/core/day';
import { histogram } from '../../src/lib/core/histogram';
import { kinds, type AtlasRecord, type Kind } from '../../src/lib/core/model';
import type { Interval } from '../../src/lib/core/span';
import { realAtlas } from '../real-atlas';
import { aRecord, during, randomRecords, randomSpan, years } from './records';

const kindOf = (record: AtlasRecord): Kind => record.kind;

/** Tries the corners of what each span allows: every one of them in the year, or some. */
function bruteForce(records: readonly AtlasRecord[], year: number, kind?: Kind) {
  const from = dayOf(year, 1, 1);
  const to = dayOf(year, 12, 31);
  const outcomes = records
    .filter((record) => kind === undefined || record.kind === kind)
    .map(({ spans }) =>
      spans.map((span) => {
        const starts = [span.earliestStart, span.latestStart];
        const ends = [span.earliestEnd, span.latestEnd];
        return starts
          .flatMap((start) => ends.map((end) => ({ start, end })))
          .filter(({ start, end }) => start <= end)
          .map(({ start, end }) => start <= to && end >= from);
      }),
    );
  const certain = outcomes.filter((spans) => spans.some((span) => span.every(Boolean))).length;
  const touching = outcomes.filter((spans) => spans.some((span) => span.some(Boolean))).length;
  return { certain, possible: touching - certain };
}

function expectBruteForce(records: readonly AtlasRecord[], span: Interval): void {
  for (const { year, counts, certain, possible } of histogram(records, span, kinds, kindOf)) {
    expect({ year, certain, possible }).toEqual({ year, ...bruteForce(records, year) });
    const expected = kinds
      .map((group) => ({ group, ...bruteForce(records, year, group) }))
      .filter((count) => count.certain + count.possible > 0);
    expect(counts).toEqual(expected);
  }
}

describe('histogram', () => {
  it('counts the atlas as brute force does', () => {
    const counted = histogram(realAtlas.records, realAtlas.span, kinds, kindOf);
    expect(counted.map(({ year }) => year)).toEqual(
      Array.from({ length: 2007 - 1979 + 1 }, (_, k) => 1979 + k),
    );
    expectBruteForce(realAtlas.records, realAtlas.span);
  });

  it('counts random records as brute force does', () => {
    fc.assert(
      fc.property(randomRecords, (records) => expectBruteForce(records, randomSpan)),
      { numRuns: 30 },
    );
  });

  it('counts each group apart, in the order given, and leaves out unknown and undated', () => {
    const records = [
      aRecord({ id: 'a', kind: 'movement', type: 'escape', spans: [during(1999)] }),
      aRecord({ id: 'b', kind: 'base', type: 'base', spans: [during(1998, 1999)] }),
      aRecord({ id: 'c', kind: 'base', type: 'base', spans: [during(1999)] }),
      aRecord({ id: 'd', spans: [during(1999)] }),
      aRecord({ id: 'e', kind: 'base', type: 'base' }),
    ];
    const groups = ['base', 'movement'] as const;
    const other = 'none' as (typeof groups)[number];
    const [year] = histogram(records, years(1999), groups, ({ kind }) =>
      kind === 'event' ? other : kind,
    );
    expect(year).toEqual({
      year: 1999,
      counts: [
        { group: 'base', certain: 1, possible: 1 },
        { group: 'movement', certain: 1, possible: 0 },
      ],
      certain: 2,
      possible: 1,
    });
  });

  it('counts a record with several spans once a year', () => {
    const twice = aRecord({ spans: [during(1999), during(1999)] });
    expect(histogram([twice], years(1999), kinds, kindOf)[0]?.certain).toBe(1);
  });

  it('makes nothing for years in which nothing is: ages of them cost little', () => {
    const records = [aRecord({ spans: [during(-50_000)] }), aRecord({ spans: [during(2000)] })];
    const all = histogram(records, years(-50_000, 2000), kinds, kindOf);
    expect(all.length).toBe(52_001);
    expect(new Set(all.map(({ counts }) => counts)).size).toBe(3);
    expect(all.flatMap(({ year, possible }) => (possible ? year : []))).toEqual([]);
    expect(all.flatMap(({ year, certain }) => (certain ? year : []))).toEqual([-50_000, 2000]);
  });
});
