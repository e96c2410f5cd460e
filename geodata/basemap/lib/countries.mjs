// Countries, coasts and borders, all from one topology, so that lines and areas agree everywhere.
//
// The source is OpenStreetMap's coastline and country areas at 250 m. It is kept nearly whole in
// the region and generalised more and more away from it, in one pass: where the fine part ends,
// the coarse part goes on from the same vertex, and no line is doubled.
import { topology } from 'topojson-server';
import { feature as toFeature, mergeArcs } from 'topojson-client';
import { filter, filterWeight, presimplify, simplify } from 'topojson-simplify';
import {
  REGION,
  bboxOf,
  clipRing,
  collection,
  distanceToBox,
  feature,
  insideGeometry,
  ringArea,
  splitLine,
  within,
} from './geometry.mjs';

/** Where the story is dense. The generalisation sets in beyond. */
const CORE = [65, 31.5, 75.5, 43];
/** Smallest triangle that a vertex must span to stay, in square degrees, inside the core. */
const FINEST = 3e-6;
/** How much coarser the far side of the world is, and over how many degrees that builds up. */
const COARSENESS = 4000;
const RAMP = 18;
/** Smallest island inside the core, in square degrees. The smallest exclave is larger. */
const SMALLEST_RING = 5e-5;

/** States of 1991-2007 that have since come apart. */
const UNDIVIDED = { SSD: 'SDN', XKX: 'SRB' };

const EXCLAVES = [
  { name: 'Sokh', of: 'UZB', at: [71.1, 39.96] },
  { name: 'Shohimardon', of: 'UZB', at: [71.8, 39.98] },
  { name: 'Chong-Qora', of: 'UZB', at: [71.04, 40.25] },
  { name: 'Jangayl', of: 'UZB', at: [71.65, 40.2] },
  { name: 'Vorukh', of: 'TJK', at: [70.58, 39.85] },
  { name: 'Sarvan', of: 'TJK', at: [70.55, 40.99] },
  { name: 'Barak', of: 'KGZ', at: [72.77, 40.67] },
];

/** Where a border is a line of control or runs through claimed land: drawn as such. */
const CEASEFIRE = [
  { pair: 'IND-PAK', box: [73.6, 32.9, 77.9, 35.6] },
  { pair: 'CHN-IND', box: [77.5, 32.4, 80.5, 36] },
];

const coarseness = (point) => {
  const t = Math.min(1, distanceToBox(point, CORE) / RAMP);
  return COARSENESS ** t;
};

/** Splits Antarctica at Greenwich and ends it where Mercator does: no ring spans the whole map. */
function tameAntarctica(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const coordinates = polygons
    .flatMap(([outer]) => {
      const northern = clipRing(outer, 1, -85, false);
      if (northern.length < 4) return [];
      return [clipRing(northern, 0, 0, true), clipRing(northern, 0, 0, false)];
    })
    .filter((ring) => ring.length > 3)
    .map((ring) => [ring]);
  return { type: 'MultiPolygon', coordinates };
}

function triangleWeight([a, b, c]) {
  const area = Math.abs((a[0] - c[0]) * (b[1] - a[1]) - (a[0] - b[0]) * (c[1] - a[1])) / 2;
  const narrowing = Math.max(0.2, Math.cos(b[1] * (Math.PI / 180)));
  return (area * narrowing) / coarseness(b);
}

function generalise(countries) {
  const input = countries.features.map((country) => {
    const { A3 } = country.properties;
    const geometry = A3 === 'ATA' ? tameAntarctica(country.geometry) : country.geometry;
    return { ...country, geometry, properties: { a3: UNDIVIDED[A3] ?? A3 } };
  });
  const whole = topology({ countries: collection(input) });
  const isLargeEnough = (ring) => Math.abs(ringArea(ring)) / coarseness(ring[0]) > SMALLEST_RING;
  const large = filter(
    whole,
    filterWeight(whole, 1, (ring) => (isLargeEnough(ring) ? 1 : 0)),
  );
  return simplify(presimplify(large, triangleWeight), FINEST);
}

/** Who lies on which side of every arc. A border has one owner each way, a coast only one. */
function sidesOfArcs(topo) {
  const sides = topo.arcs.map(() => ({ forward: new Set(), backward: new Set() }));
  for (const country of topo.objects.countries.geometries) {
    for (const arc of (country.arcs ?? []).flat(3)) {
      if (arc < 0) sides[~arc].backward.add(country.properties.a3);
      else sides[arc].forward.add(country.properties.a3);
    }
  }
  return sides;
}

/**
 * Two neighbours do not always share their vertices: for a few kilometres each has an arc of its
 * own between the same two points of the border. One of the two then stands for the border, the other
 * for nothing. Longer pairs are islands that two states share, with a coast each.
 */
