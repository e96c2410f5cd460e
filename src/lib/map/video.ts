/**
 * A replay as a video file, made in the browser: the map as it is drawn, with title, date and credit
 * burnt into each frame. Recorded as it plays, with the codec that the browser has.
 */
import type { Palette } from './palette';
import type { MapPictures } from './pictures';

export interface VideoType {
  readonly mime: string;
  readonly extension: 'mp4' | 'webm';
}

const types: readonly VideoType[] = [
  { mime: 'video/mp4;codecs=avc1.640028', extension: 'mp4' },
  { mime: 'video/webm;codecs=vp9', extension: 'webm' },
  { mime: 'video/webm;codecs=vp8', extension: 'webm' },
  { mime: 'video/webm', extension: 'webm' },
  { mime: 'video/mp4', extension: 'mp4' },
];

/** What this browser can record; undefined where it cannot. */
export function videoType(): VideoType | undefined {
  if (typeof MediaRecorder === 'undefined') return undefined;
  if (!('captureStream' in HTMLCanvasElement.prototype)) return undefined;
  return types.find(({ mime }) => MediaRecorder.isTypeSupported(mime));
}

/** What is burnt into a frame. */
export interface FrameWords {
  readonly title: string;
  readonly date: string;
  /** What begins at this moment, or that nothing does; may be empty. */
  readonly caption: string;
  readonly credit: string;
}

const framesPerSecond = 25;
const bitsPerSecond = 6_000_000;
/** Pixels across at most: more is no use to anybody who is sent a video. */
const widest = 1920;
const family = `"Source Sans 3 Variable", "Source Sans 3", sans-serif`;

/** The size of a video of a canvas: not wider than `widest`, both sides even, as codecs ask for. */
export function videoSize(width: number, height: number): { width: number; height: number } {
  const factor = Math.min(1, widest / width);
  const even = (length: number): number => Math.max(2, 2 * Math.round((length * factor) / 2));
  return { width: even(width), height: even(height) };
}

/** As much of a text as there is room for. */
function cut(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  let length = text.length;
  while (length > 1 && context.measureText(`${text.slice(0, length)}…`).width > room) length -= 1;
  return `${text.slice(0, length)}…`;
}

function drawWords(
  context: CanvasRenderingContext2D,
  { title, date, caption, credit }: FrameWords,
  { story }: Palette,
): void {
  const { width, height } = context.canvas;
  const unit = Math.max(11, Math.min(width / 60, height / 34));
  const room = width - 2 * unit;
  const band = (top: number, bottom: number): void => {
    context.fillStyle = `${story.labelHalo}d9`;
    context.fillRect(0, top, width, bottom - top);
  };
  band(0, unit * 4.2);
  context.fillStyle = story.label;
  context.font = `650 ${unit * 1.7}px ${family}`;
  context.fillText(date, unit, unit * 1.95);
  const after = unit * 2 + context.measureText(date).width;
  context.font = `600 ${unit}px ${family}`;
  context.fillText(cut(context, title, width - after - unit), after, unit * 1.85);
  context.font = `400 ${unit}px ${family}`;
  context.fillText(cut(context, caption, room), unit, unit * 3.5);
  band(height - unit * 1.5, height);
  context.fillStyle = story.label;
  context.font = `400 ${unit * 0.75}px ${family}`;
  context.fillText(cut(context, credit, room), unit, height - unit * 0.5);
}

/** A recording that runs. */
export interface Recording {
  /** The file, once it is stopped; undefined if it was cancelled. Rejects where recording fails. */
  readonly file: Promise<Blob | undefined>;
  readonly stop: () => void;
  readonly cancel: () => void;
}

/** Begins to record; `words` is asked for each frame. @throws Error where the browser cannot. */
export function record(
  pictures: MapPictures,
  type: VideoType,
  palette: Palette,
  words: () => FrameWords,
): Recording {
  const canvas = document.createElement('canvas');
  const first = pictures.take(1).canvas;
  Object.assign(canvas, videoSize(first.width, first.height));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas: the replay cannot be recorded');
  // The map draws only where something changes, and can be read only while it does.
  const latest = first;
  const latestContext = latest.getContext('2d');
  const unwatch = pictures.watch((drawn) => {
    latestContext?.drawImage(drawn, 0, 0, latest.width, latest.height);
  });
  let frame = 0;
  const draw = (): void => {
    context.drawImage(latest, 0, 0, canvas.width, canvas.height);
    drawWords(context, words(), palette);
    frame = requestAnimationFrame(draw);
  };
  draw();

  const stream = canvas.captureStream(framesPerSecond);
  const recorder = new MediaRecorder(stream, {
    mimeType: type.mime,
    videoBitsPerSecond: bitsPerSecond,
  });
  const parts: Blob[] = [];
  let cancelled = false;
  const end = (): void => {
    cancelAnimationFrame(frame);
    unwatch();
    for (const track of stream.getTracks()) track.stop();
  };
  const file = new Promise<Blob | undefined>((resolve, reject) => {
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onerror = () => {
      end();
      reject(new Error('the browser stopped recording'));
    };
    recorder.onstop = () => {
      end();
      resolve(cancelled ? undefined : new Blob(parts, { type: type.mime }));
    };
  });
  recorder.start(1000);
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  return {
    file,
    stop,
    cancel: () => {
      cancelled = true;
      stop();
    },
  };
}
