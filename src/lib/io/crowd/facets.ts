/** The fields of a large file by which it is narrowed and coloured. */
import type { CategoryColumn, Columns } from '../../core/crowd/columns';
import { mostFacets } from '../../core/crowd/query';
import type { Colouring } from './protocol';

/** Colours of the palette for values of a field; one more stands for all others. */
export const colourCount = 7;
/** Fields whose names say that they are the kind of a record. */
const kindly = /^(?:kind|category|event_?type|type|disorder_type|class)$/i;

/**
 * The fields to choose from: those of before in their order, then those that say of what kind a
 * record is, then those of fewest values.
 */
export function facetsOf({ categories }: Columns, before: readonly string[]): CategoryColumn[] {
  const rank = ({ name, values }: CategoryColumn): number => {
    const place = before.indexOf(name);
    if (place >= 0) return place - before.length;
    return kindly.test(name) ? 0 : values.length;
  };
  return [...categories].sort((a, b) => rank(a) - rank(b)).slice(0, mostFacets);
}

/** How many rows have each value of a field. */
export function totalsOf(codes: Uint16Array, count: number): number[] {
  const totals = new Array<number>(count).fill(0);
  for (const code of codes) totals[code] = (totals[code] as number) + 1;
  return totals;
}

/** The colour of each row. */
export function groupsOf(
  facet: CategoryColumn | undefined,
  { values }: Colouring,
  count: number,
): Uint8Array {
  if (!facet) return new Uint8Array(count);
  const groupOf = Uint8Array.from(facet.values, (_, value) => {
    const place = values.indexOf(value);
    return place < 0 ? colourCount : place;
  });
  return Uint8Array.from(facet.codes, (code) => groupOf[code] as number);
}

/**
 * The values of a field that have a colour: the most frequent. A value that had a colour before, by
 * its name, keeps it; no value, which has the number 0, has none.
 */
export function colouredValues(
  { codes, values }: CategoryColumn,
  before: readonly string[],
): number[] {
  const kept = before.map((text) => values.indexOf(text));
  const frequent = totalsOf(codes, values.length)
    .map((total, value) => ({ total, value }))
    .filter(({ total, value }) => value > 0 && total > 0 && !kept.includes(value))
    .sort((a, b) => b.total - a.total)
    .map(({ value }) => value);
  return [...kept, ...frequent].slice(0, colourCount);
}
