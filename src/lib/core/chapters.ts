/** Which chapter of the story a moment belongs to. */
import type { Chapter } from './model';
import type { Interval } from './span';

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
