/** What is said of a scene of the replay. */
import { boundsOf, meets } from '../core/extent';
import type { Scene } from '../core/replay';
import { yearText } from '../core/wording';
import { passing, type Narrowed } from './begun';
import type { Explorer } from './explorer.svelte';

/** What begins in a scene, or that nothing does, in a line. */
export function sceneText(scene: Scene, explorer: Narrowed): string {
  if (scene.starts.length === 0) return scene.caption;
  const begun = passing(scene.starts, scene, explorer);
  if (begun.length === 0)
    return `${yearText(scene.window.year)}: nothing new that passes the filter`;
  if (begun.length > 2) return `${begun.length} records, in no stated order`;
  return begun.map(({ title }) => title).join(' · ');
}

/** Whether all that begins in a scene, as far as it has a place, is outside of what the map shows. */
export function isAway(scene: Scene, explorer: Narrowed & Pick<Explorer, 'viewBounds'>): boolean {
  const { index, viewBounds } = explorer;
  if (!viewBounds) return false;
  const boxes = passing(scene.starts, scene, explorer).flatMap(({ id }) => {
    const box = boundsOf(id, index);
    return box ? [box] : [];
  });
  return boxes.length > 0 && !boxes.some((box) => meets(box, viewBounds));
}
