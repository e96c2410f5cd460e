/**
 * The replay as a list of scenes, worked out once: year by year, and within a year beat by beat.
 *
 * Calendar steps play an empty year as long as a full one. Scenes follow what the source records:
 * each beat has one, and a run of years in which nothing begins passes quickly and says so.
 */
import { civil, dayOf } from './day';
import type { AtlasRecord } from './model';
import { beats, type Beat } from './order';
import type { Day, Interval } from './span';
import { yearsOf, type Window } from './window';
import { yearText } from './wording';

export interface Scene {
  readonly window: Window & { readonly kind: 'year' };
  /** The day of its beat; the last of its year where nothing begins or ends. */
  readonly day: Day;
  /** Ids of what is on the map: it has begun, and has not ended before this scene. */
  readonly present: ReadonlySet<string>;
  /** Ids of what has been on the map, and has ended before this scene. */
  readonly gone: ReadonlySet<string>;
  /** Ids of what begins in this scene; more than one where the source leaves the order open. */
  readonly starts: readonly string[];
  /** Ids of all that it is about: what begins, or else what ends. */
  readonly about: readonly string[];
  /** How long the scene lasts, in beats. */
  readonly beats: number;
  /** Said instead of a year in which nothing begins; empty otherwise. */
  readonly caption: string;
}

/** Beats that a year without a beginning lasts. */
const emptyYear = 0.35;
/** Beats that a whole run of such years lasts at most: deserts of time are crossed quickly, too. */
const emptyRun = 4;

/** Beats of each of some years in a row without a beginning. */
export const emptyBeats = (years: number): number => Math.min(emptyYear, emptyRun / years);
/** Beats that a scene lasts in which things only end. */
const onlyEnds = 0.5;

/** What is on the map in a scene, and what has been. */
interface Standing {
  readonly present: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
}

/**
 * What is on the map: ids, with how many of their spans hold (a record may have several). What each
 * scene shows is worked out when it is asked for: thousands of scenes with thousands of records
 * each would not fit.
 */
class Stage {
  readonly #holding = new Map<string, number>();
  readonly #shown = new Set<string>();
  /** What has come since the last scene, and is still there. */
  readonly #fresh = new Set<string>();
  /** Every coming and going, in order. */
  readonly #moves: { readonly id: string; readonly comes: boolean }[] = [];
  /** What has gone since the last scene: that scene still has it. */
  readonly #leaving = new Set<string>();
  /** What was asked for last: a scene is shown for a while. */
  #last: (Standing & { readonly after: number }) | undefined;

  /** Sets out with the spans that hold as the interval begins: those that no beat of it begins. */
  constructor(records: readonly AtlasRecord[], { from, to }: Interval, all: readonly Beat[]) {
    const begun = new Map<string, number>();
    for (const id of all.flatMap(({ starts }) => starts)) begun.set(id, (begun.get(id) ?? 0) + 1);
    for (const { id, spans } of records) {
      const touching = spans.filter((span) => span.earliestStart <= to && span.latestEnd >= from);
      const before = touching.length - (begun.get(id) ?? 0);
      if (before > 0) {
        this.#holding.set(id, before);
        this.#come(id);
      }
    }
  }

  /** Begins; returns those that were not there yet. */
  begin(ids: readonly string[]): string[] {
    return ids.filter((id) => {
      const holding = this.#holding.get(id) ?? 0;
      this.#holding.set(id, holding + 1);
      if (holding === 0) this.#come(id);
      return holding === 0;
    });
  }

