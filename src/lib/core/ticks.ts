/** How many years apart the labels of a time axis stand. */

/** Pixels from the middle of one year's label to the next, for labels of so many characters. */
export function labelRoom(characters = 4): number {
  return characters * 6.5 + 6;
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
