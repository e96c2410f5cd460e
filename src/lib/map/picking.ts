/** Which record or place the pointer means, of what lies under it. */
import type { Story } from './features';
import { keysOf } from './story-labels';

/** Layers whose features can be hovered and clicked, the topmost first; signs are above them. */
export const clickable = ['sign-labels', 'line-target', 'place-points', 'place-labels'] as const;

/** A feature under the pointer. */
export interface Hit {
  readonly layer: string;
  readonly id: string;
  /** Of a label. */
  readonly key: string;
}

/** What stays on the map is there in every window: only what the story shows may be found. */
function isShown({ layer, id, key }: Hit, story: Story, keys: ReadonlySet<string>): boolean {
  if (layer === 'line-target') return story.lines.has(id);
  if (layer === 'place-points') return story.places.get(id)?.covered !== true;
  if (layer === 'areas') return story.areas.has(id);
  return keys.has(key);
}

/**
 * The id that is meant. `near` and `exactly` find the features of some layers about the pointer and
 * right under it.
 */
export function pick(
  near: (layers: string[]) => readonly Hit[],
  exactly: (layers: string[]) => readonly Hit[],
  story: Story,
): string | undefined {
  const keys = keysOf(story.labels);
  const hits = near([...clickable]).filter((hit) => isShown(hit, story, keys));
  for (const layer of clickable) {
    const hit = hits.find((candidate) => candidate.layer === layer);
    if (hit) return hit.id;
  }
  // Areas lie under everything; the smallest tinted one at the point is meant. Those of less than
  // the whole view only: nobody means the country that fills the screen.
  return exactly(['areas']).find((hit) => isShown(hit, story, keys))?.id;
}
