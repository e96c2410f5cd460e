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

/** The size of a map in pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** The map for which chapters state their camera: that of a laptop. */
export const usualRoom: Room = { width: 1060, height: 690 };

/** The camera that shows in a smaller map what it would show in the usual one. */
export function fitted(camera: Camera, { width, height }: Room): Camera {
  const part = Math.min(1, width / usualRoom.width, height / usualRoom.height);
  const out = part > 0 ? Math.log2(part) : 0;
  return { ...camera, zoom: Math.max(0, Math.round((camera.zoom + out) * 100) / 100) };
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
