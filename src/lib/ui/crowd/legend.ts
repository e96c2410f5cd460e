/** What signs and colours of the large-file map mean, as data for the legend and for pictures. */
import type { LegendEntry } from '../../map/legend';
import type { StoryPalette } from '../../map/palette';
import type { Stroke } from '../../map/sign';
import { pointSigns } from '../../map/crowd/signs';
import type { CrowdExplorer } from '../../view/crowd.svelte';

/** A colour of the map: the value that has it, and how many records of the window do. */
export interface ColourEntry {
  readonly name: string;
  readonly hue: string;
  readonly count: number;
}

/** The values that have a colour of their own, then all others together, as far as there are any. */
export function colourEntries(
  { marks, held, summary }: Pick<CrowdExplorer, 'marks' | 'held' | 'summary'>,
  colours: readonly string[],
): readonly ColourEntry[] {
  const { facet, values = [] } = marks?.colouring ?? {};
  const field = facet === undefined ? undefined : summary.facets[facet];
  if (!field || facet === undefined) return [];
  const counts = held?.facets[facet] ?? new Uint32Array();
  const own = values.map((value, k) => ({
    name: field.values[value] || 'not stated',
    hue: colours[k] ?? '',
    count: counts[value] ?? 0,
  }));
  const isOther = (value: number): boolean => !values.includes(value);
  const others = {
    name: values.length + 1 < field.totals.filter(Boolean).length ? 'others' : 'not stated',
    hue: colours.at(-1) ?? '',
    count: counts.reduce((sum, count, value) => (isOther(value) ? sum + count : sum), 0),
  };
  const hasOthers = field.totals.some((total, value) => total > 0 && isOther(value));
  return hasOthers ? [...own, others] : own;
}

const circle = (radius: number): string =>
  `M${16 - radius} 16a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;

/** A sign as paths in the box of the other signs; opacity as the last two digits of a colour. */
function strokesOf(activity: keyof typeof pointSigns, colour: string, casing: string): Stroke[] {
  const sign = pointSigns[activity];
  const radius = 9 * sign.scale;
  const rim = sign.rimShare * radius;
  const faded = (hue: string, opacity: number): string =>
    hue +
    Math.round(opacity * 255)
      .toString(16)
      .padStart(2, '0');
  const middle = { path: circle(radius), fill: faded(colour, sign.middle) };
  if (rim === 0) return [middle];
  const isCased = sign.casing > 0;
  const stroke = isCased ? faded(casing, sign.casing) : faded(colour, sign.rim);
  return [middle, { path: circle(radius - rim / 2), stroke, width: isCased ? 1.4 : rim }];
}

const square = (fill: string): Stroke[] => [{ path: 'M5 9h22v14h-22Z', fill }];

/** The legend of a picture: no more than what is drawn. */
export function crowdLegend(
  explorer: CrowdExplorer,
  colours: readonly string[],
  { casing, relocation }: StoryPalette,
): LegendEntry[] {
  if (explorer.draw === 'grid')
    return [{ strokes: square(`${relocation}c0`), text: 'Darker: more of the window there' }];
  if (explorer.draw === 'density')
    return [{ strokes: square(`${relocation}a0`), text: 'Stronger: more of it thereabouts' }];
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
      text: `${explorer.colour ?? ''} ${name}: ${count.toLocaleString('en')}`.trim(),
    })),
    ...(hasPaths ? [{ strokes: [], text: 'Lines: solid, dashed and faint in the same way' }] : []),
    ...(sized
      ? [
          {
            strokes: [],
            text: `Size: ${sized.name}, by area, up to ${sized.most.toLocaleString('en')}`,
          },
        ]
      : []),
  ];
}
