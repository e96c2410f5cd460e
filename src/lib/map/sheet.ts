/**
 * A picture of the map to pass on: over it what it shows and when, under it what the signs mean, whose
 * data it is and where it came from; a scale on it. Drawn on a canvas, from a picture of the map, or
 * from one for each of the dates that are compared.
 */
import type { LegendEntry, LineKind } from './legend';
import type { Palette } from './palette';
import type { MapPicture } from './pictures';
import { signBox, signStrokes, type Stroke } from './sign';

export interface Sheet {
  readonly title: string;
  /** The time that it shows, in words. */
  readonly date: string;
  /** What else there is to say of it: that something is hidden, what is open. */
  readonly notes: readonly string[];
  readonly legend: readonly LegendEntry[];
  /** Whose data the map is drawn from. */
  readonly credit: string;
  /** Where the view can be opened. */
  readonly link: string;
}

/** A map of a sheet; of two that are compared, each has its date on it. */
export interface SheetMap {
  readonly picture: MapPicture;
  readonly label?: string;
}

/** Measures in CSS pixels; everything is drawn `ratio` times as large. */
const edge = 16;
/** Between two maps. */
const apart = 6;
const sizes = { title: 21, date: 18, text: 13, small: 11 };
const family = `"Source Sans 3 Variable", "Source Sans 3", sans-serif`;

/** The longest round distance that fits: 1, 2 or 5 times a power of ten, in metres. */
export function scaleLength(
  metresPerPixel: number,
  most: number,
): { metres: number; text: string } {
  const limit = metresPerPixel * most;
  const power = 10 ** Math.floor(Math.log10(limit));
  const metres = ([5, 2].find((times) => times * power <= limit) ?? 1) * power;
  return { metres, text: metres >= 1000 ? `${metres / 1000} km` : `${metres} m` };
}

/** Breaks a text between words, so that no line is wider than there is room. */
export function linesOf(text: string, room: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= room) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  // What has no blank (an address) breaks anywhere.
  return lines.flatMap((line) => {
    const parts: string[] = [];
    let rest = line;
    while (measure(rest) > room && rest.length > 1) {
      let length = rest.length - 1;
      while (length > 1 && measure(rest.slice(0, length)) > room) length -= 1;
      parts.push(rest.slice(0, length));
      rest = rest.slice(length);
    }
    return [...parts, rest];
  });
}

/** A sample of what fills an area. */
export const areaSample = (fill: string): readonly Stroke[] => [{ path: 'M5 9h22v14h-22Z', fill }];

const lineSamples = (kind: LineKind, { story }: Palette): readonly Stroke[] => {
  const across = 'M4 16H28';
  switch (kind) {
    case 'area':
      return areaSample(`${story.event}55`);
    case 'gap':
      return [{ path: across, stroke: story.label, width: 1.6, dash: [2, 4] }];
    case 'past':
      return [{ path: across, stroke: story.relocation, width: 2, dash: [2, 4] }];
    case 'schematic':
      return [
        { path: across, stroke: story.incursion, width: 3.4 },
        { path: across, stroke: story.label, width: 5.4, dash: [1.5, 8] },
      ];
  }
};

function strokesOf({ sign, line, strokes }: LegendEntry, palette: Palette): readonly Stroke[] {
  if (strokes) return strokes;
  return sign ? signStrokes(sign, palette.story) : lineSamples(line ?? 'area', palette);
}

function drawStrokes(
  context: CanvasRenderingContext2D,
  strokes: readonly Stroke[],
  x: number,
  y: number,
  size: number,
): void {
  context.save();
  context.translate(x, y);
  context.scale(size / signBox, size / signBox);
  context.lineJoin = 'round';
  for (const { path, fill, stroke, width = 1, dash = [] } of strokes) {
    const shape = new Path2D(path);
    if (fill) {
      context.fillStyle = fill;
      context.fill(shape);
    }
    if (stroke) {
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.setLineDash([...dash]);
      context.stroke(shape);
    }
  }
  context.restore();
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Where maps stand, in one picture of this size: beside each other if they are higher than wide, else
 * one above the other.
 */
export function placedMaps(sizes: readonly Size[]): Size & { at: { x: number; y: number }[] } {
  const beside = sizes.every(({ width, height }) => height > width);
  const [total, at] = [{ width: 0, height: 0 }, [] as { x: number; y: number }[]];
  for (const { width, height } of sizes) {
    const x = beside && at.length ? total.width + apart : 0;
    const y = !beside && at.length ? total.height + apart : 0;
    at.push({ x, y });
    total.width = Math.max(total.width, x + width);
    total.height = Math.max(total.height, y + height);
  }
  return { ...total, at };
}

/** Which date a map shows, in its upper corner. */
function drawLabel(
  context: CanvasRenderingContext2D,
  text: string,
  { x, y }: { x: number; y: number },
  { story }: Palette,
): void {
  context.font = `700 ${sizes.date}px ${family}`;
  const width = context.measureText(text).width;
  context.fillStyle = `${story.labelHalo}e6`;
  context.fillRect(x + 8, y + 8, width + 16, sizes.date * 1.5);
  context.fillStyle = story.label;
  context.fillText(text, x + 16, y + 8 + sizes.date * 1.08);
}

function drawScale(
  context: CanvasRenderingContext2D,
  picture: MapPicture,
  bottom: number,
  { story }: Palette,
): void {
  const { metres, text } = scaleLength(picture.metresPerPixel, Math.min(120, picture.width / 4));
  const length = metres / picture.metresPerPixel;
  const [x, y] = [edge, bottom - 14];
  context.fillStyle = `${story.labelHalo}cc`;
  context.fillRect(x - 6, y - 20, length + 12, 28);
  context.strokeStyle = context.fillStyle = story.label;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x, y - 5);
  context.lineTo(x, y);
  context.lineTo(x + length, y);
  context.lineTo(x + length, y - 5);
  context.stroke();
  context.font = `${sizes.small + 1}px ${family}`;
  context.fillText(text, x + 4, y - 5);
}

