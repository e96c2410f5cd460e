/**
 * What of a link cannot be shown: a record that is gone, a parameter or a value that a newer version
 * wrote, text that is none of the grammar. The rest of the link opens; this names what is missing.
 */
import type { AtlasIndex } from '../core/atlas';
import { groups } from '../core/group';
import { standings } from '../core/model';
import { parseDataRefs } from './data-ref';
import { isKey, parseLink, type View } from './link';

export interface DeadPart {
  /** What is wrong: an id that the atlas lacks, an unknown parameter, or a value nobody can read. */
  readonly kind: 'id' | 'parameter' | 'value' | 'member';
  /** The parameter. */
  readonly name: string;
  /** What the link has there, as a reader may see it. */
  readonly found: string;
}

/** What networks add to addresses that pass through them; no reader misses it. */
const trackers = /^(utm_\w+|fbclid|gclid|mc_[a-z]+|igshid)$/i;

/** As much of a value as a message can hold. */
const longest = 60;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    // Shown as it stands.
    return text;
  }
}

function shown(text: string): string {
  const plain = decoded(text).replace(/[\p{Cc}\p{Cs}]/gu, '\uFFFD');
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

const choices: Partial<Record<keyof View, readonly string[]>> = {
  kinds: groups,
  standing: standings,
};

/** The members of a choice that this version does not know. */
function unknownMembers(name: keyof View, text: string): string[] {
  if (name === 'data') return unreadableData(text);
  const all = choices[name];
  if (!all) return [];
  return shown(text)
    .split(',')
    .filter((member) => member !== '' && member !== 'none' && !all.includes(member));
}

/** What of a list of data names neither a file nor an address that is fetched. */
function unreadableData(text: string): string[] {
  return decoded(text)
    .split(',')
    .filter((one) => one !== '' && one !== 'atlas' && !parseDataRefs(one))
    .map(shown);
}

function isKnownId(name: keyof View, id: string, index: AtlasIndex): boolean {
  if (name === 'sel') return index.records.has(id) || index.places.has(id);
  if (name === 'actor' || name === 'who') return index.actors.has(id);
  if (name === 'chapter') return index.atlas.chapters.some((chapter) => chapter.id === id);
  if (name === 'category') return index.atlas.records.some(({ category }) => category === id);
  return name !== 'place' || index.places.has(id);
}

/**
 * The parts of a fragment that cannot be shown, in its order, each once. Of parameters that are given
 * twice only the one that counts is looked at; text without `=` is an anchor, not a part.
 */
export function deadParts(fragment: string, index: AtlasIndex): DeadPart[] {
  const view = parseLink(fragment);
  const seen = new Set<string>();
  const dead: DeadPart[] = [];
  for (const part of fragment.replace(/^#/, '').slice(0, 4000).split('&')) {
    const at = part.indexOf('=');
    const [name, text] = [part.slice(0, at), part.slice(at + 1)];
    if (at < 1 || seen.has(name) || trackers.test(name)) continue;
    if (!isKey(name)) {
      seen.add(name);
      dead.push({ kind: 'parameter', name: shown(name), found: shown(text) });
      continue;
    }
    const value = parseLink(part)[name];
    // A later one that can be read stands in for one that cannot.
    if (value === undefined && view[name] !== undefined) continue;
    seen.add(name);
    if (value === undefined) {
      if (text !== '') dead.push({ kind: 'value', name, found: shown(text) });
    } else if (typeof value === 'string' && !isKnownId(name, value, index)) {
      dead.push({ kind: 'id', name, found: shown(text) });
    }
    for (const found of value === undefined ? [] : unknownMembers(name, text)) {
      dead.push({ kind: 'member', name, found });
    }
  }
  return dead;
}

const things: Partial<Record<string, string>> = {
  sel: 'record or place',
  actor: 'person or organisation',
  who: 'person or organisation',
  place: 'place',
  chapter: 'chapter',
  category: 'category',
};

/** A dead part in a sentence. */
export function deadPartText({ kind, name, found }: DeadPart): string {
  if (name === 'data' && found.startsWith('http:')) {
    return `“${found}” is not fetched: only addresses that begin with https are safe to ask.`;
  }
  switch (kind) {
    case 'id':
      return `This atlas has no ${things[name] ?? 'record'} “${found}”: it may have been renamed or taken out.`;
    case 'parameter':
      return `“${name}” is nothing that this version knows; a newer one may have written it.`;
    case 'value':
      return `“${name}=${found}” cannot be read; it is left at its default.`;
    case 'member':
      return `“${found}” of “${name}” is nothing that this version knows.`;
  }
}
