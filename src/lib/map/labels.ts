/** The atlas names its places itself: here the basemap's own labels for them are taken out. */
import { distance } from '@turf/turf';
import type { Feature, FeatureCollection, Point, Position } from 'geojson';
import type { Place } from '../core/model';
import type { Basemap } from './basemap';

/** Two points of one town are seldom further apart in different gazetteers. */
const sameTownKm = 9;

function words(name: string): Set<string> {
  return new Set(
    name
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 3 && word !== 'region'),
  );
}

function sharesWord(a: string, b: string): boolean {
  const others = words(b);
  return [...words(a)].some((word) => others.has(word));
}

function isSame(name: string, at: Position, place: Place): boolean {
  if (name.toLowerCase() === place.title.toLowerCase()) return true;
  const reach = place.precision === 'settlement' ? sameTownKm : place.radiusKm;
  return sharesWord(name, place.title) && distance([...at], [...place.point]) < reach;
}

function without<P extends { name: string }>(
  labels: FeatureCollection<Point, P>,
  places: readonly Place[],
): FeatureCollection<Point, P> {
  const isOther = ({ geometry, properties }: Feature<Point, P>): boolean =>
    !places.some((place) => isSame(properties.name, geometry.coordinates, place));
  return { ...labels, features: labels.features.filter(isOther) };
}

/** The basemap without labels of towns, regions and countries that are places of the atlas. */
export function withoutLabelsOf(places: readonly Place[], basemap: Basemap): Basemap {
  return {
    ...basemap,
    towns: without(basemap.towns, places),
    labels: without(basemap.labels, places),
  };
}
