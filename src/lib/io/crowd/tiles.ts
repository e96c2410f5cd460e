/** The records of some vector tiles: decoded, put together again where tiles cut them, and as columns. */
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { ColumnsBuilder, type Path } from '../../core/crowd/builder';
import { tileKey, type TileAddress } from '../../core/crowd/cover';
import { latOf, lonOf } from '../../core/crowd/fixed';
import { Titles } from '../../core/crowd/titles';
import type { Interval } from '../../core/span';
import { shown, type Problem } from '../problem';
import { spanIn } from './dates';
import type { TileData } from './protocol';
import type { RawRecord } from './record';
import { rolesOf, type Roles } from './roles';
import type { Habits, SessionSource } from './session';
import { shapeOf, type CrowdShape } from './shapes';
import type { KnownField, TileStats } from './tilestats';

/** The field that says from which layer a record is, where there are several. */
const layerField = 'layer';
const mostProblems = 100;

/** A record as one tile has it. */
interface Piece {
  readonly layer: string;
  /** The id of the tileset, where it has one. */
  readonly id?: number;
  /** What the pieces of one line or area have in common. */
  readonly identity?: string;
  readonly properties: ReadonlyMap<string, unknown>;
  readonly shape: CrowdShape;
}

/** A record, put together. */
interface Whole extends Piece {
  readonly number: number;
}

export class Tiles {
  readonly #name: string;
  readonly #stats: TileStats;
  #roles: Roles;
  #pieces: ReadonlyMap<string, readonly Piece[]> = new Map();
  #problems: Problem[] = [];
  /** The numbers of records without an id, which count downwards. */
  #numbers: ReadonlyMap<Piece | string, number> = new Map();
  #last = 0;
  #span: Interval | undefined;
  /** Categories with the values that were met so far. */
  #known: readonly KnownField[];

  constructor(name: string, stats: TileStats) {
    this.#name = name;
    this.#stats = stats;
    this.#roles = stats.roles;
    this.#span = stats.span;
    this.#known = stats.categories;
  }

  /** Takes new tiles in, and forgets those that are not among the keys. */
  keep(keys: readonly string[], fresh: readonly TileData[]): void {
    const pieces = new Map<string, readonly Piece[]>();
    this.#problems = [];
    const decoded = new Map(fresh.map((tile) => [tileKey(tile), this.#decode(tile)]));
    for (const key of keys) {
      const found = decoded.get(key) ?? this.#pieces.get(key);
      if (found) pieces.set(key, found);
    }
    this.#pieces = pieces;
  }

  #decode({ data, ...address }: TileData): readonly Piece[] {
    try {
      const tile = new VectorTile(new PbfReader(new Uint8Array(data)));
      return Object.values(tile.layers).flatMap((layer) =>
        Array.from({ length: layer.length }, (_, k) =>
          piecesOf(layer.feature(k), layer.name, address),
        ).flat(),
      );
    } catch (error) {
      this.#problems.push({
        file: this.#name,
        record: `tile ${tileKey(address)}`,
        found: error instanceof Error ? error.message : String(error),
        expected: 'a vector tile',
      });
      return [];
    }
  }

