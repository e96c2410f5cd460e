import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/lib/core/day';
import { firmStandings } from '../../src/lib/core/filter';
import { standings, type Atlas } from '../../src/lib/core/model';
import { scenes } from '../../src/lib/core/replay';
import { parseWindow } from '../../src/lib/core/window';
import { Explorer } from '../../src/lib/view/explorer.svelte';
import { Playback, speeds, type Ticker } from '../../src/lib/view/playback.svelte';
import { anAtlas, aRecord, during, randomRecords, randomSpan, years } from '../core/records';
import { realAtlas } from '../real-atlas';

/** Time by hand. */
class Clock implements Ticker {
  time = 1000;
  #waiting: (() => void)[] = [];
  readonly now = (): number => this.time;
  readonly soon = (call: () => void): (() => void) => {
    this.#waiting.push(call);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== call);
    };
  };
  get waiting(): number {
    return this.#waiting.length;
  }
  /** Some milliseconds pass, then a frame is drawn. */
  tick(milliseconds: number): void {
    this.time += milliseconds;
    const calls = this.#waiting;
    this.#waiting = [];
    for (const call of calls) call();
  }
}

function start(atlas: Atlas = realAtlas, window?: string) {
  const explorer = new Explorer(atlas);
  const clock = new Clock();
  const playback = new Playback(explorer, clock);
  const read = window === undefined ? undefined : parseWindow(window);
  if (read) explorer.setWindow(read);
  return { explorer, clock, playback };
}

const all = scenes(realAtlas.records, realAtlas.span);
const beatsOf = (some: readonly { readonly beats: number }[]) =>
  some.reduce((sum, { beats }) => sum + beats, 0);

/** The index of the scene that is shown. */
function shownOf({ scene }: Explorer): number {
  return all.findIndex(
    ({ window, starts, present }) =>
      window.year === scene?.window.year &&
      starts.join() === scene.starts.join() &&
      [...present].join() === [...scene.present].join(),
  );
}

/** Plays until it stops, frame by frame; the scenes that were shown, each once. */
function watch(
  { explorer, clock, playback }: ReturnType<typeof start>,
  frame = 16,
  look: () => void = () => undefined,
) {
  const seen = [explorer.scene];
  for (let k = 0; playback.playing && k < 20_000; k += 1) {
    clock.tick(frame);
    look();
    if (explorer.scene !== seen.at(-1)) seen.push(explorer.scene);
  }
  expect(playback.playing).toBe(false);
  return seen.flatMap((scene) => scene ?? []);
}

