/** What a legend has to explain in a view, as data: for the pictures that leave the page. */
import type { Standpoint } from '../core/atlas';
import { groupNames, groups } from '../core/group';
import { standings, type Standing } from '../core/model';
import { signOf, type Sign, type Stroke } from './sign';

export type LineKind = 'schematic' | 'gap' | 'past' | 'area';

/** A sign, a sample of a line, or anything else that can be drawn, and what it says. */
export interface LegendEntry {
  readonly sign?: Sign;
  readonly line?: LineKind;
  readonly strokes?: readonly Stroke[];
  readonly text: string;
}

export interface LegendInput {
  readonly present: readonly Standpoint[];
  /** Whether the past leaves a trace, and whether somebody is followed. */
  readonly trail: boolean;
  readonly following: boolean;
}

const plain: Omit<Sign, 'group'> = { certainty: 'certain', standing: 'reported', disputed: false };
const standingNames: Record<Standing, string> = {
  reported: 'Reported',
  estimated: 'Estimated',
  claimed: 'Claimed by somebody',
  inferred: 'Inferred by this atlas',
};

/** The entries for what is on the map, each kind of sign once; nothing that is not there. */
export function legendOf({ present, trail, following }: LegendInput): LegendEntry[] {
  const signs = present.map(({ record, activity }) =>
    signOf(record, activity === 'certain' ? 'certain' : 'possible'),
  );
  const records = present.map(({ record }) => record);
  const entries: LegendEntry[] = groups
    .filter((group) => signs.some((sign) => sign.group === group))
    .map((group) => ({ sign: { ...plain, group }, text: groupNames[group] }));
  const add = (needed: boolean, entry: LegendEntry): void => {
    if (needed) entries.push(entry);
  };
  const event = { ...plain, group: 'event' } as const;
  add(
    signs.some(({ certainty }) => certainty === 'possible'),
    { sign: { ...event, certainty: 'possible' }, text: 'Dashed: may hold at this time' },
  );
  for (const standing of standings) {
    add(standing !== 'reported' && signs.some((sign) => sign.standing === standing), {
      sign: { ...event, standing },
      text: standingNames[standing],
    });
  }
  add(
    signs.some(({ disputed }) => disputed),
    { sign: { ...event, disputed: true }, text: 'A claim about it is disputed' },
  );
  add(
    records.some(({ lines, path }) => lines.length > 0 && path !== 'given'),
    { line: 'schematic', text: 'Path drawn, not surveyed' },
  );
  add(following, { line: 'gap', text: 'Gap: the way is not told' });
  add(trail, { line: 'past', text: 'Trail of the past' });
  add(present.length > 0, { line: 'area', text: 'Somewhere in this area' });
  return entries;
}
