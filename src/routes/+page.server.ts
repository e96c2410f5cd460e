import { absoluteUrl, siteUrl } from '$lib/server/site';
import type { PageServerLoad } from './$types';

/** Where the atlas stands, for those who point at it. */
export const load: PageServerLoad = () => ({
  head: { canonical: absoluteUrl('/'), oembed: siteUrl('/oembed.json') },
});
