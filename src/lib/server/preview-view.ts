/** The map of a window, as SVG: what holds in it, with its signs, lines, areas and names. */
import { recordsIn, type AtlasIndex } from '../core/atlas';
import type { AtlasRecord, Place } from '../core/model';
import { intervalOf, type Window } from '../core/window';
import type { Basemap } from '../map/basemap';
import { storyOf } from '../map/features';
import { palettes } from '../map/palette';
import { groupHue, signOf, signStrokes } from '../map/sign';
import { project, type Frame } from './mercator';
import { groundSvg, namesSvg } from './preview-ground';
import { areasSvg, linesSvg, signSvg, takeLines } from './preview-story';
import { textSvg, textWidth, type Room } from './preview-text';

const { basemap: ground, story } = palettes.light;

const labelSize = 20;

/** The names of the places where something happens, where they find room. */
function labelsSvg(places: readonly Place[], frame: Frame, room: Room): string {
  return places
    .map(({ title, point }) => {
      const { x, y } = project(frame, point);
      const width = textWidth(title, labelSize) + 8;
      const aside = width / 2 + 24;
      const tries = [
        [0, 34],
        [0, -28],
        [0, 56],
        [0, -50],
        [aside, 7],
        [-aside, 7],
      ] as const;
      for (const [dx, dy] of tries) {
        const [middle, baseline] = [x + dx, y + dy];
        if (!room.claim(middle - width / 2, baseline - labelSize, width, labelSize * 1.3)) continue;
        return textSvg(title, middle, baseline, {
          size: labelSize,
          fill: story.label,
          halo: story.labelHalo,
          bold: true,
          anchor: 'middle',
        });
      }
      return '';
    })
    .join('');
}

/** The elements of a map of a window; names keep clear of what is taken in the room. */
export function viewSvg(
  window: Window,
  frame: Frame,
  room: Room,
  index: AtlasIndex,
  basemap: Basemap,
): string {
  const present = recordsIn(index.atlas.records, intervalOf(window, index.atlas.span));
  const drawn = storyOf(index, present, []);
  const placesFor = (ids: Iterable<string>) =>
    [...ids].flatMap((place) => index.places.get(place) ?? []);

  const areas = [...drawn.areas].map(([place, { group }]) =>
    areasSvg(placesFor([place]), frame, group === 'end' ? story.context : groupHue(group, story)),
  );
  const lines = present
    .filter(({ record }) => record.lines.length > 0)
    .map(({ record, activity }) => {
      takeLines(record, frame, room);
      return linesSvg(record, frame, story, activity === 'certain' ? 'certain' : 'possible');
    });
  const certainty = new Map(present.map(({ record, activity }) => [record.id, activity]));
  const sign = (record: AtlasRecord, x: number, y: number): string => {
    room.take(x - 17, y - 17, 34, 34);
    const sure = certainty.get(record.id) === 'certain' ? 'certain' : 'possible';
    return signSvg(signStrokes(signOf(record, sure), story), x, y, 38);
  };
  const signs = drawn.signs.flatMap(({ id, at, offset, bearing }) => {
    const record = index.records.get(id);
    // Arrow heads come with their lines.
    if (!record || bearing !== undefined) return [];
    const { x, y } = project(frame, at);
    return sign(record, x + offset[0] * 1.4, y + offset[1] * 1.4);
  });
  const there = placesFor(drawn.areas.keys()).filter(
    ({ precision }) => precision !== 'country' && precision !== 'supranational',
  );
  const labels = labelsSvg(there, frame, room);
  const told = new Set(there.map(({ title }) => title.toLowerCase()));
  const year = window.kind === 'year' ? window.year : undefined;
  return [
    groundSvg(basemap, frame, ground),
    ...areas,
    ...lines,
    namesSvg(basemap, frame, ground, room, year, told),
    ...signs,
    labels,
  ].join('');
}
