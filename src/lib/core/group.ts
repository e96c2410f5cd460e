/** Groups of records: those that share a sign's shape and hue, and are shown or hidden together. */
import type { AtlasRecord } from './model';

export const groups = ['incursion', 'relocation', 'other', 'base', 'event'] as const;
export type Group = (typeof groups)[number];

export const groupNames: Record<Group, string> = {
  incursion: 'Incursion',
  relocation: 'Relocation, withdrawal or escape',
  other: 'Other movement',
  base: 'Base',
  event: 'Event',
};

const movementGroups: Record<string, Group> = {
  incursion: 'incursion',
  relocation: 'relocation',
  withdrawal: 'relocation',
  escape: 'relocation',
};

/** The group of a record. */
export function groupOf(record: Pick<AtlasRecord, 'kind' | 'type'>): Group {
  if (record.kind !== 'movement') return record.kind;
  return movementGroups[record.type] ?? 'other';
}
