/** Checks the relative order of records (`follows`), and puts them in the order of time. */
import type { AtlasRecord } from '../core/model';
import { contradictsOrder, followsOrder } from '../core/order';
import { inside, report, type Site } from './fields';
import { reportUnknown } from './nearest';
import { shown } from './problem';
import type { Draft } from './read-record';

/**
 * The records in time, then in their relative order. Lists what `follows` names that is not there,
 * what dates contradict, and a circle. `ids` are all ids of the files: to follow a record that
 * could not be read is no problem of its own, but is left out too.
 */
export function checkOrder(drafts: readonly Draft[], ids: ReadonlySet<string>): AtlasRecord[] {
  const all = new Map(drafts.map(({ record }) => [record.id, record]));
  const sites = new Map(drafts.map(({ record, site }) => [record.id, site]));
  const records = drafts.map(({ record, site }) => ({
    ...record,
    follows: record.follows.filter((before, index) =>
      isFollowed(before, record, inside(inside(site, 'follows'), index)),
    ),
  }));
  const { order, cycle } = followsOrder(records);
  if (cycle !== undefined) reportCycle(cycle, sites);
  const sorted = new Map(records.map((record) => [record.id, record]));
  return order.map((id) => sorted.get(id)).filter((record) => record !== undefined);

  function isFollowed(id: string, record: AtlasRecord, site: Site): boolean {
    const before = all.get(id);
    if (before === undefined) {
      if (!ids.has(id)) reportUnknown(site, id, 'the id of a record', all.keys());
      return false;
    }
    if (contradictsOrder(before, record)) {
      report(
        site,
        `${shown(id)} (${before.whenText})`,
        `a record that does not start after this one (${record.whenText})`,
      );
    }
    return true;
  }
}

function reportCycle(cycle: readonly string[], sites: ReadonlyMap<string, Site>): void {
  const [first] = cycle;
  const site = first === undefined ? undefined : sites.get(first);
  if (first === undefined || site === undefined) return;
  const circle = cycle.at(-1) === first && cycle.length > 1 ? cycle : [...cycle, first];
  report(inside(site, 'follows'), `a circle: ${circle.join(' -> ')}`, 'an order without a circle');
}
