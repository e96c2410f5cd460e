/** Whether a file is to be opened by `openCrowd`, having very many records, or by `openTileset`. */
import { csvSplitter, jsonSplitter } from './split';
import { isTilesetName } from './tileset-name';

/** With more records than this, map and list of an atlas get slow. */
export const largeFrom = 5000;
/** The media type by which a blob is known for a sequence that was made for `openCrowd`. */
export const sequenceType = 'application/geo+json-seq';
/** Bytes at the beginning of a file by which its records are estimated. */
const sampled = 512 * 1024;

/** Whether a file is a table, by its name; everything else that can be large is JSON. */
export const isTableName = (name: string): boolean => /\.(?:csv|tsv|tab|txt)$/i.test(name);

/**
 * Estimates by the first half megabyte whether a file of GeoJSON or CSV has more than five thousand
 * records. Files of other kinds are never large here; `openCrowd` cannot read them.
 */
export async function isLarge(file: Blob, name: string): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, sampled).arrayBuffer());
  const isTable = isTableName(name);
  // `{`, `[`, or the record separator of RFC 8142, after a byte order mark and white space.
  const first = head.find((byte) => ![0xef, 0xbb, 0xbf, 9, 10, 13, 32].includes(byte));
  if (!isTable && (first === undefined || ![0x7b, 0x5b, 0x1e].includes(first))) return false;
  let count = 0;
  let bytes = 0;
  const take = (record: Uint8Array): void => {
    count++;
    bytes += record.length;
  };
  try {
    (isTable ? csvSplitter(take) : jsonSplitter(take)).push(head);
  } catch {
    // Whoever opens it says what is wrong with it.
    return false;
  }
  return count > 0 && file.size / (bytes / count) > largeFrom;
}

/** Whether a file is a tileset, by its first bytes or, so that a broken one is told as such, its name. */
export async function isTileset(file: Blob, name: string): Promise<boolean> {
  if (isTilesetName(name)) return true;
  return (await file.slice(0, 7).text()) === 'PMTiles';
}
