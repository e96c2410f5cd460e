/**
 * Records as map features for one window: a pure function from the atlas and what is present to
 * GeoJSON. Only what the window shows is here, so that nothing hidden can be clicked or takes the
 * room of a label.
 */
import type { Feature, FeatureCollection, LineString, Point, Position } from 'geojson';
import type { AtlasIndex, Standpoint } from '../core/atlas';
import { placesOf } from '../core/atlas';
import type { AtlasRecord } from '../core/model';
import type { Leap } from '../core/whereabouts';
import { measure, partOf, type MeasuredLine } from './motion';
import { groupOf, type Group } from '../core/group';
import { signName, signOf, type Certainty } from './sign';

/** A line of a movement. */
export interface LineProperties {
  id: string;
  group: Group;
  /** A gap is a leap between two known places of an actor. */
  activity: Certainty | 'past' | 'gap';
  /** Claimed or inferred: drawn open. */
  open: boolean;
  title: string;
}

/** A sign: a base's, an event's, or the arrow head of a movement. */
export interface PointProperties {
  id: string;
  group: Group;
  /** The name of the map icon. */
  icon: string;
  /** The label; empty where there is no room for it, or a line carries it. */
  title: string;
  /** The side of the sign on which its label stands. */
  side: 'left' | 'right';
  /** From the place to where the label begins, in ems of the label. */
  labelOffset: [number, number];
  /** Degrees clockwise from north, for arrow heads; 0 otherwise. */
  bearing: number;
  head: boolean;
  /** Pixels from the place, so that signs at one place stand side by side. */
  offset: [number, number];
  /** Small first: certain before possible. */
  order: number;
}

/** A place, labelled whether anything happens there or not. */
export interface PlaceProperties {
  id: string;
  title: string;
  area: boolean;
  active: boolean;
  past: boolean;
  /** Rows of signs on the place, which its label has to clear. */
  rows: number;
  /** More than a country: named only while something happens there. */
  vague: boolean;
}

/** How an area is tinted: by the surest record that happens in it, or as the end of a movement. */
export interface AreaState {
  group: Group | 'end';
  certainty: Certainty;
  /** A country or more: only hinted at, or it would colour the whole map. */
  vast: boolean;
}

export interface StoryFeatures {
  readonly lines: FeatureCollection<LineString, LineProperties>;
  readonly points: FeatureCollection<Point, PointProperties>;
  readonly places: FeatureCollection<Point, PlaceProperties>;
  readonly areas: ReadonlyMap<string, AreaState>;
}

/** Pixels of a sign's label, and from the middle of a sign to its label. */
export const labelSize = 12;
const signHalf = 15;
const signGap = 23;
const signsPerRow = 4;

/** Where the k-th of n signs at a place stands, in pixels: rows of four, centred on the place. */
export function signOffset(k: number, n: number): [number, number] {
  const row = Math.floor(k / signsPerRow);
  const rows = Math.ceil(n / signsPerRow);
  const inRow = row < rows - 1 ? signsPerRow : n - row * signsPerRow;
  const column = k - row * signsPerRow;
  return [(column - (inRow - 1) / 2) * signGap, (row - (rows - 1) / 2) * signGap];
}

function point<P>(coordinates: Position, properties: P): Feature<Point, P> {
  return { type: 'Feature', geometry: { type: 'Point', coordinates }, properties };
}

function isSure(activity: Standpoint['activity']): activity is Certainty {
  return activity === 'certain' || activity === 'possible';
}

/** The side on which the k-th of n signs at a place has room for a label, if it has. */
export function labelSide(k: number, n: number): 'left' | 'right' | undefined {
  if (k === Math.min(n, signsPerRow) - 1) return 'right';
  return k === 0 ? 'left' : undefined;
}

/** Where a record without a drawn line has its sign: its place, or the one end that is known. */
function signPlace(record: AtlasRecord): string | undefined {
  return record.lines.length ? undefined : placesOf(record)[0];
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

/** A movement as it stands when `progress` of its way is done: its lines and their heads. */
export function movementFeatures(
  record: AtlasRecord,
  activity: Certainty | 'past',
  progress = 1,
): { lines: Feature<LineString, LineProperties>[]; heads: Feature<Point, PointProperties>[] } {
  const lines: Feature<LineString, LineProperties>[] = [];
  const heads: Feature<Point, PointProperties>[] = [];
  for (const measuredLine of measuredLines(record)) {
    const part = partOf(measuredLine, progress);
    if (!part) continue;
    lines.push({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: part.coordinates },
      properties: {
        id: record.id,
        group: groupOf(record),
        activity,
        open: record.standing === 'claimed' || record.standing === 'inferred',
        title: record.title,
      },
    });
    if (activity === 'past') continue;
    heads.push(
      point(part.head, {
        id: record.id,
        group: groupOf(record),
        icon: signName(signOf(record, activity)),
        title: '',
        side: 'right',
        labelOffset: [0, 0],
        bearing: part.bearing,
        head: true,
        offset: [0, 0],
        order: activity === 'certain' ? 1 : 2,
      }),
    );
  }
  return { lines, heads };
}

