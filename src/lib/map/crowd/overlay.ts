/** What lies over the crowd: the grid of counts and the mark of what is selected, as style and data. */
import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { latOf, lonOf } from '../../core/crowd/fixed';
import type { Cells, CrowdItem } from '../../io/crowd/protocol';
import type { Basemap } from '../basemap';
import { basemapLayers, basemapSources, LABEL_FONTS } from '../basemap-style';
import { palettes, type ThemeName } from '../palette';

export const overlayIds = {
  cells: 'crowd-cells',
  density: 'crowd-density',
  box: 'crowd-box',
  marked: 'crowd-marked',
} as const;
/** The layer before which records are drawn: under the names, above the ground. */
export const gridLayer = 'crowd-cells';

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The map's style: the basemap, and what lies over the crowd. */
export function crowdStyle(basemap: Basemap, theme: ThemeName, base: string): StyleSpecification {
  const palette = palettes[theme];
  const { story } = palette;
  const ground = basemapLayers(palette);
  const over: LayerSpecification[] = [
    {
      id: gridLayer,
      type: 'fill',
      source: overlayIds.cells,
      paint: {
        'fill-color': story.relocation,
        'fill-opacity': ['interpolate', ['linear'], ['get', 'share'], 0, 0.12, 1, 0.82],
        'fill-outline-color': story.casing,
      },
    },
    {
      id: 'crowd-density',
      type: 'heatmap',
      source: overlayIds.density,
      paint: {
        'heatmap-weight': ['get', 'weight'],
        'heatmap-radius': 22,
        'heatmap-intensity': 0.3,
        // Transparent where nothing is: not only pale, which would hide the ground.
        'heatmap-color': [
          'interpolate',
          ['linear'],
          ['heatmap-density'],
          0,
          `${story.relocation}00`,
          0.08,
          `${story.relocation}55`,
          0.4,
          `${story.relocation}c0`,
          1,
          story.incursion,
        ],
      },
    },
    {
      id: 'crowd-cell-counts',
      type: 'symbol',
      source: overlayIds.cells,
      layout: {
        'text-field': ['get', 'count'],
        'text-font': LABEL_FONTS.semibold,
        'text-size': 12,
        'symbol-sort-key': ['-', 0, ['get', 'share']],
      },
      paint: {
        'text-color': story.label,
        'text-halo-color': story.labelHalo,
        'text-halo-width': 1.4,
      },
    },
    {
      id: 'crowd-box',
      type: 'line',
      source: overlayIds.box,
      paint: { 'line-color': story.selected, 'line-width': 1.5, 'line-dasharray': [3, 2] },
    },
    {
      id: 'crowd-marked',
      type: 'circle',
      source: overlayIds.marked,
      paint: {
        'circle-radius': 11,
        'circle-opacity': 0,
        'circle-stroke-color': story.selected,
        'circle-stroke-width': 3,
      },
    },
  ];
  return {
    version: 8,
    name: `Trackway ${theme}, large file`,
    sources: {
      ...basemapSources(basemap, base, theme),
      [overlayIds.cells]: { type: 'geojson', data: empty },
      [overlayIds.density]: { type: 'geojson', data: empty },
      [overlayIds.box]: { type: 'geojson', data: empty },
      [overlayIds.marked]: { type: 'geojson', data: empty },
    },
    layers: [...ground.under, ...over.slice(0, 2), ...ground.labels, ...over.slice(2)],
  };
}

/** The grid as squares; `share` is the root of a cell's share of the fullest. */
export function cellFeatures(cells: Cells | undefined): FeatureCollection {
  if (!cells) return empty;
  const { size, corners } = cells;
  const totals = totalsOf(cells);
  const most = totals.reduce((a, b) => Math.max(a, b), 1);
  return {
    type: 'FeatureCollection',
    features: [...totals].map((total, k) => {
      const [x = 0, y = 0] = corners.subarray(k * 2, k * 2 + 2);
      const [west, east] = [lonOf(x), lonOf(x + size)];
      const [north, south] = [latOf(y), latOf(y + size)];
      return {
        type: 'Feature',
        properties: { count: countText(total), share: Math.sqrt(total / most) },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [west, north],
              [west, south],
              [east, south],
              [east, north],
              [west, north],
            ],
          ],
        },
      };
    }),
  };
}

/** The middles of the cells, each with the root of its share of the fullest as its weight. */
export function densityFeatures(cells: Cells | undefined): FeatureCollection {
  if (!cells) return empty;
  const { size, corners } = cells;
  const totals = totalsOf(cells);
  const most = totals.reduce((a, b) => Math.max(a, b), 1);
  return {
    type: 'FeatureCollection',
    features: [...totals].map((total, k) => {
      const [x = 0, y = 0] = corners.subarray(k * 2, k * 2 + 2);
      return {
        type: 'Feature',
        properties: { weight: Math.sqrt(total / most) },
        geometry: { type: 'Point', coordinates: [lonOf(x + size / 2), latOf(y + size / 2)] },
      };
    }),
  };
}

const totalsOf = ({ certain, possible }: Cells): Uint32Array =>
  certain.map((count, k) => count + (possible[k] ?? 0));

/** A count as a cell has room for it: 950, 12k, 1.2M. */
export function countText(count: number): string {
  if (count < 1000) return String(count);
  const [by, unit] = count < 1e6 ? [1e3, 'k'] : [1e6, 'M'];
  const value = count / by;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)}${unit}`;
}

/** The cell that a point lies in: west, south, east, north in degrees. */
export function cellAround(x: number, y: number, level: number): [number, number, number, number] {
  const size = 2 ** (32 - level);
  const [west, north] = [Math.floor(x / size) * size, Math.floor(y / size) * size];
  return [lonOf(west), latOf(north + size), lonOf(west + size), latOf(north)];
}

/** A longitude by whole turns as near as can be to another: a globe has them jump at 180 degrees. */
export function nearTo(lon: number, other: number): number {
  return lon - Math.round((lon - other) / 360) * 360;
}

/** The outline of the box to which the map is narrowed. */
export function boxFeatures(
  box: readonly [number, number, number, number] | undefined,
): FeatureCollection {
  if (!box) return empty;
  const [west, south, east, north] = box;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const geometry = { type: 'LineString' as const, coordinates: ring };
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] };
}

/** A ring around the record that is selected. */
export function markedFeatures(at: readonly [number, number] | undefined): FeatureCollection {
  if (!at) return empty;
  const geometry = { type: 'Point' as const, coordinates: [...at] };
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] };
}

/** What a tip says of the records at a point. */
export function tipOf(items: readonly CrowdItem[]): { title: string; text: string } | undefined {
  const [first] = items;
  if (!first) return undefined;
  const more = items.length - 1;
  return {
    title: first.title,
    text: more > 0 ? `${first.when}; and ${more} more here` : first.when,
  };
}
