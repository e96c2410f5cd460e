import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCamera, parseCamera, type Camera } from '../../src/lib/view/camera';

const camera = (zoom: number, lat: number, lon: number, bearing = 0, pitch = 0): Camera => ({
  zoom,
  lat,
  lon,
  bearing,
  pitch,
});

/** Web Mercator on 512-pixel tiles, as MapLibre has it. */
function pixels({ lat, lon }: Camera, zoom: number): [number, number] {
  const world = 512 * 2 ** zoom;
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return [((lon + 180) / 360) * world, (0.5 - y / (2 * Math.PI)) * world];
}

/** Spread evenly: random doubles crowd about zero. */
const number = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((k) => min + ((max - min) * k) / 1_000_000);

/** Cameras that the map can have, where a degree of latitude is at most two of longitude. */
const cameras = fc
  .tuple(number(1, 12), number(-60, 60), number(-180, 180), number(-180, 180), number(0, 60))
  .map((parts) => camera(...parts));

describe('formatCamera', () => {
  it.each([
    [camera(6.5, 39.7, 70.9), '6.5/39.7/70.9'],
    [camera(6.503, 39.7, 70.9), '6.5/39.7/70.9'],
    [camera(0, 39.71234, 70.91234), '0/39.7/70.9'],
    [camera(4, 39.71234, 70.91234), '4/39.71/70.91'],
    [camera(8, 39.71234, 70.91234), '8/39.712/70.912'],
    [camera(12, 39.712345, 70.912345), '12/39.7123/70.9123'],
    [camera(14, 39.712345, 70.912345), '14/39.71234/70.91235'],
    [camera(6, -0.0001, -0.0001), '6/0/0'],
    [camera(6, 39.7, 70.9, 30), '6/39.7/70.9/30'],
    [camera(6, 39.7, 70.9, -30.4), '6/39.7/70.9/-30'],
    [camera(6, 39.7, 70.9, 0.4, 0.4), '6/39.7/70.9'],
    [camera(6, 39.7, 70.9, -0.4, 45), '6/39.7/70.9/0/45'],
    [camera(6, 39.7, 70.9, 30, 45), '6/39.7/70.9/30/45'],
    [camera(6, 39.7, 430.9), '6/39.7/70.9'],
    [camera(6, 39.7, -289.1), '6/39.7/70.9'],
  ])('%o: %s', (given, expected) => {
    expect(formatCamera(given)).toBe(expected);
  });

  it('has no more decimals than a pixel is worth', () => {
    fc.assert(
      fc.property(cameras, (given) => {
        const [zoom = '', lat = '', lon = ''] = formatCamera(given).split('/');
        const pixel = 360 / (512 * 2 ** Number(zoom));
        for (const text of [lat, lon]) {
          const decimals = text.split('.')[1]?.length ?? 0;
          expect(10 ** -decimals * 10).toBeGreaterThan(pixel);
        }
      }),
    );
  });
});

describe('parseCamera', () => {
  it.each([
    ['6/39.7/70.9', camera(6, 39.7, 70.9)],
    ['6.25/-39.7/-70.9/30', camera(6.25, -39.7, -70.9, 30)],
    ['6/39.7/70.9/-30/45', camera(6, 39.7, 70.9, -30, 45)],
    ['0/0/0', camera(0, 0, 0)],
    ['24/90/180/360/85', camera(24, 90, 180, 360, 85)],
  ])('%s', (text, expected) => {
    expect(parseCamera(text)).toEqual(expected);
  });

  it.each([
    '',
    '6',
    '6/39.7',
    '6/39.7/70.9/0/0/0',
    '6/39.7/',
    '/39.7/70.9',
    '6//70.9',
    ' 6/39.7/70.9',
    '6/39.7/70.9 ',
    '+6/39.7/70.9',
    '6,5/39.7/70.9',
    '6/39.7/1e2',
    '6/39./70.9',
    '6/.7/70.9',
    '6/0x10/70.9',
    '6/Infinity/70.9',
    '6/NaN/70.9',
    '-1/39.7/70.9',
    '24.5/39.7/70.9',
    '6/90.1/70.9',
    '6/-90.1/70.9',
    '6/39.7/180.1',
    '6/39.7/-180.1',
    '6/39.7/70.9/361',
    '6/39.7/70.9/0/-1',
    '6/39.7/70.9/0/86',
    '6/٣٩/70',
  ])('refuses "%s"', (text) => {
    expect(parseCamera(text)).toBeUndefined();
  });

  it('never throws', () => {
    const characters = fc.constantFrom(...'0123456789./-+e ');
    const texts = fc.oneof(
      fc.string(),
      fc.array(characters).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseCamera(text);
        if (!read) return;
        for (const value of Object.values(read)) expect(value).toSatisfy(Number.isFinite);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a camera in a link', () => {
  it('comes back within a pixel', () => {
    fc.assert(
      fc.property(cameras, (given) => {
        const read = parseCamera(formatCamera(given));
        expect(read).toBeDefined();
        if (!read) return;
        const world = 512 * 2 ** given.zoom;
        const [x, y] = pixels(given, given.zoom);
        const [readX, readY] = pixels(read, given.zoom);
        const aside = Math.abs(readX - x);
        // 180 W is 180 E.
        expect(Math.min(aside, world - aside)).toBeLessThan(1);
        expect(Math.abs(readY - y)).toBeLessThan(1.02);
        expect(Math.abs(read.zoom - given.zoom)).toBeLessThanOrEqual(0.00501);
        expect(Math.abs(read.bearing - given.bearing)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(read.pitch - given.pitch)).toBeLessThanOrEqual(0.5);
      }),
      { numRuns: 1000 },
    );
  });

  it('is written the same when it has been read', () => {
    fc.assert(
      fc.property(cameras, (given) => {
        const text = formatCamera(given);
        const read = parseCamera(text);
        expect(read && formatCamera(read)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['the date line, from the west', camera(2, 40, 179.99)],
    ['the date line, from the east', camera(2, 40, -179.99)],
    ['the date line itself', camera(6, 40, 180)],
    ['a hair from Greenwich, far in', camera(22, 40, 1e-7)],
  ])('is read and written the same: %s', (_, given) => {
    const text = formatCamera(given);
    const read = parseCamera(text);
    expect(read && formatCamera(read)).toBe(text);
  });
});
