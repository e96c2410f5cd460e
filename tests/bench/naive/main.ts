/**
 * What MapLibre's own documentation suggests for time: every record is a feature with a start and an
 * end, and each step sets a filter on every layer. Basemap, story layers and signs are the app's, so
 * that only the way time reaches the map differs.
 *
 * With `?state`, nothing is filtered: what a year does not hold is transparent by feature state, and
 * a step sets the state of what changed. That is the least a step can cost on these layers; it is no
 * map to ship, since what cannot be seen still takes clicks and the room of labels.
 *
 * With `?own`, time reaches the map as it does in the app.
 */
import '@fontsource-variable/source-sans-3/wght.css';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Feature, FeatureCollection } from 'geojson';
import {
  Map as MapLibreMap,
  setWorkerUrl,
  type ExpressionSpecification,
  type FilterSpecification,
  type GeoJSONSource,
} from 'maplibre-gl';
import { indexAtlas } from '../../../src/lib/core/atlas';
import type { Atlas } from '../../../src/lib/core/model';
import { intervalOf } from '../../../src/lib/core/window';
import { areaFeatures, areaStates } from '../../../src/lib/map/areas';
import { loadBasemap } from '../../../src/lib/map/basemap';
import { storyOf } from '../../../src/lib/map/features';
import { icons } from '../../../src/lib/map/icon';
import { lineFeatures } from '../../../src/lib/map/lines';
import { palettes } from '../../../src/lib/map/palette';
import { storySourceIds } from '../../../src/lib/map/story-sources';
import { mapStyle } from '../../../src/lib/map/style';
import { roomOfSign } from '../../../src/lib/map/symbol-style';
import { ownWay } from './own';

declare global {
  interface Window {
    /** What the bench drives this page with. */
    naive?: { map: MapLibreMap; setYear: (year: number) => void };
  }
}

async function start(): Promise<void> {
  const [response, basemap] = await Promise.all([fetch('/atlas/imu.json'), loadBasemap('')]);
  const atlas = (await response.json()) as Atlas;
  const index = indexAtlas(atlas);
  const always = { start: atlas.span.from, end: atlas.span.to };
  const times = new Map(
    atlas.records.map(({ id, spans }) => [
      id,
      spans.length === 0
        ? always
        : {
            start: Math.min(...spans.map((span) => span.earliestStart)),
            end: Math.max(...spans.map((span) => span.latestEnd)),
          },
    ]),
  );
  const timed = (features: readonly Feature[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: features.map((feature) => ({
      ...feature,
      properties: { ...feature.properties, ...times.get(String(feature.properties?.id)) },
    })),
  });
  const all = atlas.records.map((record) => ({ record, activity: 'certain' as const }));
  const story = storyOf(index, all, []);

  // An area is shared by the records that happen in it; with a filter each needs its own copy.
  const polygons = new Map(areaFeatures(atlas.places).features.map((f) => [f.properties.id, f]));
  const tints = new Map<string, Record<string, unknown>>();
  const areas: Feature[] = [];
  for (const standpoint of all) {
    for (const [place, state] of areaStates(index, [standpoint])) {
      const polygon = polygons.get(place);
      if (!polygon) continue;
      const id = `${standpoint.record.id} ${place}`;
      tints.set(id, { ...state });
      areas.push({ ...polygon, properties: { id, ...times.get(standpoint.record.id) } });
    }
  }
  const signs = story.signs.map(({ at, ...properties }): Feature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: at },
    properties: { ...properties, bearing: properties.bearing ?? 0 },
  }));

  const style = mapStyle(basemap, atlas, 'light', '');
  const isOwn = location.search === '?own';
  if (!isOwn) {
    // The app draws its signs in a layer of its own; here they are symbols like any other.
    style.sources['signs'] = { type: 'geojson', data: timed(signs), promoteId: 'id' };
    style.layers.push({
      id: 'signs',
      type: 'symbol',
      source: 'signs',
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-offset': ['array', 'number', 2, ['get', 'offset']],
        'icon-rotate': ['get', 'bearing'],
        'icon-allow-overlap': true,
      },
    });
  }
  const [west, south, east, north] = atlas.opening.bounds;
  setWorkerUrl(workerUrl);
  const map = new MapLibreMap({
    container: 'map',
    style,
    attributionControl: false,
    fadeDuration: 150,
    bounds: [west, south, east, north],
    fitBoundsOptions: { padding: 36 },
  });
  for (const { name, image } of icons(palettes.light.story, 1)) map.addImage(name, image);
  map.addImage(roomOfSign, new ImageData(32, 32));
  await map.once('load');
  if (isOwn) {
    window.naive = { map, setYear: ownWay(map, index) };
    return;
  }
  const fill = (source: string, data: FeatureCollection): void => {
    void map.getSource<GeoJSONSource>(source)?.setData(data);
  };
  fill(storySourceIds.areas, { type: 'FeatureCollection', features: areas });
  fill(storySourceIds.lines, timed(lineFeatures(atlas.records).features));
  fill(storySourceIds.labels, timed(story.labels.features));
  for (const [id, state] of tints) {
    map.setFeatureState({ source: storySourceIds.areas, id }, state);
  }
  for (const [id, state] of story.lines) {
    map.setFeatureState({ source: storySourceIds.lines, id }, { ...state });
  }

  const dated: string[] = [
    storySourceIds.areas,
    storySourceIds.lines,
    storySourceIds.labels,
    'signs',
  ];
  const layers = style.layers.flatMap((layer) =>
    'source' in layer && dated.includes(layer.source)
      ? [{ id: layer.id, own: 'filter' in layer ? layer.filter : undefined }]
      : [],
  );
  const setFilters = (year: number): void => {
    const { from, to } = intervalOf({ kind: 'year', year }, atlas.span);
    for (const { id, own } of layers) {
      const filter = [
        'all',
        ...(own === undefined ? [] : [own]),
        ['<=', ['get', 'start'], to],
        ['>=', ['get', 'end'], from],
      ];
      map.setFilter(id, filter as FilterSpecification);
    }
  };

  const shown = new Set<string>();
  const setStates = (year: number): void => {
    const { from, to } = intervalOf({ kind: 'year', year }, atlas.span);
    const set = (id: string, on: boolean): void => {
      for (const source of [storySourceIds.lines, 'signs']) {
        map.setFeatureState({ source, id }, { on });
      }
      for (const area of tints.keys()) {
        if (!area.startsWith(`${id} `)) continue;
        map.setFeatureState({ source: storySourceIds.areas, id: area }, { on });
      }
      if (on) shown.add(id);
      else shown.delete(id);
    };
    for (const [id, { start, end }] of times) {
      const on = start <= to && end >= from;
      if (on !== shown.has(id)) set(id, on);
    }
  };

  const byState = location.search === '?state';
  if (byState) {
    const opacities = { fill: ['fill'], line: ['line'], symbol: ['icon', 'text'] } as const;
    for (const { id } of layers) {
      const layer = style.layers.find((candidate) => candidate.id === id);
      if (layer?.type !== 'fill' && layer?.type !== 'line' && layer?.type !== 'symbol') continue;
      for (const part of opacities[layer.type]) {
        const key = `${part}-opacity` as 'line-opacity';
        const own =
          (layer.paint as Record<string, ExpressionSpecification> | undefined)?.[key] ?? 1;
        const on = ['boolean', ['feature-state', 'on'], false];
        map.setPaintProperty(id, key, ['case', on, own, 0] as unknown as ExpressionSpecification);
      }
    }
  }
  window.naive = { map, setYear: byState ? setStates : setFilters };
}

void start();
