/**
 * Writes places in the Linked Places format, version 1.2, as gazetteers exchange them
 * (https://github.com/LinkedPasts/linked-places-format).
 */
import type { Geometry } from 'geojson';
import type { Place } from '../core/model';

const context =
  'https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld';

/** What kind of thing a place is, by how narrowly it is known; in the words of Getty's AAT. */
const types: Partial<Record<Place['precision'], { identifier: string; label: string }>> = {
  settlement: { identifier: 'aat:300008347', label: 'inhabited places' },
  region: { identifier: 'aat:300182722', label: 'regions (geographic)' },
  country: { identifier: 'aat:300128207', label: 'nations' },
};

/** A place whose point lies within a radius says so; an area is as certain as its outline. */
function located(place: Place): Geometry & { certainty: string } {
  const certainty = place.precision === 'unknown' ? 'uncertain' : 'less-certain';
  const exact = place.precision === 'exact' || place.precision === 'settlement';
  return { ...place.geometry, certainty: exact ? 'certain' : certainty };
}

/** Places as a Linked Places collection; `pageOf` gives the address that names a place for good. */
export function writeLpf(places: readonly Place[], pageOf: (id: string) => string): string {
  const features = places.map((place) => ({
    '@id': pageOf(place.id),
    type: 'Feature',
    properties: { title: place.title },
    names: [
      { toponym: place.title, lang: 'en' },
      ...place.names.map(({ text, lang }) => ({
        toponym: text,
        ...(lang !== undefined && { lang }),
      })),
    ],
    ...(types[place.precision] && { types: [types[place.precision]] }),
    geometry: located(place),
    descriptions: [{ value: place.summary, lang: 'en' }],
  }));
  const collection = { type: 'FeatureCollection', '@context': context, features };
  return `${JSON.stringify(collection, undefined, 1)}\n`;
}
