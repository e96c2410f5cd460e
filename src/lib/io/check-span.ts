/** Checks that the slider and the opening view of an atlas show its records. */
import type { Place } from '../core/model';
import { isBeyond, middleOf, reach, reachAbout, withinReach } from '../core/reach';
import type { Interval } from '../core/span';
import { yearsText } from '../core/window';
import { inside, report, type Site } from './fields';
import { swapped } from './on-place';
import { shown } from './problem';
import type { Header } from './read-header';
import type { Draft } from './read-record';

/** Lists a record no part of which lies in the span of the atlas: no slider would reach it. */
export function checkInSpan({ record, site }: Draft, { from, to }: Interval): void {
  const { spans, whenText } = record;
  if (spans.length === 0 || spans.some((s) => s.earliestStart <= to && s.latestEnd >= from)) return;
  report(inside(site, 'when'), shown(whenText), "a time within the atlas's span");
}

/** What a time must be that is not too far from the others, in words. */
export function timeNear(near: Interval): string {
  return `a time within ${reach.toLocaleString('en')} years of the middle of the records (${yearsText(near)})`;
}

/**
 * Lists a span of more years than an atlas reaches over, or rather the records that are too far from
 * the others. Returns the records without these, and the span without their years.
 */
export function checkReach(
  drafts: readonly Draft[],
  span: Interval,
  site: Site,
): { readonly drafts: readonly Draft[]; readonly span: Interval } {
  if (withinReach(span).from === span.from) return { drafts, span };
  const near = reachAbout(middleOf(drafts.map(({ record }) => record.spans)) ?? span.to);
  const far = new Set(drafts.filter(({ record }) => isBeyond(record.spans, near)));
  for (const { record, site: at } of far) {
    report(inside(at, 'when'), shown(record.whenText), timeNear(near));
  }
  if (far.size === 0) {
    const most = `at most ${(2 * reach).toLocaleString('en')} years`;
    report(inside(site, 'span'), yearsText(span), most);
  }
  const [from, to] = [Math.max(span.from, near.from), Math.min(span.to, near.to)];
  return { drafts: drafts.filter((one) => !far.has(one)), span: from > to ? near : { from, to } };
}

/** Lists an opening view in which no place is labelled. */
export function checkOpening(
  { opening }: Pick<Header, 'opening'>,
  places: readonly Place[],
  site: Site,
): void {
  const [west, south, east, north] = opening.bounds;
  const isInView = ([x = 0, y = 0]: readonly number[]) =>
    x >= west && x <= east && y >= south && y <= north;
  const points = places.map(({ point }) => point);
  if (places.length === 0 || points.some(isInView)) return;
  const hint = points.map(swapped).some(isInView)
    ? ' (these or the places look swapped: latitude, longitude)'
    : '';
  report(
    inside(site, 'opening.bounds'),
    shown(opening.bounds),
    `a view with at least one place in it${hint}`,
  );
}
