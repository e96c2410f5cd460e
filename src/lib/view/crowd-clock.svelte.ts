/** The clock of a large file: a moment that runs through its time, and the window that follows it. */
import { windowAt, type Window } from '../core/window';
import type { DatePrecision } from '../core/date';
import type { Interval } from '../core/span';
import type { CrowdExplorer } from './crowd.svelte';

/** Milliseconds in which the whole time of a file is gone through at speed 1. */
const whole = 40_000;

export const crowdSpeeds = [0.25, 0.5, 1, 2, 4] as const;

export class CrowdClock {
  readonly #explorer: CrowdExplorer;
  /** The days that are gone through: those of the paths' moments, else of all records. */
  readonly #span: Interval = $derived.by(() => {
    const { summary } = this.#explorer;
    return summary.moments ?? { from: summary.span.from, to: summary.span.to + 1 };
  });
  readonly #precision: DatePrecision = $derived.by(() => {
    const days = this.#span.to - this.#span.from;
    return days > 3 * 366 ? 'year' : days > 90 ? 'month' : 'day';
  });
  #playing = $state(false);
  #moment = $state<number>();
  speed = $state<(typeof crowdSpeeds)[number]>(1);
  #last = 0;
  #frame = 0;
  /** The window that follows the moment; another one is somebody else's. */
  #shown: Window | undefined;

  constructor(explorer: CrowdExplorer) {
    this.#explorer = explorer;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** The moment that is shown, in days since 1970-01-01; undefined unless something was played. */
  get moment(): number | undefined {
    return this.#moment;
  }

  /** How far it is, 0 to 1. */
  get position(): number | undefined {
    if (this.#moment === undefined) return undefined;
    return (this.#moment - this.#span.from) / (this.#span.to - this.#span.from);
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  /** Plays from the window that is shown, or from the start where that is everything or the end. */
  play(): void {
    const { window, interval } = this.#explorer;
    if (window !== this.#shown) this.stop();
    const isWide = window.kind === 'all' || window.kind === 'range';
    this.#moment ??= isWide ? this.#span.from : Math.max(this.#span.from, interval.from);
    if (this.#moment >= this.#span.to) this.#moment = this.#span.from;
    this.#shown = window;
    this.#playing = true;
    this.#last = performance.now();
    this.#frame = requestAnimationFrame(this.#tick);
  }

  pause(): void {
    cancelAnimationFrame(this.#frame);
    this.#playing = false;
  }

  /** Stops, and shows windows whole again. */
  stop(): void {
    this.pause();
    this.#moment = undefined;
  }

  readonly #tick = (now: number): void => {
    // Somebody has gone to another time: Back, or a link.
    if (this.#explorer.window !== this.#shown) return this.stop();
    const days = this.#span.to - this.#span.from;
    // A page that was hidden does not leap.
    const passed = Math.min(250, now - this.#last);
    this.#last = now;
    const moment = (this.#moment ?? this.#span.from) + (passed / whole) * this.speed * days;
    this.#moment = Math.min(moment, this.#span.to);
    const shown = Math.min(Math.floor(this.#moment), Math.ceil(this.#span.to) - 1);
    this.#explorer.setWindow(windowAt(shown, this.#precision), 'replace');
    this.#shown = this.#explorer.window;
    if (moment >= this.#span.to) this.#playing = false;
    else this.#frame = requestAnimationFrame(this.#tick);
  };
}
