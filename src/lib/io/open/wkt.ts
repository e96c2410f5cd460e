/** Well-known text of geometries (OGC 06-103r4) to GeoJSON: the seven types, Z and M, EWKT's SRID. */
import type { Geometry, Position } from 'geojson';

const types: Readonly<Record<string, Exclude<Geometry['type'], 'GeometryCollection'>>> = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
};

const depths: Readonly<Record<string, number>> = {
  POINT: 0,
  MULTIPOINT: 1,
  LINESTRING: 1,
  MULTILINESTRING: 2,
  POLYGON: 2,
  MULTIPOLYGON: 3,
};

/** Whether a text begins as well-known text does. */
export function isWkt(text: string): boolean {
  return /^\s*(?:SRID=\d+;\s*)?(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\s*(?:Z|M|ZM)?\s*(?:\(|EMPTY)|^\s*GEOMETRYCOLLECTION/i.test(
    text,
  );
}

/** Reads a geometry; undefined where the text is not one. Coordinates are still to be checked. */
export function parseWkt(text: string): Geometry | undefined {
  const scan = new Scan(text.trim().replace(/^SRID=\d+;\s*/i, ''));
  const geometry = scan.geometry(0);
  return geometry && scan.atEnd ? geometry : undefined;
}

/** Writes a geometry that `parseWkt` reads back; heights are left out. */
export function formatWkt(geometry: Geometry): string {
  if (geometry.type === 'GeometryCollection') {
    return `GEOMETRYCOLLECTION (${geometry.geometries.map(formatWkt).join(', ')})`;
  }
  const { type, coordinates } = geometry;
  const listed = depths[type.toUpperCase()] === 0 ? [coordinates as Position] : coordinates;
  return `${type.toUpperCase()} ${nestedText(listed as Nested[])}`;
}

function nestedText(items: readonly Nested[]): string {
  const texts = items.map((item) =>
    typeof item[0] === 'number' ? item.slice(0, 2).join(' ') : nestedText(item as Nested[]),
  );
  return `(${texts.join(', ')})`;
}

type Nested = Position | Nested[];

class Scan {
  #index = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#take(/\s*/y) !== undefined && this.#index === this.#text.length;
  }

  #take(token: RegExp): string | undefined {
    token.lastIndex = this.#index;
    const match = token.exec(this.#text);
    if (match) this.#index = token.lastIndex;
    return match?.[0];
  }

  #skip(char: string): boolean {
    this.#take(/\s*/y);
    if (this.#text[this.#index] !== char) return false;
    this.#index++;
    return true;
  }

  geometry(level: number): Geometry | undefined {
    this.#take(/\s*/y);
    const tag =
      this.#take(/[A-Za-z]+/y)
        ?.toUpperCase()
        .replace(/(?<=[TNGH])(?:ZM|Z|M)$/, '') ?? '';
    this.#take(/\s*(?:ZM|Z|M)\b/iy);
    if (tag === 'GEOMETRYCOLLECTION') {
      if (level > 8) return undefined;
      const geometries = this.#list(() => this.geometry(level + 1));
      return geometries && { type: 'GeometryCollection', geometries };
    }
    const type = types[tag];
    if (type === undefined) return undefined;
    const depth = depths[tag] ?? 0;
    const coordinates =
      depth === 0
        ? this.#list(() => this.#position())?.[0]
        : this.#nested(depth, tag === 'MULTIPOINT');
    return coordinates && ({ type, coordinates } as Geometry);
  }

  #nested(depth: number, loose: boolean): Nested[] | undefined {
    return this.#list((): Nested | undefined => {
      if (depth > 1) return this.#nested(depth - 1, false);
      // MULTIPOINT ((1 2), (3 4)) and MULTIPOINT (1 2, 3 4) are both in use.
      if (!loose || !this.#skip('(')) return this.#position();
      const position = this.#position();
      return this.#skip(')') ? position : undefined;
    });
  }

  #list<T>(item: () => T | undefined): T[] | undefined {
    if (this.#take(/\s*EMPTY/iy) !== undefined || !this.#skip('(')) return undefined;
    const items: T[] = [];
    do {
      const next = item();
      if (next === undefined) return undefined;
      items.push(next);
    } while (this.#skip(','));
    return this.#skip(')') ? items : undefined;
  }

  #position(): Position | undefined {
    const text = this.#take(/(?:\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?){2,4}/y);
    return text?.trim().split(/\s+/).map(Number);
  }
}