  /** Ends; returns those that are gone. */
  end(ids: readonly string[]): string[] {
    return ids.filter((id) => {
      const holding = (this.#holding.get(id) ?? 0) - 1;
      if (holding > 0) this.#holding.set(id, holding);
      else {
        this.#holding.delete(id);
        this.#fresh.delete(id);
        this.#leaving.add(id);
        this.#moves.push({ id, comes: false });
      }
      return holding <= 0;
    });
  }

  /** Which of these beats, in order, is the last in which something begins; -1 if none is. */
  lastStart(beats: readonly Beat[]): number {
    const changed = new Map<string, number>();
    const held = (id: string): number => changed.get(id) ?? this.#holding.get(id) ?? 0;
    let last = -1;
    beats.forEach(({ starts, ends }, k) => {
      if (starts.some((id) => held(id) === 0)) last = k;
      for (const id of starts) changed.set(id, held(id) + 1);
      for (const id of ends) changed.set(id, Math.max(0, held(id) - 1));
    });
    return last;
  }

  /** Whether some of these come back: they have gone, and the last scene still has them. */
  isBack(ids: readonly string[]): boolean {
    return ids.some((id) => !this.#holding.has(id) && this.#leaving.has(id));
  }

  /** Whether some of these have never been in a scene. */
  isUnseen(ids: readonly string[]): boolean {
    return ids.some((id) => !this.#shown.has(id));
  }

  /** What is there now, for a scene: to be asked for later. */
  show(): () => Standing {
    for (const id of this.#fresh) this.#shown.add(id);
    this.#fresh.clear();
    this.#leaving.clear();
    const after = this.#moves.length;
    return () => this.#standingAfter(after);
  }

  #come(id: string): void {
    this.#fresh.add(id);
    this.#moves.push({ id, comes: true });
  }

  #standingAfter(after: number): Standing {
    if (this.#last?.after === after) return this.#last;
    const present = new Set<string>();
    const gone = new Set<string>();
    for (const { id, comes } of this.#moves.slice(0, after)) {
      const [to, from] = comes ? [present, gone] : [gone, present];
      to.add(id);
      from.delete(id);
    }
    this.#last = { after, present, gone };
    return this.#last;
  }
}

/** The scenes of one year; `yearBeats` are its beats in order. Leaves the stage as the year ends. */
function scenesOfYear(year: number, yearBeats: readonly Beat[], stage: Stage): Scene[] {
  const scene = (
    length: number,
    day: Day,
    about: readonly string[] = [],
    starts: readonly string[] = [],
  ): Scene => {
    const standing = stage.show();
    return {
      window: { kind: 'year', year },
      day,
      get present() {
        return standing().present;
      },
      get gone() {
        return standing().gone;
      },
      starts,
      about,
      beats: length,
      caption: '',
    };
  };
  const lastStart = stage.lastStart(yearBeats);
  const done: Scene[] = lastStart < 0 ? [scene(emptyYear, dayOf(year, 12, 31))] : [];
  yearBeats.forEach(({ day, starts, ends }, k) => {
    if (stage.isBack(starts)) done.push(scene(onlyEnds, day, starts));
    const begun = stage.begin(starts);
    if (begun.length > 0) done.push(scene(1, day, begun, begun));
    // What ends after the last beginning of the year is gone by the next year's scene.
    const shows = k < lastStart;
    if (shows && ends.length > 0 && stage.isUnseen(ends)) done.push(scene(onlyEnds, day, ends));
    const gone = stage.end(ends);
    if (shows && gone.length > 0) done.push(scene(onlyEnds, day, gone));
  });
  return done;
}

function captionOf(run: readonly Scene[]): string {
  const [first = 0, last = first] = [run[0]?.window.year, run.at(-1)?.window.year];
  const years = first === last ? yearText(first) : `${yearText(first)}–${yearText(last)}`;
  const nothing = run.every(({ present }) => present.size === 0);
  return `${years}: ${nothing ? 'nothing recorded' : 'nothing new recorded'}`;
}

/** Gives the years in which nothing begins the caption of the run that they stand in. */
function withCaptions(all: readonly Scene[]): Scene[] {
  const isEmpty = ({ beats: length }: Scene): boolean => length === emptyYear;
  const done: Scene[] = [];
  for (let first = 0; first < all.length; first = done.length) {
    let end = first;
    while (all[end] && isEmpty(all[end] as Scene)) end += 1;
    if (end > first) {
      const run = all.slice(first, end);
      const caption = captionOf(run);
      const length = emptyBeats(run.length);
      for (const scene of run) done.push(captioned(scene, caption, length));
    }
    const next = all[end];
    if (next) done.push(next);
  }
  return done;
}

/** A scene with a caption, of another length; what it shows is still worked out only when asked for. */
function captioned(scene: Scene, caption: string, length: number): Scene {
  const { window, day, starts, about } = scene;
  return {
    window,
    day,
    get present() {
      return scene.present;
    },
    get gone() {
      return scene.gone;
    },
    starts,
    about,
    beats: length,
    caption,
  };
}

/** All scenes of the atlas's span, in order. */
export function scenes(records: readonly AtlasRecord[], span: Interval): Scene[] {
  // What lies outside the span orders nothing in it; what has no date may stand between two that have.
  const touching = records.filter(
    ({ spans }) =>
      spans.length === 0 ||
      spans.some(
        ({ earliestStart, latestEnd }) => earliestStart <= span.to && latestEnd >= span.from,
      ),
  );
  const all = beats(touching, span);
  const byYear = new Map<number, Beat[]>();
  for (const beat of all) {
    const { year } = civil(beat.day);
    const group = byYear.get(year);
    if (group) group.push(beat);
    else byYear.set(year, [beat]);
  }
  const stage = new Stage(touching, span, all);
  return withCaptions(
    yearsOf(span).flatMap((year) => scenesOfYear(year, byYear.get(year) ?? [], stage)),
  );
}
