import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { recordsIn } from '../../src/lib/core/atlas';
import { legendOf } from '../../src/lib/map/legend';
import { metresPerPixel } from '../../src/lib/map/pictures';
import { linesOf, placedMaps, rowsOf, scaleLength } from '../../src/lib/map/sheet';
import { years } from '../core/records';
import { realAtlas } from '../real-atlas';

describe('the scale', () => {
  it.each([
    [1000, 120, '100 km'],
    [500, 100, '50 km'],
    [9, 100, '500 m'],
    [39, 100, '2 km'],
  ])('%d m to a pixel, %d pixels: %s', (metres, most, text) => {
    expect(scaleLength(metres, most).text).toBe(text);
  });

  it('is round, fits, and is more than a third of the room', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 80_000, noNaN: true }), (metres) => {
        const length = scaleLength(metres, 120).metres / metres;
        expect(length).toBeLessThanOrEqual(120.001);
        expect(length).toBeGreaterThan(120 / 3);
      }),
    );
  });

  it('is the ground under a pixel: half of it at 60 degrees north', () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(78_271.5, 0);
    expect(metresPerPixel(60, 1)).toBeCloseTo(78_271.5 / 4, 0);
  });
});

test('two maps stand beside each other if they are high, else one above the other', () => {
  const [wide, high] = [
    { width: 100, height: 60 },
    { width: 50, height: 60 },
  ];
  expect(placedMaps([wide])).toEqual({ ...wide, at: [{ x: 0, y: 0 }] });
  expect(placedMaps([wide, wide])).toMatchObject({ width: 100, height: 126 });
  expect(placedMaps([high, high])).toEqual({
    ...{ width: 106, height: 60 },
    at: [
      { x: 0, y: 0 },
      { x: 56, y: 0 },
    ],
  });
});

describe('words', () => {
  const measure = (text: string): number => text.length;

  it('break between words, and nowhere else where they fit', () => {
    expect(linesOf('one two three', 7, measure)).toEqual(['one two', 'three']);
    expect(linesOf('', 7, measure)).toEqual([]);
  });

  it('are never wider than the room, and none is lost', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 2, max: 30 }), (text, room) => {
        const lines = linesOf(text, room, measure);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(room);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  it('of the legend stand in rows, each once and in order', () => {
    expect(rowsOf([40, 40, 40, 90, 10], 100)).toEqual([[0, 1], [2], [3, 4]]);
    expect(rowsOf([200], 100)).toEqual([[0]]);
  });
});

describe('the legend of a picture', () => {
  const at = (from: number, to = from) => ({
    present: recordsIn(realAtlas.records, years(from, to)),
    trail: true,
    following: false,
  });

  it('explains what is there, and nothing else', () => {
    const texts = legendOf(at(1999)).map(({ text }) => text);
    expect(texts).toContain('Incursion');
    expect(texts).toContain('A claim about it is disputed');
    expect(texts).toContain('Trail of the past');
    expect(texts).not.toContain('Gap: the way is not told');
    expect(new Set(texts).size).toBe(texts.length);
    expect(legendOf({ present: [], trail: false, following: false })).toEqual([]);
    const all = legendOf({ ...at(1979, 2007), trail: false, following: true });
    expect(all.map(({ text }) => text)).toContain('Gap: the way is not told');
    expect(all.map(({ text }) => text)).not.toContain('Trail of the past');
  });
});
