/** Checks that whatever a chapter names is there; what its view shows, `view/check-views.ts` checks. */
import { findMention, parseMentions, type Nameable } from '../core/mentions';
import type { AtlasRecord, Chapter } from '../core/model';
import { checkPassages, type Known } from './check-references';
import { inside, report, type Site } from './fields';
import { reportUnknown } from './nearest';
import { shown } from './problem';

/** What chapters may name: what records may, and the records. */
export type KnownToChapters = Known & { readonly records: ReadonlyMap<string, AtlasRecord> };

/** Lists mentions that name nothing or are not closed, and sources that are not there. */
export function checkChapters(
  chapters: readonly Chapter[],
  known: KnownToChapters,
  { file, problems }: Site,
): void {
  for (const { id, text, sources } of chapters) {
    const site: Site = { file, record: id, problems };
    checkMentions(text, inside(site, 'text'), known);
    checkPassages(sources, site, known.sources);
  }
}

/** Where a mention was meant and not closed, or has a space in its target. */
const leftOver = /.{0,20}\]\(.{0,20}/u;

function checkMentions(text: string, site: Site, known: Nameable & KnownToChapters): void {
  for (const segment of parseMentions(text)) {
    const { target } = segment;
    const broken = target === undefined ? leftOver.exec(segment.text)?.[0] : undefined;
    if (broken !== undefined) {
      report(site, shown(broken), 'a mention such as [the raid](some-record)');
    }
    if (target === undefined || findMention(target, known)) continue;
    const ids = [known.records, known.places, known.actors].flatMap((table) => [...table.keys()]);
    reportUnknown(site, target, 'the id of a record, a place or an actor', ids);
  }
}
