/**
 * The basemap's part of the map style, as data. `basemapSources` and `basemapLayers` are pure; the
 * order of the arrays is the order of drawing.
 */
import type { Feature, FeatureCollection } from 'geojson';
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { basemapUrl, type Basemap } from './basemap';
import type { BasemapPalette, Palette, ThemeName } from './palette';

/**
 * Font stacks for labels. A style without `glyphs` draws its labels with the page's own fonts, by
 * three rules of MapLibre's:
 * - a family with a digit in its name needs its own quotes, or the browser refuses the whole list;
 * - weight and slant are read off the first family's name, so a name of no font stands there;
 * - fonts are awaited, but only the file that holds the space: `loadLabelFonts` sees to the rest.
 */
const FAMILIES = ['"Source Sans 3 Variable"', '"Noto Sans"', 'sans-serif'];
export const LABEL_FONTS = {
  regular: FAMILIES,
  semibold: ['Semibold', ...FAMILIES],
  italic: ['Italic', ...FAMILIES],
};

/** The picture's corners, clockwise from the north-west: `box` in geodata/basemap/inputs/relief.json. */
const RELIEF_CORNERS: [[number, number], [number, number], [number, number], [number, number]] = [
  [34, 58],
  [108, 58],
  [108, 12],
  [34, 12],
];

const SOURCES = {
  relief: 'basemap-relief',
  areas: 'basemap-areas',
  lines: 'basemap-lines',
  points: 'basemap-points',
};

/** Several collections as one, told apart by `layer`: fewer sources cut fewer tiles. */
function together(parts: Record<string, FeatureCollection<never, never> | FeatureCollection>) {
  const features: Feature[] = [];
  for (const [layer, part] of Object.entries(parts)) {
    for (const { geometry, properties } of part.features) {
      features.push({ type: 'Feature', geometry, properties: { ...properties, layer } });
    }
  }
  return { type: 'FeatureCollection' as const, features };
}

/**
 * The sources of the basemap.
 *
 * @param basemap what `loadBasemap` returned
 * @param base the site's base path, without a slash at the end
 * @param theme chooses the relief picture
 */
export function basemapSources(
  basemap: Basemap,
  base: string,
  theme: ThemeName,
): Record<string, SourceSpecification> {
  const { land, lakes, coast, borders, regions, rivers, riverNames, towns, labels } = basemap;
  return {
    [SOURCES.relief]: {
      type: 'image',
      url: basemapUrl(base, `relief-${theme}.webp`),
      coordinates: RELIEF_CORNERS,
    },
    [SOURCES.areas]: {
      type: 'geojson',
      data: together({ land, lake: lakes }),
      maxzoom: 10,
      tolerance: 0.3,
    },
    [SOURCES.lines]: {
      type: 'geojson',
      data: together({
        coast,
        border: borders,
        region: regions,
        river: rivers,
        'river-name': riverNames,
      }),
      maxzoom: 10,
      tolerance: 0.3,
    },
    [SOURCES.points]: { type: 'geojson', data: together({ town: towns, label: labels }) },
  };
}

const layerIs = (layer: string): ExpressionSpecification => ['==', ['get', 'layer'], layer];
const kindIs = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind];

/** A filter sees whole zooms only: a thing appears at the zoom nearest to its own. */
const isDue: ExpressionSpecification = ['>=', ['+', ['zoom'], 0.5], ['get', 'zoom']];

/** A number that grows smoothly between zooms. */
function byZoom(...stops: [zoom: number, value: number | ExpressionSpecification][]) {
  return [
    'interpolate',
    ['linear'],
    ['zoom'],
    ...stops.flat(),
  ] as unknown as ExpressionSpecification;
}

/** A number chosen by the feature's `size` or `rank`, and one for all the rest. */
function bySize(
  property: 'size' | 'rank',
  values: Record<number, number>,
  otherwise: number,
): ExpressionSpecification {
  const pairs = Object.entries(values).flatMap(([size, value]) => [Number(size), value]);
  return ['match', ['get', property], ...pairs, otherwise] as unknown as ExpressionSpecification;
}

/** Where a border runs along it, a river is broad enough to show on both sides of the line. */
const riverWidth = (
  widths: Record<number, number>,
  otherwise: number,
  extra: number,
): ExpressionSpecification => [
  '+',
  bySize('rank', widths, otherwise),
  ['case', ['has', 'border'], extra, 0],
];

const ROUND = { 'line-join': 'round', 'line-cap': 'round' } as const;

