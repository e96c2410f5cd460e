// Builds the embedded basemap: npm and Debian packages in, static/basemap out.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { topology } from 'topojson-server';
import { INPUTS, RELIEF_TILES, verifyInputs } from './lib/checksums.mjs';
import { buildCountries } from './lib/countries.mjs';
import { REGION, collection, feature } from './lib/geometry.mjs';
import { readRivers } from './lib/gshhg.mjs';
import { buildLabels } from './lib/labels.mjs';
import { buildLakes } from './lib/lakes.mjs';
import { buildRegions } from './lib/regions.mjs';
import { buildRelief } from './lib/relief.mjs';
import { buildRiverNames, buildRivers } from './lib/rivers.mjs';
import { buildTowns } from './lib/towns.mjs';

const OUT = new URL('../../static/basemap/', import.meta.url);
/** Grid steps across a file's extent: about 0.0036 degrees for the world, 0.0007 in the region. */
const WORLD_GRID = 1e5;
const REGION_GRID = 4e4;

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

function write(name, data) {
  writeFileSync(new URL(name, OUT), data);
  const kb = (bytes) => `${(bytes / 1000).toFixed(0)} kB`.padStart(8);
  const zipped = gzipSync(data, { level: 9 }).length;
  process.stdout.write(`${name.padEnd(20)} ${kb(data.length)} ${kb(zipped)} gz\n`);
}

verifyInputs();
mkdirSync(OUT, { recursive: true });

const { countries, coast, worldBorders, regionBorders } = buildCountries(
  readJson(INPUTS.countries),
);
const naturalEarthRegions = readJson(INPUTS.regions);
const lakes = buildLakes(readJson(INPUTS.lakes), readJson(INPUTS.formerLakes));
const margin = 2;
const [west, south, east, north] = REGION;
const around = [west - margin, south - margin, east + margin, north + margin];
const rivers = buildRivers(await readRivers(around), regionBorders);
const regions = buildRegions(naturalEarthRegions, regionBorders, countries);
const towns = buildTowns(readFileSync(INPUTS.towns, 'utf8'));
const labels = buildLabels(countries, naturalEarthRegions);

const bordersWithoutPairs = regionBorders.map(({ geometry, properties: { kind, name } }) =>
  feature('LineString', geometry.coordinates, name ? { kind, name } : { kind }),
);

write(
  'world.json',
  JSON.stringify(
    topology(
      {
        countries: collection(countries),
        coast: { type: 'MultiLineString', coordinates: coast },
        borders: collection(worldBorders),
        lakes: collection(lakes.far),
        towns: collection(towns.elsewhere),
        labels: collection(labels.countries),
      },
      WORLD_GRID,
    ),
  ),
);
write(
  'region.json',
  JSON.stringify(
    topology(
      {
        borders: collection(bordersWithoutPairs),
        regions: collection(regions),
        lakes: collection(lakes.near),
        rivers: collection(rivers),
        riverNames: collection(buildRiverNames(rivers)),
        towns: collection(towns.region),
        labels: collection(labels.others),
      },
      REGION_GRID,
    ),
  ),
);
const pictures = await buildRelief(
  INPUTS.heights,
  RELIEF_TILES,
  countries,
  readJson(new URL('inputs/relief.json', import.meta.url)),
);
for (const [theme, picture] of Object.entries(pictures)) write(`relief-${theme}.webp`, picture);
