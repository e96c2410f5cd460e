/**
 * Finding records, places and actors by what they are called or what is said of them.
 *
 * MiniSearch gives the candidates and, among equals, their order; how a name matches decides
 * before that, so that a whole name always stands over a mention.
 */
import MiniSearch, { type Query } from 'minisearch';
import type { AtlasIndex } from './atlas';
import { entriesOf, type Entry, type Key } from './findable';
import { fold, loosen, squash } from './fold';
import type { Name } from './model';
import { resultKinds, type Result } from './result';

export type { Result } from './result';

export interface Search {
  /** Builds the index, if that has not been done; `find` does so too. */
  prepare(): void;
  /** The best results, best first; none for an empty query. */
  find(query: string, limit?: number): Result[];
}

/** How well a result answers, best first. */
const matches = ['title', 'name', 'sound', 'start', 'words', 'text', 'like'] as const;
type Match = (typeof matches)[number];
const rank = (match: Match): number => matches.indexOf(match);

/** A query as it is compared. */
interface Wanted {
  /** As it was typed, in lower case. */
  readonly typed: string;
  readonly folded: string;
  readonly words: readonly string[];
}

const wordsOf = (folded: string): string[] => folded.split(' ').filter(Boolean);

/** What MiniSearch holds of a text: words, compounds without hyphens, and all of it by sound. */
function termsOf(text: string): string {
  const folded = fold(text);
  const parts = wordsOf(folded);
  const compounds = text.split(/\s+/u).map((part) => squash(fold(part)));
  const whole = parts.length <= 3 ? [squash(folded)] : [];
  const joined = [...compounds, ...whole].filter((word) => word && !parts.includes(word));
  return [...parts, ...joined].flatMap(spellings).join(' ');
}

/** Words that tell nothing as long as there are others. */
const fillers = new Set('a an and at by for from in of on the to'.split(' '));

/** Longer than any name; what is pasted by mistake must not take the page's time. */
const maxQuery = 100;

function wantedOf(query: string): Wanted {
  const folded = fold(query.slice(0, maxQuery));
  const all = wordsOf(folded);
  // The last one may be the beginning of a word.
  const words = all.filter((word, i) => i === all.length - 1 || !fillers.has(word));
  return { typed: query.trim().toLowerCase(), folded, words };
}

/** The spellings in which a word is looked up; a short sound would find too much. */
function spellings(word: string): string[] {
  const sound = loosen(word);
  return sound.length < 3 || sound === word ? [word] : [word, sound];
}

/** How far a name's word may be off: an edit in five letters; a number is meant as it is. */
const tolerance = (word: string): number | false =>
  word.length > 3 && !/\p{N}/u.test(word) ? 0.2 : false;

/** Every word, each from its beginning and in names also misspelt; or all of them as one word. */
function queryOf({ folded, words }: Wanted): Query {
  const anywhere = words.map((word): Query => ({
    combineWith: 'OR',
    queries: spellings(word).flatMap((spelling) => [
      { queries: [spelling], fields: ['near', 'text'] },
      { queries: [spelling], fields: ['names'], fuzzy: tolerance(spelling) },
    ]),
  }));
  return {
    combineWith: 'OR',
    queries: [{ combineWith: 'AND', queries: anywhere }, ...spellings(squash(folded))],
  };
}

const startsOne = (word: string, terms: readonly string[]): boolean =>
  spellings(word).some((spelling) => terms.some((term) => term.startsWith(spelling)));

function matchOf(key: Key, { folded, words }: Wanted): Match | undefined {
  const [name, wanted] = [squash(key.folded), squash(folded)];
  if (name === wanted) return key.isTitle ? 'title' : 'name';
  if (loosen(name) === loosen(wanted)) return 'sound';
  if (name.startsWith(wanted)) return 'start';
  const terms = wordsOf(key.folded);
  const heard = terms.map(loosen);
  return words.every((word) => startsOne(word, [...terms, ...heard])) ? 'words' : undefined;
}

