import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipNear, copiesIn, mercator, toClip, toPixels } from '../../src/lib/map/projection';
import { drawnSigns, signAt } from '../../src/lib/map/sign-frame';
import type { PlacedSign } from '../../src/lib/map/signs';

/** A view straight down, north up or turned, that shows a square of the world. */
function view({ lon = 70, lat = 40, zoom = 6, turned = 0, width = 1000, height = 500 } = {}) {
  const { x, y } = mercator([lon, lat]);
  const size = 512 * 2 ** zoom;
  const [c, s] = [Math.cos(turned), Math.sin(turned)];
  // Pixels from the middle, turned, then to clip space.
  const [sx, sy] = [(2 * size) / width, (-2 * size) / height];
  const matrix = new Float64Array(16);
  matrix.set([sx * c, sy * s, 0, 0], 0);
  matrix.set([-sx * s, sy * c, 0, 0], 4);
  matrix.set([-sx * (c * x - s * y), -sy * (s * x + c * y), 0, 1], 12);
  return { matrix, width, height, zoom };
}

const sign = (change: Partial<PlacedSign> = {}): PlacedSign => ({
  id: 'one',
  icon: 'base',
  at: [70, 40],
  offset: [0, 0],
  bearing: undefined,
  certainty: 'certain',
  ...change,
});

describe('mercator', () => {
  it.each([
    [[0, 0], 0.5, 0.5],
    [[-180, 85.0511287798], 0, 0],
    [[180, -85.0511287798], 1, 1],
  ])('%j', (at, x, y) => {
    expect(mercator(at).x).toBeCloseTo(x, 9);
    expect(mercator(at).y).toBeCloseTo(y, 9);
  });
});

describe('toPixels', () => {
  it('has the middle of the map in its middle, and nothing behind the camera', () => {
    const from = view();
    const middle = toPixels(from, toClip(from, mercator([70, 40])));
    expect(middle?.x).toBeCloseTo(500, 6);
    expect(middle?.y).toBeCloseTo(250, 6);
    expect(toPixels(from, { x: 0, y: 0, w: -1 })).toBeUndefined();
  });
});

describe('clipNear', () => {
  const point = fc.record({
    x: fc.double({ min: -9, max: 9, noNaN: true }),
    y: fc.double({ min: -9, max: 9, noNaN: true }),
    w: fc.double({ min: -9, max: 9, noNaN: true }),
  });

  it('keeps what lies before the camera', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const part = clipNear(a, b);
        if (a.w < 1e-6 && b.w < 1e-6) expect(part).toBeUndefined();
        else for (const { w } of part ?? []) expect(w).toBeGreaterThanOrEqual(1e-6);
        if (a.w >= 1e-6) expect(part?.[0]).toEqual(a);
        if (b.w >= 1e-6) expect(part?.[1]).toEqual(b);
      }),
    );
  });
});

describe('drawnSigns', () => {
  it('stand at their place, with their offset in pixels whatever the view', () => {
    for (const turned of [0, 1]) {
      for (const zoom of [4, 9]) {
        const [drawn] = drawnSigns([sign({ offset: [23, -5] })], view({ turned, zoom }));
        expect(drawn?.x).toBeCloseTo(523, 6);
        expect(drawn?.y).toBeCloseTo(245, 6);
        expect(drawn?.angle).toBe(0);
      }
    }
  });

  it.each([0, 45, 90, 180, 270])('heads point where they go: %s°', (bearing) => {
    for (const turned of [0, 0.5, -2]) {
      const [drawn] = drawnSigns([sign({ bearing })], view({ turned }));
      const expected = (bearing * Math.PI) / 180 + turned;
      expect(Math.cos((drawn?.angle ?? NaN) - expected)).toBeCloseTo(1, 6);
    }
  });

  it('are left out where the view does not reach', () => {
    expect(drawnSigns([sign({ at: [120, -40] })], view())).toEqual([]);
  });

  it('stand on every copy of the world that is shown', () => {
    const from = view({ zoom: 0, width: 1536, height: 512, lon: 0, lat: 0 });
    const xs = drawnSigns([sign({ at: [0, 0] })], from).map(({ x }) => Math.round(x));
    expect(xs).toEqual([256, 768, 1280]);
    // Beyond the date line, too: what lies at 179° W is just to the east of 179° E.
    const beyond = view({ lon: 179, lat: 0 });
    expect(drawnSigns([sign({ at: [-179, 0] })], beyond)).toHaveLength(1);
  });

  it('has as many copies as a wide view needs', () => {
    expect(copiesIn({ ...view({ zoom: 8 }), width: 900 })).toEqual([-1, 0, 1]);
    expect(copiesIn({ ...view({ zoom: 1 }), width: 3000 }).length).toBeGreaterThanOrEqual(5);
  });
});

describe('signAt', () => {
  const drawn = [
    { id: 'left', icon: '', x: 100, y: 100, angle: 0, opacity: 1 },
    { id: 'right', icon: '', x: 123, y: 100, angle: 0, opacity: 1 },
    { id: 'above', icon: '', x: 123, y: 100, angle: 0, opacity: 1 },
  ];
  it.each([
    [100, 100, 'left'],
    [111, 100, 'left'],
    [112, 100, 'above'],
    [88, 112, 'left'],
    [134, 88, 'above'],
    [60, 100, undefined],
    [100, 130, undefined],
  ])('at %s, %s is %s: the nearest, the topmost of equals, 24 pixels wide', (x, y, id) => {
    expect(signAt(drawn, { x, y })?.id).toBe(id);
  });
});
