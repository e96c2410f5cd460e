// `npm run budgets`: what the built site costs, counted and not timed; fails where it costs too much.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { precached } from './precache.mjs';

const folder = 'build';
const read = (path) => readFileSync(join(folder, path));
const zipped = (path) => gzipSync(read(path), { level: 9 }).length;
const sum = (paths) => paths.reduce((total, path) => total + zipped(path), 0);
const html = read('index.html').toString('utf8');

/** Scripts and styles that the page names, thus those that come first. */
const named = [...html.matchAll(/(?:href|src)="\.\/(_app\/[^"]+\.(?:js|css))"/g)].map(
  ([, path]) => path,
);
if (named.length < 5) throw new Error('index.html: found too few scripts; has the build changed?');

const scripts = readdirSync(join(folder, '_app/immutable/chunks')).map(
  (file) => `_app/immutable/chunks/${file}`,
);
/** MapLibre: the one chunk that sets its worker's address. */
const maps = scripts.filter((path) => read(path).includes('setWorkerUrl'));
const later = maps.filter((path) => !named.includes(path));
if (later.length === 0) throw new Error('MapLibre: expected a chunk that is loaded after the text');

/** How many bytes of the page a reader waits for before the text of all records has come. */
const textAt = Buffer.byteLength(html.slice(0, html.indexOf('</main>') + 1 || html.length));
const scriptAt = html.indexOf('<script type="application/json"');
const headings = [...html.slice(0, scriptAt < 0 ? undefined : scriptAt).matchAll(/<h3\b/g)].length;
const records = JSON.parse(read('atlas/imu.json').toString('utf8')).records.length;
const images = [...html.matchAll(/<img\b/g)].length;
const elements = [...html.matchAll(/<[a-z][a-z0-9-]*[\s>]/g)].length;
const copy = precached(folder);

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const count = (n) => String(n);

/** Each: what, how much of it there is, how much there may be, and how it is written. */
const budgets = [
  ['scripts and styles before the map, gz', sum(named), 140_000, kB],
  ['the same with the map, without its worker, gz', sum([...named, ...later]), 390_000, kB],
  ['requests for scripts and styles before the map', named.length, 24, count],
  ['the page itself with all its text, gz', zipped('index.html'), 60_000, kB],
  ['elements of the written page', elements, 2500, count],
  ['pictures in the written page', images, 0, count],
  ['the atlas, gz', zipped('atlas/imu.json'), 60_000, kB],
  ['the basemap, gz', sum(['basemap/world.json', 'basemap/region.json']), 260_000, kB],
  ['the copy for reading offline', copy.reduce((n, { bytes }) => n + bytes, 0), 8_000_000, kB],
];

const failures = [];
for (const [what, found, allowed, text] of budgets) {
  const ok = found <= allowed;
  console.log(
    `${ok ? 'ok  ' : 'OVER'} ${text(found).padStart(10)} of ${text(allowed).padStart(10)}  ${what}`,
  );
  if (!ok) failures.push(what);
}
if (headings < records) failures.push(`${headings} of ${records} records are written in the page`);
void textAt;

if (failures.length > 0) {
  console.error(`\nover budget: ${failures.join('; ')}`);
  process.exitCode = 1;
}
