// Label points. Every area is labelled from one point: labels of polygons repeat in every tile.
import { readFileSync } from 'node:fs';
import { readTable } from './csv.mjs';
import { bboxOf, distance, feature, insideRing, ringArea, round } from './geometry.mjs';

/** The year a label's name came up or went out of use, where the atlas's years see it. */
const yearOf = (text) => (text ? { year: Number(text) } : null);

function handLabels() {
  return readTable(new URL('../inputs/labels.csv', import.meta.url)).map((row) => {
    const from = yearOf(row.from);
    const to = yearOf(row.to);
    return feature('Point', [Number(row.lon), Number(row.lat)], {
      kind: row.kind,
      name: row.name,
      zoom: Number(row.zoom),
      size: Number(row.size),
      ...(from && { from: from.year }),
      ...(to && { to: to.year }),
    });
  });
}

/** The point of a coarse grid that lies deepest in a ring: where a label has most room. */
function deepestPoint(ring) {
  const [west, south, east, north] = bboxOf(ring);
  let best = null;
  const steps = 24;
  for (let i = 1; i < steps; i++) {
    for (let j = 1; j < steps; j++) {
      const point = [west + ((east - west) * i) / steps, south + ((north - south) * j) / steps];
      if (!insideRing(point, ring)) continue;
      const depth = Math.min(...ring.map(([x, y]) => distance([x, y], point)));
      if (!best || depth > best.depth) best = { point, depth };
    }
  }
  return best?.point ?? ring[0];
}

/** Zoom from which an area has room for its name. */
function zoomFor(area) {
  const zoom = 4.8 - Math.log2(Math.sqrt(area) / 2.2);
  return Math.min(6, Math.max(1.2, round(zoom, 10)));
}

function countryNames(naturalEarth) {
  const names = new Map();
  for (const { properties } of naturalEarth.features)
    names.set(properties.adm0_a3, properties.admin);
  const own = JSON.parse(
    readFileSync(new URL('../inputs/country-names.json', import.meta.url), 'utf8'),
  );
  for (const [a3, name] of Object.entries(own)) names.set(a3, name);
  return names;
}

export function buildLabels(countries, naturalEarth) {
  const hand = handLabels();
  const placed = new Set(
    hand
      .filter(({ properties }) => properties.kind === 'country')
      .map(({ properties }) => properties.name),
  );
  const names = countryNames(naturalEarth);
  const generated = [];
  for (const { properties, geometry } of countries) {
    const name = names.get(properties.a3);
    properties.name = name ?? properties.a3;
    if (!name || placed.has(name) || properties.a3 === 'ATA') continue;
    const rings = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map(
      (polygon) => polygon[0],
    );
    const largest = rings.reduce((a, b) => (Math.abs(ringArea(b)) > Math.abs(ringArea(a)) ? b : a));
    const area = Math.abs(ringArea(largest));
    const [x, y] = deepestPoint(largest);
    generated.push(
      feature('Point', [round(x, 100), round(y, 100)], {
        kind: 'country',
        name,
        zoom: zoomFor(area),
        size: area > 120 ? 1 : area > 25 ? 2 : 3,
      }),
    );
  }
  const isCountry = ({ properties }) => properties.kind === 'country';
  return {
    countries: [...hand.filter(isCountry), ...generated],
    others: hand.filter((label) => !isCountry(label)),
  };
}
