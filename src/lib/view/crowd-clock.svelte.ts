/** The clock of a large file: a moment that runs through its time, and the window that follows it. */
import { windowAt, type Window } from '../core/window';
import type { DatePrecision } from '../core/date';
import type { Interval } from '../core/span';
import type { CrowdExplorer } from './crowd.svelte';

/** Milliseconds in which the whole time of a file is gone through at speed 1. */
const whole = 40_000;
/** A range takes its share of them, but is not over before it was seen. */
const least = 10_000;

export const crowdSpeeds = [0.25, 0.5, 1, 2, 4] as const;

export class CrowdClock {
  readonly #explorer: CrowdExplorer;
  /** The days that are gone through: those of the paths' moments, else of all records. */
  readonly #span: Interval = $derived.by(() => {
    const { summary } = this.#explorer;
    return summary.moments ?? { from: summary.span.from, to: summary.span.to + 1 };
  });
  /** The range that this run keeps to; any other run goes on to the end of the file. */
  #range = $state.raw<Interval>();
  /** Where this run begins again, and where it stops. */
  readonly #run: Interval = $derived.by(() => this.#range ?? this.#span);
  readonly #precision: DatePrecision = $derived.by(() => {
    const days = lengthOf(this.#run);
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
    return (this.#moment - this.#span.from) / lengthOf(this.#span);
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  /**
   * Plays: on from the moment that is shown; else a range from its start to its end, and any other
   * window to the end of the file. At its end it begins again: a range with its start, anything else
   * with the file.
   */
  play(): void {
    const { window, interval } = this.#explorer;
    if (window !== this.#shown) this.stop();
    if (this.#moment === undefined) {
      this.#range = window.kind === 'range' ? shared(interval, this.#span) : undefined;
      const { from } = this.#run;
      this.#moment = window.kind === 'all' ? from : Math.max(from, interval.from);
    }
    if (this.#moment >= this.#run.to) this.#moment = this.#run.from;
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
    const { from, to } = this.#run;
    const days = lengthOf(this.#span);
    const pace = Math.min(days / whole, this.#range ? (to - from) / least : Infinity);
    // A page that was hidden does not leap.
    const passed = Math.min(250, now - this.#last);
    this.#last = now;
    const moment = (this.#moment ?? from) + passed * pace * this.speed;
    this.#moment = Math.min(moment, to);
    const shown = Math.min(Math.floor(this.#moment), Math.ceil(to) - 1);
    this.#explorer.setWindow(windowAt(shown, this.#precision), 'replace');
    this.#shown = this.#explorer.window;
    if (moment >= to) this.#playing = false;
    else this.#frame = requestAnimationFrame(this.#tick);
  };
}

const lengthOf = ({ from, to }: Interval): number => to - from;

/** What a range of whole days and a span of moments have in common; undefined if that is nothing. */
function shared(range: Interval, span: Interval): Interval | undefined {
  const from = Math.max(range.from, span.from);
  const to = Math.min(range.to + 1, span.to);
  return from < to ? { from, to } : undefined;
}
