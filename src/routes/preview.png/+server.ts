/** The preview picture of the atlas, drawn when the site is built. */
import { indexAtlas } from '$lib/core/atlas';
import { curatedAtlas } from '$lib/server/atlas';
import { atlasSvg } from '$lib/server/preview';
import { builtBasemap, png } from '$lib/server/raster';

export const prerender = true;

export function GET(): Response {
  const svg = atlasSvg(indexAtlas(curatedAtlas()), builtBasemap());
  return new Response(png(svg), { headers: { 'content-type': 'image/png' } });
}
