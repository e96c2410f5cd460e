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

const isSameName = (name: string, place: Place): boolean =>
  name.toLowerCase() === place.title.toLowerCase();

const isSettlement = ({ precision }: Place): boolean =>
  precision === 'settlement' || precision === 'exact';

/** A town is the settlement beside it that shares a word of its name. */
function isSameTown(name: string, at: Position, place: Place): boolean {
  return (
    isSettlement(place) &&
    (isSameName(name, place) || sharesWord(name, place.title)) &&
    distance([...at], [...place.point]) < sameTownKm
  );
}

/** A country or a region is the area of its name, or one that shares a word of it and its middle. */
function isSameArea(name: string, at: Position, place: Place): boolean {
  if (isSameName(name, place)) return true;
  const isRegion = place.precision === 'region' || place.precision === 'district';
  return (
    isRegion &&
    sharesWord(name, place.title) &&
    distance([...at], [...place.point]) < place.radiusKm
  );
}

/** Places by their name and by its words: only these can be what a label of such a name names. */
function byWord(places: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  for (const place of places) {
    for (const word of new Set([place.title.toLowerCase(), ...words(place.title)])) {
      const others = found.get(word);
      if (others) others.push(place);
      else found.set(word, [place]);
    }
  }
  return found;
}

function without<P extends { name: string }>(
  labels: FeatureCollection<Point, P>,
  places: ReadonlyMap<string, readonly Place[]>,
  isSame: (name: string, at: Position, place: Place) => boolean,
): FeatureCollection<Point, P> {
  const isOther = ({ geometry, properties }: Feature<Point, P>): boolean =>
    ![properties.name.toLowerCase(), ...words(properties.name)].some((word) =>
      places.get(word)?.some((place) => isSame(properties.name, geometry.coordinates, place)),
    );
  return { ...labels, features: labels.features.filter(isOther) };
}

/** The basemap without labels of towns, regions and countries that are places of the atlas. */
export function withoutLabelsOf(places: readonly Place[], basemap: Basemap): Basemap {
  const named = byWord(places);
  return {
    ...basemap,
    towns: without(basemap.towns, named, isSameTown),
    labels: without(basemap.labels, named, isSameArea),
  };
}
