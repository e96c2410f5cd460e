import type { LineLayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { groups, type Group } from '../../src/lib/core/group';
import { standings } from '../../src/lib/core/model';
import { palettes, type ThemeName } from '../../src/lib/map/palette';
import { lineLayers } from '../../src/lib/map/shape-style';
import {
  groupHue,
  signName,
  signOf,
  signStrokes,
  signText,
  type Sign,
} from '../../src/lib/map/sign';
import { aClaim, aRecord } from '../core/records';
import { realAtlas } from '../real-atlas';

const themes: ThemeName[] = ['light', 'dark'];

const signs: Sign[] = groups.flatMap((group) =>
  (['certain', 'possible'] as const).flatMap((certainty) =>
    standings.flatMap((standing) =>
      [false, true].map((disputed) => ({ group, certainty, standing, disputed })),
    ),
  ),
);

const sign = (group: Group): Sign => ({
  group,
  certainty: 'certain',
  standing: 'reported',
  disputed: false,
});

/** Two signs of the same text would be drawn the same. */
const distinct = (texts: readonly string[]) => expect(new Set(texts).size).toBe(texts.length);

describe('signs', () => {
  it('have a name and a text each', () => {
    expect(signs).toHaveLength(5 * 2 * 4 * 2);
    distinct(signs.map(signName));
    distinct(signs.map(signText));
  });

  it.each(themes)('are drawn differently each, in the %s theme', (theme) => {
    distinct(signs.map((each) => JSON.stringify(signStrokes(each, palettes[theme].story))));
  });

  it('differ without colour in all but the groups that share the arrow', () => {
    const black = { ...palettes.light.story };
    for (const hue of ['incursion', 'relocation', 'base', 'event', 'context'] as const) {
      black[hue] = '#000';
    }
    const shapes = signs
      .filter(({ group }) => group !== 'relocation' && group !== 'other')
      .map((each) => JSON.stringify(signStrokes(each, black)));
    distinct(shapes);
  });

  it('are dashed where possible and never where certain', () => {
    for (const each of signs) {
      const isDashed = signStrokes(each, palettes.light.story).some(({ dash }) => dash);
      expect(isDashed, signName(each)).toBe(each.certainty === 'possible');
    }
  });

  it('are paths that show, in colours of the palette only', () => {
    for (const theme of themes) {
      const { story } = palettes[theme];
      const known = Object.values(story);
      for (const each of signs) {
        for (const { path, fill, stroke } of signStrokes(each, story)) {
          expect(path).toMatch(/^M[\d.]/);
          expect(fill ?? stroke).toBeDefined();
          for (const colour of [fill, stroke]) if (colour) expect(known).toContain(colour);
        }
      }
    }
  });

  it('are made of what a record says', () => {
    const claims = [aClaim('ransom', 'asserts'), aClaim('ransom', 'denies')];
    const record = aRecord({ kind: 'movement', type: 'escape', standing: 'claimed', claims });
    const made = signOf(record, 'possible');
    expect(made).toEqual({
      group: 'relocation',
      certainty: 'possible',
      standing: 'claimed',
      disputed: true,
    });
    expect(signName(made)).toBe('relocation:possible:claimed:disputed');
    expect(signText(made)).toMatch(/possible, claimed, a claim is disputed$/);
  });

  it('of every record of the atlas are among them', () => {
    const names = signs.map(signName);
    for (const record of realAtlas.records) {
      expect(names).toContain(signName(signOf(record, 'certain')));
    }
  });
});

/** Linear sRGB of a colour as in `#D55E00`. */
function linear(colour: string): [number, number, number] {
  const parts = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const [r = NaN, g = NaN, b = NaN] = parts;
  return [r, g, b];
}

/** WCAG 2.2 contrast. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r, g, b] = linear(colour);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

type Matrix = readonly (readonly [number, number, number])[];

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear sRGB. */
const blindness: Record<string, Matrix> = {
  'no colour blindness': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** CIE L*a*b* (D65) of a colour as somebody sees it. */
function lab(colour: string, matrix: Matrix): [number, number, number] {
  const rgb = linear(colour);
  const dot = (row: readonly number[], values: readonly number[]) =>
    row.reduce((sum, factor, k) => sum + factor * (values[k] ?? NaN), 0);
  const seen = matrix.map((row) => Math.min(1, Math.max(0, dot(row, rgb))));
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], seen) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], seen));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], seen) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE 1976 difference: about 2.3 is just noticeable side by side. */
function difference(a: string, b: string, matrix: Matrix): number {
  const [one, other] = [lab(a, matrix), lab(b, matrix)];
  return Math.hypot(...one.map((value, k) => value - (other[k] ?? NaN)));
}