function areaLayers(colours: BasemapPalette): LayerSpecification[] {
  return [
    { id: 'basemap-water', type: 'background', paint: { 'background-color': colours.water } },
    {
      id: 'basemap-land',
      type: 'fill',
      source: SOURCES.areas,
      filter: layerIs('land'),
      paint: { 'fill-color': colours.land },
    },
    {
      id: 'basemap-relief',
      type: 'raster',
      source: SOURCES.relief,
      paint: {
        'raster-fade-duration': 0,
        'raster-resampling': 'linear',
        // Far out the picture is smaller than its pixels, and only a patch of the world.
        'raster-opacity': byZoom([1.5, 0], [3, 1]),
      },
    },
    {
      id: 'basemap-coast',
      type: 'line',
      source: SOURCES.lines,
      filter: layerIs('coast'),
      layout: ROUND,
      paint: { 'line-color': colours.shore, 'line-width': byZoom([1, 0.4], [4, 0.7], [9, 1.2]) },
    },
    {
      id: 'basemap-regions',
      type: 'line',
      source: SOURCES.lines,
      minzoom: 5,
      filter: layerIs('region'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colours.regionBorder,
        'line-width': byZoom([5, 0.5], [9, 1]),
        'line-dasharray': [4, 3],
        'line-opacity': byZoom([5, 0], [6, 0.9]),
      },
    },
    {
      id: 'basemap-border-casing',
      type: 'line',
      source: SOURCES.lines,
      minzoom: 3,
      filter: layerIs('border'),
      layout: ROUND,
      paint: {
        'line-color': colours.borderCasing,
        'line-width': byZoom([3, 1.5], [6, 3.2], [9, 5]),
        'line-opacity': 0.6,
      },
    },
    {
      id: 'basemap-rivers',
      type: 'line',
      source: SOURCES.lines,
      filter: [
        'all',
        layerIs('river'),
        ['>=', ['zoom'], bySize('rank', { 1: 3, 2: 4, 3: 6 }, 7)],
      ] as FilterSpecification,
      layout: ROUND,
      paint: {
        'line-color': colours.river,
        'line-width': byZoom(
          [3, riverWidth({ 1: 0.6 }, 0.3, 0)],
          [6, riverWidth({ 1: 1.5, 2: 1.1, 3: 0.6 }, 0.4, 0.5)],
          [9, riverWidth({ 1: 2.8, 2: 2.1, 3: 1.3 }, 0.8, 1.4)],
        ),
      },
    },
    {
      id: 'basemap-lakes',
      type: 'fill',
      source: SOURCES.areas,
      filter: [
        'all',
        layerIs('lake'),
        ['>=', ['zoom'], bySize('rank', { 1: 0, 2: 5 }, 6)],
      ] as FilterSpecification,
      paint: {
        'fill-color': colours.lake,
        'fill-outline-color': [
          'interpolate',
          ['linear'],
          ['zoom'],
          3,
          colours.lake,
          5,
          colours.shore,
        ],
      },
    },
  ];
}

function borderLayers(colours: BasemapPalette): LayerSpecification[] {
  const border = layerIs('border');
  const width = byZoom([2, 0.5], [4, 0.9], [6, 1.2], [9, 1.8]);
  return [
    {
      id: 'basemap-borders',
      type: 'line',
      source: SOURCES.lines,
      filter: ['all', border, ['!', kindIs('ceasefire')]] as FilterSpecification,
      layout: ROUND,
      paint: { 'line-color': colours.border, 'line-width': width },
    },
    {
      id: 'basemap-ceasefire',
      type: 'line',
      source: SOURCES.lines,
      filter: ['all', border, kindIs('ceasefire')] as FilterSpecification,
      paint: { 'line-color': colours.border, 'line-width': width, 'line-dasharray': [2, 1.6] },
    },
  ];
}

function townDots(colours: BasemapPalette): LayerSpecification {
  return {
    id: 'basemap-town-dots',
    type: 'circle',
    source: SOURCES.points,
    filter: ['all', layerIs('town'), isDue] as FilterSpecification,
    paint: {
      'circle-color': colours.town,
      'circle-stroke-color': colours.townCasing,
      'circle-stroke-width': 1,
      'circle-radius': byZoom(
        [3, bySize('size', { 0: 2, 1: 1.7 }, 1.3)],
        [8, bySize('size', { 0: 4, 1: 3.6, 2: 3, 3: 2.4 }, 2)],
      ),
    },
  };
}

interface LabelStyle {
  id: string;
  filter: ExpressionSpecification;
  colour: string;
  halo: string;
  size: ExpressionSpecification;
  layout: SymbolLayerSpecification['layout'];
  minzoom?: number;
  maxzoom?: number;
}

function pointLabels(style: LabelStyle): LayerSpecification {
  const { id, filter, colour, halo, size, layout, minzoom, maxzoom } = style;
  return {
    id,
    type: 'symbol',
    source: SOURCES.points,
    ...(minzoom !== undefined && { minzoom }),
    ...(maxzoom !== undefined && { maxzoom }),
    filter: ['all', filter, isDue] as FilterSpecification,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': LABEL_FONTS.regular,
      'text-size': size,
      'text-padding': 3,
      'symbol-sort-key': ['get', 'zoom'],
      ...layout,
    },
    paint: {
      'text-color': colour,
      'text-halo-color': halo,
      'text-halo-width': 1.3,
      'text-halo-blur': 0.4,
    },
  };
}

