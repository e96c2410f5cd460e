/** Reads what every feature of an atlas has: an id, said twice, and properties. */
import { id, inside, members, report, type Members, type Reader, type Site } from './fields';
import { shown } from './problem';

/** A feature whose id is sound; everything else of it is still to be read. */
export interface Feature {
  readonly id: string;
  readonly site: Site;
  /** `geometry`, `when`, `names`. */
  readonly top: Members;
  readonly properties: Members;
}

/**
 * The features of a GeoJSON file; those without an id of their own or without properties are
 * listed and left out. `ids` maps the ids that were seen to the file that has them, over all files.
 */
export function featuresOf(ids: Map<string, string>): Reader<Feature[]> {
  return (value, site) => {
    const collection = members(value, site);
    if (collection === undefined) return undefined;
    const type = collection.value('type');
    if (type !== 'FeatureCollection') {
      return report(inside(site, 'type'), shown(type), '"FeatureCollection"');
    }
    const list = collection.value('features');
    if (!Array.isArray(list)) {
      return report(inside(site, 'features'), shown(list), 'a list of features');
    }
    return list
      .map((feature: unknown, index) => readFeature(feature, index, site, ids))
      .filter((feature) => feature !== undefined);
  };
}

function readFeature(
  value: unknown,
  index: number,
  file: Site,
  ids: Map<string, string>,
): Feature | undefined {
  const number = `feature ${index + 1}`;
  const unnamed = members(value, { ...file, record: number });
  if (unnamed === undefined) return undefined;
  const given = unnamed.value('id');
  const site: Site = { ...file, record: typeof given === 'string' && given ? given : number };
  const top = unnamed.under(site);
  const name = top.read('id', id);
  if (name === undefined) return undefined;
  const first = ids.get(name);
  if (first !== undefined) {
    const expected = `an id of its own: ${first} has this one`;
    return report(inside(site, 'id'), `${shown(name)} again`, expected);
  }
  ids.set(name, site.file);
  if (top.value('type') !== 'Feature') {
    return report(inside(site, 'type'), shown(top.value('type')), '"Feature"');
  }
  const properties = top.read('properties', members)?.under(site);
  if (properties === undefined) return undefined;
  const repeated = properties.value('id');
  return repeated === name
    ? { id: name, site, top, properties }
    : report(
        inside(site, 'properties.id'),
        shown(repeated),
        `the feature's id again, ${shown(name)}`,
      );
}
