/** The picture of a chapter, as SVG: the map that its step shows, with what holds in its time. */
import { recordsIn, type AtlasIndex } from '../core/atlas';
import type { AtlasRecord, Chapter, Place } from '../core/model';
import { intervalOf, windowText } from '../core/window';
import { ATTRIBUTION, type Basemap } from '../map/basemap';
import { storyOf } from '../map/features';
import { palettes } from '../map/palette';
import { groupHue, signOf, signStrokes } from '../map/sign';
import { stepOf, usualRoom } from '../view/step';
import type { Camera } from '../view/camera';
import { frameOf, mercatorX, mercatorY, project, type Frame } from './mercator';
import { groundSvg, namesSvg } from './preview-ground';
import { areasSvg, linesSvg, signSvg, takeLines } from './preview-story';
import { Room, textSvg, textWidth } from './preview-text';

export const chapterPictureSize = { width: 960, height: 620 } as const;

const { basemap: ground, story } = palettes.light;

/** Whom the picture owes its data; it shows no relief. */
const credit = ATTRIBUTION.map(({ text }) => text)
  .filter((text) => !text.startsWith('relief'))
  .join(' · ');

/** The frame of a camera that was set for the usual map. */
function frameOfCamera({ zoom, lon, lat }: Camera): Frame {
  const { width, height } = chapterPictureSize;
  const scale = 512 * 2 ** zoom * Math.min(width / usualRoom.width, height / usualRoom.height);
  return {
    width,
    height,
    scale,
    left: mercatorX(lon) - width / scale / 2,
    top: mercatorY(lat) - height / scale / 2,
  };
}

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

/** What a chapter's picture shows, in words. */
export function chapterPictureAlt(chapter: Chapter, index: AtlasIndex): string {
  const step = stepOf([chapter], chapter.id, usualRoom);
  if (!step?.view.date) return '';
  const count = recordsIn(index.atlas.records, intervalOf(step.view.date, index.atlas.span)).length;
  return `Map for “${chapter.title}”: the ${count} records of ${windowText(step.view.date)}.`;
}

/** The picture of a chapter; undefined for an id that the atlas does not have. */
export function chapterSvg(id: string, index: AtlasIndex, basemap: Basemap): string | undefined {
  const step = stepOf(index.atlas.chapters, id, usualRoom);
  const window = step?.view.date;
  if (!step || !window) return undefined;
  const { width, height } = chapterPictureSize;
  const { bounds } = index.atlas.opening;
  const frame = step.view.map ? frameOfCamera(step.view.map) : frameOf(bounds, width, height);
  const present = recordsIn(index.atlas.records, intervalOf(window, index.atlas.span));
  const drawn = storyOf(index, present, []);
  const room = new Room(width, height);
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
  room.take(0, height - 30, width, 30);
  const told = new Set(there.map(({ title }) => title.toLowerCase()));
  const year = window.kind === 'year' ? window.year : undefined;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    groundSvg(basemap, frame, ground),
    ...areas,
    ...lines,
    namesSvg(basemap, frame, ground, room, year, told),
    ...signs,
    labels,
    textSvg(credit, width - 12, height - 10, {
      size: 15,
      fill: ground.regionLabel,
      halo: story.labelHalo,
      anchor: 'end',
    }),
    '</svg>',
  ].join('');
}
