/** The picture of a chapter, drawn when the site is built. */
import { error } from '@sveltejs/kit';
import { indexAtlas, type AtlasIndex } from '$lib/core/atlas';
import { curatedAtlas } from '$lib/server/atlas';
import { chapterSvg } from '$lib/server/preview-chapter';
import { builtBasemap, png } from '$lib/server/raster';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
  curatedAtlas().chapters.map(({ id }) => ({ chapter: id }));

let index: AtlasIndex | undefined;

export const GET: RequestHandler = ({ params }) => {
  index ??= indexAtlas(curatedAtlas());
  const svg = chapterSvg(params.chapter, index, builtBasemap());
  if (svg === undefined) error(404, `no chapter "${params.chapter}"`);
  return new Response(png(svg), { headers: { 'content-type': 'image/png' } });
};
