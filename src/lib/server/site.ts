/**
 * Where the site will stand: the one place that reads it.
 *
 * `ORIGIN_URL`, read at build, is the scheme and host ("https://example.org"). The sub-path is
 * `BASE_PATH`, which `svelte.config.js` reads and Kit passes on. Addresses here are for readers
 * elsewhere; links between the pages are relative and need neither.
 */
import { base } from '$app/paths';

/** An origin without a slash at its end; empty if none is set. @throws Error for anything else. */
export function originOf(text: string | undefined): string {
  if (text === undefined || text === '') return '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || `${url.origin}/` !== url.href) {
    throw new Error(
      `ORIGIN_URL: "${text}" is not an origin such as https://example.org (BASE_PATH has the sub-path)`,
    );
  }
  return url.origin;
}

const origin = originOf(process.env.ORIGIN_URL);

/**
 * The absolute address of a path of the site ("/who/"); undefined while nobody has said where the
 * site will stand.
 */
export function absoluteUrl(path: string): string | undefined {
  return origin ? `${origin}${base}${path}` : undefined;
}

/** The absolute address of a path, or else its path from the root of whatever host it will be. */
export function siteUrl(path: string): string {
  return `${origin}${base}${path}`;
}
