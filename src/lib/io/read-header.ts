/** Reads atlas.json: what the atlas is called and covers, its actors and chapters. */
import { spanBetween } from '../core/bounds';
import { daysOf, parseDate } from '../core/date';
import {
  actorKinds,
  type Actor,
  type Atlas,
  type Chapter,
  type Entry,
  type MethodNote,
  type Name,
} from '../core/model';
import type { Interval, Span } from '../core/span';
import { parseWindow } from '../core/window';
import {
  id,
  inside,
  isComplete,
  listOf,
  members,
  oneOf,
  readableOf,
  report,
  text,
  uniqueOf,
  whole,
  type Reader,
} from './fields';
import { shown } from './problem';
import { sourceRef } from './read-source';

/** What atlas.json holds: an atlas without its sources, places and records. */
export type Header = Omit<Atlas, 'sources' | 'places' | 'records'>;

const dateForm = 'a date: YYYY, YYYY-MM or YYYY-MM-DD';

const date: Reader<Interval> = (value, site) => {
  const parsed = typeof value === 'string' ? parseDate(value) : undefined;
  return parsed === undefined ? report(site, shown(value), dateForm) : daysOf(parsed);
};

/** Two dates, the second not before the first: the days from one to the other, with their bounds. */
const span: Reader<Span> = (value, site) => {
  const expected = 'two dates, the earlier first: ["1991", "1992"]';
  if (!Array.isArray(value) || value.length !== 2) return report(site, shown(value), expected);
  const [start, end] = [date(value[0], inside(site, 0)), date(value[1], inside(site, 1))];
  if (start === undefined || end === undefined) return undefined;
  return spanBetween(start, end) ?? report(site, shown(value), expected);
};

type Bounds = Header['opening']['bounds'];

const bounds: Reader<Bounds> = (value, site) => {
  const numbers = Array.isArray(value)
    ? value.filter((part): part is number => Number.isFinite(part))
    : [];
  const [west, south, east, north] = numbers;
  if (
    numbers.length !== 4 ||
    west === undefined ||
    south === undefined ||
    east === undefined ||
    north === undefined ||
    Math.abs(west) > 180 ||
    Math.abs(east) > 180 ||
    south < -90 ||
    north > 90 ||
    west >= east ||
    south >= north
  ) {
    return report(site, shown(value), 'west, south, east, north in degrees');
  }
  return [west, south, east, north];
};

/** A window, kept as the address bar writes it. */
const windowText: Reader<string> = (value, site) =>
  typeof value === 'string' && parseWindow(value)
    ? value
    : report(site, shown(value), `${dateForm}, two of them (1999/2001), or all`);

const opening: Reader<Header['opening']> = whole((from) => {
  const parts = { date: from.read('date', windowText), bounds: from.read('bounds', bounds) };
  return isComplete(parts) ? parts : undefined;
});

const variant: Reader<Name> = whole((from) => {
  const name = { text: from.read('text', text) };
  return isComplete(name) ? { ...name, lang: from.optional('lang', text) } : undefined;
});

const actor: Reader<Actor> = whole((from) => {
  const parts = {
    id: from.read('id', id),
    kind: from.read('kind', oneOf(actorKinds)),
    name: from.read('name', text),
    role: from.read('role', text),
  };
  const variants = from.optional('variants', listOf(variant)) ?? [];
  return isComplete(parts) ? { ...parts, variants } : undefined;
});

const chapter: Reader<Chapter> = whole((from) => {
  const parts = {
    id: from.read('id', id),
    title: from.read('title', text),
    text: from.read('text', text),
    span: from.read('span', span),
  };
  const view = from.optional('view', text);
  const sources = from.optional('sources', listOf(sourceRef)) ?? [];
  if (!isComplete(parts)) return undefined;
  return { ...parts, ...(view !== undefined && { view }), sources };
});

const methodNote: Reader<MethodNote> = whole((from) => {
  const parts = { title: from.read('title', text), text: from.read('text', text) };
  return isComplete(parts) ? parts : undefined;
});

const entry: Reader<Entry> = whole((from) => {
  const parts = { title: from.read('title', text), view: from.read('view', text) };
  return isComplete(parts) ? parts : undefined;
});

/** The header of an atlas. Actors and chapters with problems are listed and left out. */
export const header: Reader<Header> = (value, site) => {
  const from = members(value, site);
  if (from === undefined) return undefined;
  const days = from.read('span', span);
  const parts = {
    id: from.read('id', id),
    title: from.read('title', text),
    summary: from.read('summary', text),
    version: from.read('version', text),
    licence: from.read('licence', text),
    span: days && { from: days.earliestStart, to: days.latestEnd },
    opening: from.read('opening', opening),
    actors: from.read('actors', uniqueOf(readableOf(actor))),
  };
  const chapters = from.optional('chapters', uniqueOf(readableOf(chapter))) ?? [];
  const method = from.optional('method', listOf(methodNote)) ?? [];
  const entries = from.optional('entries', listOf(entry)) ?? [];
  return isComplete(parts) ? { ...parts, chapters, method, entries } : undefined;
};
