import { curatedAtlas } from '$lib/server/atlas';
import { absoluteUrl, siteUrl } from '$lib/server/site';
import type { PageServerLoad } from './$types';

/** Where the atlas stands, for those who point at it. */
export const load: PageServerLoad = () => ({
  atlasId: curatedAtlas().id,
  head: { canonical: absoluteUrl('/'), oembed: siteUrl('/oembed.json') },
});
