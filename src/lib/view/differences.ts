/** What differs between the two dates of a comparison, under its filter; told by what comes later. */
import { betweenThem, differences, moves, type Difference, type Move } from '../core/difference';
import type { AtlasRecord } from '../core/model';
import { isOutside, type Window } from '../core/window';
import type { Comparison } from './comparison.svelte';

/** The one of the two dates that lies outside of the atlas: nothing can be compared with it. */
export function outsideOf({ first, other, days }: Comparison): Window | undefined {
  if (first.isOutside) return first.window;
  return isOutside(days, first.atlas.span) ? other : undefined;
}

/** Without what is not sure, where the filter says so. */
function underFilter<T extends { readonly sure: boolean }>(
  all: readonly T[],
  { first }: Comparison,
): readonly T[] {
  return first.filter.certain ? all.filter(({ sure }) => sure) : all;
}

/** How each record of the two dates stands to the other. */
export function differencesOf(comparison: Comparison): readonly Difference[] {
  if (outsideOf(comparison)) return [];
  const { first, days } = comparison;
  return underFilter(differences(first.records, first.interval, days), comparison);
}

/** Who was based elsewhere at the later date. */
export function movesOf(comparison: Comparison): readonly Move[] {
  if (outsideOf(comparison)) return [];
  const { first, days } = comparison;
  return underFilter(moves(first.records, first.index.actors, first.interval, days), comparison);
}

/** The records that neither date shows, since they lie between the two. */
export function betweenOf(comparison: Comparison): readonly AtlasRecord[] {
  if (outsideOf(comparison)) return [];
  const { first, days } = comparison;
  return betweenThem(first.records, first.interval, days);
}
