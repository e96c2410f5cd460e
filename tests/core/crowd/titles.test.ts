import { expect, test } from 'vitest';
import { Titles } from '../../../src/lib/core/crowd/titles';

function found(titles: Titles, text: string): number[] {
  const all: number[] = [];
  titles.search(text, (index) => all.push(index));
  return all;
}

test('finds every title that holds all words, without regard to case and marks', () => {
  const titles = new Titles();
  for (const title of ['Clash at Söke', '', 'söke, a clash', 'Clash\nnear Izmir', 'Söke']) {
    titles.push(title);
  }
  expect(found(titles, 'SOKE clash')).toEqual([0, 2]);
  expect(found(titles, 'clash')).toEqual([0, 2, 3]);
  expect(found(titles, 'soke')).toEqual([0, 2, 4]);
  expect(found(titles, 'clash near')).toEqual([3]);
  expect(found(titles, '  ')).toEqual([]);
  expect(titles.get(0)).toBe('Clash at Söke');
});

test('numbers titles rightly beyond the first block, and a match never spans two', () => {
  const titles = new Titles();
  for (let k = 0; k < 40_000; k++) titles.push(k % 10_000 === 7 ? `needle ${k}` : 'hay');
  expect(found(titles, 'needle')).toEqual([7, 10_007, 20_007, 30_007]);
  expect(found(titles, 'hayhay')).toEqual([]);
});
