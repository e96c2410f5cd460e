/** The first rows as a mapping has them: what the reader sees before the file is opened. */
import type { Position } from 'geojson';
import { readEntry } from './entry';
import type { Mapping } from './mapping';
import type { Question } from './open';
import type { Fault } from './row';

/** A row under a mapping. */
export interface PreviewRow {
  readonly at: number;
  readonly title: string;
  readonly when: string;
  /** Why the row would not be shown, or would be with a remark. */
  readonly trouble?: string;
  readonly positions: readonly Position[];
}

/** The first rows of a file as they would be opened. */
export function previewOf({ rows, hasGeometry }: Question, mapping: Mapping): PreviewRow[] {
  return rows.map((row) => {
    const { entry, fault, remarks } = readEntry(row, mapping, hasGeometry);
    const first = fault ?? remarks[0];
    const { points = [], lines = [], areas = [] } = entry?.shape ?? {};
    const ends = [entry?.from?.position, entry?.to?.position].filter((end) => end !== undefined);
    return {
      at: row.at,
      title: entry?.title ?? '',
      when: entry?.time.words ?? '',
      ...(first && { trouble: troubleOf(first) }),
      positions: [...points, ...lines.flat(), ...areas.flat(2), ...ends],
    };
  });
}

function troubleOf({ field, found, expected }: Fault): string {
  if (field === 'position' && found === 'nothing') return 'no position';
  return `${field ?? 'row'}: found ${found}, expected ${expected}`;
}
