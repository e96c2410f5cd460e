import { describe, expect, it } from 'vitest';
import { scenes } from '../../src/lib/core/replay';
import { MapStory } from '../../src/lib/map/story.svelte';
import { Explorer } from '../../src/lib/view/explorer.svelte';
import { Playback } from '../../src/lib/view/playback.svelte';
import { realAtlas } from '../real-atlas';

const all = scenes(realAtlas.records, realAtlas.span);
const moves = (id: string): boolean =>
  (realAtlas.records.find((record) => record.id === id)?.lines.length ?? 0) > 0;

function storyOf(explorer: Explorer) {
  return new MapStory(explorer, new Playback(explorer));
}

describe('the story in a replay', () => {
  it('has no hole in its trail: what has been and has gone is drawn as past', () => {
    const explorer = new Explorer(realAtlas);
    const told = storyOf(explorer);
    const seen = new Set<string>();
    let gone = 0;
    for (const scene of all) {
      explorer.showScene(scene);
      for (const id of seen) {
        const drawn = told.story.lines.get(id)?.activity;
        if (scene.present.has(id)) expect(['certain', 'possible']).toContain(drawn);
        else {
          expect(drawn, `${id} in ${scene.window.year}`).toBe('past');
          gone += 1;
        }
      }
      for (const id of [...scene.present].filter(moves)) seen.add(id);
    }
    expect(gone).toBeGreaterThan(50);
  });

  it('has no trail where the reader wants none', () => {
    const explorer = new Explorer(realAtlas);
    explorer.setTrail(false);
    const told = storyOf(explorer);
    for (const scene of all) {
      explorer.showScene(scene);
      const states = [...told.story.lines.values()].map(({ activity }) => activity);
      expect(states).not.toContain('past');
    }
  });

  it('draws apart what begins, while it is on its way', () => {
    const explorer = new Explorer(realAtlas);
    let [time, next]: [number, () => void] = [0, () => undefined];
    const soon = (call: () => void) => {
      next = call;
      return () => undefined;
    };
    const playback = new Playback(explorer, { now: () => time, soon });
    const told = new MapStory(explorer, playback);
    explorer.setWindow({ kind: 'year', year: 1999 });
    playback.play();
    const begun = (): string[] => explorer.scene?.starts.filter(moves) ?? [];
    while (playback.playing && begun().length === 0) {
      time += 2000;
      next();
    }
    time += 700;
    next();
    const ids = begun();
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(told.story.lines.has(id)).toBe(false);
    expect(told.movement.lines.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    playback.pause();
    for (const id of ids) expect(told.story.lines.has(id)).toBe(true);
    expect(told.movement.lines).toEqual([]);
  });
});
