import { createExpression, validateStyleMin, type Color } from '@maplibre/maplibre-gl-style-spec';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Basemap } from '../../src/lib/map/basemap';
import { MovingLayer } from '../../src/lib/map/moving-layer';
import { palettes, type ThemeName } from '../../src/lib/map/palette';
import { clickable } from '../../src/lib/map/picking';
import { SignLayer } from '../../src/lib/map/sign-layer';
import { storySourceIds } from '../../src/lib/map/story-sources';
import { mapStyle } from '../../src/lib/map/style';
import { realAtlas, realBasemap } from '../real-atlas';

let basemap: Basemap;
beforeAll(async () => {
  basemap = await realBasemap();
});

const styleOf = (theme: ThemeName) => mapStyle(basemap, realAtlas, theme, '/base');

describe.each<ThemeName>(['light', 'dark'])('the %s style', (theme) => {
  it('is valid', () => {
    expect(validateStyleMin(styleOf(theme))).toEqual([]);
  });

  it('would not be valid with a mistake in it', () => {
    const style = styleOf(theme);
    const layers = style.layers.map((layer) => ({ ...layer, source: 'nowhere' }));
    expect(validateStyleMin({ ...style, layers } as typeof style)).not.toEqual([]);
  });

  it('has each layer once', () => {
    const ids = styleOf(theme).layers.map(({ id }) => id);
    expect(ids.filter((id, k) => ids.indexOf(id) !== k)).toEqual([]);
  });

  it('uses every source, and has every source that it uses', () => {
    const { layers, sources } = styleOf(theme);
    const used = layers.flatMap((layer) => ('source' in layer ? [String(layer.source)] : []));
    expect([...new Set(used)].sort()).toEqual(Object.keys(sources).sort());
  });

  it('has everything that can be clicked, in sources with ids of their own', () => {
    const { layers, sources } = styleOf(theme);
    for (const id of [...clickable, 'areas']) {
      const layer = layers.find((each) => each.id === id);
      expect(layer, id).toBeDefined();
      const source = layer && 'source' in layer ? sources[String(layer.source)] : undefined;
      expect(source, id).toMatchObject({
        type: 'geojson',
        promoteId: source === sources[storySourceIds.labels] ? 'key' : 'id',
      });
    }
  });

  it('has no two line layers of the story in one bucket', () => {
    const buckets = styleOf(theme).layers.flatMap((layer) =>
      layer.type === 'line' && layer.source.startsWith('story-')
        ? [JSON.stringify([layer.source, layer.filter, layer.layout])]
        : [],
    );
    expect(buckets.length).toBeGreaterThan(8);
    expect(new Set(buckets).size).toBe(buckets.length);
  });

  it.each([
    ['a country', { certainty: 'certain', vast: true }, 0.035],
    ['what is certain', { certainty: 'certain', vast: false }, 0.16],
    ['what may be', { certainty: 'possible', vast: false }, 0.08],
    ['nothing', { certainty: 'none', vast: false }, 0],
    ['nothing that was ever said', {}, 0],
  ])('tints an area by %s', (_, state, opacity) => {
    const layer = styleOf(theme).layers.find(({ id }) => id === 'areas');
    const colour = (layer?.paint as Record<string, unknown>)['fill-color'];
    const made = createExpression(['to-color', colour], 'fill-color');
    if (made.result === 'error') throw new Error(JSON.stringify(made.value));
    const feature = { type: 'Polygon' as const, properties: {} };
    const { a } = made.value.evaluate({ zoom: 6 }, feature, { group: 'base', ...state }) as Color;
    expect(a).toBeCloseTo(opacity, 2);
  });

  it('lets the topmost be found first where things are clicked', () => {
    const order = styleOf(theme).layers.map(({ id }) => id);
    const lines = order.indexOf('line-target');
    for (const id of ['sign-labels', 'place-labels', 'place-points']) {
      expect(order.indexOf(id), id).toBeGreaterThan(lines);
    }
    expect(order.indexOf('areas')).toBeLessThan(lines);
    expect(order.indexOf('sign-labels')).toBe(order.length - 1);
    // The signs themselves lie right under their labels, and growing lines under what takes a click.
    for (const { before } of [new SignLayer([]), new MovingLayer(palettes[theme].story)]) {
      expect(order).toContain(before);
    }
    expect(new SignLayer([]).before).toBe('sign-labels');
  });

  it('draws the areas and lines of the story under the labels of the basemap', () => {
    const { layers } = styleOf(theme);
    const at = (found: (layer: (typeof layers)[number]) => boolean) =>
      layers.flatMap((layer, k) => (found(layer) ? [k] : []));
    const isStory = (layer: (typeof layers)[number]) =>
      'source' in layer && Object.values<string>(storySourceIds).includes(String(layer.source));
    const shapes = at((layer) => isStory(layer) && ['fill', 'line'].includes(layer.type));
    const ground = at((layer) => !isStory(layer) && layer.type === 'symbol');
    const symbols = at((layer) => isStory(layer) && layer.type === 'symbol');
    expect(ground.length).toBeGreaterThan(0);
    expect(Math.max(...shapes)).toBeLessThan(Math.min(...ground));
    expect(Math.max(...ground)).toBeLessThan(Math.min(...symbols));
  });

  it('asks for nothing but files of the site', () => {
    const style = styleOf(theme);
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    const { sources, ...rest } = style;
    for (const [id, source] of Object.entries(sources)) {
      if ('url' in source && source.url !== undefined) expect(source.url, id).toMatch(/^\/base\//);
      if (source.type === 'geojson') expect(typeof source.data, id).toBe('object');
    }
    expect(JSON.stringify(rest)).not.toMatch(/https?:/);
  });

  it('has no colour of the other theme’s story', () => {
    const other = palettes[theme === 'light' ? 'dark' : 'light'].story;
    const own = new Set<string>(Object.values(palettes[theme].story));
    const text = JSON.stringify(
      styleOf(theme).layers.filter(
        (layer) =>
          'source' in layer && Object.values<string>(storySourceIds).includes(String(layer.source)),
      ),
    );
    for (const colour of Object.values(other)) {
      if (!own.has(colour)) expect(text).not.toContain(`"${colour}"`);
    }
  });
});

it('both themes have the same layers', () => {
  const ids = (theme: ThemeName) => styleOf(theme).layers.map(({ id }) => id);
  expect(ids('dark')).toEqual(ids('light'));
});