/** Names along the rivers. */
function riverLabels(colours: BasemapPalette): LayerSpecification {
  return {
    id: 'basemap-river-labels',
    type: 'symbol',
    source: SOURCES.lines,
    minzoom: 5,
    filter: [
      'all',
      layerIs('river-name'),
      ['>=', ['zoom'], bySize('rank', { 1: 5, 2: 6 }, 7)],
    ] as FilterSpecification,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 300,
      'text-field': ['get', 'name'],
      'text-font': LABEL_FONTS.italic,
      'text-size': byZoom([5, 10], [9, 13]),
      'text-letter-spacing': 0.06,
      'text-max-angle': 50,
      'text-padding': 6,
      'text-offset': [0, -0.55],
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: {
      'text-color': colours.waterLabel,
      'text-halo-color': colours.landHalo,
      'text-halo-width': 1.2,
    },
  };
}

function labelLayers(colours: BasemapPalette): LayerSpecification[] {
  const { landHalo } = colours;
  // Later layers are placed first: where two names collide the one further down here wins.
  return [
    pointLabels({
      id: 'basemap-range-labels',
      filter: ['all', layerIs('label'), kindIs('range')],
      colour: colours.rangeLabel,
      halo: landHalo,
      size: byZoom([5, 11], [9, 15]),
      layout: { 'text-font': LABEL_FONTS.italic, 'text-letter-spacing': 0.2, 'text-max-width': 7 },
    }),
    pointLabels({
      id: 'basemap-region-labels',
      filter: ['all', layerIs('label'), ['any', kindIs('region'), kindIs('enclave')]],
      colour: colours.regionLabel,
      halo: landHalo,
      size: byZoom([5, bySize('size', { 2: 11 }, 10.5)], [9, bySize('size', { 2: 15 }, 14)]),
      layout: { 'text-letter-spacing': 0.06, 'text-max-width': 8 },
    }),
    riverLabels(colours),
    pointLabels({
      id: 'basemap-water-labels',
      filter: ['all', layerIs('label'), kindIs('water')],
      colour: colours.waterLabel,
      halo: colours.waterHalo,
      size: byZoom([2, 10.5], [4, bySize('size', { 4: 15, 3: 13 }, 11)], [9, 14]),
      layout: { 'text-font': LABEL_FONTS.italic, 'text-letter-spacing': 0.08, 'text-max-width': 6 },
    }),
    pointLabels({
      id: 'basemap-town-labels',
      filter: layerIs('town'),
      colour: colours.townLabel,
      halo: landHalo,
      size: byZoom(
        [3, bySize('size', { 0: 11.5 }, 11)],
        [8, bySize('size', { 0: 17, 1: 15.5, 2: 14, 3: 13 }, 12)],
      ),
      layout: {
        'text-font': LABEL_FONTS.regular,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom', 'top-left', 'bottom-left'],
        'text-radial-offset': 0.5,
        'text-justify': 'auto',
        'text-max-width': 9,
        'text-padding': 2,
        'symbol-sort-key': ['+', ['*', ['get', 'size'], 10], ['get', 'zoom']],
      },
    }),
    pointLabels({
      id: 'basemap-country-labels',
      filter: ['all', layerIs('label'), kindIs('country')],
      colour: colours.countryLabel,
      halo: landHalo,
      size: byZoom(
        [1, bySize('size', { 1: 10.5 }, 10)],
        [5, bySize('size', { 1: 17, 2: 15 }, 13)],
        [8, 18],
      ),
      layout: {
        'text-font': LABEL_FONTS.semibold,
        'text-transform': 'uppercase',
        'text-letter-spacing': 0.16,
        'text-max-width': 7,
      },
      maxzoom: 8.5,
    }),
  ];
}

/**
 * The layers of the basemap: `under` is drawn below the story, `labels` above the story's areas and
 * below its names.
 */
export function basemapLayers(palette: Palette): {
  under: LayerSpecification[];
  labels: LayerSpecification[];
} {
  const colours = palette.basemap;
  return {
    under: [...areaLayers(colours), ...borderLayers(colours), townDots(colours)],
    labels: labelLayers(colours),
  };
}

/**
 * Asks the browser for the label font's alphabets beyond Latin. Until they have come, MapLibre would
 * draw and keep letters of another font.
 *
 * @param fonts the page's `document.fonts`
 * @param sample letters of every alphabet that labels use
 */
export async function loadLabelFonts(fonts: FontFaceSet, sample = 'Aaʻ Жж'): Promise<void> {
  const [family] = FAMILIES;
  const styles = ['400', '600', 'italic 400'];
  await Promise.allSettled(styles.map((style) => fonts.load(`${style} 48px ${family}`, sample)));
}
