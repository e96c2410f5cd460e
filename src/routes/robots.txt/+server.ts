/**
 * Everything may be read. Robots look for this at the root of a host only; under a sub-path the
 * sitemap has to be told to a search engine by hand.
 */
import { absoluteUrl } from '$lib/server/site';

export const prerender = true;

export function GET(): Response {
  const sitemap = absoluteUrl('/sitemap.xml');
  const lines = ['User-agent: *', 'Disallow:', ...(sitemap ? ['', `Sitemap: ${sitemap}`] : []), ''];
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain' } });
}
