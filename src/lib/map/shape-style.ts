/** The layers of the story's areas and lines: their geometry stays, their state says what shows. */
import type { LayerSpecification } from 'maplibre-gl';
import type { StoryPalette } from './palette';
import { storySourceIds } from './story-sources';
import {
  byState,
  dotWidth,
  emphasis,
  hue,
  isSet,
  lineWidth,
  possibleDash,
  schematicDash,
  width,
} from './style-parts';

export function areaLayers(colours: StoryPalette): LayerSpecification[] {
  const source = storySourceIds.areas;
  const tint = hue(colours, ['coalesce', ['feature-state', 'group'], 'end']);
  const isVast = isSet('vast');
  const byCertainty = (certain: number, possible: number) =>
    byState('certainty', { certain, possible });
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

export function lineLayers(colours: StoryPalette): LayerSpecification[] {
  const source = storySourceIds.lines;
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const tint = hue(colours, ['get', 'group']);
  const sure = (opacity: number) => byState('activity', { certain: opacity, possible: opacity });
  const marked = emphasis<number>(0.55, 0.3, 0);
  return [
    {
      id: 'line-past',
      type: 'line',
      source,
      layout: round,
      paint: {
        'line-color': tint,
        'line-width': emphasis<number>(2.4, 2.4, 1.4),
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
        'line-width': width([8, 11]),
        'line-opacity': byState('activity', {
          certain: marked,
          possible: marked,
          past: marked,
        }),
      },
    },
    {
      id: 'line-ground',
      type: 'line',
      source,
      layout: round,
      paint: {
        'line-color': colours.labelHalo,
        'line-width': width([6, 8]),
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
        'line-color': colours.casing,
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
        'line-width': width([1, 1.6]),
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
  ];
}
