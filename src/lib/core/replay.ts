/**
 * The replay as a list of scenes, worked out once: year by year, and within a year beat by beat.
 *
 * Calendar steps play an empty year as long as a full one. Scenes follow what the source records:
 * each beat has one, and a run of years in which nothing begins passes quickly and says so.
 */
import type { AtlasRecord } from './model';
import { beats } from './order';
import { activityOf, type Interval } from './span';
import { intervalOf, yearsOf, type Window } from './window';
import { yearText } from './wording';

export interface Scene {
  readonly window: Window & { readonly kind: 'year' };
  /** Ids of what is on the map: it has begun, and has not ended before this scene. */
  readonly present: ReadonlySet<string>;
  /** Ids of what begins in this scene; more than one where the source leaves the order open. */
  readonly starts: readonly string[];
  /** How long the scene lasts, in beats. */
  readonly beats: number;
  /** Said instead of a year in which nothing begins; empty otherwise. */
  readonly caption: string;
}

/** Beats that a year without a beginning lasts. */
const emptyYear = 0.35;
/** Beats that a scene lasts in which things only end. */
const onlyEnds = 0.5;

type Draft = Omit<Scene, 'caption'>;

/** The scenes of one year, without captions. */
function scenesOfYear(records: readonly AtlasRecord[], year: number, span: Interval): Draft[] {
  const window = { kind: 'year', year } as const;
  const interval = intervalOf(window, span);
  const held = records.filter((record) => {
    const activity = activityOf(record.spans, interval);
    return activity === 'certain' || activity === 'possible';
  });
  const yearBeats = beats(held, interval);
  const begins = new Set(yearBeats.flatMap(({ starts }) => starts));
  const present = new Set(held.map(({ id }) => id).filter((id) => !begins.has(id)));
  const drafts: Draft[] = [];
  for (const { starts, ends } of yearBeats) {
    for (const id of starts) present.add(id);
    if (starts.length > 0) {
      drafts.push({ window, present: new Set(present), starts, beats: 1 });
    }
    if (ends.length > 0) {
      for (const id of ends) present.delete(id);
      // The last ends of a year need no scene: the next year shows them gone.
      const more = yearBeats.at(-1)?.ends !== ends;
      if (more && starts.length === 0) {
        drafts.push({ window, present: new Set(present), starts: [], beats: onlyEnds });
      }
    }
  }
  if (drafts.length > 0) return drafts;
  const all = new Set(held.map(({ id }) => id));
  return [{ window, present: all, starts: [], beats: emptyYear }];
}

function caption(run: readonly Draft[]): string {
  const [first = 0, last = first] = [run[0]?.window.year, run.at(-1)?.window.year];
  const years = first === last ? yearText(first) : `${yearText(first)}–${yearText(last)}`;
  const nothing = run.every(({ present }) => present.size === 0);
  return `${years}: ${nothing ? 'nothing recorded' : 'nothing new recorded'}`;
}

/** All scenes of the atlas's span, in order. */
export function scenes(records: readonly AtlasRecord[], span: Interval): Scene[] {
  const drafts = yearsOf(span).flatMap((year) => scenesOfYear(records, year, span));
  const done: Scene[] = [];
  let run: Draft[] = [];
  const flush = (): void => {
    if (run.length === 0) return;
    const said = caption(run);
    for (const scene of run) done.push({ ...scene, caption: said });
    run = [];
  };
  for (const draft of drafts) {
    if (draft.beats === emptyYear) {
      run.push(draft);
    } else {
      flush();
      done.push({ ...draft, caption: '' });
    }
  }
  flush();
  return done;
}
