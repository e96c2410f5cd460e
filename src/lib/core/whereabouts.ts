/**
 * Where somebody was, as far as the source says, and where it says nothing.
 *
 * Bases and movements tell where an actor was; events only tell that the actor had a part in them.
 */
import { recordsIn, type Standpoint } from './atlas';
import type { Actor, AtlasRecord } from './model';
import { FOREVER, type Day, type Interval, type Span } from './span';

/** A stretch that the source tells of. */
export interface Known {
  readonly kind: 'known';
  readonly record: AtlasRecord;
  readonly span: Span;
}

/** A stretch between two known ones of which the source tells nothing. */
export interface Gap {
  readonly kind: 'gap';
  /** The first and the last day for which nothing is told, whatever the true bounds are. */
  readonly from: Day;
  readonly to: Day;
  readonly before: AtlasRecord;
  readonly after: AtlasRecord;
}

/** An actor's whereabouts in order of time, with the gaps between them. */
export function whereabouts(records: readonly AtlasRecord[], actor: string): (Known | Gap)[] {
  const known = records
    .filter(({ kind, actors }) => kind !== 'event' && actors.includes(actor))
    .flatMap((record) => record.spans.map((span): Known => ({ kind: 'known', record, span })))
    .sort((a, b) => a.span.earliestStart - b.span.earliestStart);
  const row: (Known | Gap)[] = [];
  let reach: Known | undefined;
  for (const next of known) {
    if (
      reach &&
      reach.span.latestEnd < FOREVER &&
      next.span.earliestStart - reach.span.latestEnd > 1
    ) {
      row.push({
        kind: 'gap',
        from: reach.span.latestEnd + 1,
        to: next.span.earliestStart - 1,
        before: reach.record,
        after: next.record,
      });
    }
    row.push(next);
    if (!reach || next.span.latestEnd > reach.span.latestEnd) reach = next;
  }
  return row;
}

/** Where somebody was in a window, as far as the source tells. */
export interface Answer {
  /** What tells where they were or may have been; empty where nothing is recorded. */
  readonly told: readonly Standpoint[];
  /** The last that is told before the window and the first after it, where it tells nothing itself. */
  readonly before?: AtlasRecord;
  readonly after?: AtlasRecord;
}

/** Answers where an actor was in a window. Nothing is inferred from what is told of other times. */
export function whereaboutsIn(
  records: readonly AtlasRecord[],
  actor: string,
  window: Interval,
): Answer {
  const row = whereabouts(records, actor).filter(isKnown);
  const told = recordsIn(
    records.filter((record) => row.some((known) => known.record === record)),
    window,
  );
  if (told.length > 0) return { told };
  const past = row.filter(({ span }) => span.latestEnd < window.from);
  const before = past.reduce<Known | undefined>(
    (last, known) => (last && last.span.latestEnd > known.span.latestEnd ? last : known),
    undefined,
  );
  const after = row.find(({ span }) => span.earliestStart > window.to);
  return { told, before: before?.record, after: after?.record };
}

/** The gaps right before and right after a record in an actor's whereabouts. */
export function gapsAround(row: readonly (Known | Gap)[], record: AtlasRecord): Gap[] {
  return row.filter(
    (part): part is Gap => part.kind === 'gap' && (part.before === record || part.after === record),
  );
}

/** Whose whereabouts a record tells: its people first, then its organisations. */
export function subjectsOf(record: AtlasRecord, actors: ReadonlyMap<string, Actor>): Actor[] {
  if (record.kind === 'event') return [];
  const found = record.actors.flatMap((id) => actors.get(id) ?? []);
  const people = found.filter(({ kind }) => kind === 'person');
  const organisations = found.filter(({ kind }) => kind === 'organisation');
  return [...people, ...organisations];
}

/** A leap in an actor's path that the source does not tell: from one known place to the next. */
export interface Leap {
  readonly from: string;
  readonly to: string;
  readonly after: Known;
  readonly before: Known;
}

const isKnown = (part: Known | Gap): part is Known => part.kind === 'known';

/**
 * The leaps of a row of whereabouts: where one stretch ends elsewhere than the next begins. A
 * stretch without a stated place, or with several, is passed over.
 */
export function leapsOf(row: readonly (Known | Gap)[]): Leap[] {
  const ends = row.filter(isKnown).flatMap((known) => {
    const { at, from, to } = known.record;
    const start = at[0] ?? from[0] ?? to[0];
    const end = at[0] ?? (to.length === 1 ? to[0] : from[0]);
    return start === undefined || end === undefined ? [] : [{ known, start, end }];
  });
  return ends.slice(1).flatMap((next, k) => {
    const last = ends[k];
    if (!last || last.end === next.start) return [];
    return [{ from: last.end, to: next.start, after: last.known, before: next.known }];
  });
}
