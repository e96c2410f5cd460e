/** The replay's clock: walks through the scenes at the reader's pace, and stops at the end. */
import { civil } from '../core/day';
import { together } from '../core/extent';
import type { AtlasRecord } from '../core/model';
import { emptyBeats, scenes, type Scene } from '../core/replay';
import type { Day } from '../core/span';
import { still, Ways, type Moving } from '../core/underway';
import { passing } from './begun';
import type { Explorer } from './explorer.svelte';

/** Milliseconds of a beat at speed 1. */
const beat = 1500;
/** Milliseconds of a year in a desert of time: of shorter ones as many pass as there was time for. */
const brief = 100;

/** Degrees of longitude that the camera takes in at once when it follows. */
const widest = 40;

/** How many times as fast as one beat in a second and a half. */
export const speeds = [0.5, 1, 2, 4] as const;
export type Speed = (typeof speeds)[number];

/** How the clock ticks: `requestAnimationFrame` in a page, by hand in a test. */
export interface Ticker {
  readonly now: () => number;
  /** Calls back once, soon; returns how to cancel. */
  readonly soon: (call: () => void) => () => void;
}

const frames: Ticker = {
  now: () => performance.now(),
  soon: (call) => {
    const id = requestAnimationFrame(call);
    return () => cancelAnimationFrame(id);
  },
};

