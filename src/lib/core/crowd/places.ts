/** Where many records are, so that those at a point are found at once: a packed R-tree. */
import Flatbush from 'flatbush';
import type { Columns } from './columns';
import { NOWHERE, type FixedBox } from './fixed';

export class Places {
  readonly #columns: Columns;
  readonly #tree: Flatbush | undefined;
  /** The row of each item of the tree: points first, then pieces of paths. */
  readonly #rows: Uint32Array;
  /** The first vertex of each piece. */
  readonly #vertices: Uint32Array;
  readonly #points: number;

  constructor(columns: Columns) {
    const { positions, paths, count } = columns;
    this.#columns = columns;
    const hasPath = new Uint8Array(count);
    for (const row of paths.rows) hasPath[row] = 1;
    const [rows, vertices]: [number[], number[]] = [[], []];
    for (let row = 0; row < count; row++) {
      const isPlaced = positions[row * 2] !== NOWHERE || positions[row * 2 + 1] !== NOWHERE;
      if (isPlaced && !hasPath[row]) rows.push(row);
    }
    this.#points = rows.length;
    for (const [path, row] of paths.rows.entries()) {
      const end = (paths.starts[path + 1] as number) - 1;
      for (let vertex = paths.starts[path] as number; vertex < end; vertex++) {
        rows.push(row);
        vertices.push(vertex);
      }
    }
    this.#rows = Uint32Array.from(rows);
    this.#vertices = Uint32Array.from(vertices);
    if (rows.length === 0) return;
    const tree = new Flatbush(rows.length, 16, Uint32Array);
    for (let item = 0; item < this.#points; item++) {
      const row = this.#rows[item] as number;
      tree.add(positions[row * 2] as number, positions[row * 2 + 1] as number);
    }
    for (const vertex of vertices) {
      const [x = 0, y = 0, toX = 0, toY = 0] = this.#piece(vertex);
      tree.add(Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY));
    }
    tree.finish();
    this.#tree = tree;
  }

  #piece(vertex: number): Uint32Array {
    return this.#columns.paths.positions.subarray(vertex * 2, vertex * 2 + 4);
  }

  /** Calls back with the row of each point in the box and of each piece that crosses it. */
  search(box: FixedBox, found: (row: number) => void): void {
    for (const half of halvesOf(box)) {
      const { west, north, east, south } = half;
      for (const item of this.#tree?.search(west, north, east, south) ?? []) {
        const vertex = item < this.#points ? undefined : this.#vertices[item - this.#points];
        const isHit = vertex === undefined || crosses(this.#piece(vertex), half);
        if (isHit) found(this.#rows[item] as number);
      }
    }
  }
}

/** A box across the antimeridian as the two that it is. */
function halvesOf(box: FixedBox): FixedBox[] {
  if (box.west <= box.east) return [box];
  return [
    { ...box, east: NOWHERE - 1 },
    { ...box, west: 0 },
  ];
}

/**
 * Whether a straight piece passes through a box (Liang and Barsky, 1984). One that goes around the
 * antimeridian is found by its ends only.
 */
function crosses(
  [x = 0, y = 0, toX = 0, toY = 0]: Uint32Array,
  { west, north, east, south }: FixedBox,
): boolean {
  const isAround = Math.abs(toX - x) > 2 ** 31;
  const [dx, dy] = isAround ? [0, 0] : [toX - x, toY - y];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, x - west],
    [dx, east - x],
    [-dy, y - north],
    [dy, south - y],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) enter = Math.max(enter, room / step);
    else leave = Math.min(leave, room / step);
  }
  return enter <= leave;
}
