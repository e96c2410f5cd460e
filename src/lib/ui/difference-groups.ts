/** What differs between two dates as lists in words: for the page, and for paper. */
import { standpoint, type AtlasIndex, type Standpoint } from '../core/atlas';
import { activityText } from '../core/describe';
import type { Move } from '../core/difference';
import type { AtlasRecord } from '../core/model';
import { intervalOf, windowText, type Window } from '../core/window';
import type { Comparison } from '../view/comparison.svelte';
import { betweenOf, differencesOf } from '../view/differences';

export interface DifferenceItem {
  readonly record: AtlasRecord;
  /** How it stands at the two dates: "may have ended: certain in 1999; possible in 2001". */
  readonly words: string;
  /** Whether it is certain at one of them. */
  readonly certain: boolean;
}

export interface DifferenceGroup {
  readonly title: string;
  /** What its records have in common. */
  readonly text: string;
  readonly items: readonly DifferenceItem[];
}

/** The lists in their order; none is empty. */
export function differenceGroups(comparison: Comparison): DifferenceGroup[] {
  const { windows, first } = comparison;
  const differences = differencesOf(comparison);
  const [earlier, later] = windows.map(windowText);
  const activityIn = (record: AtlasRecord, window: Window): Standpoint['activity'] =>
    standpoint(record, intervalOf(window, first.atlas.span)).activity;
  const itemOf = (record: AtlasRecord, unsure = ''): DifferenceItem => {
    const activities = windows.map((window) => activityIn(record, window));
    const said = windows.map((window, k) => activityText(activities[k] ?? 'undated', window));
    return {
      record,
      words: `${unsure}${said.join('; ')}`,
      certain: activities.includes('certain'),
    };
  };
  const changed = [
    ['appeared', 'Appeared', `in ${later}, not in ${earlier}`, 'may have appeared: '],
    ['ended', 'Ended', `in ${earlier}, not in ${later}`, 'may have ended: '],
    [
      'unsettled',
      'Not settled',
      'the source does not say in which of the two',
      'may be in either: ',
    ],
    ['stayed', 'Still there', `in ${earlier} and in ${later}`, 'may be in both: '],
  ] as const;
  const groups: DifferenceGroup[] = changed.map(([change, title, text, unsure]) => ({
    title,
    text,
    items: differences
      .filter((one) => one.change === change)
      .map(({ record, sure }) => itemOf(record, sure ? '' : unsure)),
  }));
  groups.push({
    title: 'Between the two',
    text: 'on neither map',
    items: betweenOf(comparison).map((record) => itemOf(record)),
  });
  return groups.filter(({ items }) => items.length > 0);
}

/** Where somebody was based, and where then: "Tavildara → Mazar-e Sharif; not certain at both dates". */
export function moveText({ from, to, sure }: Move, index: AtlasIndex): string {
  const places = (bases: Move['from']): string => {
    const ids = bases.flatMap(({ at }) => at);
    return [...new Set(ids.map((id) => index.places.get(id)?.title ?? id))].join(', ');
  };
  return `${places(from)} → ${places(to)}${sure ? '' : '; not certain at both dates'}`;
}
