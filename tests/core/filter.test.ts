import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsIn, type Standpoint } from '../../src/lib/core/atlas';
import { contents, placesAround, surroundings } from '../../src/lib/core/containment';
import { byCount, facet, noFilter, passesIn, type Filter } from '../../src/lib/core/filter';
import { groupOf, groups } from '../../src/lib/core/group';
import { standings } from '../../src/lib/core/model';
import { realAtlas } from '../real-atlas';
import { years } from './records';

const within = contents(realAtlas.places);
const around = surroundings(within);
const placeIds = realAtlas.places.map(({ id }) => id);
const actorIds = realAtlas.actors.map(({ id }) => id);

/** The atlas as a file with words of its own for its records. */
const categories = ['battle', 'siege', 'march'];
const records = realAtlas.records.map((record, k) => ({ ...record, category: categories[k % 4] }));

const filters: fc.Arbitrary<Filter> = fc.record({
  groups: fc.subarray([...groups]),
  standings: fc.subarray([...standings]),
  certain: fc.boolean(),
  actor: fc.option(fc.constantFrom(...actorIds), { nil: undefined }),
  place: fc.option(fc.constantFrom(...placeIds), { nil: undefined }),
  category: fc.option(fc.constantFrom(...categories), { nil: undefined }),
});

/** The slow and obvious way: choose each in turn and count what is left. */
function counted(held: Standpoint[], choices: readonly string[], choose: (id: string) => Filter) {
  return choices.map((id) => ({
    id,
    count: held.filter((entry) => passesIn(entry, choose(id), within)).length,
  }));
}

describe('the counts of a facet', () => {
  it('are what each choice would leave, with all else as it is', () => {
    fc.assert(
      fc.property(filters, fc.integer({ min: 1979, max: 2007 }), (filter, year) => {
        const held = recordsIn(records, years(year));
        expect(
          facet(held, { ...filter, groups }, within, groups, (record) => [groupOf(record)]),
        ).toEqual(counted(held, groups, (id) => ({ ...filter, groups: [id as never] })));
        expect(
          facet(held, { ...filter, standings }, within, standings, ({ standing }) => [standing]),
        ).toEqual(counted(held, standings, (id) => ({ ...filter, standings: [id as never] })));
        expect(
          facet(held, { ...filter, actor: undefined }, within, actorIds, ({ actors }) => actors),
        ).toEqual(counted(held, actorIds, (actor) => ({ ...filter, actor })));
        expect(
          facet(held, { ...filter, place: undefined }, within, placeIds, (record) =>
            placesAround(record, around),
          ),
        ).toEqual(counted(held, placeIds, (place) => ({ ...filter, place })));
        expect(
          facet(held, { ...filter, category: undefined }, within, categories, ({ category }) =>
            category === undefined ? [] : [category],
          ),
        ).toEqual(counted(held, categories, (category) => ({ ...filter, category })));
      }),
      { numRuns: 40 },
    );
  });

  it('name what would leave nothing too, after all others', () => {
    const none = facet([], noFilter, within, groups, (record) => [groupOf(record)]);
    expect(none.map(({ count }) => count)).toEqual(groups.map(() => 0));
    const mixed = [0, 3, 0, 5, 3].map((count, k) => ({ id: `c${k}`, count }));
    expect(byCount(mixed).map(({ id }) => id)).toEqual(['c3', 'c1', 'c4', 'c0', 'c2']);
  });
});
