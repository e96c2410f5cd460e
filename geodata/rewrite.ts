/** Writes the derived fields into the files of an atlas. */
import type { AtlasRecord, Place } from '../src/lib/core/model';
import { readAtlas, type AtlasFile } from '../src/lib/io/atlas';
import { derivedGeometry, derivedTime, hasDrawnLines } from '../src/lib/io/derive';
import { formatFeatures } from './format';

interface RawFeature {
  readonly id?: unknown;
  readonly properties?: object | null;
}

/**
 * The GeoJSON files of an atlas, formatted, with derived fields up to date. A record that the door
 * skips keeps what it has; nothing is rewritten if the atlas cannot be read at all.
 */
export function rewritten(files: readonly AtlasFile[]): AtlasFile[] {
  const { atlas } = readAtlas(files);
  if (atlas === undefined) return [];
  const records = new Map(atlas.records.map((record) => [record.id, record]));
  const places = new Map(atlas.places.map((place) => [place.id, place]));
  return files
    .filter(({ name }) => name.endsWith('.geojson'))
    .flatMap(({ name, text }) => {
      const collection = parsed(text);
      if (collection === undefined) return [];
      const features = collection.features.map((feature) => derived(feature, records, places));
      return [{ name, text: formatFeatures({ ...collection, features }) }];
    });
}

/** The door has listed what is wrong with a file that is no feature collection. */
function parsed(text: string): { features: RawFeature[] } | undefined {
  try {
    const value = JSON.parse(text) as { features?: RawFeature[] } | null;
    return Array.isArray(value?.features) ? { ...value, features: value.features } : undefined;
  } catch {
    return undefined;
  }
}

function derived(
  feature: RawFeature,
  records: ReadonlyMap<string, AtlasRecord>,
  places: ReadonlyMap<string, Place>,
): RawFeature {
  const record = typeof feature?.id === 'string' ? records.get(feature.id) : undefined;
  if (record === undefined) return feature;
  return {
    ...feature,
    properties: { ...feature.properties, ...derivedTime(record) },
    ...(!hasDrawnLines(record) && { geometry: derivedGeometry(record, places) }),
  };
}
