/** The layers of large files as they are drawn: every sign is where the map projects its place to. */
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { Map as MapLibreMap, setWorkerUrl, type CustomLayerInterface } from 'maplibre-gl';
import { afterEach, expect, test, vi } from 'vitest';
import { pieces } from '../../../src/lib/core/crowd/pieces';
import { CrowdPaths } from '../../../src/lib/map/crowd/paths';
import { CrowdPoints } from '../../../src/lib/map/crowd/points';
import { columnsOf } from '../../core/crowd/crowd';

type Position = readonly [lon: number, lat: number];
type MapOptions = Omit<ConstructorParameters<typeof MapLibreMap>[0], 'container' | 'style'>;

const style = {
  window: { from: 100, to: 200 },
  trail: false,
  undated: false,
  onlyCertain: false,
  colours: Array.from({ length: 8 }, () => '#ff0000'),
  casing: '#ff0000',
  sized: false,
};
const certain = { earliestStart: 50, latestStart: 60, earliestEnd: 250, latestEnd: 260 };
const future = { earliestStart: 300, latestStart: 300, earliestEnd: 300, latestEnd: 300 };

let map: MapLibreMap | undefined;
afterEach(() => {
  map?.getContainer().remove();
  map?.remove();
});
// Maps are drawn in software here, and start slowly.
vi.setConfig({ testTimeout: 60_000 });

/** A white map of 600 by 300 pixels. */
async function bareMap(options: MapOptions, projection = 'mercator'): Promise<MapLibreMap> {
  const container = document.createElement('div');
  Object.assign(container.style, { width: '600px', height: '300px' });
  document.body.append(container);
  setWorkerUrl(workerUrl);
  map = new MapLibreMap({
    container,
    attributionControl: false,
    fadeDuration: 0,
    ...options,
    style: {
      version: 8,
      projection: { type: projection },
      sources: {},
      layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#ffffff' } }],
    },
  });
  await map.once('load');
  return map;
}

function pointsOf(positions: readonly (readonly [Position, typeof certain])[]): CrowdPoints {
  const columns = columnsOf(positions.map(([position, span]) => ({ position, span })));
  return new CrowdPoints(columns, marksOf(columns.count), style);
}

/** Each row is shown, in the first colour. */
function marksOf(count: number): Uint8Array {
  return Uint8Array.from({ length: count * 4 }, (_, k) => Number(k % 4 === 2));
}

/** Draws a frame, and reads from it whether a pixel is red. */
async function drawn(on: MapLibreMap) {
  const painted = on.once('render');
  on.triggerRepaint();
  await painted;
  // Within the same task the picture is still there.
  const gl = on.getCanvas().getContext('webgl2');
  if (!gl) throw new Error('no WebGL2');
  const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
  const pixels = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  const ratio = on.getPixelRatio();
  const isRed = (at: number): boolean => (pixels[at] ?? 0) > 150 && (pixels[at + 1] ?? 255) < 110;
  const at = (x: number, y: number): number => {
    const row = height - 1 - Math.floor(y * ratio);
    return (row * width + Math.floor(x * ratio)) * 4;
  };
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) if (isRed(at)) count++;
  return {
    /** How many pixels of the screen are red. */
    count,
    redAt: (x: number, y: number): boolean => isRed(at(x, y)),
    /** Whether anything is drawn there, however faint. */
    inkAt: (x: number, y: number): boolean => (pixels[at(x, y) + 1] ?? 255) < 250,
  };
}

const places: readonly Position[] = [
  [0, 0],
  [20, 10],
  [-30, -15],
];
const moved = (by: number): Position[] => places.map(([lon, lat]) => [lon + by, lat]);

