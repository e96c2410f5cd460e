import { beforeEach, describe, expect, it } from 'vitest';
import { indexAtlas, recordsIn } from '../../src/lib/core/atlas';
import { openEnd, spanBetween } from '../../src/lib/core/bounds';
import { storyOf } from '../../src/lib/map/features';
import { RestingLabels } from '../../src/lib/map/resting-labels';
import type { Labels } from '../../src/lib/map/story-labels';
import { anAtlas, aPlace, aRecord, years } from '../core/records';
import { realAtlas, realIndex } from '../real-atlas';

const labelsOf = (year: number): Labels =>
  storyOf(realIndex, recordsIn(realAtlas.records, years(year)), []).labels;
const keyOf = (labels: Labels, id: string): string =>
  labels.features.find(({ properties }) => properties.id === id)?.properties.key ?? '';

let laidOut: Labels[];
let states: Map<string, Record<string, unknown>>;
let labels: RestingLabels;

beforeEach(() => {
  laidOut = [];
  states = new Map();
  const map = {
    setFeatureState: ({ id }: { id: string }, state: object) => states.set(id, { ...state }),
  };
  labels = new RestingLabels(map, (data) => laidOut.push(data));
});

describe('labels', () => {
  it('are laid out at once, and in passing only if there were none', () => {
    labels.show(labelsOf(1996), [], [], true);
    expect(laidOut).toEqual([labelsOf(1996)]);
    for (const year of [1997, 1998, 1999]) labels.show(labelsOf(year), [], [], true);
    expect(laidOut).toHaveLength(1);
    labels.show(labelsOf(1999), [], [], false);
    expect(laidOut.slice(1)).toEqual([labelsOf(1999)]);
  });

  it('are not laid out again where time comes back to what they are', () => {
    labels.show(labelsOf(1999), [], [], false);
    labels.show(labelsOf(2000), [], [], true);
    labels.show(labelsOf(1999), [], [], true);
    labels.show(labelsOf(1999), [], [], false);
    expect(laidOut).toHaveLength(1);
  });

  it('are hidden at once where their sign has gone or moved, and shown if it comes back', () => {
    const [before, after] = [labelsOf(1999), labelsOf(1996)];
    const key = keyOf(before, 'tashkent-bombings-1999');
    labels.show(before, [], [], false);
    labels.show(after, [], [], true);
    expect(states.get(key)).toMatchObject({ gone: true });
    const wanted = new Set(after.features.map(({ properties }) => properties.key));
    for (const { properties } of before.features) {
      if (properties.title === '') continue;
      expect(states.get(properties.key)?.gone ?? false).toBe(!wanted.has(properties.key));
    }
    // Until the new layout has come, the old one is on the map.
    labels.show(after, [], [], false);
    expect(states.get(key)).toMatchObject({ gone: true });
    labels.show(before, [], [], false);
    expect(states.get(key)).toMatchObject({ gone: false });
  });

  it('of what is selected and hovered are marked', () => {
    const all = labelsOf(1999);
    labels.show(all, ['tashkent'], ['osh'], false);
    expect(states.get(keyOf(all, 'tashkent'))).toMatchObject({ selected: true, hovered: false });
    expect(states.get(keyOf(all, 'osh'))).toMatchObject({ selected: false, hovered: true });
  });
});

describe('labels of what piles up at one place', () => {
  /** So many events that do not end, one more each year; the labels of each year. */
  const pile = (n: number): Labels[] => {
    const records = Array.from({ length: n }, (_, k) =>
      aRecord({
        id: `event-${k}`,
        at: ['place'],
        spans: [spanBetween(years(1000 + k), openEnd)].filter((span) => span !== undefined),
      }),
    );
    const index = indexAtlas(anAtlas({ places: [aPlace()], records }));
    return records.map((_, k) => storyOf(index, recordsIn(records, years(1000 + k)), []).labels);
  };
  const wordsOf = ({ features }: Labels): string[] =>
    features.flatMap(({ properties: { key, title } }) => (title ? key : []));

  it('are told of no oftener than there are events', () => {
    for (const one of pile(100)) labels.show(one, [], [], false);
    expect(states.size).toBeLessThanOrEqual(100);
  });

  it('are hidden while a late tile may have them, and then forgotten', () => {
    const all = pile(60);
    for (const one of all) labels.show(one, [], [], false);
    const gone = new Set([...states].flatMap(([key, state]) => (state.gone ? key : [])));
    const late = all.slice(-5).flatMap(wordsOf);
    const last = new Set(all.slice(-1).flatMap(wordsOf));
    expect(late.filter((key) => !last.has(key) && !gone.has(key))).toEqual([]);
    expect(gone.size).toBeGreaterThan(0);
    expect(gone.size).toBeLessThan(12);
  });

  it('stay where they are while a row below them fills', () => {
    const [five, six] = pile(6).slice(-2) as [Labels, Labels];
    labels.show(five, [], [], false);
    labels.show(six, [], [], true);
    for (const key of wordsOf(five)) expect(states.get(key)?.gone ?? false).toBe(false);
  });

  it('have the same key only where they look the same', () => {
    const seen = new Map<string, unknown>();
    for (const { properties } of pile(30).flatMap(({ features }) => features)) {
      expect(properties).toEqual(seen.get(properties.key) ?? properties);
      seen.set(properties.key, properties);
    }
  });
});
