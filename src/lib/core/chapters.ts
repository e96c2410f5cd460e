/** Which chapter of the story a moment belongs to. */
import { civil } from './day';
import type { Chapter } from './model';
import type { Interval } from './span';
import type { Window } from './window';

/** The chapter that holds the window, or else the last one that touches it. */
export function chapterOf(chapters: readonly Chapter[], window: Interval): Chapter | undefined {
  const touching = chapters.filter(
    ({ span }) => span.earliestStart <= window.to && span.latestEnd >= window.from,
  );
  const holding = touching.filter(
    ({ span }) => span.earliestStart <= window.from && span.latestEnd >= window.to,
  );
  return holding.at(-1) ?? touching.at(-1);
}

/** The years of a chapter as a window. */
export function chapterWindow({ span: { earliestStart, latestEnd } }: Chapter): Window {
  const from = { year: civil(earliestStart).year };
  const to = { year: civil(latestEnd).year };
  return from.year === to.year ? { kind: 'year', ...from } : { kind: 'range', from, to };
}
