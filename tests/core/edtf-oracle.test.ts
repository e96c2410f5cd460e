import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/lib/core/date';
import { parseEdtf } from '../../src/lib/core/edtf';
import { ALWAYS, FOREVER } from '../../src/lib/core/span';
import { dates } from './arbitraries';

/**
 * The `edtf` package as a second opinion on the outer bounds. docs/time.md lists where it differs
 * and why; those values are kept out of the random texts and stand in the table below, so that a
 * new version of the package that agrees is noticed.
 */
const msPerDay = 86_400_000;

function theirs(text: string): readonly [number, number] | 'refused' {
  try {
    const { min, max } = edtf(text);
    const first = min === -Infinity ? ALWAYS : Math.floor(min / msPerDay);
    return [first, max === Infinity ? FOREVER : Math.floor(max / msPerDay)];
  } catch {
    return 'refused';
  }
}

function ours(text: string): readonly [number, number] | 'refused' {
  const time = parseEdtf(text);
  return time.ok ? [time.span.earliestStart, time.span.latestEnd] : 'refused';
}

/** Four-digit years, without 0000 to 0099, in which the package goes wrong on leap days. */
const date = fc.oneof(dates({ min: 100, max: 9999 }), dates({ min: -9999, max: -1 }));
const single = date.map(formatDate);
const pair = fc.tuple(single, single).filter(([a, b]) => {
  // The package refuses the same date twice, and mixed precision that overlaps.
  const precision = (text: string) => text.replace(/^-/, '').length;
  return a !== b && precision(a) === precision(b) && ours(`${a}/${b}`) !== 'refused';
});
const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`));

describe('the edtf package agrees on', () => {
  const texts: Record<string, fc.Arbitrary<string>> = {
    dates: single,
    'uncertain dates': single.map((text) => `${text}?`),
    intervals: pair.map(([a, b]) => `${a}/${b}`),
    'open ends': single.map((text) => `${text}/..`),
    'open starts': single.map((text) => `../${text}`),
    'unspecified digits': fc.oneof(
      digits(3).map((text) => `${text}X`),
      digits(2).map((text) => `${text}XX`),
      digits(4).map((text) => `${text}-XX`),
      digits(4).map((text) => `${text}-XX-XX`),
      single.filter((text) => /^\d{4}-\d\d$/.test(text)).map((text) => `${text}-XX`),
    ),
    'long years': fc.integer({ min: 10_000, max: 270_000 }).map((year) => `Y${year}`),
    'long years before 0': fc.integer({ min: 10_000, max: 270_000 }).map((year) => `Y-${year}`),
    'date-times in UTC': single
      .filter((text) => /-\d\d-\d\d$/.test(text))
      .map((text) => `${text}T23:59:59Z`),
    'quarters and halves': fc
      .tuple(digits(4), fc.constantFrom(33, 34, 35, 36, 39, 40, 41))
      .map(([year, code]) => `${year}-${code}`),
    'sets open on one side': fc.oneof(
      single.map((text) => `[..${text}]`),
      single.map((text) => `[${text}..]`),
    ),
  };

  it.each(Object.entries(texts))('%s', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (text) => {
        expect(ours(text)).not.toBe('refused');
        expect([text, ours(text)]).toEqual([text, theirs(text)]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '',
    'hello',
    '-0000',
    '1999-13',
    '1999-00',
    '1999-10-32',
    '1999-1',
    '2000/1999',
    'Y1999',
    '2000-21~',
    '[..]',
    '[1999',
  ])('refusing %j', (text) => expect([ours(text), theirs(text)]).toEqual(['refused', 'refused']));
});

describe('the edtf package differs, as docs/time.md lists, on', () => {
  it.each([
    '2000-21',
    '2000-24',
    '2000-29',
    '2000-37',
    '2000-38',
    '-0044-33',
    '0000-02-29',
    '1900-02-29',
    '-000X',
    '1999~',
    '1999-10-03~',
    '1999-10-03T23:30:00-05:00',
    '1999-10-03T24:00:00Z',
    '1999/',
    '/1999',
    '1999-10/1999',
    '1999/1999',
    '2000-21/2001-21',
    '[1999-10..1999-12]',
    '[2000,1999]',
    '[1960,1999]',
    '{1960,1961}',
    '199X?',
    '199X-12',
    '1999-1X',
    'XXXX',
    '?1999-10',
    '1950S2',
    'Y17E7',
    'Y170000002',
    '44',
    '19991003',
  ])('%s', (text) => expect(ours(text)).not.toEqual(theirs(text)));
});
