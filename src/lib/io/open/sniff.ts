/** What format a file is in: by its first bytes, then by its name. */
import { limits, NotOpened, sizeText } from './limits';

export type Format = 'json' | 'json-lines' | 'xml' | 'table' | 'zip';

/** Signatures of files that are often dropped here and cannot be opened, with what to do instead. */
const others: readonly (readonly [
  test: (head: string, name: string) => boolean,
  advice: string,
])[] = [
  [(_, name) => /\.xlsx?$|\.ods$/.test(name), 'is a spreadsheet. Save it as CSV and open that.'],
  [(head, name) => head.startsWith('%PDF') || name.endsWith('.pdf'), 'is a PDF.'],
  [(head) => /^(?:\x89PNG|GIF8|\xff\xd8\xff)/.test(head), 'is a picture.'],
  [
    (_, name) => name.endsWith('.shp'),
    'is a part of a Shapefile. Convert it to GeoJSON and open that.',
  ],
  [
    (head) => head.startsWith('SQLite format 3'),
    'is a database (GeoPackage or SQLite). Export a layer as GeoJSON and open that.',
  ],
  [(head) => head.startsWith('PMTiles'), 'is a tileset (PMTiles). Open it alone.'],
  [
    (head) => head.startsWith('\x1f\x8b'),
    'is compressed with gzip. Unpack it and open what is in it.',
  ],
];

/** The format of a file. @throws NotOpened where it is none that can be opened. */
export function sniff(bytes: Uint8Array, file: string): Format {
  const name = file.toLowerCase();
  if (bytes.length === 0) throw new NotOpened(`${file} is empty.`);
  if (bytes.length > limits.bytes) {
    throw new NotOpened(
      `${file} has ${sizeText(bytes.length)}; at most ${sizeText(limits.bytes)} can be opened.`,
    );
  }
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  for (const [test, advice] of others) {
    if (test(head, name)) throw new NotOpened(`${file} ${advice}`);
  }
  if (head.startsWith('PK\x03\x04')) return 'zip';
  const first = firstChar(bytes);
  if (first === '<') {
    if (/\.html?$/.test(name)) throw new NotOpened(`${file} is a web page, not data.`);
    return 'xml';
  }
  if (first === '\x1e' || /\.(?:jsonl|ndjson|geojsonl|geojsons|geojsonseq)$/.test(name))
    return 'json-lines';
  // A table may begin with a bracket only if its name says that it is one.
  if ((first === '{' || first === '[') && !/\.(?:csv|tsv|tab)$/.test(name)) return 'json';
  if (/\.(?:geo)?json$/.test(name)) return 'json';
  return 'table';
}

/** The first character that is no space or mark, of UTF-8 or UTF-16. */
function firstChar(bytes: Uint8Array): string {
  for (const byte of bytes.subarray(0, 1000)) {
    if (![0xef, 0xbb, 0xbf, 0xff, 0xfe, 0, 9, 10, 13, 32].includes(byte))
      return String.fromCharCode(byte);
  }
  return '';
}
