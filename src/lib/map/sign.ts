/**
 * The signs of the map, as data: one table from which map icons, list icons and legend are drawn.
 *
 * A sign says four things, none by colour alone: what it is (shape and hue), whether it is certain
 * in the window (solid or dashed outline), what standing it has (filled, barred, ringed, open), and
 * whether a claim about it is disputed (a split ring around it).
 */
import { isDisputed } from '../core/claims';
import { groupNames, groupOf, type Group } from '../core/group';
import type { Standpoint } from '../core/atlas';
import type { AtlasRecord, Standing } from '../core/model';
import type { StoryPalette } from './palette';

/** A group's colour. */
export function groupHue(group: Group, colours: StoryPalette): string {
  return colours[group === 'other' ? 'context' : group];
}

/** How sure the record is in the window: what is past or undated has no sign of its own. */
export type Certainty = 'certain' | 'possible';

/** Whether what stands so to the window is shown by a sign. */
export function isSure(activity: Standpoint['activity']): activity is Certainty {
  return activity === 'certain' || activity === 'possible';
}

/** Whether something is only claimed or inferred: its sign, line and bar are drawn open. */
export function isOpen({ standing }: Pick<AtlasRecord, 'standing'>): boolean {
  return standing === 'claimed' || standing === 'inferred';
}

export interface Sign {
  readonly group: Group;
  readonly certainty: Certainty;
  readonly standing: Standing;
  readonly disputed: boolean;
}

const signs = new WeakMap<AtlasRecord, Partial<Record<Certainty, Sign>>>();

/** The sign of a record in a window: the same object each time, so that nothing is drawn twice. */
export function signOf(record: AtlasRecord, certainty: Certainty): Sign {
  const known = signs.get(record) ?? {};
  signs.set(record, known);
  return (known[certainty] ??= {
    group: groupOf(record),
    certainty,
    standing: record.standing,
    disputed: isDisputed(record),
  });
}

/** A sign's name as a map icon: "base:certain:reported:plain". */
export function signName(sign: Sign): string {
  return [sign.group, sign.certainty, sign.standing, sign.disputed ? 'disputed' : 'plain'].join(
    ':',
  );
}

/** A path of a sign, in a box of 32 by 32 around (16, 16), with its colours. */
export interface Stroke {
  readonly path: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
}

/** The size of the box in which signs are drawn. */
export const signBox = 32;

/** A circle around the middle of the box. */
export function circle(radius: number): string {
  return `M${16 - radius} 16a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}

function square(half: number): string {
  return `M${16 - half} ${16 - half}h${2 * half}v${2 * half}h${-2 * half}Z`;
}

/** An arrow head that points up, as tall as a circle of that radius. */
function arrow(radius: number): string {
  const wing = radius * 0.95;
  return `M16 ${16 - radius}L${16 + wing} ${16 + radius}L16 ${16 + radius * 0.45}L${16 - wing} ${16 + radius}Z`;
}

const outlines: Record<Group, (radius: number) => string> = {
  incursion: arrow,
  relocation: arrow,
  other: arrow,
  base: (radius) => square(radius * 0.9),
  event: circle,
};

/** What the standing adds inside the shape. */
const marks: Record<Standing, string | undefined> = {
  reported: undefined,
  // Two bars, as in "about equal".
  estimated: 'M12.5 14.2h7M12.5 17.8h7',
  // A point in an open shape: there is somebody who says so.
  claimed: circle(2),
  inferred: undefined,
};

const size = 7;

/** The paths of a sign, from the bottom up. */
export function signStrokes(sign: Sign, colours: StoryPalette): Stroke[] {
  const colour = groupHue(sign.group, colours);
  const outline = outlines[sign.group](size);
  const open = isOpen(sign);
  const dash = sign.certainty === 'possible' ? [2.6, 2] : undefined;
  const mark = marks[sign.standing];
  const strokes: Stroke[] = [];
  if (sign.disputed) {
    const left = 'M13 5.4A11 11 0 0 0 13 26.6';
    const right = 'M19 5.4A11 11 0 0 1 19 26.6';
    strokes.push(
      { path: left, stroke: colours.casingLight, width: 5 },
      { path: right, stroke: colours.casingLight, width: 5 },
      { path: left, stroke: colours.casing, width: 2.4 },
      { path: right, stroke: colour, width: 2.4 },
    );
  }
  strokes.push({ path: outline, stroke: colours.casingLight, width: 5.5 });
  if (open) {
    strokes.push(
      { path: outline, fill: colours.casingLight, stroke: colours.casing, width: 4 },
      { path: outline, fill: colours.casingLight },
      { path: outline, stroke: colour, width: 2.6, dash },
    );
  } else if (sign.certainty === 'possible') {
    strokes.push(
      { path: outline, fill: colours.casingLight },
      { path: outlines[sign.group](size - 2.6), fill: colour },
      { path: outline, stroke: colours.casing, width: 1.8, dash },
    );
  } else {
    strokes.push({ path: outline, fill: colour, stroke: colours.casing, width: 1.8 });
  }
  if (mark) {
    strokes.push(
      sign.standing === 'claimed'
        ? { path: mark, fill: colours.casing }
        : { path: mark, stroke: colours.casingLight, width: 1.8 },
    );
  }
  return strokes;
}

/** A sign in words, as the legend and accessible names have it. */
export function signText(sign: Sign): string {
  return [
    groupNames[sign.group].toLowerCase(),
    sign.certainty,
    sign.standing,
    ...(sign.disputed ? ['a claim is disputed'] : []),
  ].join(', ');
}
