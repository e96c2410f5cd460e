/** Reads a feature of places.geojson. */
import { precisions, type Name, type Place, type Source } from '../core/model';
import { checkSources } from './check-references';
import { clean, isComplete, listOf, numberFrom, oneOf, text, whole, type Reader } from './fields';
import { geometryOf, position } from './geometry';
import type { Feature } from './read-feature';
import { sourceRef } from './read-source';
import { readWhen } from './read-when';

const placeGeometry = geometryOf(['Point', 'Polygon', 'MultiPolygon']);

const toponym: Reader<Name> = whole((from) => {
  const name = { text: from.read('toponym', text) };
  return isComplete(name) ? { ...name, lang: from.optional('lang', text) } : undefined;
});

/** A place of the atlas; undefined if it cannot be read, or names a source that is not there. */
export function readPlace(
  { id, site, top, properties }: Feature,
  known: ReadonlyMap<string, Source>,
): Place | undefined {
  return clean(site, () => {
    properties.read('kind', oneOf(['place']));
    const place = {
      id,
      title: properties.read('title', text),
      summary: properties.read('summary', text),
      precision: properties.read('precision', oneOf(precisions)),
      radiusKm: properties.read('radius_km', numberFrom(0)),
      point: properties.read('label_point', position),
      geometry: top.read('geometry', placeGeometry),
      sources: properties.read('sources', listOf(sourceRef, { least: 1, expected: 'a source' })),
    };
    const names = top.optional('names', listOf(toponym)) ?? [];
    const note = properties.optional('note', text);
    if (top.value('when') !== undefined) readWhen(top);
    if (!isComplete(place)) return undefined;
    checkSources(place.sources, site, known);
    const unlabelled = properties.value('unlabelled') === true;
    return { ...place, names, note, ...(unlabelled && { unlabelled }) };
  });
}
