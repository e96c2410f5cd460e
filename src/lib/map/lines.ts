/** The movements of an atlas as lines that stay, and what a window makes of each. */
import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { AtlasIndex, Standpoint } from '../core/atlas';
import { groupOf, type Group } from '../core/group';
import type { AtlasRecord } from '../core/model';
import type { Moving } from '../core/underway';
import type { Leap } from '../core/whereabouts';
import { isOpen, isSure, type Certainty } from './sign';

/** A line of a movement. */
export interface LineProperties {
  id: string;
  group: Group;
  /** Claimed or inferred: drawn open. */
  open: boolean;
  /** The path is drawn, not surveyed. */
  schematic: boolean;
}

/** How a movement's lines are drawn in a window: `none` is not at all. */
export interface LineState {
  activity: Certainty | 'past' | 'none';
}

/** The state of a line that a window does not show. */
export const noLine: LineState = { activity: 'none' };

/** Every line of the records; a window changes their state, never their geometry. */
export function lineFeatures(
  records: readonly AtlasRecord[],
): FeatureCollection<LineString, LineProperties> {
  const features = records.flatMap((record) =>
    record.lines.map((line): Feature<LineString, LineProperties> => {
      return {
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: line.map((position) => [...position]) },
        properties: {
          id: record.id,
          group: groupOf(record),
          open: isOpen(record),
          schematic: record.path !== 'given',
        },
      };
    }),
  );
  return { type: 'FeatureCollection', features };
}

/** How the lines of a window are drawn; what still grows in a replay is drawn apart. */
export function lineStates(
  present: readonly Standpoint[],
  past: readonly AtlasRecord[],
  moving: Moving,
): Map<string, LineState> {
  const states = new Map<string, LineState>();
  for (const record of past) {
    if (record.lines.length) states.set(record.id, { activity: 'past' });
  }
  for (const { record, activity } of present) {
    if (!record.lines.length || !isSure(activity) || moving.has(record.id)) continue;
    states.set(record.id, { activity });
  }
  return states;
}

/** The gaps in the path of an actor: straight lines from place to place, with no record. */
export function gapFeatures(
  index: AtlasIndex,
  leaps: readonly Leap[],
): FeatureCollection<LineString> {
  const features = leaps.flatMap(({ from, to }): Feature<LineString>[] => {
    const [a, b] = [index.places.get(from), index.places.get(to)];
    if (!a || !b) return [];
    const coordinates = [a.point, b.point].map((position) => [...position]);
    return [{ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: {} }];
  });
  return { type: 'FeatureCollection', features };
}
