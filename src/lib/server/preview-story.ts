/** What a preview picture tells: the areas, the line with its head, the sign, the places' names. */
import type { Position } from 'geojson';
import { placesOf, type AtlasIndex } from '../core/atlas';
import { boundsOf, type Bounds } from '../core/extent';
import { groupOf } from '../core/group';
import type { AtlasRecord, Place } from '../core/model';
import { areaFeatures } from '../map/areas';
import { measure, partOf } from '../map/motion';
import type { StoryPalette } from '../map/palette';
import {
  groupHue,
  isOpen,
  signBox,
  signOf,
  signStrokes,
  type Certainty,
  type Stroke,
} from '../map/sign';
import { pathOf, project, shapesOf, type Frame } from './mercator';
import { textSvg, textWidth, type Room } from './preview-text';

/** A sign's strokes as SVG, its middle at a point. */
export function signSvg(
  strokes: readonly Stroke[],
  x: number,
  y: number,
  size: number,
  bearing = 0,
): string {
  const half = signBox / 2;
  const paths = strokes.map(({ path, fill = 'none', stroke, width = 1, dash }) => {
    const line = stroke
      ? ` stroke="${stroke}" stroke-width="${width}" stroke-linejoin="round"`
      : '';
    const dashes = dash ? ` stroke-dasharray="${dash.join(' ')}"` : '';
    return `<path d="${path}" fill="${fill}"${line}${dashes}/>`;
  });
  const turn = `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${bearing.toFixed(1)}) scale(${(size / signBox).toFixed(3)}) translate(${-half} ${-half})`;
  return `<g transform="${turn}">${paths.join('')}</g>`;
}

/** The places that a picture is about: a record's own, or the place itself. */
export function subjectPlaces(id: string, index: AtlasIndex): Place[] {
  const record = index.records.get(id);
  return (record ? placesOf(record) : [id]).flatMap((place) => index.places.get(place) ?? []);
}

/** The same box where it does not go round the world: what crosses 180 degrees is laid in one. */
function unwrapped(bounds: Bounds, places: readonly Place[]): Bounds {
  const around = places[0];
  if (bounds[2] - bounds[0] <= 180 || !around) return bounds;
  const middle = around.point[0] ?? 0;
  const boxes = areaFeatures(places).features.flatMap(({ geometry }) => {
    const rings = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return rings.map((polygon) => {
      const lons = (polygon[0] ?? []).map(([lon = 0]) => lon);
      const centre = lons.reduce((sum, lon) => sum + lon, 0) / Math.max(1, lons.length);
      const shift = -360 * Math.round((centre - middle) / 360);
      return [Math.min(...lons) + shift, Math.max(...lons) + shift] as const;
    });
  });
  return [
    Math.min(...boxes.map(([west]) => west)),
    bounds[1],
    Math.max(...boxes.map(([, east]) => east)),
    bounds[3],
  ];
}

/** A country or more is only hinted at, as on the live map. */
function isVast({ precision }: Place): boolean {
  return precision === 'country' || precision === 'supranational';
}

function union(boxes: readonly Bounds[]): Bounds | undefined {
  return boxes.reduce<Bounds | undefined>(
    (all, [west, south, east, north]) =>
      all
        ? [
            Math.min(all[0], west),
            Math.min(all[1], south),
            Math.max(all[2], east),
            Math.max(all[3], north),
          ]
        : [west, south, east, north],
    undefined,
  );
}

/**
 * The box of what a picture is about; undefined where nothing of it is on the map. A movement has
 * its ends whole, unless they are countries, which would make its line too small.
 */
export function subjectBounds(id: string, index: AtlasIndex): Bounds | undefined {
  const places = subjectPlaces(id, index);
  const bounds = boundsOf(id, index);
  if (!bounds) return undefined;
  const boxes = [bounds];
  for (const end of index.records.get(id)?.lines.length ? places : []) {
    const box = isVast(end) ? undefined : boundsOf(end.id, index);
    if (box) boxes.push(box);
  }
  return unwrapped(union(boxes) ?? bounds, places);
}

/** The areas of places in a colour, with an edge as soft as what is known of it. */
export function areasSvg(places: readonly Place[], frame: Frame, hue: string): string {
  return areaFeatures(places)
    .features.map(({ geometry, properties }) => {
      const d = pathOf(shapesOf(geometry, properties), frame);
      const vast = places.some((place) => place.id === properties.id && isVast(place));
      if (!d) return '';
      const fill = `<path d="${d}" fill="${hue}" fill-opacity="${vast ? 0.09 : 0.2}" fill-rule="evenodd"/>`;
      const edge = [10, 5, 2]
        .map((width) => `<path d="${d}" fill="none" stroke="${hue}" stroke-width="${width}"/>`)
        .join('');
      return `${fill}<g stroke-opacity="0.22" stroke-linejoin="round">${edge}</g>`;
    })
    .join('');
}

