/** Brings things into view, clear of the panels that cover the map's edges. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { boundsOf, unionOf, type Bounds } from '../core/extent';
import type { AtlasIndex } from '../core/atlas';

/** Pixels at each edge that panels cover. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** What has to be left of a map between its insets: into less, nothing is fitted at all. */
const least = 64;

/** Two insets as they are, or both made less, so that enough is left between them. */
function between(one: number, other: number, length: number): [number, number] {
  const part = Math.min(1, Math.max(0, length - least) / (one + other));
  return [one * part, other * part];
}

/** With some air, so that nothing stands right at an edge of a map of this size in pixels. */
export function airy(covered: Insets, width: number, height: number): Insets {
  const air = 36;
  const [top, bottom] = between(covered.top + air, covered.bottom + air, height);
  const [left, right] = between(covered.left + air, covered.right + air, width);
  return { top, right, bottom, left };
}

/** What a new atlas shows first. */
export function openingBounds({ atlas }: AtlasIndex): Bounds {
  const [west, south, east, north] = atlas.opening.bounds;
  return [west, south, east, north];
}

/** Whether the box is on the screen, clear of panels, and large enough to see. */
function isInView(map: MapLibreMap, [west, south, east, north]: Bounds, covered: Insets): boolean {
  const { clientWidth, clientHeight } = map.getContainer();
  const a = map.project([west, north]);
  const b = map.project([east, south]);
  const clear =
    a.x >= covered.left &&
    a.y >= covered.top &&
    b.x <= clientWidth - covered.right &&
    b.y <= clientHeight - covered.bottom;
  return clear && map.getZoom() >= 4;
}

/** Moves the map to records and places, unless they are in view; to the opening view for none. */
export function showOn(
  map: MapLibreMap,
  ids: readonly string[],
  index: AtlasIndex,
  covered: Insets,
  duration: number,
): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const padding = airy(covered, clientWidth, clientHeight);
  if (!ids.length) {
    map.fitBounds(openingBounds(index), { padding, maxZoom: 9, duration });
    return;
  }
  const box = unionOf(ids.map((id) => boundsOf(id, index)));
  if (box && !isInView(map, box, covered)) map.fitBounds(box, { padding, maxZoom: 7.5, duration });
}
