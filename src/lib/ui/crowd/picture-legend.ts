/** The legend of a picture of the large-file map. */
import { pointSigns } from '../../map/crowd/signs';
import type { LegendEntry } from '../../map/legend';
import { faded, type StoryPalette } from '../../map/palette';
import { areaSample } from '../../map/sheet';
import { circle, type Stroke } from '../../map/sign';
import type { CrowdExplorer } from '../../view/crowd.svelte';
import { colourEntries } from './colour-entries';
import { number } from './numbers';

/** A sign as paths in the box of the other signs. */
function strokesOf(activity: keyof typeof pointSigns, colour: string, casing: string): Stroke[] {
  const sign = pointSigns[activity];
  const radius = 9 * sign.scale;
  const rim = sign.rimShare * radius;
  const middle = { path: circle(radius), fill: faded(colour, sign.middle) };
  if (rim === 0) return [middle];
  const isCased = sign.casing > 0;
  const stroke = isCased ? faded(casing, sign.casing) : faded(colour, sign.rim);
  return [middle, { path: circle(radius - rim / 2), stroke, width: isCased ? 1.4 : rim }];
}

/** No more than what is drawn. */
export function pictureLegend(
  explorer: CrowdExplorer,
  colours: readonly string[],
  { casing, relocation }: StoryPalette,
): LegendEntry[] {
  if (explorer.draw === 'grid')
    return [{ strokes: areaSample(`${relocation}c0`), text: 'Darker: more of the window there' }];
  if (explorer.draw === 'density')
    return [{ strokes: areaSample(`${relocation}a0`), text: 'Stronger: more of it thereabouts' }];
  const plain = colours[0] ?? '';
  const hasPaths = explorer.vertices.pieces.count > 0;
  const sized = explorer.summary.numbers.find(({ name }) => name === explorer.size);
  const signs = [
    { shown: true, activity: 'certain', text: 'Certain at this time' },
    { shown: !explorer.onlyCertain, activity: 'possible', text: 'May hold at this time' },
    { shown: explorer.trail, activity: 'past', text: 'Past' },
  ] as const;
  return [
    ...signs
      .filter(({ shown }) => shown)
      .map(({ activity, text }) => ({ strokes: strokesOf(activity, plain, casing), text })),
    ...colourEntries(explorer, colours).map(({ name, hue, count }) => ({
      strokes: strokesOf('certain', hue, casing),
      text: `${explorer.colour ?? ''} ${name}: ${number(count)}`.trim(),
    })),
    ...(hasPaths ? [{ strokes: [], text: 'Lines: solid, dashed and faint in the same way' }] : []),
    ...(sized
      ? [
          {
            strokes: [],
            text: `Size: ${sized.name}, by area, up to ${number(sized.most)}`,
          },
        ]
      : []),
  ];
}
