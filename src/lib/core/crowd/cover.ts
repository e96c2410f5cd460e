/** The tiles of a tileset that a view needs, in the scheme of Web Mercator (z/x/y, y from the north). */
import { fixedY } from './fixed';

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export const tileKey = ({ z, x, y }: TileAddress): string => `${z}/${x}/${y}`;

/** A view of more tiles than this is shown by those of a lower zoom. */
export const mostTiles = 32;

/**
 * The tiles of a zoom that cover a box of west, south, east and north in degrees, or of a lower one
 * (down to `least`) where that would be too many; the innermost, where even that is.
 */
export function coverOf(
  [west, south, east, north]: readonly [number, number, number, number],
  zoom: number,
  least: number,
): TileAddress[] {
  for (let z = Math.max(least, zoom); ; z--) {
    const side = 2 ** z;
    const column = (lon: number): number => Math.floor(((lon + 180) / 360) * side);
    const row = (lat: number): number => Math.floor((fixedY(lat) / 2 ** 32) * side);
    const [left, top, bottom] = [column(west), row(north), row(south)];
    // An edge that lies on a tile's own does not need the next one.
    const right = Math.min(
      left + side - 1,
      Math.max(left, Math.ceil(((east + 180) / 360) * side) - 1),
    );
    const count = (right - left + 1) * (bottom - top + 1);
    if (count > mostTiles && z > least) continue;
    const tiles: TileAddress[] = [];
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) tiles.push({ z, x: ((x % side) + side) % side, y });
    }
    if (count <= mostTiles) return tiles;
    const away = ({ x, y }: TileAddress): number => {
      const across = Math.abs(x + 0.5 - (left + right + 1) / 2);
      return Math.min(across, side - across) + Math.abs(y + 0.5 - (top + bottom + 1) / 2);
    };
    return tiles.sort((a, b) => away(a) - away(b)).slice(0, mostTiles);
  }
}
