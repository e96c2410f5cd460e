/**
 * A turn for each record: where it stands in time once `follows` has had its say.
 *
 * A record stands at its earliest start, but not before a record that it follows: "later in
 * 1999" begins on 1 January by its bounds, and after the bombings of 1999 by `follows`.
 */
import { FOREVER } from './span';
import type { Day, Interval, Span } from './span';

/** What order needs of a record. `follows` may name ids that are not among the records. */
export interface Dated {
  readonly id: string;
  readonly spans: readonly Span[];
  readonly follows: readonly string[];
}

/** A place in the order: a day, and within it a step for each record that had to come before. */
export interface Turn {
  readonly day: Day;
  readonly step: number;
}

/** The turn of undated records that nothing ties down: after every other. */
export const undatedTurn: Turn = { day: FOREVER + 1, step: 0 };

/** Which of two turns comes first, as `Array.sort` takes it. */
export function compareTurns(a: Turn, b: Turn): number {
  return a.day - b.day || a.step - b.step;
}

/** The turn of each record, and one circle of `follows` if there is any. */
export function turnsOf(
  records: readonly Dated[],
  window?: Interval,
): { turns: ReadonlyMap<string, Turn>; cycle?: readonly string[] } {
  const byId = new Map(records.map((record) => [record.id, record]));
  const { sorted, cycle } = prerequisitesFirst(records, byId);
  const starts = startDays(sorted, window);
  const turns = new Map<string, Turn>();
  for (const record of sorted) {
    const own = { day: starts.get(record.id) ?? undatedTurn.day, step: 0 };
    turns.set(record.id, later(own, floorOf(record, turns)));
  }
  return { turns, ...(cycle && { cycle }) };
}

/** The first turn that is free after all that a record follows. */
export function floorOf(record: Dated, turns: ReadonlyMap<string, Turn>): Turn | undefined {
  return record.follows.reduce<Turn | undefined>((floor, id) => {
    const turn = turns.get(id);
    return turn ? later({ day: turn.day, step: turn.step + 1 }, floor) : floor;
  }, undefined);
}

function later(turn: Turn, floor: Turn | undefined): Turn {
  return floor && compareTurns(floor, turn) > 0 ? floor : turn;
}

/** Of several spans the first that touches the window, or else the earliest. */
export function relevantSpan(
  spans: readonly Span[],
  window: Interval | undefined,
): Span | undefined {
  const first = (some: readonly Span[]) =>
    some.reduce<Span | undefined>(
      (best, span) => (best && best.earliestStart <= span.earliestStart ? best : span),
      undefined,
    );
  const touches = (span: Span) =>
    !window || (span.earliestStart <= window.to && span.latestEnd >= window.from);
  return first(spans.filter(touches)) ?? first(spans);
}

/**
 * The day that each record stands at before `follows` moves it. An undated record has the day of
 * the last that it follows, or else of the first that follows it, so that it does not hold up
 * dated records to the end.
 */
function startDays(sorted: readonly Dated[], window: Interval | undefined): Map<string, Day> {
  const days = new Map<string, Day>();
  const loose = new Set<string>();
  for (const record of sorted) {
    const own = relevantSpan(record.spans, window)?.earliestStart;
    const before = record.follows.flatMap((id) => days.get(id) ?? []);
    const known = own === undefined ? before : [own];
    if (known.length > 0)
      days.set(
        record.id,
        known.reduce((a, b) => Math.max(a, b)),
      );
    else loose.add(record.id);
  }
  // Backwards, so that a row of undated records is tied down by the dated one at its end.
  for (const record of [...sorted].reverse()) {
    const day = days.get(record.id);
    if (day === undefined) continue;
    for (const id of record.follows) {
      if (loose.has(id)) days.set(id, Math.min(day, days.get(id) ?? day));
    }
  }
  return days;
}

/** Records in an order in which each comes after those it follows (depth first, without recursion). */
function prerequisitesFirst(
  records: readonly Dated[],
  byId: ReadonlyMap<string, Dated>,
): { sorted: readonly Dated[]; cycle?: readonly string[] } {
  const sorted: Dated[] = [];
  const state = new Map<string, 'open' | 'done'>();
  let cycle: readonly string[] | undefined;
  for (const root of records) {
    const path: { record: Dated; next: number }[] = state.has(root.id)
      ? []
      : [{ record: root, next: 0 }];
    state.set(root.id, state.get(root.id) ?? 'open');
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const id = top.record.follows[top.next++];
      if (id === undefined) {
        state.set(top.record.id, 'done');
        sorted.push(top.record);
        path.pop();
        continue;
      }
      const before = byId.get(id);
      if (before && !state.has(id)) {
        state.set(id, 'open');
        path.push({ record: before, next: 0 });
      } else if (state.get(id) === 'open') {
        cycle ??= path
          .slice(path.findIndex((step) => step.record.id === id))
          .map((step) => step.record.id);
      }
    }
  }
  return { sorted, ...(cycle && { cycle }) };
}
