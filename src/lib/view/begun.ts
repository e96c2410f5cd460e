/** What a scene of the replay brings, for a reader who has narrowed what is shown. */
import { standpoint } from '../core/atlas';
import { passesIn } from '../core/filter';
import type { AtlasRecord } from '../core/model';
import type { Scene } from '../core/replay';
import { intervalOf } from '../core/window';
import { yearText } from '../core/wording';
import type { Explorer } from './explorer.svelte';

type Narrowed = Pick<Explorer, 'atlas' | 'index' | 'filter' | 'contents'>;

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

/** What begins in a scene, or that nothing does, in a line. */
export function sceneText(scene: Scene, explorer: Narrowed): string {
  if (scene.starts.length === 0) return scene.caption;
  const begun = passing(scene.starts, scene, explorer);
  if (begun.length === 0)
    return `${yearText(scene.window.year)}: nothing new that passes the filter`;
  if (begun.length > 2) return `${begun.length} records, in no stated order`;
  return begun.map(({ title }) => title).join(' · ');
}
