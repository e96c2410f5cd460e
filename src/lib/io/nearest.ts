import { report, type Site } from './fields';
import { shown } from './problem';

/** How many letters must be changed, added, left out or swapped to turn one word into another. */
function distance(one: string, other: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next[j] = Math.min(
        at(row, j - 1) + (same ? 0 : 1),
        at(row, j) + 1,
        at(next, j - 1) + 1,
        isSwap ? at(before, j - 2) + 1 : Infinity,
      );
    }
    [before, row] = [row, next];
  }
  return at(row, other.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}

/** The word that somebody who wrote `word` most likely meant; undefined if none is near. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  if (word.length > 100) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const changes = distance(word, candidate);
    if (changes < least) [best, least] = [candidate, changes];
  }
  return best;
}

/** A long list of problems goes without suggestions: each costs a look at every known id. */
const suggestions = 100;

/** Lists an id that names nothing: `expected the id of a place (did you mean "osh"?)`. */
export function reportUnknown(
  site: Site,
  word: string | undefined,
  expected: string,
  known: Iterable<string>,
): undefined {
  const isShortList = site.problems.length < suggestions;
  const near = isShortList && word !== undefined ? nearest(word, known) : undefined;
  const hint = near === undefined ? '' : ` (did you mean "${near}"?)`;
  return report(site, shown(word), `${expected}${hint}`);
}
