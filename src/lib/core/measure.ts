/** Distances between places, as honest as the places are narrow. */
import { distance } from '@turf/turf';
import type { AtlasIndex } from './atlas';
import type { AtlasRecord, Place } from './model';

export interface Measured {
  /** Kilometres between the two label points, along a great circle. */
  readonly km: number;
  /** Kilometres that either way may be off: the sum of both radii. */
  readonly giveOrTake: number;
}

/** The straight distance between two places, with what their radii leave open. */
export function measureBetween(a: Place, b: Place): Measured {
  return {
    km: distance([...a.point], [...b.point], { units: 'kilometers' }),
    giveOrTake: a.radiusKm + b.radiusKm,
  };
}

/** To 10 km from 50 km on, to 100 km from 1000 km on: no more than the places can bear. */
function rounded(km: number): number {
  const unit = km >= 1000 ? 100 : km >= 50 ? 10 : 1;
  return Math.round(km / unit) * unit;
}

/** "about 130 km, give or take 60"; where the places are wider than they are apart, says that. */
export function distanceText({ km, giveOrTake }: Measured): string {
  if (giveOrTake >= km) {
    return `not to be told: the places are wider than they are apart (about ${rounded(km)} km between their middles)`;
  }
  return `about ${rounded(km)} km, give or take ${rounded(giveOrTake)}`;
}

/**
 * The straight distance of each way of a movement, in words; the ends are named where there are
 * several. A drawn line is not measured: its bends are nobody's statement.
 */
export function distancesOf({ from, to }: AtlasRecord, { places }: AtlasIndex): string[] {
  return from.flatMap((start) =>
    to.flatMap((end) => {
      const [a, b] = [places.get(start), places.get(end)];
      if (!a || !b) return [];
      const out = from.length > 1 ? ` from ${a.title}` : '';
      const which = to.length > 1 ? ` to ${b.title}` : '';
      return [`Straight distance${out}${which}: ${distanceText(measureBetween(a, b))}`];
    }),
  );
}
