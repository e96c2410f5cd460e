/** What the tests of the crowd share: rows made of spans, positions and a field. */
import { ColumnsBuilder, type Entry } from '../../../src/lib/core/crowd/builder';
import type { Columns } from '../../../src/lib/core/crowd/columns';
import type { Span } from '../../../src/lib/core/span';

export function columnsOf(entries: readonly Partial<Entry>[]): Columns {
  const builder = new ColumnsBuilder();
  for (const entry of entries) builder.push({ properties: [], ...entry });
  return builder.finish();
}

export const spanOfRow = ({ bounds }: Columns, row: number): Span => {
  const [earliestStart = NaN, latestStart = NaN, earliestEnd = NaN, latestEnd = NaN] =
    bounds.subarray(row * 4, row * 4 + 4);
  return { earliestStart, latestStart, earliestEnd, latestEnd };
};