/** The form of a group's sign without its colours: two groups of one form differ by hue only. */
function form(group: Group): string {
  const { story } = palettes.light;
  return JSON.stringify(signStrokes(sign(group), story).map(({ path }) => path));
}

describe('the oracle of this test', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
  ])('has the known contrast of %s and %s', (a, b, expected) => {
    expect(contrast(a, b)).toBeCloseTo(expected, 2);
  });

  it('sees pure red and a dark olive as one, for the colour-blind', () => {
    const normal = blindness['no colour blindness'] ?? [];
    const blind = blindness['deuteranopia'] ?? [];
    expect(difference('#ffffff', '#000000', normal)).toBeCloseTo(100, 1);
    expect(difference('#00a000', '#c06000', normal)).toBeGreaterThan(60);
    expect(difference('#00a000', '#c06000', blind)).toBeLessThan(35);
  });
});

describe.each(themes)('the %s palette', (theme) => {
  const { story, basemap } = palettes[theme];

  // WCAG 1.4.11. A sign is a filled hue inside a casing inside a light casing: one edge will do.
  it.each(groups)('shows the sign of the group %s on the land', (group) => {
    const hue = groupHue(group, story);
    const onLand = Math.max(contrast(hue, basemap.land), contrast(story.casing, basemap.land));
    const inCasing = Math.min(
      contrast(story.casingLight, basemap.land),
      contrast(story.casingLight, story.casing),
    );
    expect(Math.max(onLand, inCasing)).toBeGreaterThanOrEqual(3);
  });

  it('shows the dots of a drawn path and the gaps between places on the land', () => {
    for (const id of ['line-schematic', 'line-gap']) {
      const layer = lineLayers(story).find((entry) => entry.id === id);
      const colour = (layer as LineLayerSpecification).paint?.['line-color'];
      expect(contrast(colour as string, basemap.land)).toBeGreaterThanOrEqual(3);
    }
  });

  // An open sign is a ring of the hue on the light casing.
  it.each(groups)('sets the hue of %s off from the casing or the light casing', (group) => {
    const hue = groupHue(group, story);
    const off = Math.max(contrast(hue, story.casing), contrast(hue, story.casingLight));
    expect(off).toBeGreaterThanOrEqual(3);
  });

  it('writes labels that can be read, on their halo and on the land', () => {
    expect(contrast(story.label, story.labelHalo)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(story.label, basemap.land)).toBeGreaterThanOrEqual(4.5);
  });

  it('writes the names of places where nothing happens so that they can be read', () => {
    expect(contrast(story.context, story.labelHalo)).toBeGreaterThanOrEqual(4.5);
  });

  it('shows what is selected against the land', () => {
    expect(contrast(story.selected, basemap.land)).toBeGreaterThanOrEqual(3);
  });

  // Signs of one form have only their hue. The others may look alike in hue, having their form.
  const pairs = groups.flatMap((a, k) => groups.slice(k + 1).map((b) => [a, b] as const));
  describe.each(Object.entries(blindness))('to somebody with %s', (_, matrix) => {
    it.each(pairs)('tells %s from %s, by form or by hue', (a, b) => {
      if (form(a) !== form(b)) return;
      const seen = difference(groupHue(a, story), groupHue(b, story), matrix);
      expect(seen).toBeGreaterThan(20);
    });
  });

  it('has four forms or hues for the four main groups, one form for each kind', () => {
    expect(form('incursion')).not.toBe(form('base'));
    expect(form('incursion')).not.toBe(form('event'));
    expect(form('base')).not.toBe(form('event'));
  });
});
