import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweenThem, differences, moves } from '../../src/lib/core/difference';
import { inOrder, type Interval, type Span } from '../../src/lib/core/span';
import { realAtlas, realIndex } from '../real-atlas';
import { intervals, spans } from './arbitraries';
import { aRecord, during, span, years } from './records';

const between = (first: number, last: number): Span => ({
  ...during(first, last),
});

/** One record's change between 1999 and 2001, as "change" or "may change". */
function change(own: readonly Span[], one = years(1999), other = years(2001)): string | undefined {
  const [found] = differences([aRecord({ spans: own })], one, other);
  return found && `${found.sure ? '' : 'may have '}${found.change}`;
}

describe('differences', () => {
  it.each<[string, readonly Span[], string | undefined]>([
    ['over before the later', [span('1999-03-01', '2000-02-01')], 'ended'],
    ['begun after the earlier', [span('2000-03-01', '2002-02-01')], 'appeared'],
    ['all along', [span('1998-01-01', '2003-01-01')], 'stayed'],
    ['before both', [span('1998-01-01')], undefined],
    ['between both', [span('2000-05-05')], undefined],
    [
      'ended some time from 1999 to 2001',
      [{ ...span('1999-01-01'), latestEnd: years(2001).to }],
      'may have ended',
    ],
    [
      'began some time from 1999 to 2001',
      [{ ...span('2001-12-31'), earliestStart: years(1999).from }],
      'may have appeared',
    ],
    ['one moment in 1998 or 1999', [between(1998, 1999)], 'may have ended'],
    ['one moment in 2001 or 2002', [between(2001, 2002)], 'may have appeared'],
    ['some time from 1999 to 2001', [between(1999, 2001)], 'may have unsettled'],
    ['in 1999, and again in 2001', [span('1999-01-01'), span('2001-01-01')], 'stayed'],
    ['undated', [], undefined],
  ])('%s', (_, own, expected) => {
    expect(change(own)).toBe(expected);
    // Which of the two the reader looks at first makes no difference.
    expect(change(own, years(2001), years(1999))).toBe(expected);
  });

  it('says of any span what every pair of true dates within its bounds allows', () => {
    const random = fc.tuple(spans(0, 12), intervals(0, 12), intervals(0, 12));
    fc.assert(
      fc.property(random, ([own, one, other]) => {
        const [earlier, later] = inOrder(one, other);
        const holds = ({ from, to }: Interval, start: number, end: number) =>
          start <= to && end >= from;
        const day = (bound: number) => Math.min(Math.max(bound, -2), 15);
        const seen = new Set<string>();
        for (let start = day(own.earliestStart); start <= day(own.latestStart); start += 1) {
          for (
            let end = Math.max(start, day(own.earliestEnd));
            end <= day(own.latestEnd);
            end += 1
          ) {
            seen.add(`${holds(earlier, start, end)} ${holds(later, start, end)}`);
          }
        }
        const sure = seen.size === 1;
        const [before, after] = [seen.has('true false'), seen.has('false true')];
        const expected =
          before && after ? 'unsettled' : before ? 'ended' : after ? 'appeared' : 'stayed';
        const nothing = sure && seen.has('false false');
        const [found] = differences([aRecord({ spans: [own] })], one, other);
        expect(found && { change: found.change, sure: found.sure }).toEqual(
          nothing ? undefined : { change: expected, sure },
        );
      }),
      { numRuns: 500 },
    );
  });

  it('counts what lies between two windows and is on neither map', () => {
    const records = [
      aRecord({ id: 'there', spans: [span('2000-05-05')] }),
      aRecord({ id: 'perhaps', spans: [between(1999, 2000)] }),
      aRecord({ id: 'undated' }),
    ];
    const ids = betweenThem(records, years(2001), years(1999)).map(({ id }) => id);
    expect(ids).toEqual(['there']);
  });
});

describe('moves', () => {
  const moved = (one: Interval, other: Interval) =>
    moves(realAtlas.records, realIndex.actors, one, other).map(({ actor, from, to, sure }) => ({
      actor: actor.id,
      from: from.map(({ id }) => id),
      to: to.map(({ id }) => id),
      sure,
    }));

  it('finds who was based elsewhere, and says it is sure only if both bases are', () => {
    expect(moved(years(1991), years(1996))).toContainEqual({
      actor: 'yuldashev',
      from: ['adolat-base'],
      to: ['peshawar-base'],
      sure: true,
    });
    expect(moved(years(1998), years(2003))).toContainEqual({
      actor: 'imu',
      from: ['tavildara-imu-base'],
      to: ['waziristan-refuge', 'waziristan-camps'],
      sure: false,
    });
  });

  it('moves nobody who stayed, or of whom one of the two times tells nothing', () => {
    const who = moved(years(1995), years(1998)).map(({ actor }) => actor);
    expect(who).toEqual([]);
    expect(moved(years(1979), years(1999))).toEqual([]);
  });
});
