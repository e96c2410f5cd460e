/** What a reader may change about a dataset of their own: what it is called, whose it is, its frame. */
import { firstDay, lastDay } from './date';
import type { Atlas } from './model';
import { withinReach } from './reach';

export interface Edits {
  readonly title?: string;
  readonly credit?: string;
  /** The first and the last year of the timeline. */
  readonly years?: readonly [from: number, to: number];
  /** West, south, east, north of the opening view. */
  readonly bounds?: Atlas['opening']['bounds'];
}

/** An atlas with a reader's changes; blank texts and years in the wrong order are left out. */
export function edited(atlas: Atlas, { title, credit, years, bounds }: Edits): Atlas {
  const [from, to] = years ?? [];
  const span =
    from !== undefined && to !== undefined && from <= to
      ? withinReach({ from: firstDay({ year: from }), to: lastDay({ year: to }) })
      : atlas.span;
  return {
    ...atlas,
    ...(title?.trim() && { title: title.trim() }),
    span,
    ...(bounds && { opening: { ...atlas.opening, bounds } }),
    ...(credit?.trim() && {
      sources: atlas.sources.map((source, k) =>
        k === 0 ? { ...source, title: credit.trim() } : source,
      ),
    }),
  };
}
