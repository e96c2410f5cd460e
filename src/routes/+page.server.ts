import { indexAtlas } from '$lib/core/atlas';
import { curatedAtlas } from '$lib/server/atlas';
import { atlasAlt } from '$lib/server/preview';
import { absoluteUrl, siteUrl } from '$lib/server/site';
import type { PageServerLoad } from './$types';

/** Where the atlas stands, for those who point at it. */
export const load: PageServerLoad = () => ({
  atlasId: curatedAtlas().id,
  head: {
    canonical: absoluteUrl('/'),
    oembed: siteUrl('/oembed.json'),
    image: siteUrl('/preview.png'),
    imageAlt: atlasAlt(indexAtlas(curatedAtlas())),
  },
});
