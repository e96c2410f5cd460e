// First-level regions: only the lines inside a country, fitted to the country borders.
//
// Natural Earth draws countries a little otherwise than OpenStreetMap. A region line is cut where it
// leaves its country, and led on to the border where it stops short.
import { topology } from 'topojson-server';
import { meshArcs, feature as toFeature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import {
  REGION,
  bboxOf,
  collection,
  crossing,
  distance,
  feature,
  insideGeometry,
  overlaps,
  splitLine,
} from './geometry.mjs';

const FINEST = 3e-5;
/** How far a line may be led on to meet a border, in degrees. */
const REACH = 0.15;

/** Regions that were one in the years of the atlas; divisions of 2004 and later are undone. */
const UNDIVIDED = {
  'IND Ladakh': 'Jammu and Kashmir',
  'KAB Baykonur lease in Qyzylorda': 'Qyzylorda',
  'IRN North Khorasan': 'Khorasan',
  'IRN Razavi Khorasan': 'Khorasan',
  'IRN South Khorasan': 'Khorasan',
};
const COUNTRY = { KAB: 'KAZ' };
/** Siachen is claimed land, no region. */
const LEFT_OUT = new Set(['KAS']);

function regionOf({ adm0_a3: a3, name }) {
  return { a3: COUNTRY[a3] ?? a3, name: UNDIVIDED[`${a3} ${name}`] ?? name };
}

/** Straight pieces of the country borders near a line. */
function borderPieces(borders) {
  return borders.flatMap(({ geometry: { coordinates } }) =>
    coordinates.slice(1).map((b, i) => [coordinates[i], b]),
  );
}

const near = ([a, b], box) =>
  overlaps(
    [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])],
    box,
  );

/** Cuts a line at every border that it crosses. */
function cutAtBorders(line, pieces) {
  const box = bboxOf(line);
  const close = pieces.filter((piece) =>
    near(piece, [box[0] - 0.01, box[1] - 0.01, box[2] + 0.01, box[3] + 0.01]),
  );
  const parts = [];
  let part = [line[0]];
  for (let i = 0; i < line.length - 1; i++) {
    const [a, b] = [line[i], line[i + 1]];
    const cuts = close
      .map(([c, d]) => crossing(a, b, c, d))
      .filter((t) => t !== null)
      .sort((x, y) => x - y);
    for (const t of cuts) {
      const point = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
      part.push(point);
      parts.push(part);
      part = [point];
    }
    part.push(b);
  }
  parts.push(part);
  return parts;
}

function nearestOn([a, b], point) {
  const k = Math.cos(point[1] * (Math.PI / 180));
  const [dx, dy] = [(b[0] - a[0]) * k, b[1] - a[1]];
  const t = ((point[0] - a[0]) * k * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy || 1);
  const s = Math.max(0, Math.min(1, t));
  return [a[0] + (b[0] - a[0]) * s, a[1] + (b[1] - a[1]) * s];
}

function leadOn(line, isLoose, pieces) {
  const extend = (end) => {
    const box = [end[0] - REACH, end[1] - REACH, end[0] + REACH, end[1] + REACH];
    let best = null;
    for (const piece of pieces) {
      if (!near(piece, box)) continue;
      const point = nearestOn(piece, end);
      if (!best || distance(point, end) < distance(best, end)) best = point;
    }
    return best && distance(best, end) < REACH && distance(best, end) > 1e-6 ? best : null;
  };
  const first = isLoose(line[0]) ? extend(line[0]) : null;
  const last = isLoose(line.at(-1)) ? extend(line.at(-1)) : null;
  return [...(first ? [first] : []), ...line, ...(last ? [last] : [])];
}

export function buildRegions(naturalEarth, borders, countries) {
  const wanted = naturalEarth.features.filter(
    ({ properties, geometry }) =>
      !LEFT_OUT.has(properties.adm0_a3) &&
      overlaps(bboxOf(geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2)), REGION),
  );
  const regions = wanted.map((region) => ({ ...region, properties: regionOf(region.properties) }));
  const topo = simplify(presimplify(topology({ regions: collection(regions) }, 1e6)), FINEST);
  const pieces = borderPieces(borders);

  const lines = [];
  for (const a3 of new Set(regions.map((region) => region.properties.a3))) {
    const country = countries.find(({ properties }) => properties.a3 === a3);
    const inner = meshArcs(
      topo,
      topo.objects.regions,
      (a, b) =>
        a.properties.a3 === a3 && b.properties.a3 === a3 && a.properties.name !== b.properties.name,
    );
    const chains = toFeature(topo, inner).geometry.coordinates;
    const own = chains
      .flatMap((line) => splitLine(line, REGION).inside)
      .flatMap((line) => cutAtBorders(line, pieces))
      .filter((line) => line.length > 1 && (!country || isMostlyInside(line, country.geometry)));

    const ends = new Map();
    const id = (point) => point.map((value) => value.toFixed(5)).join(' ');
    for (const line of own) {
      for (const point of line) ends.set(id(point), (ends.get(id(point)) ?? 0) + 1);
    }
    const isLoose = (point) => ends.get(id(point)) === 1;
    for (const line of own) lines.push(feature('LineString', leadOn(line, isLoose, pieces), {}));
  }
  return lines;
}

function isMostlyInside(line, geometry) {
  const i = Math.floor((line.length - 1) / 2);
  const middle = [(line[i][0] + line[i + 1][0]) / 2, (line[i][1] + line[i + 1][1]) / 2];
  return insideGeometry(middle, geometry);
}
