/** Reads a feature of bases.geojson, movements.geojson or events.geojson. */
import {
  eventTypes,
  modes,
  movements,
  stances,
  standings,
  type AtlasRecord,
  type Claim,
  type Field,
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

const onePlace: Reader<string[]> = (value, site) => {
  const one = placeId(value, site);
  return one === undefined ? undefined : [one];
};

const placeIds: Reader<string[]> = (value, site) => {
  if (Array.isArray(value)) {
    return listOf(placeId, { least: 1, expected: 'a place id or a list of them' })(value, site);
  }
  return onePlace(value, site);
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

/** A number, what it counts, and its wording. */
export const quantity: Reader<Quantity> = whole((from) => {
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
    const own = from.site.own === true;
    const at = from.optional('place', own ? placeIds : onePlace) ?? [];
    return { at, from: [], to: [] };
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
  // A reader's own file may have a word of its own, or none.
  const { own } = from.site;
  return kind === 'movement'
    ? from.read('movement', oneOf(own ? [...movements, kind] : movements))
    : from.read('event', oneOf(own ? [...eventTypes, kind] : eventTypes));
}

const field: Reader<Field> = whole((from) => {
  const parts = { name: from.read('name', text), value: from.read('value', text) };
  return isComplete(parts) ? parts : undefined;
});

/** What only a reader's own file has: its word for what this is, and what else it says. */
function readOwn(from: Members): Pick<AtlasRecord, 'category' | 'fields'> {
  if (!from.site.own) return {};
  const category = from.optional('category', text);
  const fields = from.optional('fields', listOf(field));
  return { ...(category !== undefined && { category }), ...(fields && { fields }) };
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
    const paths = site.own ? (['schematic', 'given'] as const) : (['schematic'] as const);
    const path = properties.optional('path', oneOf<'schematic' | 'given'>(paths));
    const geometry = top.optional('geometry', anyGeometry) ?? null;
    if (!isComplete(fixed)) return undefined;
    const { time, ...rest } = fixed;
    const given = path === 'given';
    const words = properties.value('when_text');
    // What could not be read of a time is kept in words.
    const isTold = site.own && time.spans.length === 0 && typeof words === 'string';
    return {
      record: {
        id,
        ...rest,
        ...where,
        lines: linesOf(kind, where, geometry, given),
        ...(given && { path }),
        ...more,
        ...readOwn(properties),
        ...time,
        ...(isTold && { whenText: words }),
      },
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

/** The lines of a movement that are the file's own, or drawn where both ends are stated. */
function linesOf(
  kind: Kind,
  { from, to }: Pick<AtlasRecord, 'from' | 'to'>,
  geometry: AtlasGeometry | null,
  given: boolean,
): AtlasRecord['lines'] {
  if (kind !== 'movement' || !(given || (from.length && to.length))) return [];
  if (geometry?.type === 'LineString') return [geometry.coordinates];
  return geometry?.type === 'MultiLineString' ? geometry.coordinates : [];
}
