/** The layers of the story's areas and lines: their geometry stays, their state says what shows. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { StoryPalette } from './palette';
import { storySourceIds } from './story-sources';
import {
  byState,
  dotWidth,
  emphasis,
  groundWidth,
  hue,
  isSet,
  lineWidth,
  openWidth,
  possibleDash,
  schematicDash,
  width,
} from './style-parts';

/**
 * Gives each line layer a bucket of its own. MapLibre puts layers of the same source, filter and
 * layout into one, and works a shared bucket out once for each of its layers when a state changes:
 * four layers, sixteen times. Round corners ignore the limit that tells the layers apart; of mitred
 * ones it decides whether those of about 60 degrees are pointed or cut off.
 */
function apart(layers: readonly LayerSpecification[]): LayerSpecification[] {
  return layers.map((layer, k) =>
    layer.type === 'line'
      ? { ...layer, layout: { ...layer.layout, 'line-miter-limit': 2 + k / 100 } }
      : layer,
  );
}

export function areaLayers(colours: StoryPalette): LayerSpecification[] {
  const source = storySourceIds.areas;
  const at = (opacity: number) =>
    hue(colours, ['coalesce', ['feature-state', 'group'], 'end'], opacity);
  /** Colour and opacity in one: two properties would be worked out and uploaded apart. */
  const tint = (certain: number, possible: number, vast: number): ExpressionSpecification => [
    'case',
    isSet('vast'),
    at(vast),
    byState<string>('certainty', { certain: at(certain), possible: at(possible) }, 'transparent'),
  ];
  // Corners are mitred: round ones have four times the vertices to change.
  return apart([
    {
      id: 'areas',
      type: 'fill',
      source,
      paint: {
        'fill-color': tint(0.16, 0.08, 0.035),
        'fill-antialias': false,
        // Not drawn: by default it would be a second tint to work out.
        'fill-outline-color': 'transparent',
      },
    },
    {
      id: 'area-soft-edge',
      type: 'line',
      source,
      paint: {
        'line-color': tint(0.5, 0.3, 0.3),
        'line-width': 9,
        'line-blur': 9,
      },
    },
    {
      id: 'area-possible-edge',
      type: 'line',
      source,
      paint: {
        'line-color': byState<string>('certainty', { possible: at(0.9) }, 'transparent'),
        'line-width': 1.4,
        'line-dasharray': [3, 3],
      },
    },
    {
      id: 'area-selected',
      type: 'line',
      source,
      paint: {
        'line-color': colours.selected,
        'line-width': 2.2,
        'line-opacity': emphasis(1, 0.7, 0),
      },
    },
  ]);
}

export function lineLayers(colours: StoryPalette): LayerSpecification[] {
  const source = storySourceIds.lines;
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const tint = hue(colours, ['get', 'group']);
  const sure = (opacity: number) => byState('activity', { certain: opacity, possible: opacity });
  const marked = emphasis(0.55, 0.3, 0);
  return apart([
    {
      id: 'line-past',
      type: 'line',
      source,
      layout: round,
      paint: {
        'line-color': tint,
        'line-width': 1.4,
        'line-dasharray': [0.01, 3],
        'line-opacity': byState('activity', { past: 0.7 }),
      },
    },
    {
      // Somebody is known here and then there, and nothing is told of the way.
      id: 'line-gap',
      type: 'line',
      source: storySourceIds.gaps,
      paint: {
        'line-color': colours.label,
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
        'line-width': width([8, 11]),
        'line-opacity': byState('activity', { certain: marked, possible: marked, past: marked }),
      },
    },
    {
      id: 'line-ground',
      type: 'line',
      source,
      layout: round,
      paint: {
        'line-color': colours.labelHalo,
        'line-width': width(groundWidth),
        'line-opacity': sure(0.75),
      },
    },
    {
      // Dots that show on both sides of the line: drawn, not surveyed.
      id: 'line-schematic',
      type: 'line',
      source,
      filter: ['get', 'schematic'],
      layout: round,
      paint: {
        'line-color': colours.label,
        'line-width': width(dotWidth),
        'line-dasharray': [...schematicDash],
        'line-opacity': sure(1),
      },
    },
    {
      id: 'line-certain',
      type: 'line',
      source,
      layout: round,
      paint: {
        'line-color': tint,
        'line-width': width(lineWidth),
        'line-opacity': byState('activity', { certain: 1 }),
      },
    },
    {
      id: 'line-possible',
      type: 'line',
      source,
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paint: {
        'line-color': tint,
        'line-width': width(lineWidth),
        'line-dasharray': [...possibleDash],
        'line-opacity': byState('activity', { possible: 1 }),
      },
    },
    {
      id: 'line-open',
      type: 'line',
      source,
      filter: ['get', 'open'],
      layout: round,
      paint: {
        'line-color': colours.casingLight,
        'line-width': width(openWidth),
        'line-opacity': sure(1),
      },
    },
    {
      // Invisible and wide: a finger finds it.
      id: 'line-target',
      type: 'line',
      source,
      paint: { 'line-width': 22, 'line-opacity': 0 },
    },
  ]);
}
