/** A GeoJSON geometry as the crowd draws it: a position, and paths where it is a line. */
import type { Path } from '../../core/crowd/builder';
import { momentIn } from './dates';

export interface CrowdShape {
  readonly position: readonly [number, number];
  readonly paths?: readonly Path[];
}

type Members = Readonly<Record<string, unknown>>;

const isPair = (value: unknown): value is [number, number] =>
  Array.isArray(value) &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number' &&
  // JSON's 1e999 is Infinity.
  Number.isFinite(value[0]) &&
  Math.abs(value[1]) <= 90;

/** Where and how a geometry is drawn; undefined where it has no position that can be. */
export function shapeOf(geometry: unknown, times?: unknown): CrowdShape | undefined {
  if (typeof geometry !== 'object' || geometry === null) return undefined;
  const { type, coordinates, geometries } = geometry as Members;
  if (type === 'Point') return isPair(coordinates) ? { position: pair(coordinates) } : undefined;
  if (type === 'LineString') return lines([coordinates], [times]);
  if (type === 'MultiLineString') {
    return Array.isArray(coordinates)
      ? lines(coordinates, Array.isArray(times) ? (times as unknown[]) : [])
      : undefined;
  }
  if (type === 'GeometryCollection') {
    return Array.isArray(geometries) ? shapeOf(geometries[0], times) : undefined;
  }
  const positions = [...pairsIn(coordinates)];
  return positions.length > 0 ? { position: middleOf(positions) } : undefined;
}

const pair = ([lon, lat]: readonly number[]): [number, number] => [lon ?? NaN, lat ?? NaN];

function lines(all: readonly unknown[], times: readonly unknown[]): CrowdShape | undefined {
  const paths: Path[] = [];
  for (const [k, line] of all.entries()) {
    if (!Array.isArray(line) || !line.every(isPair) || line.length < 2) continue;
    const stated: unknown = times[k];
    const moments =
      Array.isArray(stated) && stated.length === line.length ? stated.map(momentIn) : undefined;
    const isTimed = moments?.every(
      (moment, n) => Number.isFinite(moment) && (n === 0 || moment >= (moments[n - 1] ?? NaN)),
    );
    paths.push({ coordinates: line.flatMap(pair), ...(isTimed && { times: moments }) });
  }
  const [first] = paths;
  if (!first) return undefined;
  const middle = Math.floor(first.coordinates.length / 4) * 2;
  return { position: pair(first.coordinates.slice(middle, middle + 2)), paths };
}

/** All positions of nested coordinates. */
function* pairsIn(value: unknown): Generator<[number, number]> {
  if (isPair(value)) yield pair(value);
  else if (Array.isArray(value)) for (const part of value) yield* pairsIn(part);
}

/** The middle of the box of some positions. */
function middleOf(positions: readonly (readonly [number, number])[]): [number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [(west + east) / 2, (south + north) / 2];
}
