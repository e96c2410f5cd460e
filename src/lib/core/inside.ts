/** Whether a point lies in an area. */
import type { MultiPolygon, Polygon, Position } from 'geojson';

/**
 * Whether a ray from the point to the east crosses the rings an odd number of times: inside, and not
 * in a hole. What lies on the border may be told either way.
 *
 * @param point longitude and latitude, as the area has them
 */
export function isInside([x = 0, y = 0]: Position, area: Polygon | MultiPolygon): boolean {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return polygons.some(
    (rings) => rings.filter((ring) => crossesOddly(ring, x, y)).length % 2 === 1,
  );
}

function crossesOddly(ring: readonly Position[], x: number, y: number): boolean {
  let odd = false;
  let [x0 = 0, y0 = 0] = ring.at(-1) ?? [];
  for (const [x1 = 0, y1 = 0] of ring) {
    if (y1 > y !== y0 > y && x < x1 + ((y - y1) * (x0 - x1)) / (y0 - y1)) odd = !odd;
    [x0, y0] = [x1, y1];
  }
  return odd;
}