/** Standpoints by the place on which their signs stand, in order of time. */
function byPlace(present: readonly Standpoint[]): Map<string, Standpoint[]> {
  const groups = new Map<string, Standpoint[]>();
  for (const standpoint of present) {
    const place = signPlace(standpoint.record);
    if (place === undefined) continue;
    const group = groups.get(place);
    if (group) group.push(standpoint);
    else groups.set(place, [standpoint]);
  }
  return groups;
}

const areaRank: Record<AreaState['group'], number> = {
  base: 3,
  event: 2,
  incursion: 1,
  relocation: 1,
  other: 1,
  end: 0,
};

function outranks(next: AreaState, now: AreaState | undefined): boolean {
  if (!now) return true;
  const a = areaRank[next.group];
  const b = areaRank[now.group];
  return a > b || (a === b && next.certainty === 'certain' && now.certainty === 'possible');
}

function areaStates(index: AtlasIndex, present: readonly Standpoint[]): Map<string, AreaState> {
  const states = new Map<string, AreaState>();
  for (const { record, activity } of present) {
    if (!isSure(activity)) continue;
    for (const place of placesOf(record)) {
      const group = record.kind === 'movement' ? 'end' : groupOf(record);
      const precision = index.places.get(place)?.precision;
      const vast = precision === 'country' || precision === 'supranational';
      const next: AreaState = { group, certainty: activity, vast };
      if (outranks(next, states.get(place))) states.set(place, next);
    }
  }
  return states;
}

/** Leaps as straight lines from place to place; they have no record of their own. */
function leapFeatures(index: AtlasIndex, leaps: readonly Leap[]) {
  return leaps.flatMap(({ from, to }): Feature<LineString, LineProperties>[] => {
    const [a, b] = [index.places.get(from), index.places.get(to)];
    if (!a || !b) return [];
    return [
      {
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: [a.point, b.point] },
        properties: { id: '', group: 'other', activity: 'gap', open: false, title: '' },
      },
    ];
  });
}

/**
 * The features of a window; `past` are the records that stay as a faint trace, `moving` the ids of
 * movements that are drawn apart because they are still growing, `leaps` the gaps in the path of an
 * actor who is followed.
 */
export function storyFeatures(
  index: AtlasIndex,
  present: readonly Standpoint[],
  past: readonly AtlasRecord[],
  moving: ReadonlySet<string> = new Set(),
  leaps: readonly Leap[] = [],
): StoryFeatures {
  const lines = leapFeatures(index, leaps);
  const traces = past.flatMap((record) => movementFeatures(record, 'past').lines);
  lines.push(...traces);
  const points: Feature<Point, PointProperties>[] = [];
  const stacks = byPlace(present);
  for (const { record, activity } of present) {
    if (!isSure(activity) || moving.has(record.id)) continue;
    const drawn = movementFeatures(record, activity);
    lines.push(...drawn.lines);
    points.push(...drawn.heads);
  }
  for (const [placeId, stack] of stacks) {
    const place = index.places.get(placeId);
    if (!place) continue;
    stack.forEach(({ record, activity }, k) => {
      if (!isSure(activity)) return;
      const side = labelSide(k, stack.length);
      const offset = signOffset(k, stack.length);
      points.push(
        point(place.point, {
          id: record.id,
          group: groupOf(record),
          icon: signName(signOf(record, activity)),
          title: side ? record.title : '',
          side: side ?? 'right',
          labelOffset: [
            (offset[0] + (side === 'left' ? -signHalf : signHalf)) / labelSize,
            offset[1] / labelSize,
          ],
          bearing: 0,
          head: false,
          offset,
          order: activity === 'certain' ? 1 : 2,
        }),
      );
    });
  }
  const areas = areaStates(index, present);
  const pastPlaces = new Set(past.flatMap(placesOf));
  const places = index.atlas.places.map((place) =>
    point(place.point, {
      id: place.id,
      title: place.title,
      area: place.geometry.type !== 'Point',
      active: areas.has(place.id),
      past: pastPlaces.has(place.id),
      rows: Math.ceil((stacks.get(place.id)?.length ?? 0) / signsPerRow),
      vague: place.precision === 'supranational',
    }),
  );
  return {
    lines: { type: 'FeatureCollection', features: lines },
    points: { type: 'FeatureCollection', features: points },
    places: { type: 'FeatureCollection', features: places },
    areas,
  };
}
