/**
 * The link grammar: one table of parameters, each row reads and writes one part of a view.
 *
 *     #map=zoom/lat/lon[/bearing[/pitch]]&date=1999&sel=some-record&kinds=base,event
 *
 * A published shape opens for ever: rows are added, never changed. What a link leaves out is the
 * default; parts that are unknown or invalid are ignored, and the first of duplicates wins.
 */
import { groups, type Group } from '../core/group';
import { standings, type Standing } from '../core/model';
import { formatWindow, parseWindow, type Window } from '../core/window';
import { formatBox, parseBox, type Box } from './box';
import { formatCamera, parseCamera, type Camera } from './camera';
import { formatDataRefs, parseDataRefs, type DataRef } from './data-ref';
import { formatFieldValues, parseFieldValues, type FieldValues } from './field-values';
import { speeds, type Speed } from './playback.svelte';

export const layouts = ['map', 'table'] as const;
export type Layout = (typeof layouts)[number];

export const splits = ['swipe', 'side'] as const;
/** How two dates share the map: one slides over the other, or each has a half. */
export type Split = (typeof splits)[number];

export const drawings = ['signs', 'grid', 'density'] as const;
/** How a large file is drawn: each record, counts in a grid, or where records crowd. */
export type Drawing = (typeof drawings)[number];

export const linkThemes = ['light', 'dark'] as const;
export type LinkTheme = (typeof linkThemes)[number];

/** A view as a link holds it. A member left out is at its default. */
export interface View {
  readonly map?: Camera;
  readonly date?: Window;
  /** The selected record's or place's id. */
  readonly sel?: string;
  /** The groups of records that are shown. */
  readonly kinds?: readonly Group[];
  /** The standings that are shown. */
  readonly standing?: readonly Standing[];
  /** Whether only what is certain in the window is shown. */
  readonly certain?: boolean;
  /** The actor, and the place, to whose records the view is narrowed: ids. */
  readonly actor?: string;
  readonly place?: string;
  /** The word of a reader's file to whose records the view is narrowed. */
  readonly category?: string;
  /** The actor whose card is open, where no record or place is: an id. */
  readonly who?: string;
  readonly view?: Layout;
  /** Whether undated records are listed, whatever the window. */
  readonly undated?: boolean;
  /** Whether the past stays as a faint trace. */
  readonly trail?: boolean;
  /** Whether the replay starts by itself. */
  readonly play?: boolean;
  /** The words by which the table is narrowed. */
  readonly q?: string;
  /** How fast the replay goes. */
  readonly speed?: Speed;
  /** The colours, where not the reader's own. */
  readonly theme?: LinkTheme;
  /** The chapter of the story that is read: its id. Without a date, its own view is shown. */
  readonly chapter?: string;
  /** The second date, with which the first is compared. */
  readonly compare?: Window;
  readonly split?: Split;
  /** What is shown in place of the atlas, or with it: see `data-ref.ts`. */
  readonly data?: readonly DataRef[];
  /** Of a large file: the fields of which only some values are shown, and those of which some are not. */
  readonly only?: readonly FieldValues[];
  readonly hide?: readonly FieldValues[];
  /** The fields that give colour and size; for colour, the empty text is none. */
  readonly colour?: string;
  readonly size?: string;
  readonly draw?: Drawing;
  /** The box to which the map is narrowed. */
  readonly box?: Box;
  /** Whether only what is in view is listed. */
  readonly inview?: boolean;
}

/** Reads and writes one parameter; either returns undefined for what it cannot hold. */
interface Row<T> {
  readonly read: (text: string) => T | undefined;
  readonly write: (value: T) => string | undefined;
}

type Rows = { readonly [Key in keyof Required<View>]: Row<Required<View>[Key]> };

const identifier = /^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,99}$/u;

const id: Row<string> = {
  read: (text) => (identifier.test(text) ? text : undefined),
  write: (value) => value,
};

/** Characters that the words of a link may have: a longer text is no longer a link to send. */
const mostWords = 100;

/** Words without control characters, half characters, and blanks around them. */
function cleanWords(text: string): string | undefined {
  const plain = text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim();
  return [...plain].slice(0, mostWords).join('').trim() || undefined;
}

/** A switch that is on by default: only `0` is written. */
const on: Row<boolean> = {
  read: (text) => (text === '0' ? false : text === '1' ? true : undefined),
  write: (value) => (value ? undefined : '0'),
};

/** A switch that is off by default: only `1` is written. */
const off: Row<boolean> = {
  read: on.read,
  write: (value) => (value ? '1' : undefined),
};