describe('playing', () => {
  it.each([
    ['smooth frames', 16],
    ['slow frames', 400],
    ['frames longer than a scene, as in a hidden tab', 60_000],
  ])('shows all scenes in order and stops at the end: %s', (_, frame) => {
    const run = start(realAtlas, 'all');
    run.playback.play();
    expect(run.playback.playing).toBe(true);
    expect(watch(run, frame)).toEqual(all);
    expect(run.playback.progress).toBe(1);
    expect(run.playback.position).toBe(1);
    expect(run.clock.waiting).toBe(0);
    run.clock.tick(10_000);
    expect(run.explorer.window).toEqual({ kind: 'year', year: 2007 });
  });

  it.each(['all', '1999/2001', '1999'])('of %s, it is through where it said', (window) => {
    const run = start(realAtlas, window);
    run.playback.play();
    const from = run.playback.done ?? NaN;
    const { until } = run.playback;
    expect(from).toBeLessThan(until);
    watch(run, 400);
    expect(run.playback.done).toBe(until);
    expect(until).toBe(window === '1999/2001' ? (shownOf(run.explorer) + 1) / all.length : 1);
  });

  it('is never further than half a year from the thumb of the slider', () => {
    const run = start(realAtlas, 'all');
    const [first = 0, last = 0] = [all[0]?.window.year, all.at(-1)?.window.year];
    run.playback.play();
    watch(run, 100, () => {
      const thumb = ((run.explorer.scene?.window.year ?? NaN) - first) / (last - first);
      const away = Math.abs((run.playback.position ?? NaN) - thumb);
      expect(away).toBeLessThanOrEqual(0.5 / (last - first) + 1e-9);
    });
    expect(run.playback.position).toBe(1);
  });

  it('of a single year goes through its track', () => {
    const only = aRecord({ spans: [during(1999)] });
    const run = start(anAtlas({ records: [only], span: years(1999) }), 'all');
    run.playback.play();
    expect(run.playback.position).toBe(0);
    watch(run, 100);
    expect(run.playback.position).toBe(1);
  });

  it('shows all scenes of random records', () => {
    fc.assert(
      fc.property(randomRecords, fc.integer({ min: 1, max: 3000 }), (records, frame) => {
        const atlas = anAtlas({ records, span: randomSpan });
        const run = start(atlas, 'all');
        run.playback.play();
        expect(watch(run, frame)).toEqual(scenes(records, randomSpan));
      }),
      { numRuns: 50 },
    );
  });

  it('never shows a stale year, nor what has not begun', () => {
    const run = start(realAtlas, 'all');
    run.playback.play();
    watch(run, 50, () => {
      const { scene, window, present } = run.explorer;
      expect(window).toEqual(scene?.window);
      expect(present.map(({ record }) => record.id).sort()).toEqual(
        [...(scene?.present ?? [])].sort(),
      );
    });
  });

  it.each(speeds)('takes as long as its beats, at speed %s', (speed) => {
    const run = start(realAtlas, 'all');
    run.playback.speed = speed;
    const before = run.clock.time;
    run.playback.play();
    watch(run, 10);
    const expected = (beatsOf(all) * 1500) / speed;
    // A scene ends with the first frame after its time.
    expect(run.clock.time - before).toBeGreaterThanOrEqual(expected - 1);
    expect(run.clock.time - before).toBeLessThanOrEqual(expected + 10 * all.length + 1);
  });

  it('goes on without a jump: progress runs up in each scene, position in all', () => {
    const run = start(realAtlas, 'all');
    run.playback.play();
    let [scene, progress, position] = [run.explorer.scene, 0, 0];
    expect(run.playback.progress).toBe(0);
    watch(run, 100, () => {
      if (run.explorer.scene !== scene) [scene, progress] = [run.explorer.scene, 0];
      expect(run.playback.progress).toBeGreaterThanOrEqual(progress);
      expect(run.playback.progress).toBeLessThanOrEqual(1);
      expect(run.playback.position).toBeGreaterThanOrEqual(position);
      expect(run.playback.position).toBeLessThanOrEqual(1);
      progress = run.playback.progress;
      position = run.playback.position ?? NaN;
    });
  });

  it.each([
    ['1999', dayOf(1999, 1, 1)],
    ['1999-10', dayOf(1999, 10, 1)],
    ['2000-08-12', dayOf(2000, 8, 12)],
    ['all', dayOf(1979, 1, 1)],
    ['1800', dayOf(1979, 1, 1)],
    ['2100', dayOf(1979, 1, 1)],
  ])('from %s runs on to the end of the atlas', (window, from) => {
    const run = start(realAtlas, window);
    run.playback.play();
    expect(watch(run, 10_000)).toEqual(all.filter(({ day }) => day >= from));
  });

  it('from a month shows all that has begun by then', () => {
    const run = start(realAtlas, '1999-10');
    const { from } = run.explorer.interval;
    const held = run.explorer.present.map(({ record }) => record.id);
    const begun = all.filter(({ day }) => day < from).flatMap(({ starts }) => starts);
    run.playback.play();
    const shown = run.explorer.present.map(({ record }) => record.id);
    expect(shown.length).toBeGreaterThan(10);
    expect(shown).toEqual(expect.arrayContaining(held.filter((id) => begun.includes(id))));
  });

  it.each(['1999/2001', '1999-10/2000-03', '1993/1994', '1970/1992', '2005/2030', '1999/1999'])(
    'of the range %s plays only its days',
    (window) => {
      const run = start(realAtlas, window);
      const { from, to } = run.explorer.interval;
      run.playback.play();
      const played = watch(run, 10_000);
      expect(played.length).toBeGreaterThan(1);
      expect(played).toEqual(all.filter(({ day }) => day >= from && day <= to));
    },
  );

  it('begins again at the end', () => {
    const run = start(realAtlas, '2007');
    run.playback.play();
    watch(run, 10_000);
    run.playback.play();
    expect(watch(run, 10_000)).toEqual(all);
  });

  it('does not start twice', () => {
    const run = start(realAtlas, 'all');
    run.playback.play();
    run.playback.play();
    expect(run.clock.waiting).toBe(1);
    expect(watch(run, 10_000)).toEqual(all);
  });

  it('stops at once where the atlas has nothing to play', () => {
    const run = start(anAtlas({ span: { from: 1, to: 0 } }));
    run.playback.play();
    run.clock.tick(10_000);
    run.clock.tick(10_000);
    expect(run.playback.playing).toBe(false);
  });

  it('makes no step of its own in the history', () => {
    const run = start(realAtlas, '1999/2000');
    const before = run.explorer.lastStep;
    run.playback.play();
    watch(run, 10_000);
    expect(run.explorer.lastStep).toBe(before);
  });
});

