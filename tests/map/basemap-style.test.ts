import { readFileSync } from 'node:fs';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ATTRIBUTION,
  BASEMAP_FILES,
  basemapUrl,
  decodeBasemap,
  loadBasemap,
  type Basemap,
} from '../../src/lib/map/basemap';
import { LABEL_FONTS, basemapLayers, basemapSources } from '../../src/lib/map/basemap-style';
import { palettes, type ThemeName } from '../../src/lib/map/palette';

const THEMES: ThemeName[] = ['light', 'dark'];
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const builtFile = (name: string) => read(`static/basemap/${name}`);

/** Serves the committed files in place of the network. */
const fromDisk = async (url: string) => new Response(builtFile(url.split('/').at(-1) ?? ''));

let basemap: Basemap;
beforeAll(async () => {
  basemap = await loadBasemap('', fromDisk);
});

function positions(geometry: Geometry): Position[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positions);
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'LineString' || geometry.type === 'MultiPoint') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat(2);
  return geometry.coordinates.flat(1);
}

function rings(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(1) : [];
}

function isInside([x = 0, y = 0]: Position, ring: Position[]): boolean {
  let inside = false;
  ring.forEach(([xi = 0, yi = 0], i) => {
    const [xj = 0, yj = 0] = ring.at(i - 1) ?? [];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  });
  return inside;
}

const countryAt = (position: Position) =>
  basemap.land.features
    .filter(({ geometry }) => rings(geometry).filter((ring) => isInside(position, ring)).length % 2)
    .map(({ properties }) => properties.a3);

const named = <G extends Geometry, P extends { name?: string }>({
  features,
}: FeatureCollection<G, P>) =>
  new Map(features.map((feature) => [feature.properties.name, feature]));

describe('the style', () => {
  test.each(THEMES)('the %s style is valid', (theme) => {
    const { under, labels } = basemapLayers(palettes[theme]);
    const sources = basemapSources(basemap, '/base', theme);
    expect(validateStyleMin({ version: 8, sources, layers: [...under, ...labels] })).toEqual([]);
  });

  test('layer ids differ and every source is used', () => {
    const { under, labels } = basemapLayers(palettes.light);
    const layers = [...under, ...labels];
    expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
    const used = new Set(layers.flatMap((layer) => ('source' in layer ? [layer.source] : [])));
    expect([...used].sort()).toEqual(Object.keys(basemapSources(basemap, '', 'light')).sort());
  });

  test('both themes draw the same layers', () => {
    const ids = THEMES.map((theme) => {
      const { under, labels } = basemapLayers(palettes[theme]);
      return [...under, ...labels].map(({ id }) => id);
    });
    expect(ids[0]).toEqual(ids[1]);
  });

  test('a font family with a digit in its name carries its quotes', () => {
    for (const family of Object.values(LABEL_FONTS).flat()) {
      if (/\d/.test(family)) expect(family).toMatch(/^".*"$/);
    }
  });

  test('the relief fades into the colour of the land, and lies where it was drawn for', () => {
    const relief = JSON.parse(read('geodata/basemap/inputs/relief.json')) as {
      box: [number, number, number, number];
      themes: Record<ThemeName, { ground: string }>;
    };
    const [west, south, east, north] = relief.box;
    for (const theme of THEMES) {
      expect(palettes[theme].basemap.land).toBe(relief.themes[theme].ground);
      expect(basemapSources(basemap, '', theme)['basemap-relief']).toMatchObject({
        url: `/basemap/relief-${theme}.webp`,
        coordinates: [
          [west, north],
          [east, north],
          [east, south],
          [west, south],
        ],
      });
    }
  });
});

