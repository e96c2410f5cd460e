/**
 * The door for data: the files of an atlas to the model, with a list of what is wrong in them.
 *
 * The same door checks the curated atlas when it is built, where any problem stops the build, and
 * a reader's own files, where a bad record is listed and skipped and the rest keeps working.
 * Skipped is what cannot be read or names what is not there; what can still be shown (a line that
 * misses its place, a derived field out of date) is listed only.
 */
import { kinds, type Atlas, type AtlasRecord, type Place, type Source } from '../core/model';
import type { Interval } from '../core/span';
import { checkChapters } from './check-chapters';
import { checkDerived } from './check-derived';
import { checkGeometry } from './check-geometry';
import { checkOrder } from './check-order';
import { checkPlaces } from './check-places';
import { checkReferences, type Known } from './check-references';
import { checkInSpan, checkOpening, checkReach } from './check-span';
import { clean, report, type Reader, type Site } from './fields';
import { readJson } from './json';
import type { Problem } from './problem';
import { featuresOf, type Feature } from './read-feature';
import { header } from './read-header';
import { readPlace } from './read-place';
import { readRecord, type Draft } from './read-record';
import { sources } from './read-source';

/** A file of an atlas: its name without the folder, and its text. */
export interface AtlasFile {
  readonly name: string;
  readonly text: string;
}

/** What was read of an atlas. */
export interface AtlasRead {
  /** Left out only where the header, the sources or the places cannot be read at all. */
  readonly atlas?: Atlas;
  readonly problems: readonly Problem[];
}

/** The names of an atlas's files, by what they hold. */
export const atlasFiles = {
  header: 'atlas.json',
  sources: 'sources.json',
  place: 'places.geojson',
  base: 'bases.geojson',
  movement: 'movements.geojson',
  event: 'events.geojson',
} as const;

/** Reads the files of an atlas, or `own` of a reader's file; files with other names are ignored. */
export function readAtlas(files: readonly AtlasFile[], own = false): AtlasRead {
  const problems: Problem[] = [];
  const all = { problems, own };
  const texts = new Map(files.map(({ name, text }) => [name, text]));

  const head = readFile(texts, atlasFiles.header, header, all);
  const sourceList = readFile(texts, atlasFiles.sources, sources, all);
  const ids = new Map<string, string>();
  const placeFeatures = readFile(texts, atlasFiles.place, featuresOf(ids), all);
  const drafts = kinds.flatMap((kind) =>
    (readFile(texts, atlasFiles[kind], featuresOf(ids), all) ?? [])
      .map((feature) => readRecord(feature, kind))
      .filter((draft) => draft !== undefined),
  );
  // Without these, every record would be listed for naming what could not be read.
  if (head === undefined || sourceList === undefined || placeFeatures === undefined) {
    return { problems };
  }

  const sourceMap = byId(sourceList);
  const places = readPlaces(placeFeatures, sourceMap);
  const site = { file: atlasFiles.header, ...all };
  checkOpening(head, places, site);
  const known: Known = {
    places: byId(places),
    actors: byId(head.actors),
    sources: sourceMap,
    ids: new Set(ids.keys()),
  };
  const { drafts: near, span } = checkReach(sound(drafts, known), head.span, site);
  const records = checkedRecords(near, known, span);
  checkChapters(head.chapters, { ...known, records: byId(records) }, site);
  return { atlas: { ...head, span, sources: sourceList, places, records }, problems };
}

function readFile<T>(
  texts: ReadonlyMap<string, string>,
  file: string,
  reader: Reader<T>,
  all: Omit<Site, 'file'>,
): T | undefined {
  const site = { file, ...all };
  const text = texts.get(file);
  if (text === undefined) return report(site, 'no such file', 'a file of this name in the atlas');
  const json = readJson(text, site);
  return json && reader(json.value, site);
}

function byId<T extends { readonly id: string }>(things: readonly T[]): Map<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

function readPlaces(list: readonly Feature[], known: ReadonlyMap<string, Source>): Place[] {
  const read = list.flatMap((feature) => {
    const place = readPlace(feature, known);
    return place === undefined ? [] : [{ place, site: feature.site }];
  });
  checkPlaces(read);
  return read.map(({ place }) => place);
}

/** The records that name only what is there. */
function sound(drafts: readonly Draft[], known: Known): Draft[] {
  return drafts.filter(
    (draft) => clean(draft.site, () => (checkReferences(draft, known), true)) === true,
  );
}

/** Checks records against the rest of the atlas; returns them in the order of time. */
function checkedRecords(drafts: readonly Draft[], known: Known, span: Interval): AtlasRecord[] {
  for (const draft of drafts) {
    checkGeometry(draft, known.places);
    checkDerived(draft);
    checkInSpan(draft, span);
  }
  return checkOrder(drafts, known.ids);
}
