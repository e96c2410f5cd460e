/** Preview pictures as PNG, drawn while the site is built. */
import { Resvg } from '@resvg/resvg-js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Topology } from 'topojson-specification';
import upng from 'upng-js';
import { BASEMAP_FILES, decodeBasemap, type Basemap } from '../map/basemap';
import { fontFiles } from './fonts';
import { families } from './preview-text';

let basemap: Basemap | undefined;

function topology(file: string): Topology {
  // Builds run in the project's folder; the built server code lies elsewhere.
  const text = readFileSync(join('static', 'basemap', file), 'utf8');
  return JSON.parse(text) as Topology;
}

/** The embedded basemap, read from its files and decoded once. */
export function builtBasemap(): Basemap {
  basemap ??= decodeBasemap(topology(BASEMAP_FILES.world), topology(BASEMAP_FILES.region));
  return basemap;
}

/** Flat colours and their edges: with this many the pictures look the same at a third of the size. */
const colours = 256;

/** Rasterises an SVG at its own size, with the project's fonts and no others. */
export function png(svg: string): Uint8Array<ArrayBuffer> {
  const picture = new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: fontFiles(),
      defaultFontFamily: families.regular,
    },
  });
  const { pixels, width, height } = picture.render();
  return new Uint8Array(upng.encode([new Uint8Array(pixels).buffer], width, height, colours));
}