/** A movement's lines and their heads: dotted, for every path is schematic. */
export function linesSvg(
  record: AtlasRecord,
  frame: Frame,
  colours: StoryPalette,
  certainty: Certainty,
): string {
  const hue = groupHue(groupOf(record), colours);
  const open = isOpen(record);
  const strokes = signStrokes(signOf(record, certainty), colours);
  const pen = 'fill="none" stroke-linecap="round" stroke-linejoin="round"';
  const lines: string[] = [];
  const heads: string[] = [];
  for (const line of record.lines) {
    const whole = partOf(measure(line), 1);
    const coordinates = line.map((position) => [...position]);
    const d = pathOf(shapesOf({ type: 'LineString', coordinates }, undefined), frame);
    if (!whole || !d) continue;
    const dash = certainty === 'possible' ? ' stroke-dasharray="12 9"' : '';
    lines.push(
      `<path d="${d}" ${pen} stroke="${colours.labelHalo}" stroke-width="12" stroke-opacity="0.75"/>`,
      `<path d="${d}" ${pen} stroke="${colours.label}" stroke-width="8.4" stroke-dasharray="0.1 14"/>`,
      `<path d="${d}" ${pen} stroke="${hue}" stroke-width="5.6"${dash}/>`,
      open ? `<path d="${d}" ${pen} stroke="${colours.casingLight}" stroke-width="2.2"/>` : '',
    );
    const { x, y } = project(frame, whole.head);
    heads.push(signSvg(strokes, x, y, 62, whole.bearing));
  }
  return [...lines, ...heads].join('');
}

const labelSize = 26;

/** A place's name beside its point, on the side away from the line that reaches it. */
function placeLabel(
  text: string,
  point: Position,
  side: 'left' | 'right',
  frame: Frame,
  colours: StoryPalette,
  room: Room,
): string {
  const { x, y } = project(frame, point);
  if (x < 0 || y < 0 || x > frame.width || y > frame.height) return '';
  const width = textWidth(text, labelSize) + 10;
  const gap = 30;
  const style = { size: labelSize, fill: colours.label, halo: colours.labelHalo, bold: true };
  const sides = side === 'left' ? (['left', 'right'] as const) : (['right', 'left'] as const);
  for (const one of sides) {
    const left = one === 'right' ? x + gap : x - gap - width;
    if (!room.claim(left, y - labelSize * 0.7, width, labelSize * 1.4)) continue;
    const anchor = one === 'right' ? 'start' : 'end';
    const at = one === 'right' ? x + gap : x - gap;
    return textSvg(text, at, y + labelSize * 0.33, { ...style, anchor });
  }
  for (const drop of [44, -34]) {
    if (!room.claim(x - width / 2, y + drop - labelSize, width, labelSize * 1.4)) continue;
    return textSvg(text, x, y + drop, { ...style, anchor: 'middle' });
  }
  return '';
}

/** The names of the picture's places; they come before all others. */
export function placeLabelsSvg(
  places: readonly Place[],
  record: AtlasRecord | undefined,
  frame: Frame,
  colours: StoryPalette,
  room: Room,
): string {
  for (const { point } of places) {
    const { x, y } = project(frame, point);
    room.take(x - 20, y - 20, 40, 40);
  }
  const ends = record?.lines.map((line) => {
    const [first, last] = [line[0] ?? [0, 0], line.at(-1) ?? [0, 0]];
    return { first: project(frame, first), last: project(frame, last) };
  });
  const middle = ends?.[0] ? (ends[0].first.x + ends[0].last.x) / 2 : undefined;
  return places
    .map(({ title, point }) => {
      const left = middle !== undefined && project(frame, point).x < middle;
      return placeLabel(title, point, left ? 'left' : 'right', frame, colours, room);
    })
    .join('');
}

/** Keeps names off a movement's lines: small boxes along them. */
export function takeLines(record: AtlasRecord, frame: Frame, room: Room): void {
  const step = 14;
  for (const line of record.lines) {
    let last: { x: number; y: number } | undefined;
    for (const position of line) {
      const next = project(frame, position);
      const from = last ?? next;
      const steps = Math.min(200, Math.ceil(Math.hypot(next.x - from.x, next.y - from.y) / step));
      for (let k = 0; k <= steps; k += 1) {
        const part = steps === 0 ? 1 : k / steps;
        const x = from.x + (next.x - from.x) * part;
        const y = from.y + (next.y - from.y) * part;
        room.take(x - 6, y - 6, 12, 12);
      }
      last = next;
    }
  }
}
