/** Reads a feature of bases.geojson, movements.geojson or events.geojson. */
import {
  eventTypes,
  modes,
  movements,
  stances,
  standings,
  type AtlasRecord,
  type Claim,
  type Kind,
  type Quantity,
} from '../core/model';
import {
  clean,
  isComplete,
  listOf,
  numberFrom,
  oneOf,
  text,
  textOf,
  whole,
  type Members,
  type Reader,
  type Site,
} from './fields';
import { geometryOf, type AtlasGeometry } from './geometry';
import type { Feature } from './read-feature';
import { sourceRef } from './read-source';
import { readWhen } from './read-when';

/** The derived fields as the file states them, unread. */
export interface StatedFields {
  readonly start: unknown;
  readonly end: unknown;
  readonly when_text: unknown;
}

/** A record that can be read by itself; its references are still to be checked. */
export interface Draft {
  readonly record: AtlasRecord;
  /** As the file has it: drawn lines, or a copy of the place's. */
  readonly geometry: AtlasGeometry | null;
  readonly path: string | undefined;
  readonly stated: StatedFields;
  readonly site: Site;
}

const placeId = textOf('a place id');
const actorId = textOf('an actor id');
const recordId = textOf('a record id');

const placeIds: Reader<string[]> = (value, site) => {
  if (Array.isArray(value)) {
    return listOf(placeId, { least: 1, expected: 'a place id or a list of them' })(value, site);
  }
  const one = placeId(value, site);
  return one === undefined ? undefined : [one];
};

const claim: Reader<Claim> = whole((from) => {
  const parts = {
    about: from.read('about', text),
    by: from.read('by', textOf('the id of the actor who says it')),
    stance: from.read('stance', oneOf(stances)),
    text: from.read('text', text),
    source: from.read('source', sourceRef),
  };
  const via = from.optional('via', listOf(actorId)) ?? [];
  return isComplete(parts) ? { ...parts, via } : undefined;
});

const quantity: Reader<Quantity> = whole((from) => {
  const parts = {
    about: from.read('about', text),
    value: from.read('value', numberFrom(-Infinity)),
    wording: from.read('wording', text),
  };
  return isComplete(parts) ? parts : undefined;
});

const anyGeometry = geometryOf([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
]);

/** Where: `place` of a base or event, `from` and `to` of a movement. */
function readWhere(kind: Kind, from: Members): Pick<AtlasRecord, 'at' | 'from' | 'to' | 'mode'> {
  if (kind !== 'movement') {
    const place = from.optional('place', placeId);
    return { at: place === undefined ? [] : [place], from: [], to: [] };
  }
  return {
    at: [],
    from: from.optional('from', placeIds) ?? [],
    to: from.optional('to', placeIds) ?? [],
    mode: from.optional('mode', oneOf(modes)),
  };
}

function readType(kind: Kind, from: Members): AtlasRecord['type'] | undefined {
  if (kind === 'base') return 'base';
  return kind === 'movement'
    ? from.read('movement', oneOf(movements))
    : from.read('event', oneOf(eventTypes));
}

/** A record of the kind that the file holds; undefined if it has any problem, which is listed. */
export function readRecord(feature: Feature, kind: Kind): Draft | undefined {
  const { id, site, top, properties } = feature;
  return clean(site, () => {
    const fixed = {
      kind: properties.read('kind', oneOf([kind])),
      type: readType(kind, properties),
      title: properties.read('title', text),
      summary: properties.read('summary', text),
      actors: properties.read('actors', listOf(actorId)),
      standing: properties.read('standing', oneOf(standings)),
      sources: properties.read(
        'sources',
        listOf(sourceRef, { least: 1, expected: 'at least one source' }),
      ),
      time: readWhen(top),
    };
    const where = readWhere(kind, properties);
    const more = {
      claims: properties.optional('claims', listOf(claim)) ?? [],
      numbers: properties.optional('numbers', listOf(quantity)) ?? [],
      follows: properties.optional('follows', listOf(recordId)) ?? [],
      note: properties.optional('note', text),
    };
    const path = properties.optional('path', oneOf(['schematic']));
    const geometry = top.optional('geometry', anyGeometry) ?? null;
    if (!isComplete(fixed)) return undefined;
    const { time, ...rest } = fixed;
    return {
      record: { id, ...rest, ...where, lines: linesOf(kind, where, geometry), ...more, ...time },
      geometry,
      path,
      stated: {
        start: properties.value('start'),
        end: properties.value('end'),
        when_text: properties.value('when_text'),
      },
      site,
    };
  });
}

/** The drawn lines of a movement both ends of which are stated. */
function linesOf(
  kind: Kind,
  { from, to }: Pick<AtlasRecord, 'from' | 'to'>,
  geometry: AtlasGeometry | null,
): AtlasRecord['lines'] {
  if (kind !== 'movement' || !from.length || !to.length) return [];
  if (geometry?.type === 'LineString') return [geometry.coordinates];
  return geometry?.type === 'MultiLineString' ? geometry.coordinates : [];
}
