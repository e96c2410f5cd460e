/**
 * The labels of a window. They must keep out of each other's way and off the signs, so MapLibre lays
 * them out; that costs many times a repaint, so it waits while time is passing under a handle.
 *
 * Each label has a key that says all that its place and words depend on. A label whose key the
 * window no longer has is hidden at once; a new one waits for the layout.
 */
import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type { AtlasIndex, Standpoint } from '../core/atlas';
import type { Moving } from '../core/underway';
import { isArea } from './places';
import { isSure } from './sign';
import { labelSide, rowsOf, signHalf, signOffset } from './stacks';

/** Pixels of a sign's label. */
export const labelSize = 12;

interface LabelProperties {
  /** What the label depends on: two labels with the same key look the same. */
  key: string;
  /** Of the record or place that it names. */
  id: string;
  title: string;
}

/** The label of a place, named whether anything happens there or not. */
export interface PlaceLabel extends LabelProperties {
  kind: 'place';
  area: boolean;
  active: boolean;
  /** Rows of signs on the place, which the label has to clear. */
  rows: number;
}

/** The label of a sign, and the room that the sign takes. */
export interface SignLabel extends LabelProperties {
  kind: 'sign';
  /** The side of the sign on which the label stands. */
  side: 'left' | 'right';
  /** From the place to where the label begins, in ems of the label. */
  labelOffset: [number, number];
  /** Pixels from the place to the sign. */
  offset: [number, number];
  /** Small first: certain before possible. */
  order: number;
}

/** The label along a movement's line. */
export interface LineLabel extends LabelProperties {
  kind: 'line';
}

export type Label =
  Feature<Point, PlaceLabel> | Feature<Point, SignLabel> | Feature<LineString, LineLabel>;
export type Labels = FeatureCollection<Point | LineString, PlaceLabel | SignLabel | LineLabel>;

function placeLabels(
  index: AtlasIndex,
  active: ReadonlyMap<string, unknown>,
  stacks: ReadonlyMap<string, readonly Standpoint[]>,
): Label[] {
  return index.atlas.places.flatMap((place): Label[] => {
    const { id, title, point } = place;
    if (place.unlabelled) return [];
    const isActive = active.has(id);
    // More than a country is named only while something happens there.
    if (!isActive && place.precision === 'supranational') return [];
    const rows = rowsOf(stacks.get(id)?.length ?? 0);
    const key = `place ${id} ${isActive ? 'active' : 'quiet'} ${rows}`;
    const properties = { key, id, title, kind: 'place', area: isArea(place), rows } as const;
    return [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...point] },
        properties: { ...properties, active: isActive },
      },
    ];
  });
}

function signLabels(
  index: AtlasIndex,
  stacks: ReadonlyMap<string, readonly Standpoint[]>,
): Label[] {
  return [...stacks].flatMap(([placeId, stack]) => {
    const point = index.places.get(placeId)?.point;
    if (!point) return [];
    return stack.flatMap(({ record, activity }, k): Label[] => {
      if (!isSure(activity)) return [];
      const room = labelSide(k, stack.length);
      const side = room ?? 'right';
      const [x, y] = signOffset(k, stack.length);
      const edge = x + (side === 'left' ? -signHalf : signHalf);
      return [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [...point] },
          properties: {
            // Where it stands, not in which stack: of a stack that grows most stay as they are.
            key: `sign ${record.id} ${placeId} ${activity} ${room} ${x} ${y}`,
            id: record.id,
            title: room ? record.title : '',
            kind: 'sign',
            side,
            labelOffset: [edge / labelSize, y / labelSize],
            offset: [x, y],
            order: activity === 'certain' ? 1 : 2,
          },
        },
      ];
    });
  });
}

function lineLabels(present: readonly Standpoint[], moving: Moving): Label[] {
  return present.flatMap(({ record, activity }) => {
    if (!isSure(activity) || moving.has(record.id)) return [];
    const { id, title } = record;
    return record.lines.map((line, k): Label => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: line.map((position) => [...position]) },
      properties: { key: `line ${id} ${k}`, id, title, kind: 'line' },
    }));
  });
}

/** The labels of a window; `active` are the places in which something happens. */
export function storyLabels(
  index: AtlasIndex,
  present: readonly Standpoint[],
  stacks: ReadonlyMap<string, readonly Standpoint[]>,
  active: ReadonlyMap<string, unknown>,
  moving: Moving,
): Labels {
  const features = [
    ...placeLabels(index, active, stacks),
    ...lineLabels(present, moving),
    ...signLabels(index, stacks),
  ];
  return { type: 'FeatureCollection', features };
}

/** The keys of labels, in an order that does not matter. */
export function keysOf(labels: Labels): ReadonlySet<string> {
  return new Set(labels.features.map(({ properties }) => properties.key));
}

/** Whether two sets of labels look the same. */
export function sameLabels(a: Labels | undefined, b: Labels): boolean {
  if (a?.features.length !== b.features.length) return false;
  const keys = keysOf(b);
  return a.features.every(({ properties }) => keys.has(properties.key));
}

/** How a label is drawn that is laid out already. */
export interface LabelState {
  /** The window no longer has it. */
  gone: boolean;
}

/** The state of a label that stays. */
export const keptLabel: LabelState = { gone: false };
