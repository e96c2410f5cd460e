/** The heights at which a phone's sheet rests over the map, and where it goes when it is let go. */

/** From lowest to highest. */
export const rests = ['peek', 'half', 'full'] as const;
export type Rest = (typeof rests)[number];

/** Room for the handle and one line. */
const peekHeight = 78;

/** How far a sheet that is let go in motion would glide on, in milliseconds of its speed. */
const glide = 160;

/** The height of a rest, in pixels, where the sheet has `room` pixels at most. */
export function heightAt(rest: Rest, room: number): number {
  const peek = Math.min(peekHeight, room);
  if (rest === 'peek') return peek;
  return rest === 'full' ? room : Math.max(peek, Math.round(room / 2));
}

/** The rest to which a sheet goes that is let go at a height, rising at `speed` pixels a millisecond. */
export function restNear(height: number, room: number, speed = 0): Rest {
  const aim = height + speed * glide;
  const off = (rest: Rest): number => Math.abs(heightAt(rest, room) - aim);
  return rests.reduce((best, rest) => (off(rest) < off(best) ? rest : best));
}

/** The next rest up or down; at either end, the same. */
export function restBeside(rest: Rest, by: 1 | -1): Rest {
  return rests[rests.indexOf(rest) + by] ?? rest;
}
