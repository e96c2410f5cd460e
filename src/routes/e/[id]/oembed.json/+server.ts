/** oEmbed of a record or a place: the map with it open. */
import { error, json } from '@sveltejs/kit';
import { indexAtlas, type AtlasIndex } from '$lib/core/atlas';
import { curatedAtlas } from '$lib/server/atlas';
import { oEmbed } from '$lib/server/oembed';
import { placePage, recordPage } from '$lib/server/page-data';
import { siteUrl } from '$lib/server/site';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => {
  const { records, places } = curatedAtlas();
  return [...records, ...places].map(({ id }) => ({ id }));
};

let index: AtlasIndex | undefined;

export const GET: RequestHandler = ({ params: { id } }) => {
  index ??= indexAtlas(curatedAtlas());
  const [record, place] = [index.records.get(id), index.places.get(id)];
  const page = record ? recordPage(record, index) : place && placePage(place, index);
  if (!page) error(404, `no record or place "${id}"`);
  const { title, live } = page;
  const image = siteUrl(`/e/${id}/preview.png`);
  return json(oEmbed({ title, view: live, root: siteUrl('/'), image }));
};
