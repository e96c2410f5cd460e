/**
 * What a table or a placemark that is written here calls the parts of a record, so that it comes back
 * as what it was. What else a reader's file said stands beside them under its own name.
 */
import type { AtlasIndex } from '../core/atlas';
import { placesOf } from '../core/atlas';
import { sourceRefText } from '../core/describe';
import type { AtlasRecord, Claim, Place } from '../core/model';
import { positionText } from './open/coordinates';
import { formatWkt } from './open/wkt';
import { recordFeature } from './write-geojson';

/** The names of these parts. */
export const ownColumns = [
  'id',
  'kind',
  'type',
  'category',
  'title',
  'start',
  'end',
  'lon',
  'lat',
  'place',
  'from',
  'to',
  'from_lat',
  'from_lon',
  'to_lat',
  'to_lon',
  'when',
  'precision',
  'radius_km',
  'actors',
  'standing',
  'summary',
  'note',
  'sources',
  'path',
  'mode',
  'follows',
  'claims',
  'numbers',
  'wkt',
] as const;
export type OwnColumn = (typeof ownColumns)[number];

/** Between the parts of a list. */
export const joint = '; ';

/** Names that a placemark has besides: as XML elements, or as `togeojson` calls them. */
const taken = new Set<string>([...ownColumns, 'name', 'description', 'time', 'icon']);
const mark = 'field:';

/** What a field is called beside these parts: marked where its own name is taken. */
export function fieldColumn(name: string): string {
  return taken.has(name) || name.startsWith(mark) ? `${mark}${name}` : name;
}

/** The name of the field; undefined for a part of the record itself. */
export function fieldName(column: string): string | undefined {
  if (column.startsWith(mark)) return column.slice(mark.length);
  return taken.has(column) ? undefined : column;
}

/** A place's name; none where its title only says where it is. */
const nameOf = ({ title, point }: Place): string => (title === positionText(point) ? '' : title);

/** The parts of a record that are no times, as text; lists have their parts joined. */
export function ownParts(
  record: AtlasRecord,
  index: AtlasIndex,
): Record<Exclude<OwnColumn, 'start' | 'end'>, string> {
  const places = (ids: readonly string[]): Place[] =>
    ids.flatMap((id) => index.places.get(id) ?? []);
  const names = (ids: readonly string[]): string => places(ids).map(nameOf).join(joint);
  const side = (ids: readonly string[], k: 0 | 1): string =>
    places(ids)
      .map(({ point }) => String(point[k]))
      .join(joint);
  const [place] = places(placesOf(record));
  const [lon, lat] = place?.point ?? [];
  return {
    id: record.id,
    kind: record.kind,
    type: record.mode === 'air' ? `${record.type} by air` : record.type,
    category: record.category ?? '',
    title: record.title,
    lon: lon === undefined ? '' : String(lon),
    lat: lat === undefined ? '' : String(lat),
    place: names(record.at),
    from: names(record.from),
    to: names(record.to),
    from_lat: side(record.from, 1),
    from_lon: side(record.from, 0),
    to_lat: side(record.to, 1),
    to_lon: side(record.to, 0),
    when: record.whenText,
    precision: place?.precision ?? '',
    radius_km: place ? String(place.radiusKm) : '',
    actors: record.actors.map((id) => index.actors.get(id)?.name ?? id).join(joint),
    standing: record.standing,
    summary: record.summary,
    note: record.note ?? '',
    sources: record.sources.map((ref) => sourceRefText(ref, index)).join(joint),
    path: record.lines.length > 0 && record.path !== 'given' ? 'schematic' : '',
    mode: record.mode ?? '',
    follows: record.follows.join(joint),
    claims: json(record.claims.map((claim) => claimCell(claim, index))),
    numbers: json(record.numbers),
    wkt: wktOf(record, index),
  };
}

/** A claim with names in place of ids, and its source in words. */
export interface ClaimCell extends Omit<Claim, 'source'> {
  readonly source: string;
}

function claimCell(claim: Claim, index: AtlasIndex): ClaimCell {
  const name = (id: string): string => index.actors.get(id)?.name ?? id;
  return {
    ...claim,
    by: name(claim.by),
    via: claim.via.map(name),
    source: sourceRefText(claim.source, index),
  };
}

const json = (items: readonly unknown[]): string => (items.length > 0 ? JSON.stringify(items) : '');

/** Lines and areas as well-known text; nothing for a point, which has columns of its own. */
function wktOf(record: AtlasRecord, { places }: AtlasIndex): string {
  const { geometry } = recordFeature(record, places);
  return geometry === null || geometry.type === 'Point' ? '' : formatWkt(geometry);
}
