/** A PMTiles archive (version 3) of vector tiles: opened, looked at, and read tile by tile. */
import { Compression, FileSource, PMTiles, TileType, type Header } from 'pmtiles';
import { tileKey, type TileAddress } from '../../core/crowd/cover';
import { NotOpened } from '../open/limits';
import { creditsOf, plainText, type Credit } from './credits';
import { RangeSource } from './ranges';
import { statsOf, type TileStats } from './tilestats';

/** What a tileset says of itself. */
export interface Archive {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly credits: readonly Credit[];
  readonly minZoom: number;
  readonly maxZoom: number;
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number];
  readonly stats: TileStats;
  /** The bytes of a tile; undefined where the tileset has none there. @throws NotOpened */
  readonly tile: (address: TileAddress, signal?: AbortSignal) => Promise<ArrayBuffer | undefined>;
}

/** @throws NotOpened, for the reader, where it is no tileset that can be shown */
export async function openArchive(
  from: File | string,
  { signal, fetcher }: { readonly signal?: AbortSignal; readonly fetcher?: typeof fetch } = {},
): Promise<Archive> {
  const name = typeof from === 'string' ? from : from.name;
  const source = typeof from === 'string' ? new RangeSource(from, fetcher) : new FileSource(from);
  let tiles = new PMTiles(source);

  /** Any trouble with the archive as a sentence about it. */
  async function reading<T>(what: string, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      // What it remembers of a failure must not outlive it.
      tiles = new PMTiles(source);
      if (error instanceof NotOpened || signal?.aborted) throw error;
      const why = error instanceof Error ? error.message : String(error);
      throw new NotOpened(
        `${name} cannot be read as a PMTiles archive: its ${what} is broken (${why}).`,
      );
    }
  }

  const header = await reading('header', () => tiles.getHeader());
  signal?.throwIfAborted();
  check(name, header);
  const metadata = await reading('metadata', () => tiles.getMetadata());
  signal?.throwIfAborted();
  const stats = statsOf(metadata);
  if (stats.fields.length > 0 && !stats.roles.start && !stats.roles.end) {
    throw new NotOpened(
      `${name} has no dates: its records have the fields ${listed(stats.fields)}; expected one called start or end, date or year. Make the tileset again and keep those of the data.`,
    );
  }
  const said = (key: string): string | undefined => {
    const value: unknown = typeof metadata === 'object' && metadata && Reflect.get(metadata, key);
    return typeof value === 'string' ? plainText(value).slice(0, 1000) || undefined : undefined;
  };
  const attribution: unknown =
    typeof metadata === 'object' && metadata && Reflect.get(metadata, 'attribution');
  return {
    name,
    title: said('name'),
    description: said('description'),
    credits: typeof attribution === 'string' ? creditsOf(attribution) : [],
    minZoom: header.minZoom,
    maxZoom: header.maxZoom,
    bounds: boundsOf(header),
    stats,
    tile: (address, aborted) =>
      reading(`tile ${tileKey(address)}`, async () => {
        const { z, x, y } = address;
        return (await tiles.getZxy(z, x, y, aborted))?.data;
      }),
  };
}

const listed = (names: readonly string[]): string =>
  names.length > 12 ? `${names.slice(0, 12).join(', ')} and others` : names.join(', ');

/** Whether it holds what can be shown here. */
function check(name: string, { tileType, tileCompression, internalCompression, ...zooms }: Header) {
  const isPacked = [tileCompression, internalCompression].find(
    (one) => one === Compression.Brotli || one === Compression.Zstd,
  );
  if (tileType !== TileType.Mvt && tileType !== TileType.Unknown) {
    const kind = TileType[tileType]?.toUpperCase() ?? `type ${tileType}`;
    throw new NotOpened(
      tileType === TileType.Mlt
        ? `${name} has MapLibre tiles (MLT), which cannot be read here yet. Make it with Mapbox vector tiles (MVT), as tippecanoe does.`
        : `${name} is a raster tileset (${kind}): pictures without records or dates. A vector tileset (MVT) can be opened, as tippecanoe makes it.`,
    );
  }
  if (isPacked !== undefined) {
    throw new NotOpened(
      `${name} is compressed with ${Compression[isPacked]}, which a browser cannot unpack. Make it with gzip, as tippecanoe does.`,
    );
  }
  if (zooms.maxZoom > 24 || zooms.minZoom > zooms.maxZoom) {
    throw new NotOpened(
      `${name} cannot be read as a PMTiles archive: its header has zooms ${zooms.minZoom} to ${zooms.maxZoom}, expected 0 to 24.`,
    );
  }
}

/** The bounds of the header, or the world where they are none. */
function boundsOf({ minLon, minLat, maxLon, maxLat }: Header): Archive['bounds'] {
  const isBox =
    minLon <= maxLon && minLat <= maxLat && Math.abs(minLat) <= 90 && Math.abs(maxLat) <= 90;
  const isStated = [minLon, minLat, maxLon, maxLat].some((side) => side !== 0);
  return isBox && isStated ? [minLon, minLat, maxLon, maxLat] : [-180, -85, 180, 85];
}