interface Line {
  readonly text: string;
  readonly size: number;
  readonly weight: number;
}

/** The legend's entries in rows, as many to a row as fit; the widths include the signs. */
export function rowsOf(widths: readonly number[], room: number): number[][] {
  const rows: number[][] = [];
  let left = 0;
  widths.forEach((width, k) => {
    const row = rows.at(-1);
    if (row && width <= left) {
      row.push(k);
      left -= width;
    } else {
      rows.push([k]);
      left = room - width;
    }
  });
  return rows;
}

/**
 * Draws the whole picture; it is as wide as its maps, and as high as the words need. `words` says how
 * many times as large as on the screen the words are.
 */
export function drawSheet(
  maps: readonly SheetMap[],
  sheet: Sheet,
  palette: Palette,
  words = 1,
): HTMLCanvasElement {
  const placed = placedMaps(maps.map(({ picture }) => picture));
  const ratio = maps[0]?.picture.ratio ?? 1;
  const { width, height } = placed;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas: the picture cannot be drawn');
  const room = width - 2 * edge;
  const fontOf = (size: number, weight: number): string => `${weight} ${size}px ${family}`;
  const measure = (size: number, weight: number) => (text: string) => {
    context.font = fontOf(size, weight);
    return context.measureText(text).width;
  };
  const wrapped = (text: string, size: number, weight: number): Line[] =>
    linesOf(text, room, measure(size, weight)).map((line) => ({ text: line, size, weight }));
  const spacing = 1.3;
  const heightOf = (lines: readonly Line[]): number =>
    lines.reduce((sum, { size }) => sum + size * spacing, 0);

  const head = [
    ...wrapped(sheet.title, sizes.title, 650),
    ...wrapped(sheet.date, sizes.date, 600),
    ...sheet.notes.flatMap((note) => wrapped(note, sizes.text, 400)),
  ];
  const foot = [
    ...wrapped(sheet.credit, sizes.small, 400),
    ...wrapped(sheet.link, sizes.small, 400),
  ];
  const [sign, gap, rowHeight] = [22 * words, 14 * words, 24 * words];
  const size = sizes.text * words;
  const widths = sheet.legend.map(({ text }) => sign + 5 + measure(size, 400)(text) + gap);
  const rows = rowsOf(widths, room);
  const headHeight = head.length ? edge * 1.5 + heightOf(head) : 0;
  const legendHeight = rows.length * rowHeight + (rows.length ? 10 : 0);
  const footHeight = foot.length ? 8 + heightOf(foot) + edge : 0;
  const total = Math.ceil(headHeight + height + legendHeight + footHeight);
  // Setting a size empties the canvas and its state, so it comes after all measuring.
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(total * ratio);
  context.scale(ratio, ratio);
  context.fillStyle = palette.story.labelHalo;
  context.fillRect(0, 0, width, total);

  const write = (lines: readonly Line[], top: number, colour: string): number =>
    lines.reduce((y, { text, size, weight }) => {
      context.font = fontOf(size, weight);
      context.fillStyle = colour;
      context.fillText(text, edge, y + size);
      return y + size * spacing;
    }, top);

  write(head, edge * 0.7, palette.story.label);
  maps.forEach(({ picture, label }, k) => {
    const { x = 0, y = 0 } = placed.at[k] ?? {};
    context.drawImage(picture.canvas, x, headHeight + y, picture.width, picture.height);
    if (label !== undefined) drawLabel(context, label, { x, y: headHeight + y }, palette);
  });
  // They are all of one scale.
  if (maps[0]) drawScale(context, maps[0].picture, headHeight + height, palette);
  rows.forEach((row, k) => {
    const y = headHeight + height + 8 + k * rowHeight;
    let x = edge;
    for (const index of row) {
      const entry = sheet.legend[index];
      if (!entry) continue;
      drawStrokes(context, strokesOf(entry, palette), x, y, sign);
      context.font = fontOf(size, 400);
      context.fillStyle = palette.story.label;
      context.fillText(entry.text, x + sign + 5, y + sign / 2 + size * 0.35);
      x += widths[index] ?? 0;
    }
  });
  write(foot, headHeight + height + legendHeight + 8, palette.basemap.regionLabel);
  return canvas;
}
