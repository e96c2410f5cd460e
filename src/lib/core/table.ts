/** Records as rows of a table: what stands in each column, and how columns sort. */
import type { AtlasIndex, Standpoint } from './atlas';
import { activityText, placeText, qualifierText, standingText, typeText } from './describe';
import type { Window } from './window';

export const columns = ['when', 'title', 'type', 'where', 'who', 'standing', 'certainty'] as const;
export type Column = (typeof columns)[number];

export const columnNames: Record<Column, string> = {
  when: 'When',
  title: 'Title',
  type: 'Kind',
  where: 'Where',
  who: 'Who',
  standing: 'Standing',
  certainty: 'Certainty',
};

export type Row = Readonly<Record<Column, string>> & { readonly id: string };

/** The rows of some records, as sure as they are in the window. */
export function rowsOf(
  standpoints: readonly Standpoint[],
  index: AtlasIndex,
  window: Window,
): Row[] {
  return standpoints.map(({ record, activity }) => ({
    id: record.id,
    when: record.whenText,
    title: record.title,
    type: typeText(record),
    where: placeText(record, index),
    who: record.actors.map((id) => index.actors.get(id)?.name ?? id).join(', '),
    standing: qualifierText(record) || standingText(record),
    certainty: activityText(activity, window),
  }));
}

/** One order for every machine: by letters, without a locale of the reader's. */
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Rows sorted by a column. Time sorts as the atlas orders it: the order in which rows come. */
export function sorted(rows: readonly Row[], column: Column, descending: boolean): Row[] {
  const ascending =
    column === 'when'
      ? [...rows]
      : [...rows].sort((a, b) => collator.compare(a[column], b[column]));
  return descending ? ascending.reverse() : ascending;
}

/** Rows that hold every word of a text in some column. */
export function matching(rows: readonly Row[], text: string): Row[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const all = columns.map((column) => row[column].toLowerCase()).join(' ');
    return words.every((word) => all.includes(word));
  });
}
