/** Where the years of a time axis stand: each is centred under its stop of the slider below it. */

/** Pixels of a year, of `years` of them on a track under a slider whose thumb is `thumb` wide. */
export function columnOf(years: number, width: number, thumb: number): number {
  return years > 1 ? (width - thumb) / (years - 1) : thumb;
}

/**
 * A position no further out than half a thumb beyond either end of the track: where there are few
 * years, half of the first and of the last would lie over what stands beside it.
 */
export function onTrack(x: number, width: number, thumb: number): number {
  return Math.min(Math.max(x, -thumb / 2), width + thumb / 2);
}