function twinArcs(topo, sides) {
  const LONGEST = 0.5;
  const twins = new Map();
  const waiting = new Map();
  topo.arcs.forEach((arc, index) => {
    const owners = [...sides[index].forward, ...sides[index].backward];
    const [x0, y0, x1, y1] = bboxOf(arc);
    if (owners.length !== 1 || x1 - x0 > LONGEST || y1 - y0 > LONGEST) return;
    const ends = [arc[0], arc.at(-1)].map(([x, y]) => `${x} ${y}`).sort();
    if (ends[0] === ends[1]) return;
    const key = ends.join(' ');
    const other = waiting.get(key);
    if (other && other.owner !== owners[0]) {
      twins.set(other.index, { kind: 'country', pair: [other.owner, owners[0]].sort().join('-') });
      twins.set(index, null);
    } else waiting.set(key, { index, owner: owners[0] });
  });
  return twins;
}

const isEdgeOfTheMap = (a, b) =>
  (Math.abs(a[0]) > 179.99 && Math.abs(b[0]) > 179.99) ||
  (a[1] <= -84.9 && b[1] <= -84.9) ||
  (a[0] === 0 && b[0] === 0 && a[1] < -60);

/** Cuts out what is only an edge of the projection. */
function realCoast(line) {
  const pieces = [];
  let piece = null;
  for (let i = 0; i < line.length - 1; i++) {
    if (isEdgeOfTheMap(line[i], line[i + 1])) piece = null;
    else if (piece) piece.push(line[i + 1]);
    else pieces.push((piece = [line[i], line[i + 1]]));
  }
  return pieces;
}

const exclaveAt = (line) => {
  const box = bboxOf(line);
  const grown = [box[0] - 0.05, box[1] - 0.05, box[2] + 0.05, box[3] + 0.05];
  return EXCLAVES.find((exclave) => within(exclave.at, grown));
};

/** Decides what an arc is to a reader of the map. */
function classify(line, { forward, backward }, areas) {
  const others = [...forward, ...backward];
  if (forward.size && backward.size) {
    const pair = [[...forward][0], [...backward][0]].sort();
    return pair[0] === pair[1] ? null : { kind: 'country', pair: pair.join('-') };
  }
  // One owner only: a coast, unless the land goes on beyond it as somebody else's.
  const middle = line[Math.floor(line.length / 2)];
  const host = areas.find(
    ({ a3, box, geometry }) =>
      !others.includes(a3) && within(middle, box) && insideGeometry(middle, geometry),
  );
  if (!host) return { kind: 'coast' };
  const exclave = within(middle, REGION) && line.length > 3 ? exclaveAt(line) : undefined;
  if (exclave && others.includes(exclave.of)) return { kind: 'enclave', name: exclave.name };
  return null;
}

/** Marks the stretch of a border that was a cease-fire line. */
function withCeasefire(line, pair) {
  const special = CEASEFIRE.find((entry) => entry.pair === pair);
  if (!special) return [{ kind: 'country', line }];
  const { inside, outside } = splitLine(line, special.box);
  return [
    ...inside.map((piece) => ({ kind: 'ceasefire', line: piece })),
    ...outside.map((piece) => ({ kind: 'country', line: piece })),
  ];
}

export function buildCountries(source) {
  const topo = generalise(source);
  const sides = sidesOfArcs(topo);
  const twins = twinArcs(topo, sides);

  const byCountry = groupByA3(topo.objects.countries.geometries);
  const countries = [];
  for (const [a3, geometries] of byCountry) {
    const kept = geometries.filter((geometry) => geometry.arcs?.length);
    if (!kept.length) continue;
    const merged = kept.length > 1 ? mergeArcs(topo, kept) : kept[0];
    const { geometry } = toFeature(topo, { ...merged, properties: {} });
    countries.push({ type: 'Feature', properties: { a3 }, geometry });
  }

  const areas = topo.objects.countries.geometries
    .filter((geometry) => geometry.arcs?.length)
    .map((geometry) => {
      const decoded = toFeature(topo, geometry).geometry;
      const rings =
        decoded.type === 'Polygon'
          ? [decoded.coordinates[0]]
          : decoded.coordinates.map((polygon) => polygon[0]);
      return { a3: geometry.properties.a3, box: bboxOf(rings.flat()), geometry: decoded };
    });

  const coast = [];
  const worldBorders = [];
  const regionBorders = [];
  topo.arcs.forEach((arc, index) => {
    const line = arc.map(([x, y]) => [x, y]);
    if (line.length < 2 || (!sides[index].forward.size && !sides[index].backward.size)) return;
    const what = twins.has(index) ? twins.get(index) : classify(line, sides[index], areas);
    if (!what) return;
    if (what.kind === 'coast') {
      coast.push(...realCoast(line));
    } else if (what.kind === 'enclave') {
      regionBorders.push(feature('LineString', line, { kind: 'enclave', name: what.name }));
    } else {
      for (const piece of withCeasefire(line, what.pair)) {
        const { inside, outside } = splitLine(piece.line, REGION);
        const properties = { kind: piece.kind, pair: what.pair };
        regionBorders.push(...inside.map((part) => feature('LineString', part, properties)));
        worldBorders.push(
          ...outside.map((part) => feature('LineString', part, { kind: piece.kind })),
        );
      }
    }
  });

  return { countries, coast, worldBorders, regionBorders };
}

function groupByA3(geometries) {
  const groups = new Map();
  for (const geometry of geometries) {
    const { a3 } = geometry.properties;
    groups.set(a3, [...(groups.get(a3) ?? []), geometry]);
  }
  return groups;
}
