/**
 * Mentions in a chapter's text, as data: `[Namangani](namangani)` is a text with the id of what it
 * names. Nothing else is marked up; a text is never HTML.
 */
import type { AtlasIndex } from './atlas';
import type { ResultKind } from './result';

/** A piece of a text; with a target, a mention. */
export interface Segment {
  readonly text: string;
  /** An id, or `actor:` and an id where a place has the same one. */
  readonly target?: string;
}

const mention = /\[([^[\]]+)\]\(([^()\s]+)\)/g;

/** A text as its pieces, in order; brackets that make no mention stay as they are. */
export function parseMentions(text: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const found of text.matchAll(mention)) {
    const [whole, words = '', target = ''] = found;
    if (found.index > end) segments.push({ text: text.slice(end, found.index) });
    segments.push({ text: words, target });
    end = found.index + whole.length;
  }
  if (end < text.length) segments.push({ text: text.slice(end) });
  return segments;
}

/** A text as it is read aloud: without its marks. */
export function plainText(text: string): string {
  return parseMentions(text)
    .map((segment) => segment.text)
    .join('');
}

/** What a mention names. */
export interface Mentioned {
  readonly kind: ResultKind;
  readonly id: string;
}

/** What may be named: the records, places and actors of an atlas, by id. */
export type Nameable = {
  readonly [Table in 'records' | 'places' | 'actors']: Pick<AtlasIndex[Table], 'has'>;
};

/** What a target names: a record, or else a place, or else an actor; undefined if nothing. */
export function findMention(target: string, known: Nameable): Mentioned | undefined {
  const [kind, id] = target.startsWith('actor:') ? ['actor', target.slice(6)] : ['', target];
  if (kind === '' && known.records.has(id)) return { kind: 'record', id };
  if (kind === '' && known.places.has(id)) return { kind: 'place', id };
  return known.actors.has(id) ? { kind: 'actor', id } : undefined;
}

/** A piece of a text with what it names; a mention of nothing is plain text. */
export interface Piece {
  readonly text: string;
  readonly mentioned?: Mentioned;
}

/** A text as pieces to show. */
export function piecesOf(text: string, known: Nameable): Piece[] {
  return parseMentions(text).map((segment) => {
    const mentioned = segment.target === undefined ? undefined : findMention(segment.target, known);
    return mentioned ? { text: segment.text, mentioned } : { text: segment.text };
  });
}
