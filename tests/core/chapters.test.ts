import { describe, expect, it } from 'vitest';
import { chapterOf } from '../../src/lib/core/chapters';
import { civil } from '../../src/lib/core/day';
import type { Chapter } from '../../src/lib/core/model';
import { yearsOf } from '../../src/lib/core/window';
import { realAtlas } from '../real-atlas';
import { during, years } from './records';

const chapter = (id: string, first: number, last = first): Chapter => ({
  id,
  title: id,
  text: '',
  sources: [],
  span: during(first, last),
});

const story = [
  chapter('before', 1980, 1991),
  chapter('beginning', 1991, 1992),
  chapter('war', 1992, 1997),
  chapter('end', 2000, 2001),
];

describe('chapterOf', () => {
  it.each([
    ['a year in one chapter', years(1985), 'before'],
    ['a year that two chapters hold: the later', years(1991), 'beginning'],
    [
      'a range that one chapter holds, though a later one touches it',
      years(1991, 1992),
      'beginning',
    ],
    ['a range that no chapter holds: the last that it touches', years(1990, 1996), 'war'],
    ['a range into a gap', years(1996, 1998), 'war'],
    ['a range over a gap', years(1996, 2000), 'end'],
    ['a day', { from: years(1997).to, to: years(1997).to }, 'war'],
    ['a day in a gap', { from: years(1998).from, to: years(1998).from }, undefined],
    ['before the story', years(1979), undefined],
    ['after the story', years(2002), undefined],
  ])('%s', (_, window, expected) => {
    expect(chapterOf(story, window)?.id).toBe(expected);
  });

  it('has no chapter where there are none', () => {
    expect(chapterOf([], years(1999))).toBeUndefined();
  });

  it('has one for every year of the atlas', () => {
    for (const year of yearsOf(realAtlas.span)) {
      const found = chapterOf(realAtlas.chapters, years(year));
      expect(found, String(year)).toBeDefined();
      if (!found) continue;
      expect(civil(found.span.earliestStart).year).toBeLessThanOrEqual(year);
      expect(civil(found.span.latestEnd).year).toBeGreaterThanOrEqual(year);
    }
    expect(chapterOf(realAtlas.chapters, years(1999))?.id).toBe('1999');
  });
});
