/** Checks that whatever a record names is there. */
import type { Actor, Place, Source, SourceRef } from '../core/model';
import { inside, report, type Site } from './fields';
import { reportUnknown } from './nearest';
import { shown } from './problem';
import type { Draft } from './read-record';

/** What records may name. */
export interface Known {
  readonly places: ReadonlyMap<string, Place>;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly sources: ReadonlyMap<string, Source>;
  /** All ids of the files, of places and records that could not be read too. */
  readonly ids: ReadonlySet<string>;
}

/** Lists the ids of a record that name nothing. Relative order is checked apart (`check-order`). */
export function checkReferences({ record, site }: Draft, known: Known): void {
  const { kind, at, from, to, actors, claims, sources } = record;
  if (kind === 'movement') {
    checkPlaces(from, inside(site, 'from'), known);
    checkPlaces(to, inside(site, 'to'), known);
  } else {
    checkPlaces(at, inside(site, 'place'), known);
  }
  checkActors(actors, inside(site, 'actors'), known);
  for (const [index, claim] of claims.entries()) {
    const where = inside(inside(site, 'claims'), index);
    checkActor(claim.by, inside(where, 'by'), known);
    checkActors(claim.via, inside(where, 'via'), known);
    checkPassage(claim.source, inside(where, 'source'), known.sources);
  }
  checkPassages(sources, site, known.sources);
}

/** Lists the references of a record or a chapter that name no source, or no passage of it. */
export function checkPassages(refs: readonly SourceRef[], site: Site, sources: Sources): void {
  for (const [index, ref] of refs.entries()) {
    checkPassage(ref, inside(inside(site, 'sources'), index), sources);
  }
}

function checkPlaces(ids: readonly string[], site: Site, { places, ids: all }: Known): void {
  for (const [index, id] of ids.entries()) {
    if (places.has(id)) continue;
    const where = ids.length === 1 ? site : inside(site, index);
    if (all.has(id)) report(where, shown(id), 'a place that could be read');
    else reportUnknown(where, id, 'the id of a place', places.keys());
  }
}

function checkActors(ids: readonly string[], site: Site, known: Known): void {
  for (const [index, id] of ids.entries()) checkActor(id, inside(site, index), known);
}

function checkActor(id: string, site: Site, { actors }: Known): void {
  if (!actors.has(id)) reportUnknown(site, id, 'the id of an actor in atlas.json', actors.keys());
}

type Sources = ReadonlyMap<string, Source>;

/** Lists the references of a place that name no source. */
export function checkSources(refs: readonly SourceRef[], site: Site, sources: Sources): void {
  for (const [index, { id }] of refs.entries()) {
    checkSource(id, inside(inside(site, 'sources'), index), sources);
  }
}

function checkSource(id: string, site: Site, sources: Sources): Source | undefined {
  const expected = 'the id of a source in sources.json';
  return sources.get(id) ?? reportUnknown(inside(site, 'id'), id, expected, sources.keys());
}

/** A source that lists its passages must be referred to by one of them. */
function checkPassage({ id, section, paragraph }: SourceRef, site: Site, sources: Sources): void {
  const passages = checkSource(id, site, sources)?.passages ?? [];
  if (passages.length === 0) return;
  const here = passages.filter((known) => known.section === section);
  if (here.length === 0) {
    const sections = new Set(passages.map((known) => known.section));
    reportUnknown(inside(site, 'section'), section, `a section of ${id}`, sections);
    return;
  }
  const paragraphs = here.map((known) => known.paragraph);
  // "1-2" is from 1 to 2.
  if (!(paragraph ?? '').split('-').every((end) => paragraphs.includes(end))) {
    report(
      inside(site, 'paragraph'),
      shown(paragraph),
      `a paragraph of section ${section} of ${id}: ${paragraphs.join(', ')}`,
    );
  }
}
