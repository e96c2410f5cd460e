/** The whole map style, as data: basemap below, story above. */
import type { StyleSpecification } from 'maplibre-gl';
import type { Place } from '../core/model';
import { areaFeatures } from './areas';
import type { Basemap } from './basemap';
import { basemapLayers, basemapSources, LABEL_FONTS } from './basemap-style';
import { withoutLabelsOf } from './labels';
import { palettes, type ThemeName } from './palette';
import { storyLayers, storySources } from './story-style';

/**
 * The style of the map in a theme. `places` are those of the atlas, `base` is the site's base
 * path. Array order is draw order: ground, the story's areas and lines, the basemap's labels, the
 * story's signs and labels.
 */
export function mapStyle(
  basemap: Basemap,
  places: readonly Place[],
  theme: ThemeName,
  base: string,
): StyleSpecification {
  const palette = palettes[theme];
  const ground = basemapLayers(palette);
  const story = storyLayers(palette.story, LABEL_FONTS);
  return {
    version: 8,
    name: `Trackway ${theme}`,
    sources: {
      ...basemapSources(withoutLabelsOf(places, basemap), base, theme),
      ...storySources(areaFeatures(places)),
    },
    layers: [...ground.under, ...story.shapes, ...ground.labels, ...story.symbols],
  };
}