export class Playback {
  readonly #explorer: Explorer;
  readonly #ticker: Ticker;
  readonly #scenes: readonly Scene[];
  readonly #ways: Ways;
  #cancel: (() => void) | undefined;
  #index = $state(0);
  /** The scenes with which this run begins when it loops, and after which it stops. */
  #first = 0;
  #last = 0;
  /** When the present scene began to play, and how many beats it lasts under the filter. */
  #started = 0;
  #beats = 0;
  /** Scenes in a row in which nothing changes that passes this filter. */
  #quiet: { first: number; last: number } & Partial<Pick<Explorer, 'filter' | 'contents'>> = {
    first: 0,
    last: -1,
  };
  #progress = $state(1);
  #playing = $state(false);
  #speed = $state<Speed>(1);
  loop = $state(false);
  /** Whether the camera goes to what begins. */
  follow = $state(false);
  /** Jump from state to state instead of gliding, for readers who asked for less motion. */
  reducedMotion = $state(false);

  /** Whether what begins in the present scene is still on its way. */
  readonly gliding: boolean = $derived.by(() => this.#playing && !this.reducedMotion);

  /** What is on its way in the present scene, and from where to where in the course of it. */
  readonly moving: Moving = $derived.by(() =>
    this.gliding && this.#explorer.scene ? this.#ways.in(this.#index) : still,
  );

  constructor(explorer: Explorer, ticker: Ticker = frames) {
    this.#explorer = explorer;
    this.#ticker = ticker;
    this.#scenes = scenes(explorer.atlas.records, explorer.atlas.span);
    this.#ways = new Ways(explorer.index.records, this.#scenes);
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** How far the present scene is, 0 to 1: movements that begin in it have come that far. */
  get progress(): number {
    return this.#progress;
  }

  /**
   * Where on the slider's track the replay is: 0 at the first year's stop, 1 at the last one's. The
   * scenes of a year share its column, so that this is never far from the thumb. Undefined while no
   * scene is shown.
   */
  get position(): number | undefined {
    const { scene, atlas } = this.#explorer;
    if (!scene) return undefined;
    const { year } = scene.window;
    let [begin, end] = [this.#index, this.#index + 1];
    while (this.#yearOf(begin - 1) === year) begin -= 1;
    while (this.#yearOf(end) === year) end += 1;
    const within = (this.#index - begin + this.#progress) / (end - begin);
    const [first, last] = [civil(atlas.span.from).year, civil(atlas.span.to).year];
    if (first === last) return within;
    return Math.min(1, Math.max(0, (year - first + within - 0.5) / (last - first)));
  }

  /** How much of the whole replay is done, 0 to 1; undefined while no scene is shown. */
  get done(): number | undefined {
    return this.#explorer.scene && (this.#index + this.#progress) / this.#scenes.length;
  }

  /** How much of the whole will be done when this run stops, 0 to 1. */
  get until(): number {
    return (this.#last + 1) / this.#scenes.length;
  }

  get speed(): Speed {
    return this.#speed;
  }

  set speed(speed: Speed) {
    const now = this.#ticker.now();
    this.#started = now - ((now - this.#started) * this.#speed) / speed;
    this.#speed = speed;
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  /**
   * Plays: on from the scene that is shown; else a range from its start to its end, and any other
   * window to the end of the atlas. At its end it begins again: a range with its start, anything
   * else with the atlas.
   */
  play(): void {
    if (this.#scenes.length === 0 || this.#playing) return;
    const { scene, window, interval } = this.#explorer;
    const shown = scene ? this.#scenes.indexOf(scene) : -1;
    if (shown < 0) {
      this.#index = Math.max(0, this.#firstFrom(interval.from));
      this.#first = 0;
      this.#last = this.#scenes.length - 1;
      if (window.kind === 'range') {
        this.#first = this.#index;
        const after = this.#firstFrom(interval.to + 1);
        if (after > this.#index) this.#last = after - 1;
      }
    } else if (shown >= this.#last) {
      this.#index = this.#first;
    } else {
      this.#index = this.#after(shown);
    }
    this.#playing = true;
    this.#enter();
  }

  /** Stops where it is; the scene stays until the reader moves time. */
  pause(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#playing = false;
    // A movement that is half drawn would be read as one that went half way.
    this.#progress = 1;
  }

  /** Shows the next (1) or the previous (-1) scene in which something begins that passes the filter. */
  step(by: 1 | -1): void {
    this.pause();
    const next = this.#nextStart(by);
    const scene = this.#scenes[next];
    if (!scene) return;
    this.#index = next;
    this.#first = 0;
    this.#last = this.#scenes.length - 1;
    this.#explorer.lastStep = {};
    this.#show(scene);
  }

  /** Whether there is such a scene. */
  leads(by: 1 | -1): boolean {
    return this.#scenes[this.#nextStart(by)] !== undefined;
  }

  /** The index of such a scene; one beyond the scenes if there is none. */
  #nextStart(by: 1 | -1): number {
    const { scene, interval } = this.#explorer;
    const shown = scene ? this.#scenes.indexOf(scene) : -1;
    let next = shown >= 0 ? shown + by : this.#firstFrom(interval.from);
    if (shown < 0 && by < 0) next = (next < 0 ? this.#scenes.length : next) - 1;
    for (let found = this.#scenes[next]; found; found = this.#scenes[(next += by)]) {
      if (this.#begun(found).length > 0) break;
    }
    return next;
  }

  #begun(scene: Scene): readonly AtlasRecord[] {
    return passing(scene.starts, scene, this.#explorer);
  }

  #show(scene: Scene): void {
    this.#explorer.showScene(scene);
    if (!this.follow) return;
    const { index, atlas } = this.#explorer;
    const begun = this.#begun(scene).map(({ id }) => id);
    const ids = together(begun, index, atlas.opening.bounds, widest);
    if (ids.length > 0) this.#explorer.focus = { ids };
  }

  /** The index of the first scene of a day or later; -1 after the last. */
  #firstFrom(from: Day): number {
    return this.#scenes.findIndex(({ day }) => day >= from);
  }

  /**
   * The scene to play after another one, up to the last of this run. Passed over is what changes
   * nothing that is seen, but for a year's first scene; and brief years in a row of such scenes, if
   * more milliseconds have `passed` than one of them lasts.
   */
  #after(index: number, passed = 0): number {
    const lasts = this.#lasts(this.#beats);
    const stride = this.#isQuiet(index) && lasts < brief ? Math.floor(passed / lasts) : 1;
    const due = this.#yearOf(index) + Math.max(1, stride);
    const isPassedOver = (next: number): boolean => {
      const opens = this.#yearOf(next) !== this.#yearOf(next - 1) && this.#yearOf(next) >= due;
      return !opens && this.#isQuiet(next);
    };
    let next = index + 1;
    while (next < this.#last && isPassedOver(next)) next += 1;
    return next;
  }

  #yearOf(index: number): number {
    return this.#scenes[index]?.window.year ?? NaN;
  }

  /** Whether nothing that passes the filter begins or ends in a scene. */
  #isQuiet(index: number): boolean {
    const scene = this.#scenes[index];
    return scene !== undefined && passing(scene.about, scene, this.#explorer).length === 0;
  }

  /** How many years the quiet scenes around one of them take, worked out once for all of them. */
  #quietYears(index: number): number {
    const { filter, contents } = this.#explorer;
    let { first, last } = this.#quiet;
    const isKnown = this.#quiet.filter === filter && this.#quiet.contents === contents;
    if (!isKnown || index < first || index > last) {
      [first, last] = [index, index];
      while (this.#isQuiet(first - 1)) first -= 1;
      while (this.#isQuiet(last + 1)) last += 1;
      this.#quiet = { first, last, filter, contents };
    }
    return this.#yearOf(last) - this.#yearOf(first) + 1;
  }

  #lasts(beats: number): number {
    return (beats * beat) / this.#speed;
  }

  #enter(): void {
    const scene = this.#scenes[this.#index];
    if (!scene) return;
    this.#started = this.#ticker.now();
    this.#progress = this.reducedMotion ? 1 : 0;
    const isQuiet = this.#isQuiet(this.#index);
    this.#beats = isQuiet ? emptyBeats(this.#quietYears(this.#index)) : scene.beats;
    this.#show(scene);
    this.#cancel = this.#ticker.soon(() => this.#tick());
  }

  #tick(): void {
    const scene = this.#scenes[this.#index];
    if (!scene || !this.#playing) return;
    // Somebody has gone to another time: Back, a link, a selection.
    if (this.#explorer.scene !== scene) return this.pause();
    const passed = this.#ticker.now() - this.#started;
    const progress = passed / this.#lasts(this.#beats);
    if (progress < 1) {
      this.#progress = this.reducedMotion ? 1 : progress;
      this.#cancel = this.#ticker.soon(() => this.#tick());
    } else if (this.#index < this.#last) {
      this.#index = this.#after(this.#index, passed);
      this.#enter();
    } else if (this.loop) {
      this.#index = this.#first;
      this.#enter();
    } else {
      this.pause();
    }
  }
}