  /** What a session is made of; `before`: what the last one had. */
  source(before: Habits | undefined): SessionSource {
    const wholes = this.#wholes();
    if (this.#stats.fields.length === 0) {
      this.#roles = rolesOf(new Set(wholes.flatMap(({ properties }) => [...properties.keys()])));
    }
    const builder = new ColumnsBuilder(this.#known);
    const titles = new Titles();
    const numbers = new Float64Array(wholes.length);
    const problems = [...this.#problems];
    let found = problems.length;
    let undated = 0;
    for (const [k, whole] of wholes.entries()) {
      const { properties, shape, number } = whole;
      const { start, end } = this.#roles;
      const [from, to] = [start, end].map((name) => name && properties.get(name));
      const span = spanIn(from, to);
      if (!span) {
        undated++;
        const stated = [from, to].filter((value) => value !== undefined && value !== '');
        if (stated.length > 0) {
          found++;
          if (problems.length < mostProblems) {
            problems.push({
              file: this.#name,
              record: this.#titleOf(whole),
              field: start ?? end,
              found: shown(stated.join(' to ')),
              expected: 'a date or an EDTF interval',
            });
          }
        }
      }
      builder.push({ ...shape, span, properties });
      titles.push(this.#titleOf(whole).slice(0, 300));
      numbers[k] = number;
    }
    const columns = builder.finish();
    this.#known = columns.categories;
    if (columns.dated > 0) this.#span = joined(this.#span, columns.span);
    const report = {
      records: wholes.length,
      skipped: 0,
      undated,
      unplaced: 0,
      problems,
      found,
      roles: this.#roles,
    };
    return {
      file: this.#name,
      read: { columns, titles, numbers, report },
      recordOf: (entry) => wholes[entry] as RawRecord,
      originOf: (entry) => {
        const { id, layer } = wholes[entry] as Whole;
        return `${id === undefined ? 'Of' : `Record ${id} of`} the layer ${layer} of ${this.#name}`;
      },
      span: this.#span,
      before,
    };
  }

  #titleOf({ layer, id, properties }: Piece): string {
    const { title } = this.#roles;
    const named = title === undefined ? undefined : properties.get(title);
    if (typeof named === 'string' && named !== '') return named;
    return id === undefined ? `A record of ${layer}` : `Record ${id} of ${layer}`;
  }

  /** Points as they are; the pieces of lines and areas put together. */
  #wholes(): Whole[] {
    const wholes: Whole[] = [];
    const places = new Map<string, number>();
    const numbers = new Map<Piece | string, number>();
    const layers = new Set<string>();
    for (const pieces of this.#pieces.values()) {
      for (const piece of pieces) {
        layers.add(piece.layer);
        const key = piece.identity ?? piece;
        const place = piece.identity === undefined ? undefined : places.get(piece.identity);
        const whole = place === undefined ? undefined : wholes[place];
        if (place !== undefined && whole) {
          wholes[place] = { ...whole, shape: together(whole.shape, piece.shape) };
          continue;
        }
        const number = piece.id ?? this.#numbers.get(key) ?? --this.#last;
        if (number < 0) numbers.set(key, number);
        if (piece.identity !== undefined) places.set(piece.identity, wholes.length);
        wholes.push({ ...piece, number });
      }
    }
    this.#numbers = numbers;
    if (Math.max(layers.size, this.#stats.layers.length) < 2) return wholes;
    return wholes.map((whole) =>
      whole.properties.has(layerField)
        ? whole
        : { ...whole, properties: new Map([...whole.properties, [layerField, whole.layer]]) },
    );
  }
}

/** A feature of a tile; each point of its own, without those of the tile's margin. */
function piecesOf(feature: VectorTileFeature, layer: string, { z, x, y }: TileAddress): Piece[] {
  const { id, properties: members, extent } = feature;
  const known = {
    layer,
    ...(id !== undefined && id > 0 && Number.isSafeInteger(id) && { id }),
    // Members of their own only, in a Map: a member called __proto__ is one like any other.
    properties: new Map<string, unknown>(Object.entries(members)),
  };
  if (feature.type === 1) {
    const side = 2 ** (32 - z);
    return feature
      .loadGeometry()
      .flat()
      .filter((at) => at.x >= 0 && at.y >= 0 && at.x < extent && at.y < extent)
      .map((at) => ({
        ...known,
        shape: { position: [lonOf((x + at.x / extent) * side), latOf((y + at.y / extent) * side)] },
      }));
  }
  const shape = shapeOf(feature.toGeoJSON(x, y, z).geometry);
  if (!shape) return [];
  const identity = `${layer} ${known.id ?? JSON.stringify([...known.properties])}`;
  return [{ ...known, identity, shape }];
}

/** Two pieces as one shape: all their paths; of areas the place of the first. */
function together(one: CrowdShape, other: CrowdShape): CrowdShape {
  const paths: readonly Path[] = [...(one.paths ?? []), ...(other.paths ?? [])];
  return paths.length > 0 ? { ...one, paths } : one;
}

function joined(one: Interval | undefined, { from, to }: Interval): Interval {
  return one ? { from: Math.min(one.from, from), to: Math.max(one.to, to) } : { from, to };
}
