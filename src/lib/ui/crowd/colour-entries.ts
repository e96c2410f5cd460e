/** What the colours of the large-file map mean. */
import type { CrowdExplorer } from '../../view/crowd.svelte';

/** A colour of the map: the value that has it, and how many records of the window do. */
export interface ColourEntry {
  readonly name: string;
  readonly hue: string;
  readonly count: number;
}

/** The values that have a colour of their own, then all others together, as far as there are any. */
export function colourEntries(
  { marks, held, summary }: Pick<CrowdExplorer, 'marks' | 'held' | 'summary'>,
  colours: readonly string[],
): readonly ColourEntry[] {
  const { facet, values = [] } = marks?.colouring ?? {};
  const field = facet === undefined ? undefined : summary.facets[facet];
  if (!field || facet === undefined) return [];
  const counts = held?.facets[facet] ?? new Uint32Array();
  const own = values.map((value, k) => ({
    name: field.values[value] || 'not stated',
    hue: colours[k] ?? '',
    count: counts[value] ?? 0,
  }));
  const isOther = (value: number): boolean => !values.includes(value);
  const others = {
    name: values.length + 1 < field.totals.filter(Boolean).length ? 'others' : 'not stated',
    hue: colours.at(-1) ?? '',
    count: counts.reduce((sum, count, value) => (isOther(value) ? sum + count : sum), 0),
  };
  const hasOthers = field.totals.some((total, value) => total > 0 && isOther(value));
  return hasOthers ? [...own, others] : own;
}
