/** How many years apart the labels of a time axis stand. */
import { yearText } from './wording';

/** Pixels from the middle of one year's label to the next, for labels of so many characters. */
export function labelRoom(characters = 4): number {
  return characters * 6.5 + 6;
}

/** The same for the labels of an axis that begins and ends with these years. */
export function yearRoom(first: number, last: number): number {
  return labelRoom(Math.max(yearText(first).length, yearText(last).length, 4));
}

/** Whether a label stands on the track: a long one would reach over what is beside it. */
export function isOnTrack(x: number, width: number, room: number): boolean {
  return Math.min(x, width - x) >= room / 2 - 12;
}

/** Whether a year is a multiple of some years as it is said: year -9 is 10 BC. */
export function isRound(year: number, of: number): boolean {
  return (year > 0 ? year : year - 1) % of === 0;
}

const steps = [1, 2, 5];

/** The least of 1, 2, 5, 10, 20, 50, ... years whose labels have room, a year being some pixels wide. */
export function yearStep(pixels: number, room = labelRoom()): number {
  for (let scale = 1; scale < 1e7; scale *= 10) {
    const step = steps.find((one) => one * scale * pixels >= room - 2);
    if (step !== undefined) return step * scale;
  }
  return 1e7;
}