describe('pausing', () => {
  it('freezes the scene, whole', () => {
    const { clock, explorer, playback } = start(realAtlas, '1999');
    playback.play();
    clock.tick(700);
    expect(playback.progress).toBeCloseTo(700 / 1500);
    expect(playback.gliding).toBe(true);
    const { scene } = explorer;
    playback.pause();
    expect(playback.playing).toBe(false);
    expect(playback.gliding).toBe(false);
    expect(playback.progress).toBe(1);
    expect(clock.waiting).toBe(0);
    clock.tick(10_000);
    expect(explorer.scene).toBe(scene);
  });

  it('goes on with the next scene', () => {
    const { clock, explorer, playback } = start(realAtlas, '1999');
    playback.toggle();
    clock.tick(700);
    const paused = shownOf(explorer);
    playback.toggle();
    playback.toggle();
    expect(playback.playing).toBe(true);
    expect(playback.progress).toBe(0);
    expect(shownOf(explorer)).toBe(paused + 1);
  });

  it('keeps the end of a range', () => {
    const run = start(realAtlas, '1999/2000');
    run.playback.play();
    run.clock.tick(2000);
    run.playback.pause();
    run.playback.play();
    expect(watch(run, 10_000).at(-1)?.window.year).toBe(2000);
  });

  it('starts from the window where the reader has moved time since', () => {
    const { clock, explorer, playback } = start(realAtlas, '1999');
    playback.play();
    clock.tick(700);
    playback.pause();
    explorer.setWindow({ kind: 'year', year: 2003 });
    expect(playback.position).toBeUndefined();
    playback.play();
    expect(explorer.scene?.window.year).toBe(2003);
  });
});

describe('speed', () => {
  it.each(speeds)('to %s keeps the position', (speed) => {
    const { clock, explorer, playback } = start(realAtlas, '1999');
    playback.play();
    clock.tick(600);
    const { scene } = explorer;
    playback.speed = speed;
    expect(playback.speed).toBe(speed);
    expect(playback.progress).toBeCloseTo(0.4);
    clock.tick(0);
    expect(explorer.scene).toBe(scene);
    expect(playback.progress).toBeCloseTo(0.4);
    clock.tick(300 / speed);
    expect(playback.progress).toBeCloseTo(0.6);
  });

  it('keeps the position with reduced motion too', () => {
    const { clock, explorer, playback } = start(realAtlas, '1999');
    playback.reducedMotion = true;
    playback.play();
    clock.tick(600);
    const { scene } = explorer;
    playback.speed = 2;
    clock.tick(100);
    expect(explorer.scene).toBe(scene);
    clock.tick(400);
    expect(explorer.scene).not.toBe(scene);
  });

  it('changes nothing while paused', () => {
    const { clock, explorer, playback } = start(realAtlas, '1999');
    playback.play();
    clock.tick(600);
    playback.pause();
    const { scene } = explorer;
    playback.speed = 4;
    clock.tick(10_000);
    expect(explorer.scene).toBe(scene);
    expect(playback.progress).toBe(1);
  });
});

