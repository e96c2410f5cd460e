import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { formatWindow, intervalOf, parseWindow, type Window } from '../../src/lib/core/window';
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

/** Plays until it stops; returns what was shown, and the seconds that it took. */
function run({ explorer, clock }: ReturnType<typeof start>) {
  const [shown, began]: [string[], number] = [[], time];
  clock.play();
  for (let k = 0; clock.playing && k < 1000; k += 1) {
    tick();
    const now = formatWindow(explorer.window);
    if (shown.at(-1) !== now) shown.push(now);
  }
  return { shown, seconds: (time - began) / 1000 };
}

const range = (text: string): Window => parseWindow(text) ?? { kind: 'all' };

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

test.each([
  // As quickly as the whole would pass, unless it were over before it was seen.
  ['1950/1979', '1950', '1979', 30, 30],
  ['1960/1961', '1960-01', '1961-12', 24, 10],
  ['1960-03/1960-03-31', '1960-03-01', '1960-03-31', 31, 10],
  // As far as the file tells.
  ['1980/2050', '1980', '1989', 10, 10],
  ['1900/1959', '1950', '1959', 10, 10],
  // Of a time that it does not tell of there is nothing to play.
  ['2000/2050', '1950', '1989', 40, 40],
])('plays %s from its start to its end, and again', (text, first, last, windows, seconds) => {
  const it = start();
  it.explorer.setWindow(range(text));
  for (const ran of [run(it), run(it)]) {
    expect([ran.shown.at(0), ran.shown.at(-1)]).toEqual([first, last]);
    expect(new Set(ran.shown).size).toBe(windows);
    expect(Math.abs(ran.seconds - seconds)).toBeLessThan(0.5);
  }
});

test('a range that is paused goes on to its end; another window ends its run', () => {
  const it = start();
  const { explorer, clock } = it;
  explorer.setWindow(range('1960/1969'));
  clock.play();
  for (let k = 0; k < 20; k += 1) tick();
  clock.pause();
  expect(year(explorer)).toBe(1964);
  expect(clock.position).toBeCloseTo(15 / 40, 2);
  expect(run(it).shown.at(-1)).toBe('1969');
  explorer.setWindow({ kind: 'year', year: 1985 });
  expect(run(it).shown).toEqual(['1985', '1986', '1987', '1988', '1989']);
  expect(run(it).shown.at(0)).toBe('1950');
});

test('a year that is chosen while it is shown ends the run of a range as well', () => {
  const it = start();
  it.explorer.setWindow(range('1960/1969'));
  run(it);
  // As the timeline does, though the window stays the same.
  it.clock.stop();
  expect(run(it).shown.at(-1)).toBe('1989');
});
