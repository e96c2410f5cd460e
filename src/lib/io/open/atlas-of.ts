/** The atlas of a reader's file: its records, with the title, span and view that it opens with. */
import { indexAtlas } from '../../core/atlas';
import { civil, dayOf } from '../../core/day';
import { boundsOf, unionOf } from '../../core/extent';
import { openedId, type Actor, type Atlas, type AtlasRecord, type Place } from '../../core/model';
import { followsOrder } from '../../core/order';
import { datedDays } from '../../core/reach';
import { ALWAYS, FOREVER, type Interval } from '../../core/span';
import type { Table } from './row';

/** The one source of a reader's file: the file itself. */
export const fileSource = 'file';

/** What was read from a file. */
interface FileContents {
  readonly records: readonly AtlasRecord[];
  readonly places: readonly Place[];
  readonly actors: readonly Actor[];
}

/** The years that the dated records cover, whole; the year 2000 where nothing is dated. */
function spanOfRecords(records: readonly AtlasRecord[]): Interval {
  let from = FOREVER as number;
  let to = ALWAYS as number;
  for (const { spans } of records) {
    for (const day of datedDays(spans)) {
      from = Math.min(from, day);
      to = Math.max(to, day);
    }
  }
  if (from > to) return { from: dayOf(2000, 1, 1), to: dayOf(2000, 12, 31) };
  return { from: dayOf(civil(from).year, 1, 1), to: dayOf(civil(to).year, 12, 31) };
}

/** An atlas of what a file holds, its records in order of time, opening with all of them. */
export function atlasOf(file: string, table: Table, held: FileContents): Atlas {
  const byId = new Map(held.records.map((record) => [record.id, record]));
  const records = followsOrder(held.records).order.flatMap((id) => byId.get(id) ?? []);
  const title = table.title?.trim() || file.replace(/\.[^.]{1,8}$/, '');
  const draft: Atlas = {
    id: openedId,
    title,
    summary: `Opened from ${file}.`,
    version: '',
    licence: '',
    span: spanOfRecords(records),
    opening: { date: 'all', bounds: [-180, -60, 180, 75] },
    entries: [],
    actors: held.actors,
    chapters: [],
    method: [],
    sources: [{ id: fileSource, title: table.credit?.trim() || file, passages: [] }],
    places: held.places,
    records,
  };
  const index = indexAtlas(draft);
  const box = unionOf(records.map(({ id }) => boundsOf(id, index)));
  return box ? { ...draft, opening: { ...draft.opening, bounds: aired(box) } } : draft;
}

/** A box with some air around it, and never narrower than a town. */
function aired([west, south, east, north]: readonly [number, number, number, number]): [
  number,
  number,
  number,
  number,
] {
  const least = 0.05;
  const air = (from: number, to: number): number =>
    Math.max(0.05 * (to - from), (least - (to - from)) / 2);
  const [wide, high] = [air(west, east), air(south, north)];
  return [west - wide, Math.max(-85, south - high), east + wide, Math.min(85, north + high)];
}
