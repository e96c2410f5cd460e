import { describe, expect, it } from 'vitest';
import { isDisputed, matters } from '../../src/lib/core/claims';
import type { Stance } from '../../src/lib/core/model';
import { realAtlas } from '../real-atlas';
import { aClaim } from './records';

const stances: Stance[] = ['asserts', 'doubts', 'denies'];

/** Claims as in `ransom asserts, ransom denies`. */
function claims(text: string) {
  return text.split(', ').flatMap((each) => {
    const [about = '', word] = each.split(' ');
    const stance = stances.find((known) => known === word);
    return stance ? [aClaim(about, stance)] : [];
  });
}

describe('isDisputed', () => {
  it.each([
    ['', false],
    ['ransom asserts', false],
    ['ransom doubts', false],
    ['ransom denies', false],
    ['ransom asserts, ransom asserts', false],
    ['ransom doubts, ransom denies', false],
    ['ransom asserts, ransom doubts', true],
    ['ransom asserts, ransom denies', true],
    ['ransom denies, ransom asserts', true],
    ['ransom asserts, motive denies', false],
    ['ransom asserts, motive doubts, motive denies', false],
    ['ransom asserts, motive asserts, motive denies', true],
    ['ransom asserts, Ransom denies', false],
  ])('%s: %s', (text, expected) => {
    expect(isDisputed({ claims: claims(text) })).toBe(expected);
  });
});

describe('matters', () => {
  it('gathers the claims on a matter, in the order of the record', () => {
    const all = claims('ransom asserts, motive doubts, ransom denies, motive denies');
    expect(matters(all)).toEqual([
      { about: 'ransom', claims: [all[0], all[2]], disputed: true },
      { about: 'motive', claims: [all[1], all[3]], disputed: false },
    ]);
  });

  it('loses no claim of the atlas', () => {
    for (const { claims: all } of realAtlas.records) {
      const gathered = matters(all).flatMap((matter) => matter.claims);
      expect(gathered).toHaveLength(all.length);
      expect(new Set(gathered)).toEqual(new Set(all));
    }
  });
});
