import { describe, expect, it } from 'vitest';
import { recordsIn, standpoint } from '../../src/lib/core/atlas';
import { storyOf } from '../../src/lib/map/features';
import { clickable, pick, type Hit } from '../../src/lib/map/picking';
import { years } from '../core/records';
import { realAtlas, realIndex } from '../real-atlas';

const window = years(1999);
const present = recordsIn(realAtlas.records, window);
const past = realAtlas.records.filter(
  (record) => standpoint(record, window).activity === 'past' && record.lines.length > 0,
);
const story = storyOf(realIndex, present, past.slice(1));

const hit = (layer: string, id: string, key = ''): Hit => ({ layer, id, key });
const near = (...hits: Hit[]) =>
  pick(
    () => hits,
    () => [],
    story,
  );

describe('pick', () => {
  it('finds the topmost of what the window shows', () => {
    const label = story.labels.features.find(({ properties }) => properties.kind === 'sign');
    const { id = '', key = '' } = label?.properties ?? {};
    const line = hit('line-target', 'incursion-batken-1999');
    expect(near(line)).toBe('incursion-batken-1999');
    expect(near(line, hit('sign-labels', id, key))).toBe(id);
    expect(near(hit('place-points', 'osh'), line)).toBe('incursion-batken-1999');
    expect(near(hit('place-points', 'osh'))).toBe('osh');
  });

  it('finds nothing that is there but not shown', () => {
    const future = realAtlas.records.find(
      (record) => record.lines.length > 0 && standpoint(record, window).activity === 'future',
    );
    expect(near(hit('line-target', future?.id ?? ''))).toBeUndefined();
    expect(near(hit('line-target', past[0]?.id ?? ''))).toBeUndefined();
    expect(near(hit('line-target', past[1]?.id ?? ''))).toBe(past[1]?.id);
    // The label of a window that has gone, still on the map until the next layout.
    expect(near(hit('sign-labels', 'kamalov-killed', 'sign kamalov-killed'))).toBeUndefined();
    expect(near(hit('place-labels', 'osh', 'place osh as it was'))).toBeUndefined();
    const covered = [...story.places].find(([, state]) => state.covered)?.[0] ?? '';
    expect(near(hit('place-points', covered))).toBeUndefined();
  });

  it('falls back on the smallest area in which something happens', () => {
    const asked: string[][] = [];
    const found = pick(
      (layers) => (asked.push(layers), []),
      (layers) => (asked.push(layers), ['nowhere', 'batken-region'].map((id) => hit('areas', id))),
      story,
    );
    expect(found).toBe('batken-region');
    expect(asked).toEqual([[...clickable], ['areas']]);
  });
});
