/** The areas of an atlas: the polygon of a region, or the circle within which a point place lies. */
import { circle } from '@turf/turf';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Place } from '../core/model';

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
