/** A step of the story: what a chapter shows, and how a link says so. */
import { chapterWindow } from '../core/chapters';
import type { Chapter } from '../core/model';
import { formatCamera, type Camera } from './camera';
import { formatLink, parseLink, type View } from './link';

export interface Step {
  readonly chapter: Chapter;
  /** With a date, and with a camera if the chapter has one. */
  readonly view: View;
  /** Whether the chapter is replayed when it is reached. */
  readonly plays: boolean;
}

/** The size of what can be seen of a map, in pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** How much more there is of it at the bottom, under a sheet. */
  readonly below?: number;
}

/** The map for which chapters state their camera: that of a laptop. */
export const usualRoom: Room = { width: 1060, height: 690 };

/** The latitude that lies so many pixels to the south, on a Web Mercator map. */
function southOf(lat: number, pixels: number, zoom: number): number {
  const radius = (512 * 2 ** zoom) / (2 * Math.PI);
  const north = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return (Math.atan(Math.exp(north - pixels / radius)) * 360) / Math.PI - 90;
}

/** The camera that shows in what can be seen of a smaller map what it would show in the usual one. */
export function fitted(camera: Camera, { width, height, below = 0 }: Room): Camera {
  const part = Math.min(1, width / usualRoom.width, height / usualRoom.height);
  const out = part > 0 ? Math.log2(part) : 0;
  const zoom = Math.max(0, Math.round((camera.zoom + out) * 100) / 100);
  // The middle of the map is under the middle of what can be seen.
  return { ...camera, zoom, ...(below > 0 && { lat: southOf(camera.lat, below / 2, zoom) }) };
}

/** The step of a chapter on a map of this size; undefined if there is no such chapter. */
export function stepOf(
  chapters: readonly Chapter[],
  id: string | undefined,
  room: Room,
): Step | undefined {
  const chapter = chapters.find((one) => one.id === id);
  if (!chapter) return undefined;
  const { map, play = false, ...own } = parseLink(chapter.view ?? '');
  const view: View = {
    date: chapterWindow(chapter),
    ...own,
    ...(map && { map: fitted(map, room) }),
  };
  return { chapter, view: { ...view, chapter: chapter.id }, plays: play };
}

/** The parts of a view that a step decides, but for the camera. */
const decided = [
  'date',
  'sel',
  'kinds',
  'standing',
  'certain',
  'actor',
  'place',
  'who',
  'q',
  'view',
  'undated',
  'trail',
  'compare',
  'split',
] as const satisfies readonly (keyof View)[];

function sameCamera(one: Camera | undefined, other: Camera | undefined): boolean {
  // Where no map is drawn, nothing has moved it; and a step without a camera is content with any.
  return !one || !other || formatCamera(one) === formatCamera(other);
}

/** Whether a view is what the step shows. */
export function isAtStep(view: View, step: Step): boolean {
  return (
    sameCamera(view.map, step.view.map) &&
    decided.every(
      (key) => formatLink({ [key]: view[key] }) === formatLink({ [key]: step.view[key] }),
    )
  );
}

/** A view without what its chapter says already: all of it, or nothing once the reader strayed. */
export function withoutStep(view: View, step: Step | undefined): View {
  if (!step || !isAtStep(view, step)) return view;
  const said = new Set<string>(decided);
  if (step.view.map) said.add('map');
  return Object.fromEntries(Object.entries(view).filter(([key]) => !said.has(key)));
}
