/**
 * The readers that take what others wrote, one a row. A reader that is added to the project is added
 * here: real texts of its format, words to make others from, and how it is called.
 */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { formatEdtf, parseEdtf, parseEdtfSpan, type EdtfTime } from '../../src/lib/core/edtf';
import { boundsText, whenText } from '../../src/lib/core/wording';
import { atlasFiles, readAtlas } from '../../src/lib/io/atlas';
import { problemText } from '../../src/lib/io/problem';
import { formatLink, parseLink } from '../../src/lib/view/link';
import { smallFiles } from '../io/small-atlas';
import { visitorReaders } from './visitor-readers';

export interface FuzzedReader {
  readonly name: string;
  /** Real texts of the format. */
  readonly seeds: readonly string[];
  /** What such a text is made of. */
  readonly words: readonly string[];
  /**
   * Reads, and expects of what comes out whatever must hold for any input. Reading itself must not
   * throw: bad input is an answer.
   */
  readonly read: (text: string) => unknown;
  /** How many texts are tried; 10,000 if not said. */
  readonly runs?: number;
}

/** Every number in a value that was read is one. */
function expectFinite(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(expectFinite);
}

const files = smallFiles();

/** One file of the small atlas is hostile, the others are right. */
function atlasReader(name: string): FuzzedReader {
  return {
    name: `atlas: ${name}`,
    seeds: files.filter((file) => file.name === name).map(({ text }) => text),
    words: [
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"id":',
        '"type":',
        '"properties":',
        '"geometry":',
        '1',
        '""',
      ],
      ...['"when":{"timespans":[', '"start":{"in":"1999"}', '"latest":"1998"', '"coordinates":'],
      ...[
        '"Feature"',
        '"FeatureCollection"',
        '"Point"',
        '[71,40]',
        '"Polygon"',
        '"GeometryCollection"',
      ],
      ...['"kind":"movement"', '"from":', '"follows":["x"]', '"claims":[{', '"sources":[{'],
    ],
    read: (text) => {
      const read = readAtlas(files.map((file) => (file.name === name ? { name, text } : file)));
      for (const problem of read.problems) {
        expect(problemText(problem).length).toBeLessThan(2000);
        expect(problem.file).not.toBe('');
      }
      if (read.atlas) expectFinite(read.atlas.places.map(({ geometry }) => geometry));
      if (read.atlas) expectFinite(read.atlas.records.map(({ spans, lines }) => [spans, lines]));
    },
    // Six files, one door: each has its share.
    runs: 2000,
  };
}

function expectSpan(time: EdtfTime): void {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = time.span;
  for (const day of [earliestStart, latestStart, earliestEnd, latestEnd]) {
    expect(Number.isSafeInteger(day)).toBe(true);
  }
  expect(earliestStart).toBeLessThanOrEqual(latestStart);
  expect(earliestEnd).toBeLessThanOrEqual(latestEnd);
  expect(earliestStart).toBeLessThanOrEqual(latestEnd);
  expect(whenText(time.span)).not.toMatch(/NaN|undefined|Infinity/);
  expect(boundsText(time.span)).not.toMatch(/NaN|undefined|Infinity/);
  const written = formatEdtf(time.span);
  if (written === undefined) return;
  const again = parseEdtf(written);
  expect(again.ok && again.span).toEqual(time.span);
}

const edtf: FuzzedReader = {
  name: 'EDTF',
  seeds: [
    ...[
      '1999',
      '1999-10',
      '1999-10-03T23:30:00-05:00',
      '-0044',
      '199X',
      '2000-21',
      '1999~',
      '1999?',
    ],
    ...['[1999-10..1999-12]', '[1999,2000]', '1999-10/1999-12', '1999/..', '../1999', 'Y-170000'],
  ],
  words: [
    '1',
    '9',
    '0',
    '-',
    '/',
    '..',
    '[',
    ']',
    '{',
    '}',
    ',',
    'X',
    '~',
    '?',
    '%',
    'Y',
    'E',
    'S',
    'T',
    ':',
  ],
  read: (text) => {
    const [start = '', end] = text.split('|');
    for (const time of [parseEdtf(text), parseEdtfSpan(start, end)]) {
      if (time.ok) expectSpan(time);
      else expect(time.expected).not.toBe('');
    }
  },
};

const published = JSON.parse(
  readFileSync(new URL('../fixtures/links.json', import.meta.url), 'utf8'),
) as { link: string }[];

const link: FuzzedReader = {
  name: 'link',
  seeds: published.map(({ link: text }) => text).filter(Boolean),
  words: [
    ...[
      '#',
      '&',
      '=',
      '/',
      ',',
      '.',
      '-',
      '%2F',
      '%',
      'map=',
      'date=',
      'sel=',
      'kinds=',
      'standing=',
    ],
    ...[
      'actor=',
      'place=',
      'view=table',
      'trail=0',
      'play=1',
      'all',
      '1999',
      '2000-08-12',
      'none',
      '1',
    ],
    ...['incursion', '__proto__=', 'constructor=', 'toString=', '90', '180', '22'],
  ],
  read: (text) => {
    const canonical = formatLink(parseLink(text));
    expect(formatLink(parseLink(canonical))).toBe(canonical);
    expect(canonical.length).toBeLessThan(20_000);
  },
};

export const readers: readonly FuzzedReader[] = [
  ...Object.values(atlasFiles).map(atlasReader),
  edtf,
  link,
  ...visitorReaders,
];
