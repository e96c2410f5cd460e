/** What differs between the two dates of a comparison, under its filter; told by what comes later. */
import { betweenThem, differences, moves, type Difference, type Move } from '../core/difference';
import type { AtlasRecord } from '../core/model';
import type { Comparison } from './comparison.svelte';

/** Without what is not sure, where the filter says so. */
function underFilter<T extends { readonly sure: boolean }>(
  all: readonly T[],
  { first }: Comparison,
): readonly T[] {
  return first.filter.certain ? all.filter(({ sure }) => sure) : all;
}

/** How each record of the two dates stands to the other. */
export function differencesOf(comparison: Comparison): readonly Difference[] {
  const { first, days } = comparison;
  return underFilter(differences(first.records, first.interval, days), comparison);
}

/** Who was based elsewhere at the later date. */
export function movesOf(comparison: Comparison): readonly Move[] {
  const { first, days } = comparison;
  return underFilter(moves(first.records, first.index.actors, first.interval, days), comparison);
}

/** The records that neither date shows, since they lie between the two. */
export function betweenOf({ first, days }: Comparison): readonly AtlasRecord[] {
  return betweenThem(first.records, first.interval, days);
}
