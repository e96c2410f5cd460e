import { along, bearing, distance, length, lineString } from '@turf/turf';
import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { measure, partOf } from '../../src/lib/map/motion';
import { realAtlas } from '../real-atlas';

/** Lines of short steps about the middle latitudes, some of them without length. */
const lines: fc.Arbitrary<Position[]> = fc
  .tuple(
    fc.tuple(fc.integer({ min: -150, max: 150 }), fc.integer({ min: -50, max: 50 })),
    fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([origin, steps]) => {
    let [lon, lat] = origin;
    return [origin, ...steps.map(([dx, dy]) => [(lon += dx / 100), (lat += dy / 100)])];
  });

const progresses = fc.integer({ min: 0, max: 10_000 }).map((k) => k / 10_000);

const turf = (line: readonly Position[]) => lineString(line.map((position) => [...position]));

function part(line: readonly Position[], progress: number) {
  const found = partOf(measure(line), progress);
  if (!found) throw new Error('no part');
  return found;
}

describe('measure', () => {
  it('has the distance of each vertex from the start', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const { at } = measure(line);
        expect(at).toHaveLength(line.length);
        expect(at[0]).toBe(0);
        line.slice(1).forEach((_, k) => {
          expect(at[k + 1]).toBeCloseTo(length(turf(line.slice(0, k + 2))), 6);
        });
      }),
    );
  });

  it('of nothing is nothing', () => {
    expect(measure([])).toEqual({ line: [], at: [] });
  });
});

describe('partOf', () => {
  it('has the part of the length that the progress is', () => {
    fc.assert(
      fc.property(lines, progresses, (line, progress) => {
        const whole = length(turf(line));
        const { coordinates } = part(line, progress);
        // Between vertices the map draws straight lines, not great circles.
        expect(Math.abs(length(turf(coordinates)) - whole * progress)).toBeLessThan(
          0.001 * whole + 1e-6,
        );
      }),
    );
  });

  it('has its head where turf goes along the line', () => {
    fc.assert(
      fc.property(lines, progresses, (line, progress) => {
        const whole = length(turf(line));
        if (whole === 0) return;
        const expected = along(turf(line), whole * progress);
        const off = distance(part(line, progress).head, expected);
        expect(off).toBeLessThan(0.002 * whole + 1e-6);
      }),
    );
  });

  it('begins with the vertices that it has passed, and ends with its head', () => {
    fc.assert(
      fc.property(lines, progresses, (line, progress) => {
        const { coordinates, head } = part(line, progress);
        const { at } = measure(line);
        const target = (at.at(-1) ?? 0) * progress;
        const passed = at.slice(0, -1).filter((distanceThere) => distanceThere < target).length;
        expect(coordinates).toHaveLength(Math.max(1, passed) + 1);
        expect(coordinates.at(-1)).toEqual(head);
        expect(coordinates.slice(0, -1)).toEqual(line.slice(0, coordinates.length - 1));
      }),
      { numRuns: 500 },
    );
  });

  it('only ever grows', () => {
    fc.assert(
      fc.property(lines, progresses, progresses, (line, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const shorter = part(line, less).coordinates;
        const longer = part(line, more).coordinates;
        expect(length(turf(shorter))).toBeLessThanOrEqual(length(turf(longer)) + 1e-6);
        expect(longer.length).toBeGreaterThanOrEqual(shorter.length);
      }),
    );
  });

  const bent: Position[] = [
    [70, 40],
    [71, 40],
    [71, 41],
  ];

  it.each([
    [0, [bent[0], bent[0]]],
    [-1, [bent[0], bent[0]]],
    [1, bent],
    [2, bent],
  ])('at progress %s', (progress, coordinates) => {
    expect(part(bent, progress).coordinates).toEqual(coordinates);
  });

  it('turns with the line', () => {
    expect(part(bent, 0).bearing).toBeCloseTo(bearing([70, 40], [71, 40]), 6);
    expect(part(bent, 0.1).bearing).toBeCloseTo(90, 0);
    expect(part(bent, 0.9).bearing).toBeCloseTo(0, 6);
    expect(part(bent, 1).bearing).toBeCloseTo(0, 6);
    expect(part([...bent].reverse(), 0.1).bearing).toBeCloseTo(180, 6);
  });

  it('stands still on a line without length', () => {
    const still: Position[] = [
      [70, 40],
      [70, 40],
    ];
    for (const progress of [0, 0.5, 1]) expect(part(still, progress).head).toEqual([70, 40]);
  });

  it.each([[[]], [[[70, 40]]]])('of a line without two vertices is nothing: %j', (line) => {
    expect(partOf(measure(line), 0.5)).toBeUndefined();
  });

  it('does not change the line', () => {
    const before = structuredClone(bent);
    const { coordinates } = part(bent, 1);
    for (const position of coordinates) position[0] = 0;
    expect(bent).toEqual(before);
  });

  it('goes along every line of the atlas', () => {
    const all = realAtlas.records.flatMap(({ lines: own }) => own);
    expect(all.length).toBeGreaterThan(15);
    for (const line of all) {
      const whole = length(turf(line));
      for (const progress of [0, 0.25, 0.5, 0.75, 1]) {
        const off = distance(part(line, progress).head, along(turf(line), whole * progress));
        expect(off).toBeLessThan(0.02 * whole);
      }
      expect(part(line, 1).coordinates).toEqual(line);
    }
  });
});