test.each<[string, readonly Position[], MapOptions, string?]>([
  ['flat', places, { zoom: 2 }],
  ['pitched and turned', places, { zoom: 1.5, pitch: 55, bearing: 40 }],
  ['on a globe', places, { zoom: 1.5 }, 'globe'],
  [
    'on a globe that is turned, at three pixels for one',
    places,
    { zoom: 1.5, pitch: 30, bearing: -70, pixelRatio: 3 },
    'globe',
  ],
  ['at three pixels for one', places, { zoom: 2, pixelRatio: 3 }],
  ['around the antimeridian', moved(180), { zoom: 2, center: [180, 0] }],
  [
    'around the antimeridian, seen from the other side',
    moved(180),
    { zoom: 1.5, center: [-179, 0], pitch: 50, bearing: 130 },
  ],
])('draws every point in its place: %s', async (_name, positions, options, projection) => {
  const on = await bareMap({ center: [0, 0], ...options }, projection);
  on.addLayer(
    pointsOf([
      ...positions.map((at) => [at, certain] as const),
      [[positions[0]?.[0] ?? 0, 30], future],
    ]),
  );
  const { count, redAt } = await drawn(on);
  const { lng } = on.getCenter();
  for (const [lon, lat] of positions) {
    const near = lng + ((((lon - lng + 180) % 360) + 360) % 360) - 180;
    const { x, y } = on.project([near, lat]);
    expect(redAt(x, y)).toBe(true);
    expect(redAt(x + 8, y)).toBe(false);
    expect(redAt(x, y - 8)).toBe(false);
  }
  // As large on a screen of many pixels, and nothing else is red.
  const area = count / on.getPixelRatio() ** 2 / positions.length;
  expect(area).toBeGreaterThan(8);
  expect(area).toBeLessThan(40);
});

test('a globe hides what is on its other side', async () => {
  const on = await bareMap({ center: [0, 0], zoom: 1.5 }, 'globe');
  on.addLayer(
    pointsOf([
      [[178, 2], certain],
      [[-150, 10], certain],
    ]),
  );
  expect((await drawn(on)).count).toBe(0);
});

test('a path over the antimeridian goes on at both edges of a flat map, and its head with it', async () => {
  const on = await bareMap({ center: [0, 0], zoom: 0 });
  const columns = columnsOf([
    { span: certain, paths: [{ coordinates: [170, 0, -170, 0], times: [100, 140] }] },
  ]);
  const layer: CrowdPaths & CustomLayerInterface = new CrowdPaths(
    pieces(columns.paths, columns.bounds),
    marksOf(columns.count),
    style,
  );
  on.addLayer(layer);
  const edges = [180, -180].map((lon) => on.project([lon, 0]));
  const still = await drawn(on);
  for (const { x, y } of edges) {
    for (const by of [-10, -4, 4, 10]) expect(still.redAt(x + by, y)).toBe(true);
  }
  expect(still.redAt(300, 150)).toBe(false);

  // A quarter of the way: east of 175 there is nothing yet but the head.
  layer.moment = 110;
  const quarter = await drawn(on);
  for (const lon of [175, -185]) {
    const { x, y } = on.project([lon, 0]);
    expect(quarter.redAt(x, y)).toBe(true);
    expect(quarter.redAt(x, y - 3)).toBe(true);
    expect(quarter.redAt(x + 9, y)).toBe(false);
  }
  layer.moment = 130;
  const later = await drawn(on);
  for (const lon of [185, -175]) {
    const { x, y } = on.project([lon, 0]);
    expect(later.redAt(x, y)).toBe(true);
    expect(later.redAt(x, y - 3)).toBe(true);
  }
  // Before it sets out and after it came there is nothing.
  layer.moment = 99;
  expect((await drawn(on)).count).toBe(0);
});

test('a path without a time is drawn in any window, and left out on demand or under a grid', async () => {
  const on = await bareMap({ center: [0, 0], zoom: 1 });
  const columns = columnsOf([
    { span: undefined, paths: [{ coordinates: [-30, 0, 30, 0] }] },
    { span: future, paths: [{ coordinates: [-30, 20, 30, 20] }] },
  ]);
  const cut = pieces(columns.paths, columns.bounds);
  const layer: CrowdPaths & CustomLayerInterface = new CrowdPaths(cut, marksOf(columns.count), {
    ...style,
    undated: true,
  });
  on.addLayer(layer);
  const [undated, coming] = [0, 20].map((lat) => on.project([0, lat]));
  /** Red anywhere along a dash. */
  const isDrawn = async (at: typeof undated): Promise<boolean> => {
    const { redAt } = await drawn(on);
    return [0, 3, 6].some((by) => redAt((at?.x ?? 0) + by, at?.y ?? 0));
  };
  expect(await isDrawn(undated)).toBe(true);
  expect(await isDrawn(coming)).toBe(false);
  layer.style = { ...style, undated: true, onlyCertain: true };
  expect(await isDrawn(undated)).toBe(false);
  layer.style = style;
  expect(await isDrawn(undated)).toBe(false);
  layer.style = { ...style, undated: true };
  layer.visible = false;
  expect(await isDrawn(undated)).toBe(false);
});

