/** A page for every record and every place of the atlas. */
import { error } from '@sveltejs/kit';
import { indexAtlas, type AtlasIndex } from '$lib/core/atlas';
import { curatedAtlas } from '$lib/server/atlas';
import { placeJsonLd, recordJsonLd, scriptText } from '$lib/server/json-ld';
import { placePage, recordPage } from '$lib/server/page-data';
import { previewAlt } from '$lib/server/preview';
import { absoluteUrl, siteUrl } from '$lib/server/site';
import { citedOf } from '$lib/ui/share/cited-of';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => {
  const { records, places } = curatedAtlas();
  return [...records, ...places].map(({ id }) => ({ id }));
};

let index: AtlasIndex | undefined;

export const load: PageServerLoad = ({ params: { id } }) => {
  index ??= indexAtlas(curatedAtlas());
  const [record, place] = [index.records.get(id), index.places.get(id)];
  const path = `/e/${id}/`;
  const picture = `${path}preview.png`;
  const addresses = { url: siteUrl(path), image: siteUrl(picture) };
  const head = {
    canonical: absoluteUrl(path),
    image: addresses.image,
    imageAlt: previewAlt(id, index),
    oembed: siteUrl(`${path}oembed.json`),
  };
  const atlasTitle = index.atlas.title;
  const cited = citedOf(index, addresses.url, id);
  if (record) {
    const jsonLd = scriptText(recordJsonLd(record, index, addresses));
    return { page: recordPage(record, index), atlasTitle, cited, head, jsonLd };
  }
  if (!place) error(404, `no record or place "${id}"`);
  const jsonLd = scriptText(placeJsonLd(place, addresses));
  return { page: placePage(place, index), atlasTitle, cited, head, jsonLd };
};
