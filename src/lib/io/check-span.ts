/** Checks that the slider and the opening view of an atlas show its records. */
import type { Place } from '../core/model';
import type { Interval } from '../core/span';
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
