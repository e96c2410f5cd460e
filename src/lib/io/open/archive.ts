/** Zip archives and KMZ, unpacked as a stream, so that a bomb is noticed before it goes off. */
import { Unzip, UnzipInflate } from 'fflate';
import { limits, NotOpened, sizeText } from './limits';

export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Unpacked {
  readonly files: readonly Packed[];
  readonly notes: readonly string[];
}

const wanted =
  /\.(?:geojson|topojson|json|jsonl|ndjson|geojsonl|geojsons|geojsonseq|csv|tsv|tab|txt|kml|gpx|kmz)$/i;
const chunk = 2 ** 16;

/** Unpacks what of an archive could be data. @throws NotOpened beyond the limits. */
export function unpack(bytes: Uint8Array, file: string): Unpacked {
  const files: Packed[] = [];
  const passed: string[] = [];
  let size = 0;
  let read = 0;
  const allowed = Math.min(limits.unpackedBytes, bytes.length * limits.ratio);
  const unzip = new Unzip((packed) => {
    const name = packed.name.split('/').at(-1) ?? packed.name;
    if (packed.name.endsWith('/') || name.startsWith('.') || packed.name.startsWith('__MACOSX'))
      return;
    if (!wanted.test(name)) {
      passed.push(packed.name);
      return;
    }
    if (files.length >= limits.files) {
      throw new NotOpened(
        `${file} holds more than ${limits.files} files of data; at most ${limits.files} can be opened.`,
      );
    }
    const parts: Uint8Array[] = [];
    packed.ondata = (error, data, final) => {
      if (error instanceof NotOpened) throw error;
      if (error)
        throw new NotOpened(
          `${file} cannot be unpacked: ${packed.name} is damaged (${error.message}).`,
        );
      size += data.length;
      if (size > allowed) throw new NotOpened(bombText(file, bytes.length, read));
      parts.push(data);
      if (final) files.push({ name, bytes: joined(parts) });
    };
    packed.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (; read < bytes.length; read += chunk) {
      unzip.push(bytes.subarray(read, read + chunk), read + chunk >= bytes.length);
    }
  } catch (error) {
    if (error instanceof NotOpened) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new NotOpened(`${file} cannot be unpacked: ${message}.`);
  }
  const said = other(passed);
  if (said !== undefined && (files.length === 0 || said.startsWith('is')))
    throw new NotOpened(`${file} ${said}`);
  if (files.length === 0) {
    throw new NotOpened(`${file} holds no file that can be opened (GeoJSON, CSV, KML, GPX).`);
  }
  const listed = passed.slice(0, 5).join(', ');
  return {
    files,
    notes:
      passed.length === 0
        ? []
        : [
            `Passed over in the archive: ${listed}${passed.length > 5 ? ` and ${passed.length - 5} more` : ''}.`,
          ],
  };
}

/** What an archive is that holds no data as it is read here, and what to do. */
function other(names: readonly string[]): string | undefined {
  if (names.some((name) => /^xl\//.test(name)))
    return 'is a spreadsheet (Excel). Save it as CSV and open that.';
  if (names.includes('mimetype') && names.includes('META-INF/manifest.xml'))
    return 'is a spreadsheet or a document (OpenDocument). Save it as CSV and open that.';
  if (names.some((name) => /\.shp$/i.test(name)))
    return 'holds a Shapefile. Convert it, for instance with: ogr2ogr -t_srs EPSG:4326 out.geojson file.shp';
  return undefined;
}

function bombText(file: string, packed: number, read: number): string {
  const isRatio = packed * limits.ratio < limits.unpackedBytes;
  return isRatio
    ? `${file} unpacks to more than ${limits.ratio} times its ${sizeText(packed)}, as no data does (after ${sizeText(read)}). It was not opened.`
    : `${file} unpacks to more than ${sizeText(limits.unpackedBytes)}, the most that can be opened.`;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
