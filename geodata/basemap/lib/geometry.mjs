// Plane geometry in degrees, as much as the recipe needs and no more.

/** The region that is drawn in detail: [west, south, east, north]. */
export const REGION = [55, 24, 82, 46];

export const round = (value, step = 1000) => Math.round(value * step) / step;

export function bboxOf(points) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}

export const overlaps = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

export const within = ([x, y], [west, south, east, north]) =>
  x >= west && x <= east && y >= south && y <= north;

/** Signed area of a ring in square degrees, narrowed by the cosine of its latitude. */
export function ringArea(ring) {
  let sum = 0;
  let latitude = 0;
  for (let i = 0; i < ring.length - 1; i++) {
    sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    latitude += ring[i][1];
  }
  return (sum / 2) * Math.cos((latitude / Math.max(1, ring.length - 1)) * (Math.PI / 180));
}

/** How far a point lies outside a box, in degrees; 0 inside. */
export function distanceToBox([x, y], [west, south, east, north]) {
  const dx = Math.max(west - x, 0, x - east);
  const dy = Math.max(south - y, 0, y - north);
  return Math.hypot(dx, dy);
}

/** Distance in degrees with longitudes narrowed by latitude: good enough to compare neighbours. */
export function distance(a, b) {
  const k = Math.cos(((a[1] + b[1]) / 2) * (Math.PI / 180));
  return Math.hypot((a[0] - b[0]) * k, a[1] - b[1]);
}

export function insideRing([x, y], ring) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Whether a point is in a Polygon's or MultiPolygon's area. */
export function insideGeometry(point, geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.some(
    ([outer, ...holes]) =>
      insideRing(point, outer) && !holes.some((hole) => insideRing(point, hole)),
  );
}

/** The part of segment a-b inside the box as [t0, t1], or null (Liang-Barsky). */
function clipSegment(a, b, [west, south, east, north]) {
  let t0 = 0;
  let t1 = 1;
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const edges = [
    [-dx, a[0] - west],
    [dx, east - a[0]],
    [-dy, a[1] - south],
    [dy, north - a[1]],
  ];
  for (const [p, q] of edges) {
    if (p === 0) {
      if (q < 0) return null;
      continue;
    }
    const t = q / p;
    if (p < 0) t0 = Math.max(t0, t);
    else t1 = Math.min(t1, t);
    if (t0 > t1) return null;
  }
  return [t0, t1];
}

const along = (a, b, t) =>
  t <= 0 ? a : t >= 1 ? b : [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/**
 * Cuts a line at the edges of a box: `inside` are the pieces in the box, `outside` the rest. Both
 * end in the same points, so that the two files of the basemap meet without a gap.
 */
export function splitLine(line, box) {
  const inside = [];
  const outside = [];
  let current = null;
  const add = (list, from, to) => {
    if (current?.list === list) current.points.push(to);
    else {
      current = { list, points: [from, to] };
      list.push(current.points);
    }
  };
  for (let i = 0; i < line.length - 1; i++) {
    const [a, b] = [line[i], line[i + 1]];
    const cut = clipSegment(a, b, box);
    if (!cut || cut[0] === cut[1]) {
      add(outside, a, b);
      continue;
    }
    const [t0, t1] = cut;
    if (t0 > 0) add(outside, a, along(a, b, t0));
    add(inside, along(a, b, t0), along(a, b, t1));
    if (t1 < 1) add(outside, along(a, b, t1), b);
  }
  return { inside, outside };
}

/** One step of Sutherland-Hodgman: the ring's part on one side of a meridian or parallel. */
export function clipRing(ring, axis, limit, keepBelow) {
  const kept = (p) => (keepBelow ? p[axis] <= limit : p[axis] >= limit);
  const out = [];
  for (let i = 0; i < ring.length - 1; i++) {
    const [a, b] = [ring[i], ring[i + 1]];
    const t = (limit - a[axis]) / (b[axis] - a[axis]);
    const crossing = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
    crossing[axis] = limit;
    if (kept(a)) {
      out.push(a);
      if (!kept(b)) out.push(crossing);
    } else if (kept(b)) out.push(crossing);
  }
  if (out.length) out.push(out[0]);
  return out;
}

/** Where segments a-b and c-d cross, as a fraction of a-b, or null. */
export function crossing(a, b, c, d) {
  const denominator = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  if (denominator === 0) return null;
  const t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / denominator;
  const u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / denominator;
  return t > 0 && t < 1 && u >= 0 && u <= 1 ? t : null;
}

export const feature = (type, coordinates, properties = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});

export const collection = (features) => ({ type: 'FeatureCollection', features });
