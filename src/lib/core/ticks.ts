/** How many years apart the labels of a time axis stand. */

/** Pixels from the middle of one year's label to the next. */
export const labelRoom = 32;

const steps = [1, 2, 5];

/** The least of 1, 2, 5, 10, 20, 50, ... years whose labels have room, a year being some pixels wide. */
export function yearStep(pixels: number): number {
  for (let scale = 1; scale < 1e7; scale *= 10) {
    const step = steps.find((one) => one * scale * pixels >= labelRoom - 2);
    if (step !== undefined) return step * scale;
  }
  return 1e7;
}
