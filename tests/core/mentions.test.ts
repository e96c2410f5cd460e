import { describe, expect, it } from 'vitest';
import { findMention, parseMentions, piecesOf, plainText } from '../../src/lib/core/mentions';
import { realAtlas, realIndex } from '../real-atlas';

describe('parseMentions', () => {
  it.each([
    ['', []],
    ['No mention.', [{ text: 'No mention.' }]],
    ['[Osh](osh)', [{ text: 'Osh', target: 'osh' }]],
    [
      'In [Osh](osh), [he](actor:chief).',
      [
        { text: 'In ' },
        { text: 'Osh', target: 'osh' },
        { text: ', ' },
        { text: 'he', target: 'actor:chief' },
        { text: '.' },
      ],
    ],
    ['a [sic] and (b) stay', [{ text: 'a [sic] and (b) stay' }]],
    ['[open](some where)', [{ text: '[open](some where)' }]],
    ['<b>[x](y)</b>', [{ text: '<b>' }, { text: 'x', target: 'y' }, { text: '</b>' }]],
  ])('%s', (text, segments) => {
    expect(parseMentions(text)).toEqual(segments);
  });

  it('loses no word', () => {
    expect(plainText('In [Osh](osh), [he](actor:chief) stayed.')).toBe('In Osh, he stayed.');
  });
});

describe('what a target names', () => {
  it('is a record, or a place, or an actor; `actor:` where a place has the same id', () => {
    expect(findMention('osh-mayor-seized', realIndex)).toEqual({
      kind: 'record',
      id: 'osh-mayor-seized',
    });
    expect(findMention('russia', realIndex)).toEqual({ kind: 'place', id: 'russia' });
    expect(findMention('actor:russia', realIndex)).toEqual({ kind: 'actor', id: 'russia' });
    expect(findMention('namangani', realIndex)).toEqual({ kind: 'actor', id: 'namangani' });
    expect(findMention('nobody', realIndex)).toBeUndefined();
    expect(findMention('actor:osh', realIndex)).toBeUndefined();
  });

  it('is nothing for a mention of nothing, whose words stay', () => {
    expect(piecesOf('[He](nobody) came.', realIndex)).toEqual([{ text: 'He' }, { text: ' came.' }]);
  });
});

describe('the chapters of the atlas', () => {
  it.each(realAtlas.chapters)('$id: 60 to 120 words, with mentions, a view and sources', (one) => {
    const words = plainText(one.text).split(/\s+/);
    expect(words.length).toBeGreaterThanOrEqual(60);
    expect(words.length).toBeLessThanOrEqual(120);
    const kinds = piecesOf(one.text, realIndex).map(({ mentioned }) => mentioned?.kind);
    expect(kinds).toContain('record');
    expect(one.view).toMatch(/^map=.*&date=.*&sel=/);
    expect(one.sources.length).toBeGreaterThan(0);
    // Somebody's words stand as such.
    expect(plainText(one.text)).not.toMatch(/(?<![“\w] ?Foreign )\bterroris(t|m)/i);
    expect(plainText(one.text)).toMatch(/the article|according to|it says/i);
  });

  it('mention each actor and place of the atlas by an id that is there', () => {
    const targets = realAtlas.chapters.flatMap(({ text }) =>
      parseMentions(text).flatMap(({ target }) => target ?? []),
    );
    expect(targets.length).toBeGreaterThan(60);
    expect(targets.filter((target) => !findMention(target, realIndex))).toEqual([]);
  });
});
