/** The window in which a record is shown on a page of its own, where no reader has chosen one. */
import { standpoint, type Standpoint } from '../core/atlas';
import type { Atlas, AtlasRecord } from '../core/model';
import type { Span } from '../core/span';
import { intervalOf, windowAt, type Window } from '../core/window';
import { civil } from '../core/day';

/**
 * A year in which the record is certain, if there is one; otherwise the years that it may lie in.
 * Everything for a record without a date.
 */
export function ownWindow(record: AtlasRecord, atlas: Atlas): Window {
  const span: Span | undefined = record.spans[0];
  if (!span) return { kind: 'all' };
  const within = (day: number) => Math.min(Math.max(day, atlas.span.from), atlas.span.to);
  const year = windowAt(within(span.latestStart), 'year');
  if (standpoint(record, intervalOf(year, atlas.span)).activity === 'certain') return year;
  const from = { year: civil(within(span.earliestStart)).year };
  const to = { year: civil(within(span.latestEnd)).year };
  return from.year === to.year ? { kind: 'year', ...from } : { kind: 'range', from, to };
}

/** How the record stands to its own window. */
export function ownActivity(record: AtlasRecord, atlas: Atlas): Standpoint['activity'] {
  return standpoint(record, intervalOf(ownWindow(record, atlas), atlas.span)).activity;
}
