/**
 * The order of records in time, and the beats that a replay runs on.
 *
 * Dates come first, then `follows`; `turns.ts` puts the two together.
 */
import { FOREVER } from './span';
import type { Day, Interval } from './span';
import { compareTurns, floorOf, relevantSpan, turnsOf, undatedTurn } from './turns';
import type { Dated, Turn } from './turns';

export interface Order {
  /** All ids: by turn, then latest start, then id; undated records that nothing ties down last. */
  readonly order: readonly string[];
  /** Ids that follow each other in a circle, if there is one; the order then breaks it somewhere. */
  readonly cycle?: readonly string[];
  /** Ids of records that must have started before something that they follow, at first or second hand. */
  readonly contradicted: readonly string[];
}

/**
 * The order of records such that none stands before one that it follows. Of a record with
 * several spans the first that touches the window counts, without a window the earliest.
 */
export function followsOrder(records: readonly Dated[], window?: Interval): Order {
  const { turns, cycle } = turnsOf(records, window);
  const rows = records.map(({ id, spans }) => ({
    id,
    turn: turns.get(id) ?? undatedTurn,
    latestStart: relevantSpan(spans, window)?.latestStart ?? FOREVER,
    isLate: spans.length > 0 && spans.every((span) => isAfter(turns.get(id), span.latestStart)),
  }));
  rows.sort(
    (a, b) =>
      compareTurns(a.turn, b.turn) || a.latestStart - b.latestStart || compareIds(a.id, b.id),
  );
  return {
    order: rows.map(({ id }) => id),
    ...(cycle && { cycle }),
    contradicted: rows.filter(({ isLate }) => isLate).map(({ id }) => id),
  };
}

function isAfter(turn: Turn | undefined, day: Day): boolean {
  return turn !== undefined && turn.day > day;
}

/** Whether dates forbid that `after` follows `before`: it must have started before that could. */
export function contradictsOrder(
  before: Pick<Dated, 'spans'>,
  after: Pick<Dated, 'spans'>,
): boolean {
  if (before.spans.length === 0 || after.spans.length === 0) return false;
  const latest = after.spans.reduce((day, span) => Math.max(day, span.latestStart), -Infinity);
  return before.spans.every((span) => latest < span.earliestStart);
}

/** Ids by code unit: no locale, so that the order is the same everywhere. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What starts and ends at once, as far as dates and `follows` can tell. */
export interface Beat {
  /** The day it is placed at: the earliest start or the latest end of what it holds. */
  readonly day: Day;
  /** Its place among the beats of the same day, from 0. */
  readonly step: number;
  /** Ids of the records that start; ties stand in the order of their latest start, then id. */
  readonly starts: readonly string[];
  /** Ids of the records that end, by id. */
  readonly ends: readonly string[];
}

/**
 * The starts and ends within a window, in order. A vague span starts at its earliest start but
 * after what it follows, and ends at its latest end: it is on stage for as long as it is possible.
 * Ends come after the starts of their day, since an end is inclusive. Starts before the window
 * and ends after it are no beats: those records are there from its beginning, or to its end.
 */
export function beats(records: readonly Dated[], window: Interval): Beat[] {
  const { turns } = turnsOf(records, window);
  const marks: Mark[] = [];
  for (const record of records) {
    const floor = floorOf(record, turns);
    for (const span of record.spans) {
      const own: Turn = { day: span.earliestStart, step: 0 };
      // A span that is over before the floor is another time of the same record.
      const waits = floor && compareTurns(floor, own) > 0 && floor.day <= span.latestEnd;
      const start = waits ? floor : own;
      const tie = span.latestStart;
      marks.push({ ...start, id: record.id, tie, isEnd: false });
      marks.push({ day: span.latestEnd, step: Infinity, id: record.id, tie: 0, isEnd: true });
    }
  }
  const within = marks.filter(({ day }) => day >= window.from && day <= window.to);
  within.sort((a, b) => compareMarks(a, b) || a.tie - b.tie || compareIds(a.id, b.id));
  return grouped(within);
}

/** A start or an end; an end has the step Infinity, after every start of its day. */
interface Mark extends Turn {
  readonly id: string;
  readonly tie: number;
  readonly isEnd: boolean;
}

function compareMarks(a: Turn, b: Turn): number {
  // Infinity - Infinity is NaN, so equal steps are told apart first.
  return a.day - b.day || (a.step === b.step ? 0 : a.step - b.step);
}

function grouped(marks: readonly Mark[]): Beat[] {
  const groups: { first: Mark; starts: string[]; ends: string[] }[] = [];
  for (const mark of marks) {
    let group = groups.at(-1);
    if (!group || compareMarks(group.first, mark) !== 0) {
      group = { first: mark, starts: [], ends: [] };
      groups.push(group);
    }
    (mark.isEnd ? group.ends : group.starts).push(mark.id);
  }
  let step = 0;
  return groups.map(({ first, starts, ends }, index) => {
    step = groups[index - 1]?.first.day === first.day ? step + 1 : 0;
    return { day: first.day, step, starts, ends };
  });
}
