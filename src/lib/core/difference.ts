/**
 * What differs between two windows, and how sure that is: what appeared, ended, stayed, and who
 * moved. Nothing is said more surely than the bounds of the spans allow.
 */
import type { Actor, AtlasRecord } from './model';
import { activityOf, inOrder, type Day, type Interval, type Span } from './span';
import { subjectsOf } from './whereabouts';

/** What may be true of a span: it holds in neither window, in one of them, or in both. */
type Outcome = 'neither' | 'earlier' | 'later' | 'both';

/** `unsettled`: it is not known in which of the two it was. */
export const changes = ['appeared', 'ended', 'stayed', 'unsettled'] as const;
export type Change = (typeof changes)[number];

export interface Difference {
  readonly record: AtlasRecord;
  readonly change: Change;
  /** Whether it is so whatever the true dates are. */
  readonly sure: boolean;
}

/** Days at which an answer may change, within the bounds of a start or an end. */
function telling(from: Day, to: Day, windows: readonly Interval[]): Day[] {
  const days = windows.flatMap((window) => [
    window.from - 1,
    window.from,
    window.to,
    window.to + 1,
  ]);
  return [from, to, ...days.filter((day) => day > from && day < to)];
}

/** All that may be true of one span: tried at every pair of start and end that can tell. */
function outcomesOf(span: Span, earlier: Interval, later: Interval): Set<Outcome> {
  const windows = [earlier, later];
  const found = new Set<Outcome>();
  const ends = telling(span.earliestEnd, span.latestEnd, windows);
  for (const start of telling(span.earliestStart, span.latestStart, windows)) {
    for (const end of ends) {
      if (end < start) continue;
      const [before = false, after = false] = windows.map(
        ({ from, to }) => start <= to && end >= from,
      );
      found.add(before ? (after ? 'both' : 'earlier') : after ? 'later' : 'neither');
    }
  }
  return found;
}

/** Two outcomes of two spans of one record together. */
function together(one: Outcome, other: Outcome): Outcome {
  if (one === 'neither' || one === other) return other;
  return other === 'neither' ? one : 'both';
}

function changeOf(
  spans: readonly Span[],
  earlier: Interval,
  later: Interval,
): Pick<Difference, 'change' | 'sure'> | undefined {
  let may = new Set<Outcome>(['neither']);
  for (const span of spans) {
    const next = outcomesOf(span, earlier, later);
    may = new Set([...may].flatMap((one) => [...next].map((other) => together(one, other))));
  }
  const sure = may.size === 1;
  may.delete('neither');
  if (may.size === 0) return undefined;
  if (may.has('earlier') && may.has('later')) return { change: 'unsettled', sure };
  if (may.has('earlier')) return { change: 'ended', sure };
  return { change: may.has('later') ? 'appeared' : 'stayed', sure };
}

/** How each record that is, or may be, in one of two windows stands to the other; in their order. */
export function differences(
  records: readonly AtlasRecord[],
  one: Interval,
  other: Interval,
): Difference[] {
  const [earlier, later] = inOrder(one, other);
  return records.flatMap((record) => {
    const change = changeOf(record.spans, earlier, later);
    return change ? [{ record, ...change }] : [];
  });
}

/** How many records lie wholly between two windows: neither of the two shows them. */
export function betweenThem(
  records: readonly AtlasRecord[],
  one: Interval,
  other: Interval,
): AtlasRecord[] {
  const [earlier, later] = inOrder(one, other);
  return records.filter(
    ({ spans }) =>
      spans.length > 0 &&
      spans.every((span) => span.earliestStart > earlier.to && span.latestEnd < later.from),
  );
}

/** Somebody who was based elsewhere in the later window than in the earlier. */
export interface Move {
  readonly actor: Actor;
  /** The bases, in order of time, at places where the actor is not in the other window. */
  readonly from: readonly AtlasRecord[];
  readonly to: readonly AtlasRecord[];
  /** Whether each of them is certain in its window, and surely not in the other. */
  readonly sure: boolean;
}

function basesIn(bases: readonly AtlasRecord[], window: Interval): AtlasRecord[] {
  return bases.filter(({ spans }) => {
    const activity = activityOf(spans, window);
    return activity === 'certain' || activity === 'possible';
  });
}

function placesIn(bases: readonly AtlasRecord[]): Set<string> {
  return new Set(bases.flatMap(({ at }) => at));
}

/** Bases at places that are not among these. */
function elsewhere(bases: readonly AtlasRecord[], places: ReadonlySet<string>): AtlasRecord[] {
  return bases.filter(({ at }) => at.length > 0 && !at.some((place) => places.has(place)));
}

/**
 * Who moved: people and organisations that have bases in both windows, at least one of the earlier
 * and one of the later at a place where they are not in the other.
 */
export function moves(
  records: readonly AtlasRecord[],
  actors: ReadonlyMap<string, Actor>,
  one: Interval,
  other: Interval,
): Move[] {
  const [earlier, later] = inOrder(one, other);
  const byActor = new Map<Actor, AtlasRecord[]>();
  for (const record of records) {
    if (record.kind !== 'base') continue;
    for (const actor of subjectsOf(record, actors)) {
      byActor.set(actor, [...(byActor.get(actor) ?? []), record]);
    }
  }
  return [...byActor].flatMap(([actor, bases]) => {
    const [before, after] = [basesIn(bases, earlier), basesIn(bases, later)];
    const from = elsewhere(before, placesIn(after));
    const to = elsewhere(after, placesIn(before));
    if (from.length === 0 || to.length === 0) return [];
    const isSure = (base: AtlasRecord, window: Interval): boolean =>
      activityOf(base.spans, window) === 'certain';
    const sure =
      from.every((base) => isSure(base, earlier)) && to.every((base) => isSure(base, later));
    return [{ actor, from, to, sure }];
  });
}
