import { describe, expect, it } from 'vitest';
import { contents } from '../../src/lib/core/containment';
import { indexAtlas } from '../../src/lib/core/atlas';
import { distancesOf, distanceText } from '../../src/lib/core/measure';
import { nearby, roleAt } from '../../src/lib/core/nearby';
import { anAtlas, aPlace, aRecord } from './records';
import { realAtlas, realIndex } from '../real-atlas';

const index = indexAtlas(
  anAtlas({
    places: [
      aPlace({ id: 'here', point: [70, 40] }),
      aPlace({ id: 'far', point: [70, 44] }),
      aPlace({ id: 'near', point: [70, 41] }),
      aPlace({ id: 'silent', point: [70, 40.1] }),
      aPlace({ id: 'land', point: [70, 40.2], precision: 'country' }),
    ],
    records: [
      aRecord({ id: 'b', at: ['far', 'land'] }),
      aRecord({ id: 'a', kind: 'movement', type: 'journey', from: ['here'], to: ['near', 'far'] }),
    ],
  }),
);
const place = (id: string) => index.places.get(id) ?? aPlace();

describe('the nearest other records', () => {
  it('come with their places, nearest first; what is silent or as wide as a country is left out', () => {
    const found = nearby(place('here'), new Set(['here']), index, 9);
    expect(found.map(({ place, records }) => [place.id, records.map(({ id }) => id)])).toEqual([
      ['near', ['a']],
      ['far', ['b', 'a']],
    ]);
    expect(found.map(({ measured }) => distanceText(measured))).toEqual([
      'about 110 km, give or take 6',
      'about 440 km, give or take 6',
    ]);
  });

  it('keep to the most that are wanted, and leave out what lies in the place', () => {
    expect(nearby(place('here'), new Set(['here']), index, 1)).toHaveLength(1);
    expect(nearby(place('here'), new Set(['here', 'near']), index, 9)[0]?.place.id).toBe('far');
    const within = contents(realAtlas.places);
    for (const one of realAtlas.places) {
      const inside = within.get(one.id) ?? new Set();
      for (const other of nearby(one, inside, realIndex, 99)) {
        expect(inside.has(other.place.id), `${one.id} ${other.place.id}`).toBe(false);
      }
    }
  });
});

describe('what a record did at a place', () => {
  const movement = { kind: 'movement', type: 'journey', from: ['a'], to: ['b'] } as const;
  it.each([
    [aRecord(movement), ['a'], 'set out from here'],
    [aRecord(movement), ['b'], 'arrived here'],
    [aRecord(movement), ['a', 'b', 'land'], 'moved within'],
    [aRecord({ at: ['a'] }), ['a'], 'happened here'],
    [aRecord({ kind: 'base', type: 'base', at: ['a'] }), ['a'], 'stayed here'],
    [aRecord({ at: ['c'] }), ['a'], 'elsewhere'],
  ])('%#: %j', (record, within, role) => {
    expect(roleAt(record, new Set(within))).toBe(role);
  });
});

describe('the distances of a movement', () => {
  it('name the ends where there are several', () => {
    const record = index.records.get('a') ?? aRecord();
    expect(distancesOf(record, index)).toEqual([
      'Straight distance to Title of near: about 110 km, give or take 6',
      'Straight distance to Title of far: about 440 km, give or take 6',
    ]);
    expect(distancesOf(aRecord({ at: ['here'] }), index)).toEqual([]);
    expect(distancesOf(aRecord({ from: ['here'], to: ['gone'] }), index)).toEqual([]);
  });

  it('say that they cannot be told where the places are wider than they are apart', () => {
    expect(distanceText({ km: 40, giveOrTake: 60 })).toMatch(/^not to be told/);
    expect(distanceText({ km: 1234, giveOrTake: 111 })).toBe('about 1200 km, give or take 110');
  });
});
