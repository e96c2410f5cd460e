import { describe, expect, it } from 'vitest';
import { nearest, reportUnknown } from '../../src/lib/io/nearest';
import type { Problem } from '../../src/lib/io/problem';

const places = ['osh', 'namangan', 'kara-suu-town', 'kara-su-valley', 'tajikistan'];

describe('nearest', () => {
  it.each([
    ['namagan', 'namangan'],
    ['kara-su-town', 'kara-suu-town'],
    ['kara-suu-valley', 'kara-su-valley'],
    ['tajikstan', 'tajikistan'],
    ['ohs', 'osh'],
  ])('%s is meant to be %s', (word, meant) => {
    expect(nearest(word, places)).toBe(meant);
  });

  it.each(['', 'oxy', 'uzbekistan', 'x'.repeat(10_000)])('%s is meant to be none', (word) => {
    expect(nearest(word, places.slice(0, 4))).toBeUndefined();
  });

  it('stands in the message only where there is one', () => {
    const says = (word: string | undefined, problems: Problem[] = []) => {
      reportUnknown({ file: 'f', problems }, word, 'a place id', places);
      return problems.map(({ found, expected }) => `${found}: ${expected}`).at(-1);
    };
    expect(says('oshh')).toBe('"oshh": a place id (did you mean "osh"?)');
    expect(says('vienna')).toBe('"vienna": a place id');
    expect(says(undefined)).toBe('nothing: a place id');
    const many = Array.from({ length: 100 }, () => ({ file: 'f', found: 'x', expected: 'y' }));
    expect(says('oshh', many)).toBe('"oshh": a place id');
  });
});