describe('loop', () => {
  it('is off at first, and begins again at the end', () => {
    const run = start(realAtlas, '2007');
    expect(run.playback.loop).toBe(false);
    run.playback.loop = true;
    run.playback.play();
    const seen: number[] = [];
    for (let k = 0; k < 5; k += 1) {
      seen.push(shownOf(run.explorer));
      run.clock.tick(10_000);
    }
    expect(run.playback.playing).toBe(true);
    const from = all.findIndex(({ window }) => window.year === 2007);
    const rest = all.map((_, k) => k).slice(from);
    expect(seen).toEqual([...rest, 0, 1, 2, 3].slice(0, 5));
  });

  it('stays within a range', () => {
    const run = start(realAtlas, '1993/1995');
    run.playback.loop = true;
    run.playback.play();
    const seen = new Set<number | undefined>();
    for (let k = 0; k < 20; k += 1) {
      seen.add(run.explorer.scene?.window.year);
      run.clock.tick(10_000);
    }
    expect([...seen]).toEqual([1993, 1994, 1995]);
  });
});

describe('step', () => {
  const beats = all.flatMap(({ starts }, k) => (starts.length ? [k] : []));

  it('goes through the beats, forward and back', () => {
    const { explorer, playback } = start(realAtlas, '1979');
    const forward = beats.map(() => {
      playback.step(1);
      return shownOf(explorer);
    });
    expect(forward).toEqual(beats);
    playback.step(1);
    expect(shownOf(explorer)).toBe(beats.at(-1));
    const back = beats.slice(1).map(() => {
      playback.step(-1);
      return shownOf(explorer);
    });
    expect(back).toEqual(beats.slice(0, -1).reverse());
    playback.step(-1);
    expect(shownOf(explorer)).toBe(beats[0]);
  });

  it.each([
    ['1999', 1, 1999, 'first'],
    ['1999', -1, 1998, 'last'],
    ['1993', 1, 1995, 'first'],
    ['1994', -1, 1992, 'last'],
    ['2005-06', 1, 2006, 'first'],
    ['all', 1, 1979, 'first'],
    ['2100', -1, 2007, 'last'],
  ] as const)('from %s by %s is in %s, the %s there', (window, by, year, which) => {
    const { explorer, playback } = start(realAtlas, window);
    playback.step(by);
    const there = beats.filter((k) => all[k]?.window.year === year);
    expect(shownOf(explorer)).toBe(there.at(which === 'first' ? 0 : -1));
  });

  it('goes on from the month that is shown, and back from it', () => {
    const october = dayOf(1999, 10, 1);
    const [before, after] = [-1, 1].map((by) => {
      const { explorer, playback } = start(realAtlas, '1999-10');
      playback.step(by as 1 | -1);
      return explorer.scene?.day ?? NaN;
    });
    expect(before).toBeGreaterThanOrEqual(dayOf(1999, 1, 1));
    expect(before).toBeLessThan(october);
    expect(after).toBeGreaterThanOrEqual(october);
  });

  it('is a step in the history, as a step of time is; a replay is none', () => {
    const { explorer, playback, clock } = start(realAtlas, '1999');
    const first = explorer.lastStep;
    playback.step(1);
    const second = explorer.lastStep;
    expect(second).not.toBe(first);
    playback.play();
    clock.tick(5000);
    expect(explorer.lastStep).toBe(second);
    playback.pause();
  });

  it.each([
    ['2100', 1],
    ['1979', -1],
    ['1800', -1],
    ['all', -1],
  ] as const)('from %s by %s has nowhere to go', (window, by) => {
    const { explorer, playback } = start(realAtlas, window);
    const before = explorer.window;
    playback.step(by);
    expect(explorer.scene).toBeUndefined();
    expect(explorer.window).toBe(before);
  });

  it('pauses, and playing goes on from there to the end', () => {
    const run = start(realAtlas, '1999');
    run.playback.play();
    run.clock.tick(100);
    run.playback.step(1);
    expect(run.playback.playing).toBe(false);
    expect(run.playback.progress).toBe(1);
    expect(run.clock.waiting).toBe(0);
    const shown = shownOf(run.explorer);
    run.playback.play();
    expect(watch(run, 10_000)).toEqual(all.slice(shown + 1));
  });
});

