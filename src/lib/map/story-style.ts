/** The story's sources and layers as data: array order is draw order, over the basemap. */
import type {
  DataDrivenPropertyValueSpecification as DataDriven,
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
} from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import { labelSize } from './features';
import type { StoryPalette } from './palette';

export const storySourceIds = {
  areas: 'story-areas',
  lines: 'story-lines',
  points: 'story-points',
  places: 'story-places',
  /** Movements that are growing in a replay, and their heads. */
  moving: 'story-moving',
} as const;

/** Font stacks of labels. */
export interface Fonts {
  readonly regular: string[];
  readonly semibold: string[];
}

/** Layers whose features can be hovered and clicked, the topmost first. */
export const clickable = ['signs', 'heads', 'line-target', 'place-points', 'place-labels'] as const;

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Empty sources; the map fills them. String ids need `promoteId`. */
export function storySources(areas: FeatureCollection): Record<string, SourceSpecification> {
  const of = (data: FeatureCollection, tolerance = 0.375): SourceSpecification => ({
    type: 'geojson',
    data,
    promoteId: 'id',
    tolerance,
  });
  return {
    [storySourceIds.areas]: of(areas),
    [storySourceIds.lines]: of(nothing, 0.1),
    [storySourceIds.points]: of(nothing),
    [storySourceIds.places]: of(nothing),
    [storySourceIds.moving]: of(nothing, 0.1),
  };
}

const activity = (value: string): FilterSpecification => ['==', ['get', 'activity'], value];

const isVast: ExpressionSpecification = ['boolean', ['feature-state', 'vast'], false];
const isSelected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];
const isHovered: ExpressionSpecification = ['boolean', ['feature-state', 'hovered'], false];

/** A value for what is selected, what is hovered, and everything else. */
function emphasis<T extends number | string>(
  selected: T,
  hovered: T,
  normal: T | ExpressionSpecification,
): DataDriven<T> {
  return ['case', isSelected, selected, isHovered, hovered, normal] as unknown as DataDriven<T>;
}

function hue(colours: StoryPalette, key: ExpressionSpecification): ExpressionSpecification {
  return [
    'match',
    key,
    'incursion',
    colours.incursion,
    'relocation',
    colours.relocation,
    'base',
    colours.base,
    'event',
    colours.event,
    colours.context,
  ];
}

/** Line widths grow a little with zoom. */
function width(at4: number, at9: number): DataDriven<number> {
  return ['interpolate', ['linear'], ['zoom'], 4, at4, 9, at9];
}

function areaLayers(colours: StoryPalette): LayerSpecification[] {
  const source = storySourceIds.areas;
  const tint = hue(colours, ['coalesce', ['feature-state', 'group'], 'end']);
  const byCertainty = (certain: number, possible: number): ExpressionSpecification => [
    'match',
    ['coalesce', ['feature-state', 'certainty'], 'none'],
    'certain',
    certain,
    'possible',
    possible,
    0,
  ];
  return [
    {
      id: 'areas',
      type: 'fill',
      source,
      paint: {
        'fill-color': tint,
        'fill-opacity': ['case', isVast, 0.035, byCertainty(0.16, 0.08)],
        'fill-antialias': false,
      },
    },
    {
      id: 'area-soft-edge',
      type: 'line',
      source,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': tint,
        'line-width': 9,
        'line-blur': 9,
        'line-opacity': ['case', isVast, 0.3, byCertainty(0.5, 0.3)],
      },
    },
    {
      id: 'area-possible-edge',
      type: 'line',
      source,
      paint: {
        'line-color': tint,
        'line-width': 1.4,
        'line-dasharray': [3, 3],
        'line-opacity': byCertainty(0, 0.9),
      },
    },
    {
      id: 'area-selected',
      type: 'line',
      source,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colours.selected,
        'line-width': 2.2,
        'line-opacity': emphasis(1, 0.7, 0),
      },
    },
  ];
}

function lineLayers(colours: StoryPalette): LayerSpecification[] {
  const source = storySourceIds.lines;
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const tint = hue(colours, ['get', 'group']);
  const sure: FilterSpecification = [
    'match',
    ['get', 'activity'],
    ['certain', 'possible'],
    true,
    false,
  ];
  return [
    {
      id: 'line-past',
      type: 'line',
      source,
      filter: activity('past'),
      layout: round,
      paint: {
        'line-color': tint,
        'line-width': emphasis<number>(2.4, 2.4, 1.4),
        'line-dasharray': [0.01, 3],
        'line-opacity': 0.7,
      },
    },
    {
      // Somebody is known here and then there, and nothing is told of the way.
      id: 'line-gap',
      type: 'line',
      source,
      filter: activity('gap'),
      paint: {
        'line-color': colours.casing,
        'line-width': 1.6,
        'line-dasharray': [1, 4],
      },
    },
    {
      id: 'line-halo',
      type: 'line',
      source,
      layout: round,
      paint: {
        'line-color': colours.selected,
        'line-width': width(8, 11),
        'line-opacity': emphasis<number>(0.55, 0.3, 0),
      },
    },
    {
      id: 'line-ground',
      type: 'line',
      source,
      filter: sure,
      layout: round,
      paint: {
        'line-color': colours.labelHalo,
        'line-width': width(6, 8),
        'line-opacity': 0.75,
      },
    },
    {
      // Dots that show on both sides of the line: drawn, not surveyed.
      id: 'line-schematic',
      type: 'line',
      source,
      filter: sure,
      layout: round,
      paint: {
        'line-color': colours.casing,
        'line-width': width(4, 5.4),
        'line-dasharray': [0.01, 2.6],
      },
    },
    {
      id: 'line-certain',
      type: 'line',
      source,
      filter: activity('certain'),
      layout: round,
      paint: { 'line-color': tint, 'line-width': width(2.8, 4) },
    },
    {
      id: 'line-possible',
      type: 'line',
      source,
      filter: activity('possible'),
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paint: { 'line-color': tint, 'line-width': width(2.8, 4), 'line-dasharray': [2.6, 1.7] },
    },
    {
      id: 'line-open',
      type: 'line',
      source,
      filter: ['all', sure, ['get', 'open']],
      layout: round,
      paint: { 'line-color': colours.casingLight, 'line-width': width(1, 1.6) },
    },
    {
      id: 'moving-line',
      type: 'line',
      source: storySourceIds.moving,
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: round,
      paint: {
        'line-color': tint,
        'line-width': width(2.8, 4),
        'line-dasharray': [
          'case',
          ['==', ['get', 'activity'], 'possible'],
          ['literal', [2.6, 1.7]],
          ['literal', [1, 0]],
        ],
      },
    },
    {
      // Invisible and wide: a finger finds it.
      id: 'line-target',
      type: 'line',
      source,
      filter: ['!=', ['get', 'activity'], 'gap'],
      paint: { 'line-width': 22, 'line-opacity': 0 },
    },
  ];
}

