import { describe, expect, it } from 'vitest';
import { formatWindow, parseWindow } from '../../src/lib/core/window';
import { Comparison } from '../../src/lib/view/comparison.svelte';
import { betweenOf, differencesOf, movesOf, outsideOf } from '../../src/lib/view/differences';
import { Explorer } from '../../src/lib/view/explorer.svelte';
import { formatLink, parseLink } from '../../src/lib/view/link';
import { realAtlas } from '../real-atlas';

function comparing(fragment: string): Comparison {
  const first = new Explorer(realAtlas);
  first.open(parseLink(fragment));
  return new Comparison(first);
}

const dates = ({ first, other }: Comparison) => [first.window, other].map(formatWindow);

describe('a comparison', () => {
  it('is off, and in no link, until there is a second date', () => {
    const it = comparing('#date=1999');
    expect(it.active).toBe(false);
    it.start();
    expect(dates(it)).toEqual(['1999', '2000']);
    expect(formatLink(it.first.view)).toBe('#date=1999&compare=2000');
    it.first.setCompare(it.first.compare, 'side');
    expect(formatLink(it.first.view)).toBe('#date=1999&compare=2000&split=side');
    it.first.setCompare(undefined);
    expect(formatLink(it.first.view)).toBe('#date=1999');
  });

  it.each([
    ['2007', '2006'],
    ['all', '1979'],
    ['1995/1997', '1996/1998'],
  ])('of %s begins with %s', (date, other) => {
    const it = comparing(`#date=${date}`);
    it.start();
    expect(dates(it)).toEqual([date, other]);
  });

  it('swaps, and tells the same differences in order of time', () => {
    const it = comparing('#date=1999&compare=2003');
    const before = differencesOf(it);
    expect(it.windows.map(formatWindow)).toEqual(['1999', '2003']);
    it.swap();
    expect(dates(it)).toEqual(['2003', '1999']);
    expect(it.windows.map(formatWindow)).toEqual(['1999', '2003']);
    expect(differencesOf(it)).toEqual(before);
  });

  it.each(['2007&compare=2050', '1850&compare=2001'])(
    'tells nothing where a date lies outside of the atlas: %s',
    (part) => {
      const it = comparing(`#date=${part}`);
      expect([differencesOf(it), movesOf(it), betweenOf(it)]).toEqual([[], [], []]);
      expect(part).toContain(formatWindow(outsideOf(it) ?? { kind: 'all' }));
      it.first.setCompare({ kind: 'year', year: 2000 });
      it.first.setWindow({ kind: 'year', year: 1999 });
      expect(outsideOf(it)).toBeUndefined();
      expect(differencesOf(it).length).toBeGreaterThan(0);
    },
  );

  it('leaves out what is not sure where the filter does', () => {
    const it = comparing('#date=1999&compare=2001&certain=1');
    expect(differencesOf(it).every(({ sure }) => sure)).toBe(true);
    it.first.setFilter({ certain: false });
    expect(differencesOf(it).some(({ sure }) => !sure)).toBe(true);
    expect(parseWindow('2001')).toEqual(it.first.compare);
  });
});