interface Candidate {
  readonly entry: Entry;
  readonly match: Match;
  readonly name?: Name;
}

const kindOrder = ({ entry }: Candidate): number => resultKinds.indexOf(entry.kind);

const says = (title: string, text: string): boolean =>
  title.toLowerCase().includes(text.toLowerCase());

/** Where the title is matched only in another script or spelling: the name that was typed. */
function typedName({ title, names }: Entry, { typed }: Wanted): Name | undefined {
  if (says(title, typed)) return undefined;
  return names.find(({ text }) => text.toLowerCase().startsWith(typed));
}

function candidateOf(entry: Entry, terms: readonly string[], wanted: Wanted): Candidate {
  let best: Candidate | undefined;
  for (const key of entry.keys) {
    const match = matchOf(key, wanted);
    if (match === undefined || (best && rank(best.match) <= rank(match))) continue;
    const name = key.isTitle ? typedName(entry, wanted) : key.name;
    best = { entry, match, name: name && says(entry.title, name.text) ? undefined : name };
  }
  const written =
    wanted.words.every((word) => startsOne(word, terms)) || startsOne(squash(wanted.folded), terms);
  return best ?? { entry, match: written ? 'text' : 'like' };
}

/** At most half of one kind, as long as others have something too. */
function fair(candidates: readonly Candidate[], limit: number): Candidate[] {
  const counts = new Map<Result['kind'], number>();
  const [within, beyond]: [Candidate[], Candidate[]] = [[], []];
  for (const candidate of candidates) {
    const count = (counts.get(candidate.entry.kind) ?? 0) + 1;
    counts.set(candidate.entry.kind, count);
    (count <= limit / 2 ? within : beyond).push(candidate);
  }
  const chosen = new Set([...within, ...beyond].slice(0, limit));
  return candidates.filter((candidate) => chosen.has(candidate));
}

/** The search of an atlas; its index is built when it is first needed. */
export function buildSearch(index: AtlasIndex): Search {
  let built: { entries: Entry[]; engine: MiniSearch } | undefined;

  function build(): { entries: Entry[]; engine: MiniSearch } {
    const entries = entriesOf(index);
    // Many records have the same people and places near them.
    const known = new Map<string, string>();
    const terms = (text: string): string => {
      const had = known.get(text) ?? termsOf(text);
      known.set(text, had);
      return had;
    };
    const engine = new MiniSearch({
      fields: ['names', 'near', 'text'],
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term,
      searchOptions: { prefix: true, boost: { names: 4, near: 2 } },
    });
    engine.addAll(
      entries.map((entry, id) => ({
        id,
        names: entry.names.map((name) => terms(name.text)).join(' '),
        near: entry.near.map(terms).join(' '),
        text: termsOf(entry.text),
      })),
    );
    return { entries, engine };
  }

  function find(query: string, limit = 12): Result[] {
    const wanted = wantedOf(query);
    if (!wanted.words.length) return [];
    const { entries, engine } = (built ??= build());
    const candidates = engine
      .search(queryOf(wanted))
      .flatMap(({ id, score, terms }) => {
        const position = Number(id);
        const entry = entries[position];
        return entry ? [{ ...candidateOf(entry, terms, wanted), score, position }] : [];
      })
      .sort(
        (a, b) =>
          rank(a.match) - rank(b.match) ||
          // Of what is only mentioned or resembled, the score alone tells.
          (rank(a.match) < rank('text') ? kindOrder(a) - kindOrder(b) : 0) ||
          b.score - a.score ||
          a.position - b.position,
      );
    // Where something is called just so, what only resembles it is noise.
    const called = candidates[0] && rank(candidates[0].match) <= rank('sound');
    const kept = called ? candidates.filter(({ match }) => match !== 'like') : candidates;
    return fair(kept, limit).map(({ entry: { kind, id, title, detail }, name }) => ({
      ...{ kind, id, title, detail },
      ...(name && { name }),
    }));
  }

  return { prepare: () => void (built ??= build()), find };
}
