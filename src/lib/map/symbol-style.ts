/** The layers of the story's dots and labels. The signs themselves are drawn by `sign-layer.ts`. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { StoryPalette } from './palette';
import { labelSize } from './story-labels';
import { storySourceIds } from './story-sources';
import { emphasis, isSet, type Fonts } from './style-parts';

/** A picture of nothing, as large as a sign: it keeps labels off the signs. */
export const roomOfSign = 'room-of-sign';

const ofKind = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind];
const signOffset: ExpressionSpecification = ['array', 'number', 2, ['get', 'offset']];
/** Beside the sign, in ems of its label: the sign's own offset, then its half width. */
const labelOffset: ExpressionSpecification = ['array', 'number', 2, ['get', 'labelOffset']];
const opacity: ExpressionSpecification = ['case', isSet('gone'), 0, 1];

export function symbolLayers(colours: StoryPalette, fonts: Fonts): LayerSpecification[] {
  const { places, labels } = storySourceIds;
  const text = {
    'text-font': fonts.regular,
    'text-max-width': 9,
    'text-padding': 3,
    'text-line-height': 1.1,
  } as const;
  const ink = {
    'text-color': colours.label,
    'text-halo-color': colours.labelHalo,
    'text-halo-width': 1.6,
    'text-opacity': opacity,
  } as const;
  return [
    {
      id: 'place-points',
      type: 'circle',
      source: places,
      paint: {
        'circle-radius': ['case', isSet('active'), 4, 3],
        // Signs that cover it are its dot: no opacities of its own, which would be worked out apart.
        'circle-color': [
          'case',
          isSet('covered'),
          'transparent',
          ['any', isSet('active'), isSet('past')],
          colours.context,
          colours.casingLight,
        ],
        'circle-stroke-color': [
          'case',
          isSet('covered'),
          'transparent',
          emphasis(colours.selected, colours.selected, colours.casing),
        ],
        'circle-stroke-width': emphasis(3, 3, 1),
      },
    },
    {
      id: 'place-labels',
      type: 'symbol',
      source: labels,
      filter: ofKind('place'),
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
        ...ink,
        'text-color': ['case', ['get', 'active'], colours.label, colours.context],
      },
    },
    {
      id: 'line-labels',
      type: 'symbol',
      source: labels,
      minzoom: 6,
      filter: ofKind('line'),
      layout: {
        ...text,
        'symbol-placement': 'line-center',
        'text-field': ['get', 'title'],
        'text-size': 12,
        'text-offset': [0, -1],
        'text-max-angle': 35,
      },
      paint: ink,
    },
    {
      id: 'sign-labels',
      type: 'symbol',
      source: labels,
      filter: ofKind('sign'),
      layout: {
        'icon-image': roomOfSign,
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
      paint: { ...ink, 'icon-opacity': 0 },
    },
  ];
}
