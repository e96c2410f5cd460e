/**
 * What a window shows on the map: a pure function from the atlas and what is present. Lines, areas
 * and dots of places stay on the map and only change their state; signs are drawn anew at each
 * frame; labels are the one thing that has to be laid out.
 */
import type { AtlasIndex, Standpoint } from '../core/atlas';
import type { AtlasRecord } from '../core/model';
import { still, type Moving } from '../core/underway';
import { areaStates, type AreaState } from './areas';
import { lineStates, type LineState } from './lines';
import { placeStates, type PlaceState } from './places';
import { placedSigns, type PlacedSign } from './signs';
import { stacksOf } from './stacks';
import { storyLabels, type Labels } from './story-labels';

export interface Story {
  /** By the ids of records. */
  readonly lines: ReadonlyMap<string, LineState>;
  /** By the ids of places. */
  readonly areas: ReadonlyMap<string, AreaState>;
  readonly places: ReadonlyMap<string, PlaceState>;
  readonly signs: readonly PlacedSign[];
  readonly labels: Labels;
}

/**
 * The story of a window; `past` are the records that stay as a faint trace, `moving` the ids of
 * movements that are drawn apart because they are still growing.
 */
export function storyOf(
  index: AtlasIndex,
  present: readonly Standpoint[],
  past: readonly AtlasRecord[],
  moving: Moving = still,
): Story {
  const stacks = stacksOf(present);
  const areas = areaStates(index, present);
  return {
    lines: lineStates(present, past, moving),
    areas,
    places: placeStates(areas.keys(), past, stacks),
    signs: placedSigns(index, present, stacks, moving),
    labels: storyLabels(index, present, stacks, areas, moving),
  };
}
