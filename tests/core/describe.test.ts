import { describe, expect, it } from 'vitest';
import { indexAtlas, type Standpoint } from '../../src/lib/core/atlas';
import {
  activityText,
  passageId,
  placeText,
  precisionText,
  qualifierText,
  sourceRefText,
  standingText,
  typeText,
} from '../../src/lib/core/describe';
import type { AtlasRecord, Place, SourceRef } from '../../src/lib/core/model';
import { parseWindow } from '../../src/lib/core/window';
import { realAtlas, realIndex } from '../real-atlas';
import { aClaim, anAtlas, aPlace, aRecord } from './records';

const index = indexAtlas(
  anAtlas({
    places: [aPlace({ id: 'osh', title: 'Osh' }), aPlace({ id: 'wana', title: 'Wana' })],
    sources: [{ id: 'article', title: 'The Article', passages: [] }],
  }),
);

describe('placeText', () => {
  it.each<[string, Partial<AtlasRecord>, string]>([
    ['an event at a place', { at: ['osh'] }, 'Osh'],
    ['a base at two places', { kind: 'base', type: 'base', at: ['osh', 'wana'] }, 'Osh, Wana'],
    ['an event without a place', {}, 'place not stated'],
    ['a place that is not in the atlas', { at: ['nowhere'] }, 'nowhere'],
    ['a movement', { kind: 'movement', from: ['osh'], to: ['wana'] }, 'Osh to Wana'],
    [
      'a movement to several places',
      { kind: 'movement', from: ['osh'], to: ['wana', 'osh'] },
      'Osh to Wana, Osh',
    ],
    ['no origin', { kind: 'movement', to: ['wana'] }, 'origin not stated to Wana'],
    ['no destination', { kind: 'movement', from: ['osh'] }, 'Osh to destination not stated'],
    ['neither end', { kind: 'movement' }, 'place not stated'],
  ])('%s', (_, members, expected) => {
    expect(placeText(aRecord(members), index)).toBe(expected);
  });

  it('names every place of the atlas by its title', () => {
    for (const record of realAtlas.records) {
      const text = placeText(record, realIndex);
      for (const id of [...record.at, ...record.from, ...record.to]) {
        expect(text).toContain(realIndex.places.get(id)?.title);
      }
    }
  });
});

describe('standingText', () => {
  it.each([
    ['reported', 'reported'],
    ['estimated', 'estimated'],
    ['claimed', 'claimed'],
    ['inferred', 'inferred by this atlas'],
  ] as const)('%s', (standing, expected) => {
    expect(standingText(aRecord({ standing }))).toBe(expected);
  });
});

describe('activityText', () => {
  it.each<[Standpoint['activity'], string, string]>([
    ['certain', '1999-10', 'certain in October 1999'],
    ['possible', '1999-10', 'possible in October 1999'],
    ['certain', '1999-10-03', 'certain on 3 October 1999'],
    ['past', '1999-10', 'over by October 1999'],
    ['future', '1999-10', 'after October 1999'],
    ['undated', '1999-10', 'undated'],
    ['certain', '1995/1998', 'certain within 1995 to 1998'],
    ['possible', '1995/1998', 'possible within 1995 to 1998'],
    ['certain', 'all', 'certain'],
    ['possible', 'all', 'possible'],
  ])('%s at %s', (activity, date, expected) => {
    expect(activityText(activity, parseWindow(date) ?? { kind: 'all' })).toBe(expected);
  });
});