describe('reduced motion', () => {
  it('never stands between the beginning and the end of a scene', () => {
    const run = start(realAtlas, 'all');
    run.playback.reducedMotion = true;
    run.playback.play();
    expect(run.playback.gliding).toBe(false);
    const seen = watch(run, 130, () => {
      expect([0, 1]).toContain(run.playback.progress);
      expect(run.playback.gliding).toBe(false);
    });
    expect(seen).toEqual(all);
  });

  it('takes effect at once', () => {
    const { clock, playback } = start(realAtlas, '1999');
    playback.play();
    clock.tick(600);
    playback.reducedMotion = true;
    expect(playback.gliding).toBe(false);
    clock.tick(16);
    expect([0, 1]).toContain(playback.progress);
  });
});

describe('follow', () => {
  it('asks the map for what begins, and only where it is on', () => {
    const run = start(realAtlas, '1991/1994');
    run.playback.play();
    watch(run, 10_000);
    expect(run.explorer.focus).toBeUndefined();
    run.playback.follow = true;
    run.explorer.setWindow({ kind: 'range', from: { year: 1991 }, to: { year: 1994 } });
    run.playback.play();
    const asked = new Set<readonly string[] | undefined>([run.explorer.focus?.ids]);
    watch(run, 10_000, () => asked.add(run.explorer.focus?.ids));
    const expected = all
      .filter(({ window, starts }) => [1991, 1992].includes(window.year) && starts.length > 0)
      // A journey half round the world would make everything else small.
      .map(({ starts }) => starts.filter((id) => id !== 'yuldashev-tour'));
    expect([...asked]).toEqual(expected);
    run.playback.step(-1);
    expect(run.explorer.focus?.ids).toEqual(expected.at(-1));
  });
});

describe('going to another time', () => {
  it.each<[string, (it: Explorer) => void]>([
    ['by a selection', (it) => it.select('osh-mayor-seized')],
    ['by a link', (it) => it.open({ date: { kind: 'year', year: 1999 } })],
    ['by a date', (it) => it.setWindow({ kind: 'year', year: 1999 })],
  ])('%s stops the replay, and stays there', (_, go) => {
    const { clock, explorer, playback } = start(realAtlas, '1979');
    playback.play();
    clock.tick(700);
    go(explorer);
    clock.tick(16);
    expect(playback.playing).toBe(false);
    clock.tick(10_000);
    expect(explorer.window).toEqual({ kind: 'year', year: 1999 });
    expect(explorer.scene).toBeUndefined();
  });
});

describe('a range', () => {
  it('begins again with its start', () => {
    const run = start(realAtlas, '1999/2001');
    run.playback.play();
    const first = watch(run, 10_000);
    run.playback.play();
    expect(watch(run, 10_000)).toEqual(first);
  });

  it('is left by a step: a loop begins again with the atlas', () => {
    const run = start(realAtlas, '2003/2005');
    run.playback.play();
    run.clock.tick(100);
    run.explorer.setWindow({ kind: 'year', year: 2006 });
    run.playback.step(1);
    run.playback.loop = true;
    run.playback.play();
    for (let k = 0; run.explorer.scene?.window.year !== 1979 && k < 100; k += 1) {
      run.clock.tick(10_000);
      expect(run.explorer.scene?.window.year).not.toBe(2003);
    }
    expect(run.explorer.scene?.window.year).toBe(1979);
  });
});

