/**
 * One map, the same made-up points, and one way of showing time:
 * `?way=idle|uniform|filter|deck|leaflet|heads&count=1000`.
 */
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { DataFilterExtension } from '@deck.gl/extensions';
import { ScatterplotLayer } from '@deck.gl/layers';
import { MapboxOverlay } from '@deck.gl/mapbox';
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import { ColumnsBuilder } from '../../../../src/lib/core/crowd/builder';
import { pieces } from '../../../../src/lib/core/crowd/pieces';
import { spanDuring } from '../../../../src/lib/core/bounds';
import { intervalOf } from '../../../../src/lib/core/window';
import { CrowdReader } from '../../../../src/lib/io/crowd/read';
import { CrowdPaths } from '../../../../src/lib/map/crowd/paths';
import { CrowdPoints } from '../../../../src/lib/map/crowd/points';
import { categorical } from '../../../../src/lib/map/palette';
import { leaflet } from './leaflet';
import { firstDay, points, walksGeoJson } from '../synthetic';

declare global {
  interface Window {
    bench?: {
      /** Shows another year; without time, only repaints. */
      step: (year: number) => void;
      /** Milliseconds that loading took. */
      loaded: number;
      /** Whether the map is at rest since the last step. */
      settled: () => number | undefined;
      /** How many frames have been drawn. */
      drawn: () => number;
    };
  }
}

const query = new URLSearchParams(location.search);
const way = query.get('way') ?? 'idle';
const count = Number(query.get('count') ?? 1000);
const seed = 1;

const windowAt = (year: number) => intervalOf({ kind: 'year', year }, { from: 0, to: 0 });
const style = {
  trail: false,
  onlyCertain: false,
  colours: categorical.light,
  casing: '#000000',
  sized: false,
};

/** Our layer: the window is a uniform. */
function uniform(map: MapLibreMap): (year: number) => void {
  const builder = new ColumnsBuilder();
  for (const { lon, lat, start, end } of points(count, seed)) {
    builder.push({
      position: [lon, lat],
      span: spanDuring({ from: start, to: end }),
      properties: [],
    });
  }
  const columns = builder.finish();
  const marks = new Uint8Array(count * 4);
  for (let row = 0; row < count; row++) marks[row * 4 + 2] = 1;
  const layer = new CrowdPoints(columns, marks, { ...style, window: windowAt(1990) });
  map.addLayer(layer);
  return (year) => {
    layer.style = { ...style, window: windowAt(year) };
  };
}

/** Our layer of paths: every walk has a head, and the moment is a uniform. */
function heads(map: MapLibreMap): (tick: number) => void {
  const reader = new CrowdReader('walks.geojson', false);
  const encoder = new TextEncoder();
  for (const part of walksGeoJson(count, 60, seed)) reader.push(encoder.encode(part));
  const { columns } = reader.finish();
  const marks = new Uint8Array(columns.count * 4);
  for (let row = 0; row < columns.count; row++) marks[row * 4 + 2] = 1;
  const layer = new CrowdPaths(pieces(columns.paths, columns.bounds), marks, {
    ...style,
    window: windowAt(1990),
  });
  map.addLayer(layer);
  layer.moment = firstDay + 15;
  return (tick) => {
    layer.moment = firstDay + 15 + (tick % 100) * 0.05;
  };
}

/** MapLibre's own way: a filter on the layer. */
function filter(map: MapLibreMap): (year: number) => void {
  map.addSource('points', {
    type: 'geojson',
    data: {
      type: 'FeatureCollection',
      features: [...points(count, seed)].map(({ lon, lat, start, end }) => ({
        type: 'Feature',
        properties: { start, end },
        geometry: { type: 'Point', coordinates: [lon, lat] },
      })),
    },
  });
  map.addLayer({
    id: 'points',
    type: 'circle',
    source: 'points',
    paint: { 'circle-radius': 2.5, 'circle-color': '#0072B2' },
  });
  return (year) => {
    const { from, to } = windowAt(year);
    map.setFilter('points', ['all', ['<=', ['get', 'start'], to], ['>=', ['get', 'end'], from]]);
  };
}

/** deck.gl over the map, with its filter on the graphics card. */
function deck(map: MapLibreMap): (year: number) => void {
  const [positions, times] = [new Float32Array(count * 2), new Float32Array(count * 2)];
  let k = 0;
  for (const { lon, lat, start, end } of points(count, seed)) {
    positions.set([lon, lat], k * 2);
    times.set([start - firstDay, end - firstDay], k * 2);
    k++;
  }
  const data = {
    length: count,
    attributes: {
      getPosition: { value: positions, size: 2 },
      getFilterValue: { value: times, size: 2 },
    },
  };
  const extensions = [new DataFilterExtension({ filterSize: 2 })];
  const layerAt = (year: number) => {
    const { from, to } = windowAt(year);
    return new ScatterplotLayer({
      id: 'points',
      data,
      getRadius: 2.5,
      radiusUnits: 'pixels',
      getFillColor: [0, 114, 178],
      extensions,
      filterRange: [
        [-1e6, to - firstDay],
        [from - firstDay, 1e6],
      ],
    } as ConstructorParameters<typeof ScatterplotLayer>[0]);
  };
  const overlay = new MapboxOverlay({ layers: [layerAt(1990)] });
  map.addControl(overlay as unknown as Parameters<MapLibreMap['addControl']>[0]);
  return (year) => {
    overlay.setProps({ layers: [layerAt(year)] });
    // Its canvas is its own: the map repaints as in every other row.
    map.triggerRepaint();
  };
}

/** A map without anything on it, once it is there. */
async function bareMap(): Promise<MapLibreMap> {
  setWorkerUrl(workerUrl);
  const map = new MapLibreMap({
    container: 'map',
    attributionControl: false,
    center: [50, 20],
    zoom: 1.5,
    style: {
      version: 8,
      sources: {},
      layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#f3eee2' } }],
    },
  });
  await map.once('load');
  return map;
}

async function start(): Promise<void> {
  let [stepped, idle, drawn] = [0, 0, 0];
  const publish = (loaded: number, show: (year: number) => void): void => {
    window.bench = {
      loaded,
      step: (year) => {
        stepped = performance.now();
        show(year);
      },
      settled: () => (idle > stepped ? idle - stepped : undefined),
      drawn: () => drawn,
    };
  };
  if (way === 'leaflet') {
    const started = performance.now();
    const rest = (): void => {
      idle = performance.now();
    };
    const show = await leaflet(count, seed, rest);
    publish(performance.now() - started, show);
    return;
  }
  const map = await bareMap();
  const started = performance.now();
  const repaint = (): void => map.triggerRepaint();
  const ways: Record<string, (map: MapLibreMap) => (year: number) => void> = {
    uniform,
    filter,
    deck,
    heads,
  };
  const show = ways[way]?.(map) ?? repaint;
  map.triggerRepaint();
  await map.once('idle');
  map.on('idle', () => (idle = performance.now()));
  map.on('render', () => drawn++);
  publish(performance.now() - started, show);
}

void start();
