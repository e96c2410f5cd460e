/**
 * Typed readers of unknown JSON values.
 *
 * A reader returns the value in its type, or lists what is wrong with it and returns undefined. It
 * copies only the members that it names, so that a member called `__proto__` goes nowhere.
 */
import { shown, type Problem } from './problem';

/** The way to a value within its record, from the value up: "claims[0].by" from `by`. */
interface Path {
  readonly step: string | number;
  readonly up: Path | undefined;
}

/** Where a value stands, and the list that its problems go to. */
export interface Site {
  readonly file: string;
  readonly record?: string;
  /** Written out only where a problem is listed: most values have none. */
  readonly path?: Path;
  readonly problems: Problem[];
  /**
   * The file is a reader's own, written here of what was opened: a text may be empty there, ids have
   * letters of any script, and what a file says in its own words is kept.
   */
  readonly own?: boolean;
}

/** Reads a value, or lists a problem and returns undefined. */
export type Reader<T> = (value: unknown, site: Site) => T | undefined;

/** Lists a problem; returns undefined, so that a reader can end with it. */
export function report(site: Site, found: string, expected: string): undefined {
  const { file, record, problems } = site;
  problems.push({ file, record, field: fieldOf(site.path), found, expected });
  return undefined;
}

/** The site of a member ("claims.by") or an item ("claims[0]"). */
export function inside(site: Site, step: string | number): Site {
  const { file, record, path, problems, own } = site;
  return { file, record, path: { step, up: path }, problems, own };
}

function fieldOf(path: Path | undefined): string | undefined {
  if (path === undefined) return undefined;
  const before = fieldOf(path.up);
  if (typeof path.step === 'number') return `${before ?? ''}[${path.step}]`;
  return before === undefined ? path.step : `${before}.${path.step}`;
}

/** Text that is not empty, but in a reader's own file; `expected` says what it should hold. */
export function textOf(expected: string): Reader<string> {
  return (value, site) =>
    typeof value === 'string' && (site.own || value.trim() !== '')
      ? value
      : report(site, shown(value), expected);
}

/** Text that is not empty. */
export const text = textOf('text');

/** Text that matches a pattern. */
export function pattern(form: RegExp, expected: string): Reader<string> {
  return (value, site) =>
    typeof value === 'string' && form.test(value) ? value : report(site, shown(value), expected);
}

/** Ids stand in addresses and file names, so they are plain. */
const plainId = pattern(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  'an id of lower-case words joined by hyphens, such as "tashkent-bombings-1999"',
);
/** As ids are made of what a file names. */
const ownId = pattern(
  /^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,99}$/u,
  'an id of letters, digits, hyphens, points and colons',
);

/** An id of an atlas, or of a reader's own file. */
export const id: Reader<string> = (value, site) => (site.own ? ownId : plainId)(value, site);

/** A finite number, at least `least`: 1e999 is JSON too, and reads as Infinity. */
export function numberFrom(least: number): Reader<number> {
  const expected = least === -Infinity ? 'a number' : `a number of at least ${least}`;
  return (value, site) =>
    typeof value === 'number' && Number.isFinite(value) && value >= least
      ? value
      : report(site, shown(value), expected);
}

/** One of the words of an enumeration. */
export function oneOf<T extends string>(words: readonly T[]): Reader<T> {
  const expected = words.length === 1 ? `"${words.join()}"` : `one of ${words.join(', ')}`;
  return (value, site) =>
    words.find((word) => word === value) ?? report(site, shown(value), expected);
}

/** A list, every item of which can be read; `least` items or more. */
export function listOf<T>(
  item: Reader<T>,
  { least = 0, expected = 'a list' }: { least?: number; expected?: string } = {},
): Reader<T[]> {
  return (value, site) => {
    if (!Array.isArray(value) || value.length < least) return report(site, shown(value), expected);
    const items = value.map((entry: unknown, index) => item(entry, inside(site, index)));
    const good = items.filter((entry) => entry !== undefined);
    return good.length === items.length ? good : undefined;
  };
}

/** A list without the items that cannot be read, which are listed as problems. */
export function readableOf<T>(item: Reader<T>): Reader<T[]> {
  return (value, site) =>
    Array.isArray(value)
      ? value
          .map((entry: unknown, index) => item(entry, inside(site, index)))
          .filter((entry) => entry !== undefined)
      : report(site, shown(value), 'a list');
}

/** The members of one JSON object, read by name. */
export class Members {
  readonly #object: object;
  readonly site: Site;

  constructor(object: object, site: Site) {
    this.#object = object;
    this.site = site;
  }

  /** The object's own member, unread; undefined where it has none of that name. */
  value(name: string): unknown {
    return Object.hasOwn(this.#object, name) ? Reflect.get(this.#object, name) : undefined;
  }

  /** A member that must be there. */
  read<T>(name: string, reader: Reader<T>): T | undefined {
    return reader(this.value(name), inside(this.site, name));
  }

  /** A member that may be left out, or null as table programs write it. */
  optional<T>(name: string, reader: Reader<T>): T | undefined {
    const value = this.value(name);
    return value === undefined || value === null ? undefined : this.read(name, reader);
  }

  /** The same members, reported under another site. */
  under(site: Site): Members {
    return new Members(this.#object, site);
  }
}

/** A JSON object, as opposed to a list, text, a number or null. */
export const members: Reader<Members> = (value, site) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Members(value, site)
    : report(site, shown(value), 'an object');

/** What a reading returns; undefined if it lists any problem, so that no half-read thing passes. */
export function clean<T>(site: Site, read: () => T | undefined): T | undefined {
  const before = site.problems.length;
  const result = read();
  return site.problems.length > before ? undefined : result;
}

/** Reads an object whole: undefined if the reader lists any problem. */
export function whole<T>(read: (from: Members) => T | undefined): Reader<T> {
  return (value, site) =>
    clean(site, () => {
      const from = members(value, site);
      return from && read(from);
    });
}

/** Whether every part of a thing was read. */
export function isComplete<T extends object>(
  parts: T,
): parts is { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.values(parts).every((part) => part !== undefined);
}

/** Things with ids of their own; each that repeats an id is listed and left out. */
export function uniqueOf<T extends { readonly id: string }>(reader: Reader<T[]>): Reader<T[]> {
  return (value, site) => {
    const seen = new Set<string>();
    return reader(value, site)?.filter((thing) => {
      if (seen.has(thing.id)) report(site, `"${thing.id}" again`, 'every id only once');
      return !seen.has(thing.id) && seen.add(thing.id);
    });
  };
}
