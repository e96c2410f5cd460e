/** The whole map style, as data: basemap below, story above. */
import type { StyleSpecification } from 'maplibre-gl';
import type { AtlasRecord, Place } from '../core/model';
import type { Basemap } from './basemap';
import { basemapLayers, basemapSources, LABEL_FONTS } from './basemap-style';
import { withoutLabelsOf } from './labels';
import { palettes, type ThemeName } from './palette';
import { areaLayers, lineLayers } from './shape-style';
import { storySources } from './story-sources';
import { symbolLayers } from './symbol-style';

/** What of an atlas the style holds. */
export interface Told {
  readonly places: readonly Place[];
  readonly records: readonly AtlasRecord[];
}

/**
 * The style of the map in a theme; `base` is the site's base path. Array order is draw order:
 * ground, the story's areas and lines, the basemap's labels, the story's dots and labels.
 */
export function mapStyle(
  basemap: Basemap,
  { places, records }: Told,
  theme: ThemeName,
  base: string,
): StyleSpecification {
  const palette = palettes[theme];
  const ground = basemapLayers(palette);
  return {
    version: 8,
    name: `Trackway ${theme}`,
    sources: {
      ...basemapSources(withoutLabelsOf(places, basemap), base, theme),
      ...storySources(places, records),
    },
    layers: [
      ...ground.under,
      ...areaLayers(palette.story),
      ...lineLayers(palette.story),
      ...ground.labels,
      ...symbolLayers(palette.story, LABEL_FONTS),
    ],
  };
}
