/** The records before and after a record: in time, on its route, of its actors. */
import type { AtlasIndex } from './atlas';
import type { AtlasRecord } from './model';

export interface Neighbours {
  /** What the row goes through: "in time", "on this route", "with Juma Namangani". */
  readonly along: string;
  readonly previous?: AtlasRecord;
  readonly next?: AtlasRecord;
}

function around(row: readonly AtlasRecord[], record: AtlasRecord, along: string): Neighbours[] {
  const at = row.indexOf(record);
  const previous = row[at - 1];
  const next = row[at + 1];
  return previous || next ? [{ along, previous, next }] : [];
}

/** A route is a pair of ends, whichever way it is gone. */
function sameRoute(a: AtlasRecord, b: AtlasRecord): boolean {
  if (!a.from.length || !a.to.length || !b.from.length || !b.to.length) return false;
  const ends = (record: AtlasRecord): string => [...record.from, ...record.to].sort().join(' ');
  return ends(a) === ends(b);
}

/** The rows of neighbours that a record has, in the atlas's order of time. */
export function neighboursOf(record: AtlasRecord, index: AtlasIndex): Neighbours[] {
  const { records } = index.atlas;
  const [actor] = record.actors;
  const name = actor === undefined ? '' : (index.actors.get(actor)?.name ?? actor);
  return [
    ...around(records, record, 'in time'),
    ...around(
      records.filter((other) => other === record || sameRoute(other, record)),
      record,
      'on this route',
    ),
    ...(actor === undefined
      ? []
      : around(
          records.filter(({ actors }) => actors.includes(actor)),
          record,
          `with ${name}`,
        )),
  ];
}