describe('precisionText', () => {
  const area: Place['geometry'] = {
    type: 'Polygon',
    coordinates: [
      [
        [70, 40],
        [71, 40],
        [71, 41],
        [70, 40],
      ],
    ],
  };
  it.each<[Partial<Place>, string]>([
    [{ precision: 'exact', radiusKm: 0 }, 'exact place'],
    [{ precision: 'settlement', radiusKm: 0 }, 'settlement'],
    [{ precision: 'settlement', radiusKm: 0.9 }, 'settlement'],
    [{ precision: 'settlement', radiusKm: 1 }, 'settlement, within about 1 km'],
    [{ precision: 'settlement', radiusKm: 3.4 }, 'settlement, within about 3 km'],
    [{ precision: 'settlement', radiusKm: 3, geometry: area }, 'settlement'],
    [{ precision: 'district', radiusKm: 20 }, 'approximate place, within about 20 km'],
    [
      { precision: 'district', radiusKm: 20, geometry: area },
      'small area: where in it is not stated',
    ],
    [{ precision: 'region', geometry: area }, 'region: where in it is not stated'],
    [{ precision: 'country', geometry: area }, 'country: where in it is not stated'],
    [{ precision: 'supranational' }, 'group of countries: where in it is not stated'],
    [{ precision: 'unknown', radiusKm: 0 }, 'place not known'],
    [{ precision: 'unknown', radiusKm: 50 }, 'place not known, within about 50 km'],
  ])('%o: %s', (members, expected) => {
    expect(precisionText(aPlace(members))).toBe(expected);
  });
});

describe('qualifierText', () => {
  const asserts = aClaim('ransom', 'asserts');
  const denies = aClaim('ransom', 'denies');
  it.each<[Partial<AtlasRecord>, string]>([
    [{}, ''],
    [{ standing: 'estimated' }, 'estimated'],
    [{ standing: 'inferred' }, 'inferred by this atlas'],
    [{ claims: [asserts] }, 'one claim'],
    [{ claims: [asserts, asserts] }, '2 claims'],
    [{ claims: [asserts, denies] }, 'a claim is disputed'],
    [{ standing: 'claimed', claims: [asserts] }, 'claimed; one claim'],
    [{ standing: 'claimed', claims: [asserts, denies] }, 'claimed; a claim is disputed'],
  ])('%o: %s', (members, expected) => {
    expect(qualifierText(aRecord(members))).toBe(expected);
  });
});

describe('typeText', () => {
  it.each<[Partial<AtlasRecord>, string]>([
    [{ kind: 'base', type: 'base' }, 'base'],
    [{ kind: 'movement', type: 'relocation' }, 'relocation'],
    [{ kind: 'movement', type: 'relocation', mode: 'air' }, 'relocation by air'],
    [{ kind: 'movement', type: 'relocation', mode: 'unknown' }, 'relocation'],
  ])('%o: %s', (members, expected) => {
    expect(typeText(aRecord(members))).toBe(expected);
  });
});

describe('sourceRefText', () => {
  it.each<[SourceRef, string]>([
    [{ id: 'article' }, 'The Article'],
    [{ id: 'lost' }, 'lost'],
    [{ id: 'article', section: 'the-civil-war' }, 'The Article, section “the civil war”'],
    [{ id: 'article', paragraph: '2' }, 'The Article, paragraph 2'],
    [
      { id: 'article', section: '1999', paragraph: '1-2' },
      'The Article, section “1999”, paragraphs 1-2',
    ],
    [
      { id: 'article', section: '1999', paragraph: '2', field: 'numbers' },
      'The Article, section “1999”, paragraph 2 (for the numbers)',
    ],
    [{ id: 'article', field: 'numbers' }, 'The Article (for the numbers)'],
  ])('%o: %s', (ref, expected) => {
    expect(sourceRefText(ref, index)).toBe(expected);
  });
});

describe('passageId', () => {
  it.each([
    [{ id: 'article' }, 'article'],
    [{ id: 'article', section: '1999' }, 'article-1999'],
    [{ id: 'article', section: '1999', paragraph: '2' }, 'article-1999-2'],
    [{ id: 'article', section: '1999', paragraph: '1-2' }, 'article-1999-1'],
  ])('%o: %s', (ref, expected) => {
    expect(passageId(ref)).toBe(expected);
  });
});
