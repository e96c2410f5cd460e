/**
 * What MapLibre's own documentation suggests for time: every record is a feature with a start and an
 * end, and each step sets a filter on every layer. Basemap, story layers and signs are the app's, so
 * that only the way time reaches the map differs.
 *
 * With `?state`, nothing is filtered: what a year does not hold is transparent by feature state, and
 * a step sets the state of what changed. That is the least a step can cost on these layers; it is no
 * map to ship, since what cannot be seen still takes clicks and the room of labels.
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
import { areaFeatures } from '../../../src/lib/map/areas';
import { loadBasemap } from '../../../src/lib/map/basemap';
import { storyFeatures } from '../../../src/lib/map/features';
import { icons } from '../../../src/lib/map/icon';
import { palettes } from '../../../src/lib/map/palette';
import { storySourceIds } from '../../../src/lib/map/story-style';
import { mapStyle } from '../../../src/lib/map/style';

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
  const story = storyFeatures(index, all, []);

  // An area is shared by the records that happen in it; with a filter each needs its own copy.
  const polygons = new Map(areaFeatures(atlas.places).features.map((f) => [f.properties.id, f]));
  const areaStates = new Map<string, Record<string, unknown>>();
  const areas: Feature[] = [];
  for (const standpoint of all) {
    for (const [place, state] of storyFeatures(index, [standpoint], []).areas) {
      const polygon = polygons.get(place);
      if (!polygon) continue;
      const id = `${standpoint.record.id} ${place}`;
      areaStates.set(id, { ...state });
      areas.push({ ...polygon, properties: { id, ...times.get(standpoint.record.id) } });
    }
  }

  const style = mapStyle(basemap, atlas.places, 'light', '');
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
  for (const { name, image, pixelRatio } of icons(palettes.light.story, 1)) {
    map.addImage(name, image, { pixelRatio });
  }
  await map.once('load');
  const fill = (source: string, data: FeatureCollection): void => {
    void map.getSource<GeoJSONSource>(source)?.setData(data);
  };
  fill(storySourceIds.areas, { type: 'FeatureCollection', features: areas });
  fill(storySourceIds.lines, timed(story.lines.features));
  fill(storySourceIds.points, timed(story.points.features));
  fill(storySourceIds.places, story.places);
  const source = storySourceIds.areas;
  for (const [id, state] of areaStates) map.setFeatureState({ source, id }, state);

  const dated: string[] = [storySourceIds.areas, storySourceIds.lines, storySourceIds.points];
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
      for (const source of [storySourceIds.lines, storySourceIds.points]) {
        map.setFeatureState({ source, id }, { on });
      }
      for (const area of areaStates.keys()) {
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
