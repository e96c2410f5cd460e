/**
 * The areas of an atlas, which stay: the polygon of a region, or the circle within which a point
 * place lies. And what a window makes of each.
 */
import { circle } from '@turf/turf';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { placesOf, type AtlasIndex, type Standpoint } from '../core/atlas';
import { groupOf, type Group } from '../core/group';
import type { Place } from '../core/model';
import { isSure, type Certainty } from './sign';

/** How an area is tinted: by the surest record that happens in it, or as the end of a movement. */
export interface AreaState {
  group: Group | 'end';
  certainty: Certainty | 'none';
  /** A country or more: only hinted at, or it would colour the whole map. */
  vast: boolean;
}

/** The state of an area in which nothing happens. */
export const noArea: AreaState = { group: 'end', certainty: 'none', vast: false };

function areaGeometry(place: Place): Polygon | MultiPolygon | undefined {
  const { geometry } = place;
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return geometry;
  if (place.radiusKm <= 0) return undefined;
  return circle([...place.point], place.radiusKm, { steps: 48, units: 'kilometers' }).geometry;
}

/** One polygon per place, with the place's id; large areas first, so that small ones lie on top. */
export function areaFeatures(
  places: readonly Place[],
): FeatureCollection<Polygon | MultiPolygon, { id: string }> {
  const features: Feature<Polygon | MultiPolygon, { id: string }>[] = [];
  for (const place of [...places].sort((a, b) => b.radiusKm - a.radiusKm)) {
    const geometry = areaGeometry(place);
    if (geometry) features.push({ type: 'Feature', geometry, properties: { id: place.id } });
  }
  return { type: 'FeatureCollection', features };
}

const areaRank: Record<AreaState['group'], number> = {
  base: 3,
  event: 2,
  incursion: 1,
  relocation: 1,
  other: 1,
  end: 0,
};

function outranks(next: AreaState, now: AreaState | undefined): boolean {
  if (!now) return true;
  const a = areaRank[next.group];
  const b = areaRank[now.group];
  return a > b || (a === b && next.certainty === 'certain' && now.certainty === 'possible');
}

/** The tints of the places in which something happens, by their ids. */
export function areaStates(
  index: AtlasIndex,
  present: readonly Standpoint[],
): Map<string, AreaState> {
  const states = new Map<string, AreaState>();
  for (const { record, activity } of present) {
    if (!isSure(activity)) continue;
    for (const place of placesOf(record)) {
      const group = record.kind === 'movement' ? 'end' : groupOf(record);
      const precision = index.places.get(place)?.precision;
      const vast = precision === 'country' || precision === 'supranational';
      const next: AreaState = { group, certainty: activity, vast };
      if (outranks(next, states.get(place))) states.set(place, next);
    }
  }
  return states;
}
