/** Reads sources.json (CSL-JSON), and the references that records make to it. */
import type { Passage, Source, SourceRef } from '../core/model';
import {
  isComplete,
  listOf,
  members,
  pattern,
  readableOf,
  report,
  text,
  textOf,
  uniqueOf,
  whole,
  type Members,
  type Reader,
} from './fields';
import { shown } from './problem';

const paragraph = pattern(/^\d+(-\d+)?$/, 'a paragraph such as "2", or a range such as "1-2"');

/** A reference to a source: `{ "id", "section"?, "paragraph"?, "field"? }`. */
export const sourceRef: Reader<SourceRef> = whole((from) => {
  const ref = { id: from.read('id', textOf('the id of a source')) };
  const parts = {
    section: from.optional('section', text),
    paragraph: from.optional('paragraph', paragraph),
    field: from.optional('field', text),
    locator: from.optional('locator', text),
  };
  return isComplete(ref) ? { ...ref, ...parts } : undefined;
});

const passage: Reader<Passage> = whole((from) => {
  const parts = {
    section: from.read('section', text),
    paragraph: from.read('paragraph', paragraph),
    begins: from.read('begins', text),
  };
  return isComplete(parts) ? parts : undefined;
});

/** A web address that is safe to link to: no `javascript:`, no `data:`. */
const webAddress: Reader<string> = (value, site) => {
  const expected = 'an http or https address';
  if (typeof value !== 'string' || !URL.canParse(value))
    return report(site, shown(value), expected);
  return /^https?:$/.test(new URL(value).protocol) ? value : report(site, shown(value), expected);
};

const author: Reader<string> = (value, site) => {
  const from = members(value, site);
  if (from === undefined) return undefined;
  const names = ['literal', 'given', 'family'].map((part) => from.optional(part, text));
  const name = names.filter((part) => part !== undefined).join(' ');
  return name === '' ? report(site, shown(value), 'an author with family or literal') : name;
};

/** A CSL date as text: `{ "date-parts": [[2007, 3]] }` is "2007-03". */
const issued: Reader<string> = (value, site) => {
  const from = members(value, site);
  if (from === undefined) return undefined;
  const wording = from.optional('literal', text) ?? from.optional('raw', text);
  if (wording !== undefined) return wording;
  const dates = from.value('date-parts');
  const parts: unknown = Array.isArray(dates) ? dates[0] : undefined;
  return Array.isArray(parts) && parts.length > 0 && parts.every((part) => Number.isInteger(part))
    ? parts.map((part) => String(part).padStart(2, '0')).join('-')
    : report(site, shown(value), 'a CSL date: {"date-parts": [[2007, 3]]}');
};

const passages = whole((custom: Members) => custom.optional('passages', listOf(passage)) ?? []);

const source: Reader<Source> = whole((from) => {
  const parts = { id: from.read('id', text), title: from.read('title', text) };
  const authors = from.optional('author', listOf(author));
  const rest = {
    author: authors?.join(', '),
    issued: from.optional('issued', issued),
    url: from.optional('URL', webAddress),
    note: from.optional('note', text),
    passages: from.optional('custom', passages) ?? [],
  };
  return isComplete(parts) ? { ...parts, ...rest } : undefined;
});

/** The sources of an atlas; those with problems are listed and left out. */
export const sources: Reader<Source[]> = uniqueOf(readableOf(source));
