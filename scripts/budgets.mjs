// `npm run budgets`, after a build: what the site costs, counted and not timed.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { precached } from './precache.mjs';

const folder = 'build';
const read = (path) => readFileSync(join(folder, path));
const zipped = (...paths) =>
  paths.reduce((total, path) => total + gzipSync(read(path), { level: 9 }).length, 0);
const html = read('index.html').toString('utf8');

/** Scripts and styles that the page names: they come before the map. */
const named = [...html.matchAll(/(?:href|src)="\.\/(_app\/[^"]+\.(?:js|css))"/g)].map(
  ([, path]) => path,
);
/** MapLibre: the chunk that makes the canvas, and comes after the text. */
const map = readdirSync(join(folder, '_app/immutable/chunks'))
  .filter((file) => file.endsWith('.js'))
  .map((file) => `_app/immutable/chunks/${file}`)
  .filter((path) => !named.includes(path) && read(path).includes('maplibregl-canvas-container'));
if (named.length === 0 || map.length !== 1) {
  throw new Error(`build/: found ${named.length} first scripts and ${map.length} of the map`);
}

/** What a reader can read before any script or data of the page has come. */
const written = html.slice(0, html.search(/<script type="application\/json"|<script>\s*\{/));
const records = JSON.parse(read('atlas/imu.json').toString('utf8')).records.length;
const unwritten = records - [...written.matchAll(/<h3\b/g)].length;

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** What, how much there is, how much there should be, and the most that passes if that is more. */
const budgets = [
  ['scripts and styles before the map, gz', zipped(...named), 110_000, 110_000, kB],
  [
    'first load: the same with the map, no worker, gz',
    zipped(...named, ...map),
    390_000,
    390_000,
    kB,
  ],
  ['files among the scripts and styles before the map', named.length, 24],
  ['the page with all its text, gz', zipped('index.html'), 60_000, 80_000, kB],
  ['records that are not in the page before its scripts', unwritten, 0],
  ['elements of the page before its scripts', [...written.matchAll(/<[a-z]/g)].length, 2500],
  ['pictures in the page before its scripts', [...written.matchAll(/<img\b/g)].length, 0],
  ['the atlas, gz', zipped('atlas/imu.json'), 60_000, 80_000, kB],
  ['the basemap, gz', zipped('basemap/world.json', 'basemap/region.json'), 260_000, 300_000, kB],
  [
    'the copy for reading offline',
    precached(folder).reduce((n, f) => n + f.bytes, 0),
    8e6,
    8e6,
    kB,
  ],
];

const over = [];
for (const [what, found, wanted, most = wanted, text = String] of budgets) {
  const verdict = found <= wanted ? 'ok' : found <= most ? 'missed' : 'OVER';
  if (verdict === 'OVER')
    over.push(`${what}: found ${text(found)}, expected ${text(most)} at most`);
  console.log(
    `${verdict.padEnd(6)} ${text(found).padStart(9)} of ${text(wanted).padStart(9)}  ${what}`,
  );
}
for (const line of over) console.error(line);
process.exitCode = over.length > 0 ? 1 : 0;
