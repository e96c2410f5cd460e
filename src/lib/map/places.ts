/** The point places of an atlas as dots that stay, and what a window makes of each. */
import type { FeatureCollection, Point } from 'geojson';
import { placesOf, type Standpoint } from '../core/atlas';
import type { AtlasRecord, Place } from '../core/model';

/** How a place's dot is drawn in a window. */
export interface PlaceState {
  /** Something happens there. */
  active: boolean;
  /** Something happened there before, and the trail is on. */
  past: boolean;
  /** Signs stand on it: they are its dot. */
  covered: boolean;
}

/** The state of a place that the window says nothing of. */
export const noPlace: PlaceState = { active: false, past: false, covered: false };

/** Whether a place is an area, which has no dot. */
export function isArea(place: Place): boolean {
  return place.geometry.type !== 'Point';
}

/** A dot for each place that is a point. */
export function placeFeatures(places: readonly Place[]): FeatureCollection<Point, { id: string }> {
  return {
    type: 'FeatureCollection',
    features: places
      .filter((place) => !isArea(place))
      .map(({ id, point }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...point] },
        properties: { id },
      })),
  };
}

/** The states of the places that a window touches. */
export function placeStates(
  active: Iterable<string>,
  past: readonly AtlasRecord[],
  stacks: ReadonlyMap<string, readonly Standpoint[]>,
): Map<string, PlaceState> {
  const states = new Map<string, PlaceState>();
  const add = (id: string, change: Partial<PlaceState>): void => {
    states.set(id, { ...(states.get(id) ?? noPlace), ...change });
  };
  for (const id of active) add(id, { active: true });
  for (const id of past.flatMap(placesOf)) add(id, { past: true });
  for (const id of stacks.keys()) add(id, { covered: true });
  return states;
}