/**
 * Some of a fixed set, in the set's own order; all of them is the default. None is written `none`.
 * Unknown members are ignored, so that a link from a newer version still opens.
 */
function someOf<T extends string>(all: readonly T[]): Row<readonly T[]> {
  return {
    read: (text) => {
      const named = text.split(',');
      const known = all.filter((member) => named.includes(member));
      return known.length > 0 || text === 'none' ? known : undefined;
    },
    write: (chosen) => {
      const named = all.filter((member) => chosen.includes(member));
      return named.length === all.length ? undefined : named.join(',') || 'none';
    },
  };
}

/** The parameters in canonical order. */
const rows: Rows = {
  map: { read: parseCamera, write: formatCamera },
  date: { read: parseWindow, write: formatWindow },
  sel: id,
  kinds: someOf(groups),
  standing: someOf(standings),
  certain: off,
  actor: id,
  place: id,
  who: id,
  view: {
    read: (text) => layouts.find((layout) => layout === text),
    write: (layout) => (layout === 'map' ? undefined : layout),
  },
  undated: on,
  trail: on,
  play: off,
  q: { read: cleanWords, write: cleanWords },
  speed: {
    read: (text) => speeds.find((speed) => String(speed) === text),
    write: (speed) => (speed === 1 ? undefined : String(speed)),
  },
  theme: {
    read: (text) => linkThemes.find((theme) => theme === text),
    write: (theme) => theme,
  },
  chapter: id,
  compare: { read: parseWindow, write: formatWindow },
  split: {
    read: (text) => splits.find((split) => split === text),
    write: (split) => (split === 'swipe' ? undefined : split),
  },
  data: { read: parseDataRefs, write: formatDataRefs },
  category: { read: cleanWords, write: cleanWords },
  only: { read: parseFieldValues, write: formatFieldValues },
  hide: { read: parseFieldValues, write: formatFieldValues },
  colour: {
    read: (text) => (text === '' ? '' : cleanWords(text)),
    write: (field) => (field === '' ? '' : cleanWords(field)),
  },
  size: { read: cleanWords, write: cleanWords },
  draw: {
    read: (text) => drawings.find((drawing) => drawing === text),
    write: (drawing) => (drawing === 'signs' ? undefined : drawing),
  },
  box: { read: parseBox, write: formatBox },
  inview: off,
};

/** Percent-encodes a value, but for the signs that are safe in a fragment and read better plain. */
function encode(text: string): string {
  return (
    // Half a character, as a name of a file may have or words that were cut, cannot be encoded.
    encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))
      .replace(/%2F/g, '/')
      .replace(/%2C/g, ',')
      .replace(/%3A/g, ':')
      // Chat programs take these for the end of a link, or for markup.
      .replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  );
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return undefined;
  }
}

/** Whether a parameter of this name is in the table. */
export function isKey(key: string): key is keyof View {
  return Object.hasOwn(rows, key);
}

function readInto<Key extends keyof View>(
  view: Partial<View>,
  key: Key,
  text: string,
): Partial<View> {
  const value = (rows[key] as Row<Required<View>[Key]>).read(text);
  return value === undefined ? view : { ...view, [key]: value };
}

/**
 * Reads a fragment, with or without its `#`. Never throws. A bare `#zoom/lat/lon`, as MapLibre and
 * OpenStreetMap write it, is a map position.
 */
export function parseLink(fragment: string): View {
  const text = fragment.replace(/^#/, '').slice(0, 4000);
  const bare = parseCamera(text);
  if (bare) return { map: bare };
  let view: Partial<View> = {};
  for (const part of text.split('&')) {
    const at = part.indexOf('=');
    if (at < 1) continue;
    const key = part.slice(0, at);
    const value = decode(part.slice(at + 1));
    if (value === undefined || !isKey(key) || view[key] !== undefined) continue;
    view = readInto(view, key, value);
  }
  return view;
}

function written<Key extends keyof View>(view: View, key: Key): string | undefined {
  const value = view[key];
  if (value === undefined) return undefined;
  return (rows[key] as Row<Required<View>[Key]>).write(value as Required<View>[Key]);
}

/** Writes a view as a fragment with its `#`; the empty string for a view that is all defaults. */
export function formatLink(view: View): string {
  const parts = (Object.keys(rows) as (keyof View)[]).flatMap((key) => {
    const text = written(view, key);
    return text === undefined ? [] : [`${key}=${encode(text)}`];
  });
  return parts.length ? `#${parts.join('&')}` : '';
}
