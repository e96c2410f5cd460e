// Tells the service worker, once the site is built, which files make this version and their digests.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const placeholder = '__PRECACHE__';
const worker = 'service-worker.js';

/** What nobody reads with the network off: for hosts, for robots, for other sites' cards. */
const leftOut = [
  /^(_headers|_redirects|404\.html|robots\.txt|sitemap\.xml|\.nojekyll)$/,
  /^service-worker\.js$/,
  /^_app\/version\.json$/,
  /(^|\/)preview\.png$/,
  /\.(br|gz|map)$/,
];

/**
 * The files of a built site that work without a network needs.
 * @param {string} folder
 * @returns {{ path: string, bytes: number, digest: string }[]} paths as they are asked for: a page's is its folder
 */
export function precached(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, path: file.slice(join(folder, '/').length).replaceAll(sep, '/') }))
    .filter(({ path }) => !leftOut.some((form) => form.test(path)))
    .map(({ file, path }) => {
      const content = readFileSync(file);
      return {
        path: path.replace(/(^|\/)index\.html$/, '$1'),
        bytes: content.length,
        digest: createHash('sha256').update(content).digest('base64'),
      };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Writes the list into the service worker of a built site.
 * @param {string} folder
 */
export function writePrecache(folder) {
  const files = precached(folder).map(({ path, digest }) => [path, digest]);
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  const file = join(folder, worker);
  const code = readFileSync(file, 'utf8');
  if (code.split(placeholder).length !== 2) {
    throw new Error(`${file}: expected ${placeholder} once`);
  }
  writeFileSync(
    file,
    code.replace(placeholder, () => JSON.stringify({ version, files })),
  );
}

/**
 * An adapter that does what the given one does, and then writes the list.
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @param {string} folder where it writes the site
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withPrecache(adapter, folder) {
  return {
    ...adapter,
    adapt: async (builder) => {
      await adapter.adapt(builder);
      writePrecache(folder);
    },
  };
}
