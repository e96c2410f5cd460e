import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/lib/core/model';
import { placesThatLookSwapped } from '../../src/lib/io/check-places';

function place(longitude: number, latitude: number): Place {
  return {
    id: 'p',
    title: 'P',
    summary: 'P.',
    names: [],
    precision: 'settlement',
    radiusKm: 3,
    point: [longitude, latitude],
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    sources: [],
  };
}

/** Longitude, latitude of an atlas that reaches from Turkey to Japan and the United States. */
const world = [
  [71.67, 41],
  [69.29, 41.31],
  [69.17, 34.53],
  [71.58, 34.01],
  [66, 33.9],
  [35, 39],
  [44, 31],
  [50, 58],
  [138.2, 36.5],
  [-98.6, 39.8],
] as const;

describe('placesThatLookSwapped', () => {
  it.each(world)('leaves %d, %d alone', (longitude, latitude) => {
    const places = world.map(([x, y]) => place(x, y));
    const here = places.find(({ point }) => point[0] === longitude && point[1] === latitude);
    expect(here && placesThatLookSwapped(places).has(here)).toBe(false);
  });

  it.each(world.slice(0, 5))('suspects %d, %d the other way round', (longitude, latitude) => {
    const turned = place(latitude, longitude);
    const others = world.filter(([x]) => x !== longitude).map(([x, y]) => place(x, y));
    expect([...placesThatLookSwapped([...others, turned])]).toEqual([turned]);
  });

  it('leaves an outlier alone where longitudes and latitudes are much the same', () => {
    // Istanbul, Ankara, Van; Baghdad and Tripoli far from them.
    const near = [place(29, 41), place(32.9, 39.9), place(43.4, 38.5)];
    for (const far of [place(44.4, 33.3), place(13.2, 32.9)]) {
      expect(placesThatLookSwapped([...near, far]).size).toBe(0);
    }
  });

  it('leaves neighbours alone that would be nearer if swapped', () => {
    const neighbours = [place(42.5, 35), place(35, 41.5)];
    expect(placesThatLookSwapped(neighbours).size).toBe(0);
  });

  it('has nothing to go by in an atlas of one place', () => {
    const only = place(41, 71);
    expect(placesThatLookSwapped([only]).size).toBe(0);
  });
});
