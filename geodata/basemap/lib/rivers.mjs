// Rivers: GSHHG's lines with names, plus two that need care.
//
// GSHHG has no names, so inputs/rivers.json says for each river between which points it flows and
// the shortest way through the network is given the name. Where a river is a border (Panj, upper
// Amu Darya) its line is the border line, or the two would run side by side. The Obikhingou is in no
// source and was traced by hand.
import { readFileSync } from 'node:fs';
import { REGION, distance, feature, within } from './geometry.mjs';

/** GSHHG's classes: 0 to 4 flow all year; 5 to 7 do not always; 10 and more are canals. */
const LOWEST_PERMANENT = 4;
const INTERMITTENT = 6;
/** How near two of GSHHG's line ends must be to be one place, in degrees. Border lines meet exactly. */
const SAME_PLACE = 0.012;
/** How wide a gap may be that a named river is led across. */
const BRIDGE = 0.12;
const EXACTLY = 1e-6;

const lengthOf = (line) =>
  line.slice(1).reduce((sum, point, i) => sum + distance(line[i], point), 0);

function readInput(name) {
  return JSON.parse(readFileSync(new URL(`../inputs/${name}`, import.meta.url), 'utf8'));
}

/** Finds the place already known near a point, by a grid of cells as wide as the tolerance. */
function placeFinder(tolerance) {
  const cells = new Map();
  const cellOf = ([x, y], dx = 0, dy = 0) =>
    `${Math.floor(x / tolerance) + dx} ${Math.floor(y / tolerance) + dy}`;
  return {
    find(point) {
      for (const dx of [0, -1, 1]) {
        for (const dy of [0, -1, 1]) {
          const place = cells
            .get(cellOf(point, dx, dy))
            ?.find((known) => distance(known.point, point) <= tolerance);
          if (place) return place;
        }
      }
      return undefined;
    },
    add(place) {
      const cell = cellOf(place.point);
      cells.set(cell, [...(cells.get(cell) ?? []), place]);
      return place;
    },
  };
}

/**
 * Cuts lines where another line ends on one of their vertices, so that the network has nodes, and at
 * the vertex nearest to each place where a name begins or ends.
 */
function cutAtJunctions(segments, places, tolerance) {
  const ends = placeFinder(tolerance);
  const vertices = segments.flatMap(({ line }) => line);
  for (const place of places) {
    const nearer = (a, b) => (distance(b, place) < distance(a, place) ? b : a);
    ends.add({ point: vertices.reduce(nearer) });
  }
  for (const { line } of segments) {
    ends.add({ point: line[0] });
    ends.add({ point: line.at(-1) });
  }
  return segments.flatMap((segment) => {
    const pieces = [];
    const last = segment.line.length - 1;
    const isFree = (i) =>
      distance(segment.line[i], segment.line[0]) > tolerance &&
      distance(segment.line[i], segment.line[last]) > tolerance;
    let start = 0;
    for (let i = 1; i <= last; i++) {
      if (i === last || (isFree(i) && ends.find(segment.line[i]))) {
        pieces.push({ ...segment, line: segment.line.slice(start, i + 1) });
        start = i;
      }
    }
    return pieces;
  });
}

function networkOf(segments, tolerance) {
  const places = placeFinder(tolerance);
  const nodes = [];
  // The same point must always lead to the same node, also when a nearer one comes up later.
  const nodeOf = new Map();
  const nodeAt = (point) => {
    const exact = point.join(' ');
    if (!nodeOf.has(exact)) {
      const known = places.find(point);
      if (!known) nodes.push(places.add({ point, edges: [] }));
      nodeOf.set(exact, known ?? nodes.at(-1));
    }
    return nodeOf.get(exact);
  };
  for (const segment of segments) {
    const [a, b] = [nodeAt(segment.line[0]), nodeAt(segment.line.at(-1))];
    const length = lengthOf(segment.line);
    a.edges.push({ segment, to: b, length, reversed: false });
    b.edges.push({ segment, to: a, length, reversed: true });
  }
  return nodes;
}

/** Lets a named river cross the gaps that the source leaves at lakes and between its bins. */
function bridgeGaps(nodes) {
  for (const node of nodes.filter(({ edges }) => edges.length === 1)) {
    for (const to of nodes) {
      const gap = distance(node.point, to.point);
      if (to === node || gap > BRIDGE) continue;
      const segment = { level: 0, line: [node.point, to.point] };
      node.edges.push({ segment, to, length: gap * 4, reversed: false });
      to.edges.push({ segment, to: node, length: gap * 4, reversed: true });
    }
  }
  return nodes;
}

const nearestNode = (nodes, point) =>
  nodes.reduce((best, node) =>
    distance(node.point, point) < distance(best.point, point) ? node : best,
  );

/** Dijkstra, plain: the network has two thousand edges. */
function shortestWay(nodes, from, to) {
  const best = new Map([[from, { length: 0, edges: [] }]]);
  const open = new Set([from]);
  while (open.size) {
    const node = [...open].reduce((a, b) => (best.get(b).length < best.get(a).length ? b : a));
    if (node === to) return best.get(node).edges;
    open.delete(node);
    for (const edge of node.edges) {
      const length = best.get(node).length + edge.length;
      if (length < (best.get(edge.to)?.length ?? Infinity)) {
        best.set(edge.to, { length, edges: [...best.get(node).edges, edge] });
        open.add(edge.to);
      }
    }
  }
  return null;
}

