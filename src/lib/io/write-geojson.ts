/**
 * Writes an atlas as GeoJSON (RFC 7946) with Linked Places `when`, in the shape of `geodata/README.md`:
 * what is written here reads back through the door as the same atlas.
 */
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { kinds, type Atlas, type AtlasRecord, type Place, type SourceRef } from '../core/model';
import type { Span } from '../core/span';
import { timespanOf, type Timespan } from '../core/when';
import { whenText } from '../core/wording';
import { atlasFiles, type AtlasFile } from './atlas';
import { derivedGeometry, derivedTime, hasDrawnLines } from './derive';
import { headerJson, sourceJson } from './write-header';

/** A feature with the members that Linked Places adds. */
interface LinkedFeature extends Feature<Geometry | null> {
  readonly id: string;
  readonly names?: readonly { readonly toponym: string; readonly lang?: string }[];
  readonly when?: { readonly timespans: readonly Timespan[] };
}

/** Members that hold something: no empty lists, no undefined. */
function filled(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

const refOf = (ref: SourceRef): Record<string, unknown> => filled({ ...ref });

/**
 * The timespans of a record, each with its label where its own words differ from those made of its
 * bounds. The words of several spans are joined by "; ".
 */
export function timespansOf(spans: readonly Span[], words: string): Timespan[] {
  const told = words.split('; ');
  return spans.map((span, k) => {
    // A label may hold the joint itself: what is left over belongs to the last.
    const last = k === spans.length - 1;
    const label = (last ? told.slice(k).join('; ') : told[k]) ?? '';
    return timespanOf(span, label === whenText(span) ? undefined : label);
  });
}

function geometryOf(record: AtlasRecord, places: ReadonlyMap<string, Place>): Geometry | null {
  if (!hasDrawnLines(record)) return derivedGeometry(record, places);
  const lines = record.lines.map((line) => line.map((position) => [...position]));
  const [only] = lines;
  if (only === undefined) return null;
  return lines.length === 1
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: lines };
}

/** One id as text, several as a list. */
function idsOf(ids: readonly string[]): string | readonly string[] {
  const [only] = ids;
  return ids.length === 1 && only !== undefined ? only : ids;
}

/** A record as a feature. */
export function recordFeature(
  record: AtlasRecord,
  places: ReadonlyMap<string, Place>,
): LinkedFeature {
  const { id, kind, type, title, summary, mode, note, standing, numbers, follows } = record;
  return {
    type: 'Feature',
    id,
    geometry: geometryOf(record, places),
    when: { timespans: timespansOf(record.spans, record.whenText) },
    properties: {
      ...filled({
        id,
        kind,
        ...(kind === 'movement' && { movement: type }),
        ...(kind === 'event' && { event: type }),
        mode,
        path: record.lines.length > 0 && record.path !== 'given' ? 'schematic' : undefined,
        title,
        summary,
        place: idsOf(record.at),
        from: idsOf(record.from),
        to: idsOf(record.to),
      }),
      // Who is concerned has to be said, even if it is nobody.
      actors: record.actors,
      ...filled({
        standing,
        claims: record.claims.map(({ source, ...claim }) => ({
          ...filled({ ...claim }),
          source: refOf(source),
        })),
        numbers,
        sources: record.sources.map(refOf),
        follows,
        note,
      }),
      ...derivedTime(record),
    },
  };
}

/** A place as a feature. */
export function placeFeature(place: Place): LinkedFeature {
  const { id, title, summary, precision, radiusKm, point, note } = place;
  return {
    type: 'Feature',
    id,
    geometry: place.geometry,
    ...(place.names.length > 0 && {
      names: place.names.map(({ text, lang }) => ({
        toponym: text,
        ...(lang !== undefined && { lang }),
      })),
    }),
    properties: filled({
      id,
      kind: 'place',
      title,
      summary,
      precision,
      radius_km: radiusKm,
      label_point: point,
      sources: place.sources.map(refOf),
      note,
    }),
  };
}

const collection = (features: readonly LinkedFeature[]): FeatureCollection<Geometry | null> => ({
  type: 'FeatureCollection',
  features: [...features],
});

const text = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`;

/** An atlas as its files, as `readAtlas` takes them. */
export function writeAtlas(atlas: Atlas): AtlasFile[] {
  const places = new Map(atlas.places.map((place) => [place.id, place]));
  const records = kinds.map((kind) => ({
    name: atlasFiles[kind],
    text: text(
      collection(
        atlas.records
          .filter((record) => record.kind === kind)
          .map((record) => recordFeature(record, places)),
      ),
    ),
  }));
  return [
    { name: atlasFiles.header, text: text(headerJson(atlas)) },
    { name: atlasFiles.sources, text: text(atlas.sources.map(sourceJson)) },
    { name: atlasFiles.place, text: text(collection(atlas.places.map(placeFeature))) },
    ...records,
  ];
}

/**
 * An atlas as one GeoJSON file: places and records as features, and the rest of it in the foreign
 * members `atlas` and `sources` (RFC 7946, section 6.1), which other programs pass over.
 */
export function writeGeojson(atlas: Atlas): string {
  const places = new Map(atlas.places.map((place) => [place.id, place]));
  return text({
    type: 'FeatureCollection',
    atlas: headerJson(atlas),
    sources: atlas.sources.map(sourceJson),
    features: [
      ...atlas.places.map(placeFeature),
      ...atlas.records.map((record) => recordFeature(record, places)),
    ],
  });
}

/**
 * The files of an atlas out of one that `writeGeojson` wrote, for `readAtlas`; undefined for any other
 * text. It only deals the parts out: what is wrong in them, the door says.
 */
export function splitGeojson(json: unknown): AtlasFile[] | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const part = (name: string): unknown =>
    Object.hasOwn(json, name) ? Reflect.get(json, name) : undefined;
  const [header, sources, features] = ['atlas', 'sources', 'features'].map(part);
  if (typeof header !== 'object' || header === null) return undefined;
  if (!Array.isArray(sources) || !Array.isArray(features)) return undefined;
  const kindOf = (feature: unknown): unknown =>
    (feature as { properties?: { kind?: unknown } | null } | null)?.properties?.kind;
  const dealt = (['place', ...kinds] as const).map((kind) => ({
    name: atlasFiles[kind],
    text: text({
      type: 'FeatureCollection',
      // What has no kind that is known goes where it is told about.
      features: features.filter((feature) => {
        const own = kindOf(feature);
        const known = own === 'place' || kinds.some((other) => other === own);
        return own === kind || (!known && kind === 'event');
      }),
    }),
  }));
  return [
    { name: atlasFiles.header, text: text(header) },
    { name: atlasFiles.sources, text: text(sources) },
    ...dealt,
  ];
}
