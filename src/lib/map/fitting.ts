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

/** With some air, so that nothing stands right at an edge. */
export function airy({ top, right, bottom, left }: Insets): Insets {
  const air = 36;
  return { top: top + air, right: right + air, bottom: bottom + air, left: left + air };
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
  const padding = airy(covered);
  if (!ids.length) {
    map.fitBounds(openingBounds(index), { padding, maxZoom: 9, duration });
    return;
  }
  const box = unionOf(ids.map((id) => boundsOf(id, index)));
  if (box && !isInView(map, box, covered)) map.fitBounds(box, { padding, maxZoom: 7.5, duration });
}