/** WCAG's contrast of two colours written as #rrggbb. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

describe('the palette', () => {
  test.each(THEMES)('labels can be read in the %s theme', (theme) => {
    const { basemap: base, story } = palettes[theme];
    const pairs: [string, string][] = [
      ...[base.countryLabel, base.regionLabel, base.rangeLabel, base.townLabel, base.waterLabel]
        .map((label): [string, string][] => [
          [label, base.land],
          [label, base.landHalo],
        ])
        .flat(),
      [base.waterLabel, base.water],
      [base.waterLabel, base.lake],
      [base.waterLabel, base.waterHalo],
      [story.label, story.labelHalo],
      [story.label, base.land],
    ];
    const weak = pairs.filter(([label, ground]) => contrast(label, ground) < 4.5);
    expect(weak).toEqual([]);
  });

  test.each(THEMES)('signs or their casing stand out from the ground in the %s theme', (theme) => {
    const { basemap: base, story } = palettes[theme];
    for (const sign of [
      story.incursion,
      story.relocation,
      story.base,
      story.event,
      story.context,
    ]) {
      for (const ground of [base.land, base.water]) {
        const best = Math.max(contrast(sign, ground), contrast(story.casing, ground));
        expect(best).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

describe('the data', () => {
  test('all coordinates lie on the globe', () => {
    for (const part of Object.values(basemap) as FeatureCollection[]) {
      expect(part.features.length).toBeGreaterThan(0);
      const all = part.features.flatMap(({ geometry }) => positions(geometry));
      const wrong = all.filter(
        ([lon = NaN, lat = NaN]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90),
      );
      expect(wrong).toEqual([]);
    }
  });

  test('no ring spans more than half the world', () => {
    for (const { geometry, properties } of [...basemap.land.features, ...basemap.lakes.features]) {
      for (const ring of rings(geometry)) {
        const lons = ring.map(([lon = 0]) => lon);
        const span = Math.max(...lons) - Math.min(...lons);
        // The file's grid does not hit Greenwich, where Antarctica is cut, to the metre.
        expect(span, properties.name).toBeLessThan(180.01);
      }
    }
  });

  test('no line jumps across the map', () => {
    const lines = [basemap.coast, basemap.borders, basemap.regions, basemap.rivers];
    for (const { geometry } of lines.flatMap((part): Feature[] => part.features)) {
      const parts =
        geometry.type === 'MultiLineString' ? geometry.coordinates : [positions(geometry)];
      for (const part of parts) {
        part.slice(1).forEach(([lon = 0], i) => {
          expect(Math.abs(lon - (part[i]?.[0] ?? 0))).toBeLessThan(40);
        });
      }
    }
  });

  test.each([
    ['Sokh', [71.13, 39.96]],
    ['Vorukh', [70.5801, 39.8513]],
    ['Shohimardon', [71.8, 39.98]],
    ['Barak', [72.772, 40.667]],
  ])('the enclave %s has its border', (name, inside) => {
    const enclave = named(basemap.borders).get(name);
    expect(enclave?.properties.kind).toBe('enclave');
    const outline = enclave ? positions(enclave.geometry) : [];
    expect(outline[0]).toEqual(outline.at(-1));
    expect(isInside(inside, outline)).toBe(true);
  });

  test('Kara-Suu town lies on the Kyrgyz side of the border', () => {
    const town = named(basemap.towns).get('Kara-Suu');
    expect(town?.properties.country).toBe('KG');
    expect(countryAt(town?.geometry.coordinates ?? [])).toContain('KGZ');
  });

  test.each(['Tashkent', 'Namangan', 'Batken', 'Tavildara', 'Garm', 'Jirgatal', 'Kunduz', 'Wana'])(
    'the town %s is there',
    (name) => expect(named(basemap.towns).has(name)).toBe(true),
  );

  test('Tashkent stands in its centre, not 8 km off', () => {
    const [lon = 0, lat = 0] = named(basemap.towns).get('Tashkent')?.geometry.coordinates ?? [];
    expect(lon).toBeCloseTo(69.295, 2);
    expect(lat).toBeCloseTo(41.312, 2);
  });

  test.each(['Vakhsh', 'Surkhob', 'Obikhingou', 'Kara Darya', 'Naryn', 'Syr Darya', 'Amu Darya'])(
    'the river %s is there',
    (name) => expect(named(basemap.rivers).has(name)).toBe(true),
  );

  test('the map names what was there between 1991 and 2007', () => {
    const names = [...named(basemap.labels).keys()];
    expect(names).toContain('North-West Frontier Province');
    expect(names).toContain('Federally Administered Tribal Areas');
    expect(names).not.toContain('Khyber Pakhtunkhwa');
    expect(names).not.toContain('South Sudan');
  });
});

describe('loading', () => {
  test('asks for the files under the base path', async () => {
    const asked: string[] = [];
    await loadBasemap('/trackway', (url) => {
      asked.push(url);
      return fromDisk(url);
    });
    const files = Object.values(BASEMAP_FILES).map((file) => basemapUrl('/trackway', file));
    expect(asked.sort()).toEqual(files.sort());
  });

  test.each([
    ['the server answered 404', async () => new Response('', { status: 404 })],
    ['not JSON', async () => new Response('<!doctype html>')],
    ['not TopoJSON', async () => new Response('{"type":"FeatureCollection"}')],
  ])('an error names the file: %s', async (reason, fetcher) => {
    const failure = loadBasemap('/base', fetcher);
    await expect(failure).rejects.toThrow('/base/basemap/world.json');
    await expect(failure).rejects.toThrow(reason);
  });

  test('a file without an object of the basemap is named', () => {
    const empty = { type: 'Topology' as const, objects: {}, arcs: [] };
    expect(() => decodeBasemap(empty, empty)).toThrow('world.json: has no object "countries"');
  });

  test('credits whom it owes its data', () => {
    const text = ATTRIBUTION.map((part) => part.text).join(' ');
    for (const name of ['OpenStreetMap', 'ODbL', 'Natural Earth', 'GeoNames', 'CC BY 4.0']) {
      expect(text).toContain(name);
    }
    for (const { href } of ATTRIBUTION) expect(href ?? 'https://').toMatch(/^https:/);
  });
});
