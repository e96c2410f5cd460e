/** Some records of an atlas as an atlas of their own: with what they need, and nothing else. */
import { placesOf } from '../core/atlas';
import type { Atlas, AtlasRecord, SourceRef } from '../core/model';

function refsOf(record: AtlasRecord): readonly SourceRef[] {
  return [...record.sources, ...record.claims.map(({ source }) => source)];
}

/**
 * The atlas with these records only, in its own order. Places, actors and sources that none of them
 * names are left out, and so is the order towards records that are not there. What the atlas opens
 * with moves to where the places are.
 */
export function narrowed(atlas: Atlas, chosen: readonly AtlasRecord[]): Atlas {
  const ids = new Set(chosen.map(({ id }) => id));
  const records = atlas.records
    .filter(({ id }) => ids.has(id))
    .map((record) => ({ ...record, follows: record.follows.filter((id) => ids.has(id)) }));
  const placeIds = new Set(records.flatMap(placesOf));
  const places = atlas.places.filter(({ id }) => placeIds.has(id));
  const actorIds = new Set(
    records.flatMap(({ actors, claims }) => [
      ...actors,
      ...claims.flatMap(({ by, via }) => [by, ...via]),
    ]),
  );
  const sourceIds = new Set(
    [...records.flatMap(refsOf), ...places.flatMap(({ sources }) => sources)].map(({ id }) => id),
  );
  return {
    ...atlas,
    opening: { ...atlas.opening, bounds: boundsAround(places, atlas.opening.bounds) },
    actors: atlas.actors.filter(({ id }) => actorIds.has(id)),
    sources: atlas.sources.filter(({ id }) => sourceIds.has(id)),
    // Views worth a look and chapters tell of the whole; a part has neither.
    entries: [],
    chapters: [],
    places,
    records,
  };
}

type Bounds = Atlas['opening']['bounds'];

/** Degrees around the outermost places. */
const air = 0.5;

/** The given bounds if a place lies in them, and else those of the places. */
function boundsAround(places: Atlas['places'], bounds: Bounds): Bounds {
  const [west, south, east, north] = bounds;
  const points = places.map(({ point: [lon = 0, lat = 0] }) => ({ lon, lat }));
  const inside = points.some(
    ({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north,
  );
  if (inside || points.length === 0) return bounds;
  const [lons, lats] = [points.map(({ lon }) => lon), points.map(({ lat }) => lat)];
  return [
    Math.max(-180, Math.min(...lons) - air),
    Math.max(-90, Math.min(...lats) - air),
    Math.min(180, Math.max(...lons) + air),
    Math.min(90, Math.max(...lats) + air),
  ];
}
