/**
 * A tileset as a large file whose rows are those in view: when the map comes to rest elsewhere, the
 * tiles there are read and become the columns. So everything that works on columns works on a
 * tileset of any size, and a step in time costs the same.
 */
import { coverOf, tileKey, type TileAddress } from '../../core/crowd/cover';
import { NotOpened } from '../open/limits';
import { openArchive, type Archive } from './archive';
import { openWith, type CrowdDataset, type OpenOptions } from './open';
import type { Look, TileData, TilesAnswer } from './protocol';

export interface TileView {
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number];
  /** As the map has it: a tile of zoom 0 is 512 pixels wide at zoom 0. */
  readonly zoom: number;
}

/** What is seen of a tileset now. */
export interface Seen extends TilesAnswer {
  readonly zoom: number;
  /** Why a tile is missing, if one is. */
  readonly failure?: string;
}

export interface Tileset {
  readonly about: Omit<Archive, 'tile'>;
  /** The zoom of the tiles that are shown at first. */
  readonly zoom: number;
  /**
   * Reads the tiles of a view; undefined where they are those that are shown already. `look` is
   * asked when they are there, so that what was chosen meanwhile holds.
   */
  readonly see: (view: TileView, look: () => Look) => Promise<Seen | undefined>;
}

const noLook: Look = { choices: [], text: '' };
/** A page of the size of a screen shows so many tiles of the whole in its overview. */
const overview = 6;

/**
 * Opens a PMTiles archive from a file, or from an address by range requests.
 *
 * @throws NotOpened, for the reader, where nothing of it can be shown
 */
export async function openTileset(
  from: File | string,
  options: OpenOptions & { readonly fetcher?: typeof fetch } = {},
): Promise<CrowdDataset> {
  const { signal } = options;
  const archive = await openArchive(from, options);
  const { minZoom, maxZoom, bounds, stats, name } = archive;
  let shown: readonly string[] = [];

  async function read(
    ask: CrowdDataset['ask'],
    tiles: readonly TileAddress[],
    look: () => Look,
  ): Promise<Seen> {
    const fresh: TileData[] = [];
    const failed = new Map<string, unknown>();
    const load = async (tile: TileAddress): Promise<void> => {
      try {
        const data = await archive.tile(tile, signal);
        if (data) fresh.push({ ...tile, data });
      } catch (error) {
        failed.set(tileKey(tile), error);
      }
    };
    await Promise.all(tiles.filter((tile) => !shown.includes(tileKey(tile))).map(load));
    signal?.throwIfAborted();
    const keys = tiles.map(tileKey);
    const answer = await ask('tiles', { name, keys, fresh, stats, look: look() });
    // What failed is asked for again by the next view.
    shown = keys.filter((key) => !failed.has(key));
    const [why] = failed.values();
    const [{ z: zoom } = { z: minZoom }] = tiles;
    if (why === undefined) return { ...answer, zoom };
    return { ...answer, zoom, failure: why instanceof Error ? why.message : String(why) };
  }

  const opened = await openWith(options, async (ask) => {
    // The deepest zoom of which a few tiles are the whole.
    let zoom = minZoom;
    while (zoom < maxZoom && coverOf(bounds, zoom + 1, 0).length <= overview) zoom++;
    const first = await read(ask, coverOf(bounds, zoom, minZoom), () => noLook);
    if (first.failure !== undefined) throw new NotOpened(first.failure);
    const { summary, vertices } = first;
    const { report } = summary;
    if (report.records > 0 && summary.dated === 0) {
      const [problem] = report.problems;
      throw new NotOpened(
        problem
          ? `${name} has no date that can be read: found ${problem.found} in ${problem.field ?? 'a field'}, expected ${problem.expected}.`
          : `${name} has no dates: none of its records has a field start or end, date or year with a value. Make the tileset again and keep those of the data.`,
      );
    }
    if (report.records === 0) {
      const [problem] = report.problems;
      throw new NotOpened(
        `Nothing in ${name} can be shown: ${problem ? `${problem.record ?? 'a tile'} is broken (${problem.found})` : 'its tiles hold no records'}.`,
      );
    }
    return { summary, vertices, zoom: first.zoom };
  });

  const { summary, vertices, zoom, ask, close } = opened;
  return {
    summary,
    vertices,
    ask,
    close,
    tileset: {
      about: archive,
      zoom,
      async see(view, look) {
        const wanted = Math.max(minZoom, Math.min(maxZoom, Math.floor(view.zoom)));
        const tiles = coverOf(view.bounds, wanted, minZoom);
        const keys = tiles.map(tileKey);
        if (keys.length === shown.length && keys.every((key) => shown.includes(key)))
          return undefined;
        return read(ask, tiles, look);
      },
    },
  };
}