const signOffset: ExpressionSpecification = ['array', 'number', 2, ['get', 'offset']];

/** Beside the sign, in ems of its label: the sign's own offset, then its half width. */
const labelOffset: ExpressionSpecification = ['array', 'number', 2, ['get', 'labelOffset']];

function symbolLayers(colours: StoryPalette, fonts: Fonts): LayerSpecification[] {
  const { points, places } = storySourceIds;
  const text = {
    'text-font': fonts.regular,
    'text-max-width': 9,
    'text-padding': 3,
    'text-line-height': 1.1,
  } as const;
  return [
    {
      id: 'place-points',
      type: 'circle',
      source: places,
      filter: ['all', ['!', ['get', 'area']], ['==', ['get', 'rows'], 0]],
      paint: {
        'circle-radius': ['case', ['get', 'active'], 4, 3],
        'circle-color': [
          'case',
          ['any', ['get', 'active'], ['get', 'past']],
          colours.context,
          colours.casingLight,
        ],
        'circle-stroke-color': emphasis<string>(colours.selected, colours.selected, colours.casing),
        'circle-stroke-width': emphasis<number>(3, 3, 1),
      },
    },
    {
      id: 'place-labels',
      type: 'symbol',
      source: places,
      filter: ['any', ['get', 'active'], ['!', ['get', 'vague']]],
      layout: {
        ...text,
        'text-font': [
          'case',
          ['get', 'active'],
          ['literal', fonts.semibold],
          ['literal', fonts.regular],
        ],
        'text-field': ['get', 'title'],
        'text-size': ['case', ['get', 'active'], 14, 12],
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-max-width': 10,
        'text-radial-offset': [
          '+',
          ['case', ['get', 'area'], 0.35, 0.6],
          ['*', 1.4, ['get', 'rows']],
        ],
        'text-justify': 'auto',
        'symbol-sort-key': ['case', ['get', 'active'], 0, 100],
      },
      paint: {
        'text-color': ['case', ['get', 'active'], colours.label, colours.context],
        'text-halo-color': colours.labelHalo,
        'text-halo-width': emphasis<number>(2.4, 2.4, 1.6),
      },
    },
    {
      id: 'line-labels',
      type: 'symbol',
      source: storySourceIds.lines,
      minzoom: 6,
      filter: ['match', ['get', 'activity'], ['certain', 'possible'], true, false],
      layout: {
        ...text,
        'symbol-placement': 'line-center',
        'text-field': ['get', 'title'],
        'text-size': 12,
        'text-offset': [0, -1],
        'text-max-angle': 35,
      },
      paint: {
        'text-color': colours.label,
        'text-halo-color': colours.labelHalo,
        'text-halo-width': 1.6,
      },
    },
    {
      id: 'sign-halo',
      type: 'symbol',
      source: points,
      layout: {
        'icon-image': 'halo',
        'icon-offset': signOffset,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
      paint: { 'icon-opacity': emphasis<number>(1, 0.6, 0) },
    },
    {
      id: 'heads',
      type: 'symbol',
      source: points,
      filter: ['get', 'head'],
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-rotate': ['get', 'bearing'],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'moving-heads',
      type: 'symbol',
      source: storySourceIds.moving,
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-rotate': ['get', 'bearing'],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'signs',
      type: 'symbol',
      source: points,
      filter: ['!', ['get', 'head']],
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-offset': signOffset,
        'icon-allow-overlap': true,
        'symbol-sort-key': ['get', 'order'],
        ...text,
        'text-field': ['step', ['zoom'], '', 5, ['get', 'title']],
        'text-optional': true,
        'text-size': labelSize,
        'text-anchor': ['case', ['==', ['get', 'side'], 'left'], 'right', 'left'],
        'text-justify': ['case', ['==', ['get', 'side'], 'left'], 'right', 'left'],
        'text-offset': labelOffset,
      },
      paint: {
        'text-color': colours.label,
        'text-halo-color': colours.labelHalo,
        'text-halo-width': 1.6,
      },
    },
  ];
}

/** The story's layers: areas and lines, then signs and labels. */
export function storyLayers(
  colours: StoryPalette,
  fonts: Fonts,
): { readonly shapes: LayerSpecification[]; readonly symbols: LayerSpecification[] } {
  return {
    shapes: [...areaLayers(colours), ...lineLayers(colours)],
    symbols: symbolLayers(colours, fonts),
  };
}
