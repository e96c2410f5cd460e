import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { intervalOf, type Window } from '../../src/lib/core/window';
import type { CrowdExplorer } from '../../src/lib/view/crowd.svelte';
import { CrowdClock } from '../../src/lib/view/crowd-clock.svelte';
import { years } from '../core/records';

const span = years(1950, 1989);

/** As much of the explorer of a large file as its clock knows. */
class Explorer {
  readonly summary = { span };
  window: Window = { kind: 'all' };
  get interval() {
    return intervalOf(this.window, span);
  }
  setWindow(window: Window): void {
    this.window = window;
  }
}

let frames: ((now: number) => void)[];
let time: number;

/** A quarter of a second passes, and a frame is drawn. */
function tick(): void {
  time += 250;
  for (const call of frames.splice(0)) call(time);
}

beforeEach(() => {
  [frames, time] = [[], 1000];
  vi.stubGlobal('requestAnimationFrame', (call: (now: number) => void) => frames.push(call));
  vi.stubGlobal('cancelAnimationFrame', () => frames.splice(0));
  vi.spyOn(performance, 'now').mockImplementation(() => time);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function start() {
  const explorer = new Explorer();
  return { explorer, clock: new CrowdClock(explorer as unknown as CrowdExplorer) };
}
const year = ({ window }: Explorer): number | undefined =>
  window.kind === 'year' ? window.year : undefined;

test('goes through all years in forty seconds, and stops', () => {
  const { explorer, clock } = start();
  clock.play();
  const seen: (number | undefined)[] = [];
  for (let k = 0; clock.playing && k < 1000; k += 1) {
    tick();
    if (seen.at(-1) !== year(explorer)) seen.push(year(explorer));
  }
  expect(seen).toEqual(Array.from({ length: 40 }, (_, k) => 1950 + k));
  expect(time - 1000).toBe(40_000);
  expect(clock.position).toBe(1);
  clock.play();
  tick();
  expect(year(explorer)).toBe(1950);
});

test('pauses, and goes on from there', () => {
  const { explorer, clock } = start();
  clock.play();
  for (let k = 0; k < 10; k += 1) tick();
  clock.pause();
  const moment = clock.moment ?? NaN;
  tick();
  expect(clock.moment).toBe(moment);
  clock.play();
  tick();
  expect(clock.moment).toBeGreaterThan(moment);
  expect(clock.moment).toBeLessThan(moment + 365);
  expect(year(explorer)).toBe(1952);
});

test.each([true, false])('gives way to another time: while playing %s', (playing) => {
  const { explorer, clock } = start();
  clock.play();
  for (let k = 0; k < 10; k += 1) tick();
  if (!playing) clock.pause();
  explorer.setWindow({ kind: 'year', year: 1980 });
  if (playing) tick();
  expect(clock.playing).toBe(false);
  expect(year(explorer)).toBe(1980);
  clock.play();
  tick();
  expect(year(explorer)).toBe(1980);
});
