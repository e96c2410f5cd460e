/**
 * The part of the door that reads the views of an atlas: fragments of links, in chapters and
 * entries. Links are the business of this folder, so `io` cannot check them. A bad part of a view is
 * listed; the explorer ignores it and shows the rest.
 */
import { indexAtlas, type AtlasIndex } from '../core/atlas';
import type { Atlas } from '../core/model';
import { atlasFiles } from '../io/atlas';
import { inside, report, type Site } from '../io/fields';
import { reportUnknown } from '../io/nearest';
import { shown, type Problem } from '../io/problem';
import { parseLink } from './link';

/** What is wrong with the views of an atlas: parts that make no sense, ids that name nothing. */
export function viewProblems(atlas: Atlas): Problem[] {
  const problems: Problem[] = [];
  const index = indexAtlas(atlas);
  const file = atlasFiles.header;
  for (const { id, view } of atlas.chapters) {
    if (view !== undefined) check(view, inside({ file, record: id, problems }, 'view'), index);
  }
  atlas.entries.forEach(({ view }, k) => {
    const entries = inside({ file, problems }, 'entries');
    check(view, inside(inside(entries, k), 'view'), index);
  });
  return problems;
}

function check(fragment: string, site: Site, index: AtlasIndex): void {
  const { records, places, actors, atlas } = index;
  const chapters = new Map(atlas.chapters.map((chapter) => [chapter.id, chapter]));
  const parts = fragment.replace(/^#/, '').split('&');
  const seen = new Set<string>();
  for (const part of parts) {
    const [key = ''] = part.split('=');
    const view = parseLink(part);
    if (Object.keys(view).length === 0) {
      report(site, shown(part), 'a part of a link such as date=1999 or sel=some-record');
    } else if (seen.has(key)) {
      report(site, shown(part), `${key} only once`);
    }
    seen.add(key);
    const { sel, actor, place, chapter } = view;
    if (sel !== undefined && !records.has(sel) && !places.has(sel)) {
      const ids = [...records.keys(), ...places.keys()];
      reportUnknown(site, sel, 'the id of a record or a place', ids);
    }
    if (actor !== undefined && !actors.has(actor)) {
      reportUnknown(site, actor, 'the id of an actor', actors.keys());
    }
    if (place !== undefined && !places.has(place)) {
      reportUnknown(site, place, 'the id of a place', places.keys());
    }
    if (chapter !== undefined && !chapters.has(chapter)) {
      reportUnknown(site, chapter, 'the id of a chapter', chapters.keys());
    }
  }
}
