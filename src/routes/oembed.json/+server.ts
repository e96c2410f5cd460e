/** oEmbed of the atlas. */
import { json } from '@sveltejs/kit';
import { curatedAtlas } from '$lib/server/atlas';
import { oEmbed } from '$lib/server/oembed';
import { siteUrl } from '$lib/server/site';

export const prerender = true;

export function GET(): Response {
  const image = siteUrl('/preview.png');
  return json(oEmbed({ title: curatedAtlas().title, view: '', root: siteUrl('/'), image }));
}
