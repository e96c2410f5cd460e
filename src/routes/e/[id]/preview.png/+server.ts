/** The preview picture of a record or a place, drawn when the site is built. */
import { error } from '@sveltejs/kit';
import { indexAtlas, type AtlasIndex } from '$lib/core/atlas';
import { curatedAtlas } from '$lib/server/atlas';
import { previewSvg } from '$lib/server/preview';
import { builtBasemap, png } from '$lib/server/raster';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => {
  const { records, places } = curatedAtlas();
  return [...records, ...places].map(({ id }) => ({ id }));
};

let index: AtlasIndex | undefined;

export const GET: RequestHandler = ({ params }) => {
  index ??= indexAtlas(curatedAtlas());
  const svg = previewSvg(params.id, index, builtBasemap());
  if (svg === undefined) error(404, `no record or place "${params.id}"`);
  return new Response(png(svg), { headers: { 'content-type': 'image/png' } });
};