test('outside of what the file tells, only the past and the undated are drawn', async () => {
  const on = await bareMap({ center: [0, 0], zoom: 2 });
  const past = { earliestStart: 10, latestStart: 10, earliestEnd: 20, latestEnd: 20 };
  const columns = columnsOf([
    { span: past, position: [-20, 0], paths: [{ coordinates: [-30, 20, -10, 20] }] },
    { span: certain, position: [0, 0], paths: [{ coordinates: [-5, 20, 5, 20] }] },
    { span: undefined, position: [20, 0], paths: [{ coordinates: [10, 20, 30, 20] }] },
  ]);
  const points = new CrowdPoints(columns, marksOf(columns.count), style);
  on.addLayer(points);
  const cut = pieces(columns.paths, columns.bounds);
  const lines: CrowdPaths & CustomLayerInterface = new CrowdPaths(cut, marksOf(3), style);
  on.addLayer(lines);
  /** Points, then lines: of the past, certain, undated. */
  const seen = async (change: object): Promise<string> => {
    points.style = { ...style, ...change };
    lines.style = { ...style, ...change };
    const { inkAt } = await drawn(on);
    const isDrawn = (lon: number, lat: number): boolean => {
      const { x, y } = on.project([lon, lat]);
      return [0, 3, 6].some((by) => inkAt(x + (lat ? by : 0), y));
    };
    return [0, 20]
      .map((lat) => [-20, 0, 20].map((lon) => (isDrawn(lon, lat) ? 'x' : '-')).join(''))
      .join(' ');
  };
  const everything = { trail: true, undated: true };
  expect(await seen(everything)).toBe('xxx xxx');
  expect(await seen({ ...everything, isOutside: true })).toBe('x-x x-x');
  expect(await seen({ isOutside: true })).toBe('--- ---');
});

test('a frame of a replay tries only what moves', async () => {
  const on = await bareMap({ center: [0, 0], zoom: 1 });
  const steps = 50;
  const columns = columnsOf(
    Array.from({ length: 200 }, (_, k) => ({
      span: certain,
      paths: [
        {
          coordinates: Array.from({ length: (steps + 1) * 2 }, (__, n) => ((n * 7 + k) % 60) - 30),
          times: Array.from({ length: steps + 1 }, (__, n) => 100 + n * 2 + k / 200),
        },
      ],
    })),
  );
  const cut = pieces(columns.paths, columns.bounds);
  expect(cut.count).toBe(200 * steps);
  const layer = new CrowdPaths(cut, marksOf(columns.count), style);
  on.addLayer(layer);
  await drawn(on);
  const lines = vi.spyOn(WebGL2RenderingContext.prototype, 'drawArraysInstanced');
  const heads = vi.spyOn(WebGL2RenderingContext.prototype, 'drawArrays');
  layer.moment = 150;
  await drawn(on);
  const copies = 3;
  const tried = lines.mock.calls.reduce((sum, [, , , instances]) => sum + instances, 0);
  expect(tried).toBeGreaterThan(200 * 2);
  expect(tried).toBeLessThan(200 * 6 * copies);
  const points = heads.mock.calls.filter(([mode]) => mode === WebGL2RenderingContext.POINTS);
  const triedHeads = points.reduce((sum, [, , count]) => sum + count, 0);
  expect(triedHeads).toBeGreaterThanOrEqual(200);
  expect(triedHeads).toBeLessThan(200 * 3 * copies);
  vi.restoreAllMocks();
});
