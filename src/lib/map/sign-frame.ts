/** Where the signs of a window are in one frame, and which of them is at a point. */
import { copiesIn, mercator, toClip, toPixels, type MapView, type Point } from './projection';
import type { PlacedSign } from './signs';

/** A sign in a frame. */
export interface DrawnSign {
  readonly id: string;
  readonly icon: string;
  /** Its middle, in pixels of the map. */
  readonly x: number;
  readonly y: number;
  /** Radians clockwise from upright. */
  readonly angle: number;
  readonly opacity: number;
}

/** Half the side of the square in which a sign takes the pointer, in pixels. */
const reach = 16;

/** A step on the map that is small at any zoom. */
const ahead = 1e-6;

/** The direction on the screen of what heads for a bearing on the map. */
function angleOf(view: MapView, at: Point, here: Point, bearing: number): number {
  const rad = (bearing * Math.PI) / 180;
  const next = { x: at.x + Math.sin(rad) * ahead, y: at.y - Math.cos(rad) * ahead };
  const there = toPixels(view, toClip(view, next)) ?? here;
  return Math.atan2(there.x - here.x, here.y - there.y);
}

/** The signs that a view shows, in their order, on every copy of the world. */
export function drawnSigns(signs: readonly PlacedSign[], view: MapView): DrawnSign[] {
  const copies = copiesIn(view);
  const isNear = ({ x, y }: Point): boolean =>
    x > -reach && y > -reach && x < view.width + reach && y < view.height + reach;
  return signs.flatMap(({ id, icon, at, offset: [right, down], bearing, opacity = 1 }) => {
    const world = mercator(at);
    return copies.flatMap((copy): DrawnSign[] => {
      const there = { x: world.x + copy, y: world.y };
      const here = toPixels(view, toClip(view, there));
      if (!here) return [];
      const spot = { x: here.x + right, y: here.y + down };
      if (!isNear(spot)) return [];
      const angle = bearing === undefined ? 0 : angleOf(view, there, here, bearing);
      return [{ id, icon, ...spot, angle, opacity }];
    });
  });
}

/** The sign that is meant by a point: the nearest in reach, of equally near ones the topmost. */
export function signAt(signs: readonly DrawnSign[], { x, y }: Point): DrawnSign | undefined {
  let best: DrawnSign | undefined;
  let least = Infinity;
  for (const sign of signs) {
    const [dx, dy] = [Math.abs(sign.x - x), Math.abs(sign.y - y)];
    const off = Math.hypot(dx, dy);
    if (Math.max(dx, dy) > reach || off > least) continue;
    best = sign;
    least = off;
  }
  return best;
}
