import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byFirstYear, placesOf, recordsIn, standpoint } from '../../src/lib/core/atlas';
import { civil, dayOf } from '../../src/lib/core/day';
import { activityOf, ALWAYS } from '../../src/lib/core/span';
import { realAtlas, realIndex } from '../real-atlas';
import { intervals } from './arbitraries';
import { aRecord, during, randomRecords, randomSpan, span, years } from './records';

const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

describe('indexAtlas', () => {
  it('finds every thing of the atlas by its id', () => {
    const { places, records, actors, sources } = realAtlas;
    for (const record of records) expect(realIndex.records.get(record.id)).toBe(record);
    for (const place of places) expect(realIndex.places.get(place.id)).toBe(place);
    for (const actor of actors) expect(realIndex.actors.get(actor.id)).toBe(actor);
    for (const source of sources) expect(realIndex.sources.get(source.id)).toBe(source);
    expect(realIndex.records.size).toBe(records.length);
    expect(realIndex.places.size).toBe(places.length);
  });
});

describe('standpoint', () => {
  it.each([
    ['undated', []],
    ['certain', [during(1999)]],
    ['possible', [during(1998, 2000)]],
    ['past', [during(1998)]],
    ['future', [during(2000)]],
    ['certain', [during(1998), during(1999)]],
  ] as const)('%s', (activity, spans) => {
    const record = aRecord({ spans });
    expect(standpoint(record, years(1999))).toEqual({ record, activity });
  });
});

describe('recordsIn', () => {
  it('keeps what holds or may hold, in the order given', () => {
    fc.assert(
      fc.property(randomRecords, intervals(randomSpan.from, randomSpan.to), (records, window) => {
        const expected = records.filter(({ spans }) =>
          ['certain', 'possible'].includes(activityOf(spans, window)),
        );
        const there = recordsIn(records, window);
        expect(ids(there.map(({ record }) => record))).toEqual(ids(expected));
        for (const { record, activity } of there) {
          expect(activity).toBe(activityOf(record.spans, window));
        }
      }),
    );
  });

  it('leaves out what is undated', () => {
    const all = { from: dayOf(-9999, 1, 1), to: dayOf(9999, 1, 1) };
    expect(recordsIn([aRecord()], all)).toEqual([]);
  });
});

it('placesOf has the place of an event and both ends of a movement', () => {
  expect(placesOf(aRecord({ at: ['a', 'b'] }))).toEqual(['a', 'b']);
  expect(placesOf(aRecord({ kind: 'movement', from: ['a'], to: ['b', 'c'] }))).toEqual([
    'a',
    'b',
    'c',
  ]);
});

describe('byFirstYear', () => {
  const named = (...args: Parameters<typeof byFirstYear>) =>
    byFirstYear(...args).map(([year, records]) => [year, ids(records)]);

  it('groups by the year of the earliest start, in the order given', () => {
    const a = aRecord({ id: 'a', spans: [during(1998, 2001)] });
    const b = aRecord({ id: 'b', spans: [span('1999-12-31', '2003-01-01')] });
    const c = aRecord({ id: 'c', spans: [span('1998-12-31')] });
    expect(named([a, c, b])).toEqual([
      ['1998', ['a', 'c']],
      ['1999', ['b']],
    ]);
  });

  it('names years before our era', () => {
    const caesar = aRecord({ id: 'caesar', spans: [during(-43)] });
    expect(named([caesar])).toEqual([['44 BC', ['caesar']]]);
  });

  it('puts the undated last, wherever they stand', () => {
    const undated = aRecord({ id: 'undated' });
    const dated = aRecord({ id: 'dated', spans: [during(1999)] });
    expect(named([undated, dated])).toEqual([
      ['1999', ['dated']],
      ['Undated', ['undated']],
    ]);
  });

  it('puts the years in order where `follows` has moved a record', () => {
    const early = aRecord({ id: 'early', spans: [during(1999)] });
    const moved = aRecord({ id: 'moved', spans: [during(1998, 1999)], follows: ['early'] });
    expect(named([early, moved])).toEqual([
      ['1998', ['moved']],
      ['1999', ['early']],
    ]);
  });

  it('counts the earliest of several spans', () => {
    const twice = aRecord({ id: 'twice', spans: [during(2000), during(1998)] });
    expect(named([twice])).toEqual([['1998', ['twice']]]);
  });

  it('keeps an open start apart from what is undated, before all years', () => {
    const open = { earliestStart: ALWAYS, latestStart: ALWAYS, earliestEnd: 0, latestEnd: 0 };
    const records = [
      aRecord({ id: 'undated' }),
      aRecord({ id: 'dated', spans: [during(1999)] }),
      aRecord({ id: 'open', spans: [open] }),
    ];
    expect(named(records)).toEqual([
      ['Beginning not stated', ['open']],
      ['1999', ['dated']],
      ['Undated', ['undated']],
    ]);
  });

  it('has each record of the atlas once, under its year', () => {
    const groups = byFirstYear(realAtlas.records);
    expect(groups.flatMap(([, records]) => ids(records)).sort()).toEqual(
      ids(realAtlas.records).sort(),
    );
    for (const [year, records] of groups) {
      for (const { spans } of records) {
        const first = spans[0]?.earliestStart;
        expect(first === undefined ? 'Undated' : String(civil(first).year)).toBe(year);
      }
    }
    const headings = groups.map(([year]) => year);
    expect(headings.at(-1)).toBe('Undated');
    expect(headings).toEqual([...new Set(headings)].sort());
  });
});