const joined = (edges) =>
  edges.flatMap(({ segment, reversed }, i) => {
    const line = reversed ? [...segment.line].reverse() : segment.line;
    return i ? line.slice(1) : line;
  });

/** Border lines of the given pairs as one chain from one place to another. */
function alongBorder({ along, from, to }, borders) {
  const lines = borders.filter(({ properties }) => along.includes(properties.pair));
  const stretches = lines.flatMap((line) => pairsOf(line.geometry.coordinates));
  const nodes = bridgeGaps(networkOf(stretches, EXACTLY));
  const way = shortestWay(nodes, nearestNode(nodes, from), nearestNode(nodes, to));
  if (!way) throw new Error(`no border line leads from ${from} to ${to}`);
  return joined(way);
}

/** Every stretch between two vertices, so that a chain can begin at any of them. */
const pairsOf = (line) => line.slice(1).map((point, i) => ({ line: [line[i], point] }));

function thin(line, tolerance) {
  // Douglas-Peucker, to bring GSHHG's stairs down to what the eye sees at zoom 8.
  if (line.length < 3) return line;
  const [a, b] = [line[0], line.at(-1)];
  const span = distance(a, b) || 1e-9;
  let worst = 0;
  let at = 0;
  for (let i = 1; i < line.length - 1; i++) {
    const p = line[i];
    const off =
      Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / span ||
      distance(a, p);
    if (off > worst) [worst, at] = [off, i];
  }
  if (worst < tolerance) return [a, b];
  return [
    ...thin(line.slice(0, at + 1), tolerance).slice(0, -1),
    ...thin(line.slice(at), tolerance),
  ];
}

/** Cuts the corners of a hand-drawn line (Chaikin), keeping its ends. */
function rounded(line, times = 2) {
  if (times === 0 || line.length < 3) return line;
  const out = [line[0]];
  for (let i = 0; i < line.length - 1; i++) {
    const [[ax, ay], [bx, by]] = [line[i], line[i + 1]];
    if (i > 0) out.push([ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25]);
    if (i < line.length - 2) out.push([ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75]);
  }
  return rounded([...out, line.at(-1)], times - 1);
}

/** Calm lines for the names to run along: on a river's true bends no letter would find a place. */
export function buildRiverNames(rivers) {
  return rivers
    .filter(({ properties, geometry }) => properties.name && lengthOf(geometry.coordinates) > 0.3)
    .map(({ properties: { name, rank }, geometry }) =>
      feature('LineString', rounded(thin(geometry.coordinates, 0.045)), { name, rank }),
    );
}

/** Leads a line's first point on to the nearest vertex of another river, if one is near. */
function mouthAt(line, others, reach = 0.15) {
  const nearest = others
    .flat()
    .reduce((a, b) => (distance(b, line[0]) < distance(a, line[0]) ? b : a));
  return distance(nearest, line[0]) < reach ? [nearest, ...line] : line;
}

export function buildRivers(segments, borders) {
  const table = readInput('rivers.json');
  const flowing = cutAtJunctions(
    segments.filter(({ level }) => level <= INTERMITTENT),
    table.flatMap(({ paths = [] }) => paths.flat()),
    SAME_PLACE,
  );
  const nodes = bridgeGaps(networkOf(flowing, SAME_PLACE));
  const named = new Set();
  const rivers = [];
  const borderRivers = [];
  // Rivers in the table come after the border rivers that they flow into.
  const mouth = (line) => (borderRivers.length ? mouthAt(line, borderRivers) : line);
  for (const river of table) {
    const { name, rank, paths = [], acrossLakes = [] } = river;
    if (river.along) {
      const line = alongBorder(river, borders);
      borderRivers.push(line);
      rivers.push(feature('LineString', line, { name, rank, border: true }));
    }
    // The source stops at reservoirs. These lines lie under the lake.
    for (const line of acrossLakes) rivers.push(feature('LineString', line, { rank }));
    for (const [from, to] of paths) {
      const [start, end] = [nearestNode(nodes, from), nearestNode(nodes, to)];
      const way = shortestWay(nodes, start, end);
      if (!way?.length) throw new Error(`inputs/rivers.json: no way for ${name}, ${from} to ${to}`);
      for (const edge of way) named.add(edge.segment);
      rivers.push(feature('LineString', mouth(thin(joined(way), 0.002)), { name, rank }));
    }
  }

  const vakhsh = rivers
    .filter(({ properties }) => ['Vakhsh', 'Surkhob'].includes(properties.name))
    .map(({ geometry }) => geometry.coordinates);
  const [obikhingou] = readInput('obikhingou.geojson').features;
  rivers.push(
    feature('LineString', mouthAt(rounded(obikhingou.geometry.coordinates), vakhsh), {
      name: 'Obikhingou',
      rank: 2,
    }),
  );

  // A stretch of GSHHG that shadows a border river is dropped: the border has taken its place.
  const border = borderRivers.flat();
  const shadows = (line) => {
    const middle = line[Math.floor(line.length / 2)];
    return border.some((point) => distance(point, middle) < 0.035);
  };
  for (const segment of flowing) {
    if (named.has(segment) || segment.level > LOWEST_PERMANENT) continue;
    if (!segment.line.some((point) => within(point, REGION)) || shadows(segment.line)) continue;
    rivers.push(
      feature('LineString', thin(segment.line, 0.006), { rank: segment.level <= 2 ? 3 : 4 }),
    );
  }
  return rivers;
}
