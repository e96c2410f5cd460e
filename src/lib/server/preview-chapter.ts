/** The picture of a chapter, as SVG: the map that its step shows, with what holds in its time. */
import { recordsIn, type AtlasIndex } from '../core/atlas';
import type { Chapter } from '../core/model';
import { intervalOf, windowText } from '../core/window';
import { ATTRIBUTION, type Basemap } from '../map/basemap';
import { palettes } from '../map/palette';
import { stepOf, usualRoom } from '../view/step';
import type { Camera } from '../view/camera';
import { frameOf, mercatorX, mercatorY, type Frame } from './mercator';
import { Room, textSvg } from './preview-text';
import { viewSvg } from './preview-view';

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
  const room = new Room(width, height);
  room.take(0, height - 30, width, 30);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    viewSvg(window, frame, room, index, basemap),
    textSvg(credit, width - 12, height - 10, {
      size: 15,
      fill: ground.regionLabel,
      halo: story.labelHalo,
      anchor: 'end',
    }),
    '</svg>',
  ].join('');
}
