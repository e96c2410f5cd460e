import { describe, expect, it } from 'vitest';
import { whereabouts, whereaboutsIn } from '../../src/lib/core/whereabouts';
import { aRecord, during, years } from './records';
import { realAtlas } from '../real-atlas';

const base = (id: string, from: number, to = from, actors = ['x']) =>
  aRecord({ id, kind: 'base', type: 'base', actors, spans: [during(from, to)] });

const records = [
  base('first', 1991, 1992),
  aRecord({ id: 'event', actors: ['x'], spans: [during(1994)] }),
  base('second', 1997),
  base('other', 1994, 1995, ['y']),
  aRecord({ id: 'undated', kind: 'base', type: 'base', actors: ['x'] }),
];

function answer(from: number, to = from) {
  const { told, before, after } = whereaboutsIn(records, 'x', years(from, to));
  return [told.map(({ record }) => record.id), before?.id, after?.id];
}

describe('where somebody was', () => {
  it.each([
    [1990, 1990, [], undefined, 'first'],
    [1991, 1991, ['first'], undefined, undefined],
    // An event tells that they had a part in it, not where they were.
    [1994, 1994, [], 'first', 'second'],
    [1997, 1997, ['second'], undefined, undefined],
    [1998, 2007, [], 'second', undefined],
    [1992, 1997, ['first', 'second'], undefined, undefined],
  ])('%d to %d', (from, to, told, before, after) => {
    expect(answer(from, to)).toEqual([told, before, after]);
  });

  it('is not recorded at all for somebody of whom nothing is told', () => {
    expect(whereaboutsIn(records, 'nobody', years(1994))).toEqual({ told: [] });
  });

  it('is answered for every year of the atlas and every actor, as the lane of the timeline has it', () => {
    for (const { id } of realAtlas.actors) {
      const lane = whereabouts(realAtlas.records, id);
      for (let year = 1979; year <= 2007; year += 1) {
        const window = years(year);
        const { told, before, after } = whereaboutsIn(realAtlas.records, id, window);
        const covered = lane.some(
          (part) =>
            part.kind === 'known' &&
            part.span.earliestStart <= window.to &&
            part.span.latestEnd >= window.from,
        );
        expect(told.length > 0, `${id} ${year}`).toBe(covered);
        if (covered) expect([before, after]).toEqual([undefined, undefined]);
      }
    }
  });

  it.each([
    ['yuldashev', 1990, [], undefined, 'adolat-base'],
    ['yuldashev', 1996, ['peshawar-base certain'], undefined, undefined],
    ['yuldashev', 1999, ['northern-afghanistan-camps possible'], undefined, undefined],
    ['namangani', 1996, ['tavildara-uto-base possible'], undefined, undefined],
    // He was killed in 2001; an event tells nothing of where he was before.
    ['namangani', 2002, [], 'relocation-afghanistan-2001', undefined],
  ])('%s in %d: %j, before it %s, after it %s', (actor, year, told, before, after) => {
    const found = whereaboutsIn(realAtlas.records, actor, years(year));
    expect(found.told.map(({ record, activity }) => `${record.id} ${activity}`)).toEqual(told);
    expect([found.before?.id, found.after?.id]).toEqual([before, after]);
  });
});