describe('with a filter', () => {
  function bases() {
    const run = start(realAtlas, '1995');
    run.explorer.setFilter({ groups: ['base'] });
    const passes = (id: string): boolean => run.explorer.records.some((record) => record.id === id);
    return { ...run, passes };
  }

  it('shows each year, and of it only what changes something that passes', () => {
    const run = bases();
    run.playback.play();
    const seen = watch(run, 10_000);
    const from = all.filter(({ window }) => window.year >= 1995);
    expect([...new Set(seen.map(({ window }) => window.year))]).toEqual([
      ...new Set(from.map(({ window }) => window.year)),
    ]);
    seen.forEach(({ window, about }, k) => {
      const isFirst = seen[k - 1]?.window.year !== window.year;
      if (!isFirst && k < seen.length - 1) expect(about.some(run.passes)).toBe(true);
    });
    const begun = from.flatMap(({ starts }) => starts).filter(run.passes);
    expect(seen.flatMap(({ starts }) => starts).filter(run.passes)).toEqual(begun);
    expect(seen.length).toBeLessThan(from.length / 2);
    expect(run.playback.position).toBe(1);
  });

  it('lingers over nothing that it hides', () => {
    const run = bases();
    const before = run.clock.time;
    run.playback.play();
    const seen = watch(run, 10);
    const begins = seen.filter(({ starts }) => starts.some(run.passes)).length;
    expect(run.clock.time - before).toBeLessThan(1500 * (begins + 0.51 * (seen.length - begins)));
  });

  it('crosses ages of what is hidden in a few beats', () => {
    const span = years(0, 3000);
    const hidden = Array.from({ length: 300 }, (_, k) =>
      aRecord({ id: `hidden-${k}`, standing: 'claimed', spans: [during(5 + k * 10)] }),
    );
    const shown = [0, 3000].map((year) => aRecord({ id: `shown-${year}`, spans: [during(year)] }));
    const run = start(anAtlas({ records: [...shown, ...hidden], span }), 'all');
    run.explorer.setFilter({ standings: firmStandings });
    const before = run.clock.time;
    run.playback.play();
    const seen = watch(run, 16);
    expect(run.clock.time - before).toBeLessThan(12_000);
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.at(-1)?.starts).toEqual(['shown-3000']);
    // What is no longer hidden is shown for as long as ever.
    run.explorer.setFilter({ standings });
    run.explorer.setWindow({ kind: 'range', from: { year: 5 }, to: { year: 35 } });
    const again = run.clock.time;
    run.playback.play();
    watch(run, 16);
    expect(run.clock.time - again).toBeGreaterThan(4 * 1500);
  });

  it('steps to what passes, and follows only that', () => {
    const { explorer, playback, passes } = bases();
    playback.follow = true;
    for (const by of [1, 1, 1, -1] as const) {
      playback.step(by);
      expect(explorer.scene?.starts.some(passes)).toBe(true);
      expect(explorer.focus?.ids).toEqual(explorer.scene?.starts.filter(passes));
    }
  });
});

it.each([16, 200])('does not show every year of a desert of time: frames of %i ms', (frame) => {
  const [early, late] = [during(-9000), during(2000)];
  const records = [
    aRecord({ id: 'early', spans: [early] }),
    aRecord({ id: 'late', spans: [late] }),
  ];
  const span = { from: early.earliestStart, to: late.latestEnd };
  const run = start(anAtlas({ records, span }), 'all');
  const before = run.clock.time;
  run.playback.play();
  const seen = watch(run, frame);
  expect(seen.flatMap(({ starts }) => starts)).toEqual(['early', 'late']);
  expect(seen.length).toBeLessThan(500);
  expect(run.clock.time - before).toBeLessThan(1500 * 6.5);
});

it('plays a record that is certain in no year', () => {
  const vague = aRecord({ id: 'vague', spans: [during(1991, 1998)] });
  const run = start(anAtlas({ records: [vague] }), 'all');
  run.playback.play();
  const seen = watch(run, 10_000);
  expect(seen.find(({ starts }) => starts.includes('vague'))?.window.year).toBe(1991);
});
