/**
 * All pages, for search engines. They ask for absolute addresses: without `ORIGIN_URL` the list
 * holds paths from the root of the host, right under a sub-path but of use to a reader only.
 */
import { curatedAtlas } from '$lib/server/atlas';
import { escapeXml } from '$lib/server/preview-text';
import { siteUrl } from '$lib/server/site';

export const prerender = true;

export function GET(): Response {
  const { records, places, version } = curatedAtlas();
  const paths = [
    '/',
    '/story/',
    '/who/',
    '/method/',
    '/licences/',
    ...[...records, ...places].map(({ id }) => `/e/${id}/`),
  ];
  const dated = /^\d{4}-\d\d-\d\d$/.test(version) ? `<lastmod>${version}</lastmod>` : '';
  const rows = paths.map((path) => `<url><loc>${escapeXml(siteUrl(path))}</loc>${dated}</url>`);
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...rows,
    '</urlset>',
    '',
  ].join('\n');
  return new Response(text, { headers: { 'content-type': 'application/xml' } });
}
