/**
 * The typeface of the preview pictures, as files that the rasteriser can load. It reads TrueType
 * only, and the fonts of the machine that builds must not matter: so two small WOFF files come with
 * the project, and are unpacked here (WOFF 1.0 is a TrueType font whose tables are deflated).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import regular from './fonts/source-sans-3-latin-400-normal.woff?inline';
import semibold from './fonts/source-sans-3-latin-600-normal.woff?inline';

/** Bytes of a WOFF header, of an entry of its directory, and of a TrueType directory's entry. */
const woffHead = 44;
const woffEntry = 20;
const ttfHead = 12;
const ttfEntry = 16;

/** Unpacks a WOFF 1.0 file. @throws Error if it is none. */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 font');
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(ttfHead + count * ttfEntry);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  // Of use to a binary search only, but some readers check them.
  const power = Math.floor(Math.log2(count));
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE((count - 2 ** power) * 16, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (let k = 0; k < count; k += 1) {
    const entry = woffHead + k * woffEntry;
    const [at, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field));
    if (at === undefined || packed === undefined || length === undefined) continue;
    const raw = woff.subarray(at, at + packed);
    const table = packed < length ? inflateSync(raw) : raw;
    const row = ttfHead + k * ttfEntry;
    woff.copy(head, row, entry, entry + 4);
    woff.copy(head, row + 4, entry + 16, entry + 20);
    head.writeUInt32BE(offset, row + 8);
    head.writeUInt32BE(length, row + 12);
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4);
    parts.push(table, padding);
    offset += table.length + padding.length;
  }
  return Buffer.concat(parts);
}

let files: string[] | undefined;

/** The fonts' files, written where the system keeps what may go; they go when the build ends. */
export function fontFiles(): string[] {
  if (files) return files;
  const folder = mkdtempSync(join(tmpdir(), 'trackway-fonts-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  files = [regular, semibold].map((dataUrl, k) => {
    const file = join(folder, `${k}.ttf`);
    const base64 = dataUrl.slice(dataUrl.indexOf(',') + 1);
    writeFileSync(file, unpackWoff(Buffer.from(base64, 'base64')));
    return file;
  });
  return files;
}
