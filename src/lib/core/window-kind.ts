/** What a window becomes when it is to cover a year, a month, a range or everything. */
import { civil } from './day';
import type { Interval } from './span';
import { windowAt, type Window } from './window';

export type WindowKind = Exclude<Window['kind'], 'day'>;

/** A window of another kind about where `window`, which covers `interval`, is; within `span`. */
export function windowOfKind(
  kind: WindowKind,
  window: Window,
  interval: Interval,
  span: Interval,
): Window {
  // The start of a wide window is its least telling year; its end, its last.
  const wanted = window.kind === 'all' ? interval.to : interval.from;
  const anchor = Math.min(Math.max(wanted, span.from), span.to);
  if (kind === 'all') return { kind };
  if (kind !== 'range') return windowAt(anchor, kind);
  const { year } = civil(anchor);
  const before = Math.max(civil(span.from).year, year - 1);
  const after = Math.min(civil(span.to).year, year + 1);
  return { kind, from: { year: before }, to: { year: after } };
}
