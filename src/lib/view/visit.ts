/** Going to what a search found: a record, a place or an actor, in space and in time. */
import { touches } from '../core/containment';
import { noFilter, passes } from '../core/filter';
import type { Result } from '../core/result';
import type { AtlasRecord } from '../core/model';
import type { Explorer } from './explorer.svelte';

/** Whether a record is, or concerns, what was found. */
function concerns(record: AtlasRecord, { kind, id }: Pick<Result, 'kind' | 'id'>, on: Explorer) {
  if (kind === 'record') return record.id === id;
  if (kind === 'actor') return record.actors.includes(id);
  return touches(record, on.contents.get(id) ?? new Set([id]));
}

/**
 * Opens what was found and shows it. A filter that hides all of it gives way, a window that holds
 * nothing of it moves to its first record, and an actor is followed.
 */
export function visit(explorer: Explorer, found: Pick<Result, 'kind' | 'id'>): void {
  const its = explorer.atlas.records.filter((record) => concerns(record, found, explorer));
  const { filter, contents } = explorer;
  const isHidden = its.length > 0 && !its.some((record) => passes(record, filter, contents));
  if (isHidden) explorer.setFilter(noFilter);
  const isThere = (): boolean => explorer.present.some(({ record }) => its.includes(record));
  const first = its.find(({ spans }) => spans.length > 0);
  if (first && !isThere()) explorer.bringIntoTime(first);
  // What only may hold is not there for a reader who asked for what is certain.
  if (first && !isThere()) explorer.setFilter({ certain: false });
  if (found.kind === 'actor') {
    explorer.follow(found.id);
    explorer.selectActor(found.id);
  } else explorer.select(found.id, { focus: true });
}
