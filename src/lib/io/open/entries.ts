/** All rows of a file with their meaning, as far as they can be shown together. */
import { isBeyond, middleOf, reachAbout } from '../../core/reach';
import type { Interval } from '../../core/span';
import { timeNear } from '../check-span';
import { shown } from '../problem';
import { readEntry, type Entry, type EntryRead } from './entry';
import { limits } from './limits';
import type { Mapping } from './mapping';
import type { Fault, Table } from './row';

/** Called now and then with how many rows were read; throws where the reading shall stop. */
export type Progress = (done: number, total: number) => void;

export type RowRead = EntryRead & {
  /** The row's number. */
  readonly at: number;
};

/** Reads the rows of a table; undefined where they have more positions than an atlas bears. */
export function readEntries(
  table: Table,
  mapping: Mapping,
  hasGeometry: boolean,
  progress: Progress,
): RowRead[] | undefined {
  const rows: RowRead[] = [];
  let positions = 0;
  for (const row of table.rows()) {
    const read = { at: row.at, ...readEntry(row, mapping, hasGeometry) };
    positions += read.entry?.shape?.positions ?? 0;
    if (rows.push(read) % 1000 === 0) progress(rows.length, table.total);
    if (positions > limits.positions) return undefined;
  }
  // What is too far away is known only once all are read.
  const middle = middleOf(rows.flatMap(({ entry }) => (entry ? [entry.time.spans] : [])));
  if (middle === undefined) return rows;
  const near = reachAbout(middle);
  return rows.map((row) => (row.entry ? { ...row, fault: farFault(row.entry, near) } : row));
}

/** Why a row is not shown whose time would stretch the timeline beyond what a page bears. */
function farFault({ time: { spans, words, fields } }: Entry, near: Interval): Fault | undefined {
  if (!isBeyond(spans, near)) return undefined;
  return { field: fields[0] ?? 'when', found: shown(words), expected: timeNear(near) };
}
