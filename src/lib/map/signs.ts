/** The signs that a window puts on the map: arrow heads at the ends of lines, stacks on places. */
import type { Position } from 'geojson';
import type { AtlasIndex, Standpoint } from '../core/atlas';
import { groupOf, type Group } from '../core/group';
import type { AtlasRecord } from '../core/model';
import type { Moving } from '../core/underway';
import { measure, partOf, type MeasuredLine } from './motion';
import { isOpen, isSure, signName, signOf, type Certainty } from './sign';
import { signOffset } from './stacks';

/** A sign on the map. */
export interface PlacedSign {
  readonly id: string;
  /** The name of its picture. */
  readonly icon: string;
  readonly at: Position;
  /** Pixels to the right and down from there. */
  readonly offset: readonly [number, number];
  /** Degrees clockwise from north, for an arrow head; others stand upright. */
  readonly bearing: number | undefined;
  readonly certainty: Certainty;
  /** 1 unless it appears or fades. */
  readonly opacity?: number;
}

/** A line that grows in a replay, as far as it has come. */
export interface GrowingLine {
  readonly id: string;
  readonly group: Group;
  readonly certainty: Certainty;
  /** The path is drawn, not surveyed. */
  readonly schematic: boolean;
  /** Claimed or inferred: drawn open. */
  readonly open: boolean;
  readonly coordinates: readonly Position[];
}

const measured = new WeakMap<AtlasRecord, MeasuredLine[]>();

/** A record's lines with their lengths, worked out when first asked for. */
function measuredLines(record: AtlasRecord): MeasuredLine[] {
  const known = measured.get(record);
  if (known) return known;
  const lines = record.lines.map(measure);
  measured.set(record, lines);
  return lines;
}

/** A movement when `progress` of its way is done: what of its lines is drawn, and their heads. */
export function movementAt(
  record: AtlasRecord,
  certainty: Certainty,
  progress = 1,
): { lines: GrowingLine[]; heads: PlacedSign[] } {
  const { id } = record;
  const lines: GrowingLine[] = [];
  const heads: PlacedSign[] = [];
  for (const line of measuredLines(record)) {
    const part = partOf(line, progress);
    if (!part) continue;
    const { coordinates, head, bearing } = part;
    const schematic = record.path !== 'given';
    const open = isOpen(record);
    lines.push({ id, group: groupOf(record), certainty, schematic, open, coordinates });
    const icon = signName(signOf(record, certainty));
    heads.push({ id, icon, at: head, offset: [0, 0], bearing, certainty });
  }
  return { lines, heads };
}

/** What moves in a replay, as it stands at this moment of the scene. */
export function movingAt(
  present: readonly Standpoint[],
  moving: Moving,
  progress: number,
): { lines: GrowingLine[]; heads: PlacedSign[] } {
  if (moving.size === 0) return { lines: [], heads: [] };
  const parts = present.flatMap(({ record, activity }) => {
    const leg = moving.get(record.id);
    if (!leg || !isSure(activity)) return [];
    return [movementAt(record, activity, leg[0] + (leg[1] - leg[0]) * progress)];
  });
  return {
    lines: parts.flatMap(({ lines }) => lines),
    heads: parts.flatMap(({ heads }) => heads),
  };
}

/** The signs of a window from the bottom up: heads, then stacks, the certain over the possible. */
export function placedSigns(
  index: AtlasIndex,
  present: readonly Standpoint[],
  stacks: ReadonlyMap<string, readonly Standpoint[]>,
  moving: Moving,
): PlacedSign[] {
  const heads = present.flatMap(({ record, activity }) =>
    isSure(activity) && !moving.has(record.id) ? movementAt(record, activity).heads : [],
  );
  const standing = [...stacks].flatMap(([placeId, stack]) => {
    const at = index.places.get(placeId)?.point;
    if (!at) return [];
    return stack.flatMap(({ record, activity }, k): PlacedSign[] => {
      if (!isSure(activity)) return [];
      const icon = signName(signOf(record, activity));
      const offset = signOffset(k, stack.length);
      const { id } = record;
      return [{ id, icon, at: [...at], offset, bearing: undefined, certainty: activity }];
    });
  });
  const rank = ({ certainty }: PlacedSign): number => (certainty === 'certain' ? 1 : 0);
  return [...heads, ...standing.sort((a, b) => rank(a) - rank(b))];
}
