// Towns: chosen and named by hand for 1991-2007, placed by GeoNames or by the atlas's gazetteer.
import { readTable } from './csv.mjs';
import { REGION, feature, round, within } from './geometry.mjs';

const CAPITAL = 0;

/** GeoNames' cities500 as `country name` -> the most populous place of that name. */
function readGeoNames(text) {
  const places = new Map();
  const capitals = [];
  for (const row of text.split('\n')) {
    const cells = row.split('\t');
    if (cells.length < 15) continue;
    const [, name, , , lat, lon, , code, country] = cells;
    const place = { name, country, at: [Number(lon), Number(lat)], people: Number(cells[14]) };
    const key = `${country} ${name}`;
    if ((places.get(key)?.people ?? -1) < place.people) places.set(key, place);
    if (code === 'PPLC') capitals.push(place);
  }
  return { places, capitals };
}

const town = (name, country, size, zoom, [lon, lat]) =>
  feature('Point', [round(lon, 10000), round(lat, 10000)], {
    name,
    country,
    size: Number(size),
    zoom: Number(zoom),
  });

export function buildTowns(geoNamesText) {
  const { places, capitals } = readGeoNames(geoNamesText);

  const fromGazetteer = readTable(new URL('../inputs/gazetteer-towns.csv', import.meta.url)).map(
    (row) => town(row.label, row.country, row.size, row.zoom, [Number(row.lon), Number(row.lat)]),
  );
  const fromGeoNames = readTable(new URL('../inputs/towns.csv', import.meta.url)).map((row) => {
    const place = places.get(`${row.country} ${row.geonames}`);
    if (!place)
      throw new Error(`inputs/towns.csv: GeoNames has no ${row.geonames} (${row.country})`);
    return town(row.label, row.country, row.size, row.zoom, place.at);
  });

  // Elsewhere only the capitals of some size, so that a distant place can be found.
  const elsewhere = capitals
    .filter((place) => !within(place.at, REGION) && place.people > 150000)
    .map((place) =>
      town(place.name, place.country, CAPITAL, place.people > 2e6 ? 3.8 : 4.6, place.at),
    );

  return { region: [...fromGazetteer, ...fromGeoNames], elsewhere };
}
