/**
 * Which rows of a very long list are seen. Browsers make no element higher than some ten million
 * pixels: beyond that a pixel of scrolling is more than a pixel of the list.
 */

/** Higher than this no browser lets a list be. */
const highest = 8_000_000;

export interface Seen {
  /** The height that the list pretends to have. */
  readonly height: number;
  /** The first row that is drawn, and how many. */
  readonly first: number;
  readonly count: number;
  /** Where the first row is drawn, from the top of the list. */
  readonly top: number;
}

/** The rows of `count`, each `row` pixels high, that a port of a height shows at a scroll position. */
export function seen(count: number, row: number, port: number, scrolled: number): Seen {
  const full = count * row;
  const height = Math.min(full, highest);
  const drawn = Math.min(count, Math.ceil(port / row) + 2);
  if (height <= port) return { height, first: 0, count: drawn, top: 0 };
  const share = Math.max(0, Math.min(1, scrolled / (height - port)));
  const offset = share * (full - port);
  const first = Math.max(0, Math.min(count - drawn, Math.floor(offset / row)));
  return { height, first, count: drawn, top: scrolled - (offset - first * row) };
}

/** The scroll position at which a row is at the top. */
export function scrolledTo(index: number, count: number, row: number, port: number): number {
  const full = count * row;
  const height = Math.min(full, highest);
  if (full <= port) return 0;
  return Math.min(1, (index * row) / (full - port)) * (height - port);
}
