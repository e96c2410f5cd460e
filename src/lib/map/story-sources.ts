/** The sources of the story. Only gaps and labels are ever given new data. */
import type { SourceSpecification } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import type { Place, AtlasRecord } from '../core/model';
import { areaFeatures } from './areas';
import { lineFeatures } from './lines';
import { placeFeatures } from './places';

export const storySourceIds = {
  areas: 'story-areas',
  lines: 'story-lines',
  places: 'story-places',
  /** What lies between the known places of an actor who is followed. */
  gaps: 'story-gaps',
  labels: 'story-labels',
} as const;

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Sources by id. String ids need `promoteId`; a label's is its key. */
export function storySources(
  places: readonly Place[],
  records: readonly AtlasRecord[],
): Record<string, SourceSpecification> {
  const of = (data: FeatureCollection, promoteId = 'id', tolerance = 0.375) =>
    ({ type: 'geojson', data, promoteId, tolerance }) as const;
  return {
    [storySourceIds.areas]: of(areaFeatures(places)),
    [storySourceIds.lines]: of(lineFeatures(records), 'id', 0.1),
    [storySourceIds.places]: of(placeFeatures(places)),
    [storySourceIds.gaps]: of(nothing),
    [storySourceIds.labels]: of(nothing, 'key', 0.1),
  };
}
