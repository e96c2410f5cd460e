/**
 * Writes an atlas as GeoJSON (RFC 7946) with Linked Places `when`, in the shape of `geodata/README.md`:
 * what is written here reads back through the door as the same atlas.
 */
import type { Feature, Geometry } from 'geojson';
import type { Atlas, AtlasRecord, Place, SourceRef } from '../core/model';
import type { Span } from '../core/span';
import { timespanOf, type Timespan } from '../core/when';
import { whenText } from '../core/wording';
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
  // A line of a file's own is there whether or not its ends have names.
  if (!hasDrawnLines(record) && record.lines.length === 0) return derivedGeometry(record, places);
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
  const { category, fields } = record;
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
        path: record.lines.length > 0 ? (record.path ?? 'schematic') : undefined,
        category,
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
        fields,
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
      unlabelled: place.unlabelled || undefined,
      sources: place.sources.map(refOf),
      note,
    }),
  };
}

const text = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`;

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
