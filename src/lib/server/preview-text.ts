/** Text of the preview pictures: escaped, broken into lines, and kept apart on the map. */

/** The families' names as the font files have them: each weight is a family of its own. */
export const families = { regular: 'Source Sans 3', semibold: 'Source Sans 3 SemiBold' } as const;

/** Text as XML holds it; what XML cannot hold at all is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** Widths in ems, rounded up: a line that is broken early looks better than one cut off. */
function charWidth(char: string): number {
  if (/[ijltfrI.,:;'’|!()\-\s]/.test(char)) return 0.34;
  if (/[mwMW—©]/.test(char)) return 0.86;
  if (/[A-Z]/.test(char)) return 0.63;
  return 0.53;
}

/** About how wide a text is, in pixels. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width * size;
}

function shortened(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  let kept = text;
  while (kept && textWidth(`${kept}…`, size) > room) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** Breaks a text into at most so many lines; the last one ends in an ellipsis if it must. */
export function wrap(text: string, size: number, room: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (!line || lines.length === most - 1 || textWidth(longer, size) <= room) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((one) => shortened(one, size, room));
}

export interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** The colour around the letters, where they stand on the map. */
  readonly halo?: string;
  readonly spacing?: number;
}

/** A line of text as SVG. */
export function textSvg(text: string, x: number, y: number, style: TextStyle): string {
  const { size, fill, bold = false, anchor = 'start', halo, spacing } = style;
  const around = halo
    ? ` stroke="${halo}" stroke-width="${(size / 4).toFixed(1)}" stroke-linejoin="round" paint-order="stroke"`
    : '';
  const spread = spacing === undefined ? '' : ` letter-spacing="${spacing}"`;
  const family = bold ? families.semibold : families.regular;
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-family="${family}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${around}${spread}>${escapeXml(text)}</text>`;
}

/** What has been taken on the map, so that no label covers another. */
export class Room {
  readonly #taken: (readonly [number, number, number, number])[] = [];

  constructor(
    readonly width: number,
    readonly height: number,
  ) {}

  /** Takes a box, whatever it covers. */
  take(x: number, y: number, width: number, height: number): void {
    this.#taken.push([x, y, x + width, y + height]);
  }

  /** Takes a box if it is free and lies on the map. */
  claim(x: number, y: number, width: number, height: number): boolean {
    const [right, bottom] = [x + width, y + height];
    if (x < 4 || y < 4 || right > this.width - 4 || bottom > this.height - 4) return false;
    const free = this.#taken.every(
      ([left, top, end, foot]) => right < left || x > end || bottom < top || y > foot,
    );
    if (free) this.take(x, y, width, height);
    return free;
  }
}
