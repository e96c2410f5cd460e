/** What of an atlas can be found: its places, actors and records, each with what it is called. */
import { placesOf, type AtlasIndex } from './atlas';
import { placeText, typeText } from './describe';
import { fold } from './fold';
import type { Name } from './model';
import type { Result } from './result';

/** A name ready for comparison. */
export interface Key {
  readonly name: Name;
  readonly isTitle: boolean;
  readonly folded: string;
}

export interface Entry extends Omit<Result, 'name'> {
  /** The title first. */
  readonly names: readonly Name[];
  readonly keys: readonly Key[];
  /** What stands near it: the names of a record's places and actors, and its time. */
  readonly near: readonly string[];
  readonly text: string;
}

const maxDetail = 140;

/** The first clause of a text, at most about two lines. */
function clause(text: string): string {
  const end = text.search(/[;:]\s|(?<=[\p{Ll}\d)])\.\s|\.$/u);
  const first = end < 0 ? text : text.slice(0, end);
  if (first.length <= maxDetail) return first;
  return `${first.slice(0, first.lastIndexOf(' ', maxDetail))}…`;
}

/** "Tavildara" for "Tavildara Valley", "Kara-Suu" for "Kara-Suu (town near Osh)". */
function core(name: string): string {
  return name
    .replace(/\s*\(.*\)|,.*/u, '')
    .replace(/(?<=\S)\s+(city|district|province|region|town|valley)$/iu, '');
}

function entryOf(
  result: Result,
  variants: readonly Name[],
  text: string,
  near: readonly string[] = [],
): Entry {
  const { kind, id, title, detail } = result;
  const names = [{ text: title }, ...variants];
  const keys = names.flatMap((name, position) => {
    const spellings = kind === 'place' ? [name.text, core(name.text)] : [name.text];
    return spellings.map((text) => ({ name, isTitle: position === 0, folded: fold(text) }));
  });
  return { kind, id, title, detail, names, keys, near, text };
}

/** Everything of an atlas that can be found: places, actors, records. */
export function entriesOf(index: AtlasIndex): Entry[] {
  const { atlas, places, actors } = index;
  const placeNames = (id: string): string[] => {
    const place = places.get(id);
    return place ? [place.title, ...place.names.map(({ text }) => text)] : [];
  };
  const actorNames = (id: string): string[] => {
    const actor = actors.get(id);
    return actor ? [actor.name, ...actor.variants.map(({ text }) => text)] : [];
  };
  return [
    ...atlas.places.map(({ id, title, names, summary }) =>
      entryOf({ kind: 'place', id, title, detail: clause(summary) }, names, summary),
    ),
    ...atlas.actors.map(({ id, name, variants, role }) =>
      entryOf({ kind: 'actor', id, title: name, detail: clause(role) }, variants, role),
    ),
    ...atlas.records.map((record) => {
      const { id, title, summary, whenText } = record;
      const said = [typeText(record), whenText, placeText(record, index)];
      return entryOf(
        { kind: 'record', id, title, detail: said.filter(Boolean).join(' · ') },
        [],
        summary,
        [...placesOf(record).flatMap(placeNames), ...record.actors.flatMap(actorNames), whenText],
      );
    }),
  ];
}
