/** What a scene of the replay brings, for a reader who has narrowed what is shown. */
import { standpoint } from '../core/atlas';
import { passesIn } from '../core/filter';
import type { AtlasRecord } from '../core/model';
import type { Scene } from '../core/replay';
import { intervalOf } from '../core/window';
import type { Explorer } from './explorer.svelte';

/** What a reader has narrowed, and its atlas. */
export type Narrowed = Pick<Explorer, 'atlas' | 'index' | 'filter' | 'contents'>;

/** Those of some records of a scene that pass the filter in its year. */
export function passing(
  ids: readonly string[],
  { window }: Scene,
  { atlas, index, filter, contents }: Narrowed,
): AtlasRecord[] {
  const year = intervalOf(window, atlas.span);
  return ids.flatMap((id) => {
    const record = index.records.get(id);
    return record && passesIn(standpoint(record, year), filter, contents) ? record : [];
  });
}
