/** Where the map looks, and its text in a link: `zoom/lat/lon[/bearing[/pitch]]`, as MapLibre writes it. */
export interface Camera {
  /** MapLibre zoom: 512-pixel tiles, 0 shows the world. */
  readonly zoom: number;
  /** Degrees, WGS 84. */
  readonly lat: number;
  readonly lon: number;
  /** Degrees clockwise from north. */
  readonly bearing: number;
  /** Degrees from straight down. */
  readonly pitch: number;
}

const limits = { zoom: 24, pitch: 85 };

/** Reads a camera; undefined for anything that is not one. */
export function parseCamera(text: string): Camera | undefined {
  const parts = text.split('/');
  if (parts.length < 3 || parts.length > 5) return undefined;
  if (!parts.every((part) => /^-?\d+(\.\d+)?$/.test(part))) return undefined;
  const [zoom = NaN, lat = NaN, lon = NaN, bearing = 0, pitch = 0] = parts.map(Number);
  const inRange =
    zoom >= 0 &&
    zoom <= limits.zoom &&
    Math.abs(lat) <= 90 &&
    Math.abs(lon) <= 180 &&
    Math.abs(bearing) <= 360 &&
    pitch >= 0 &&
    pitch <= limits.pitch;
  return inRange ? { zoom, lat, lon, bearing, pitch } : undefined;
}

/** Decimals of a degree that a pixel at this zoom is worth. */
function decimals(zoom: number): number {
  return Math.max(0, Math.ceil(Math.log10((512 * 2 ** zoom) / 360)));
}

/** A number without exponent, trailing zeros or -0. */
function rounded(value: number, digits: number): string {
  const text = value.toFixed(digits);
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}

/** Into -180 to 180, both ends of which stay as they are. */
function wrapped(degrees: number, digits: number): string {
  const within = Math.abs(degrees) <= 180 ? degrees : ((((degrees + 180) % 360) + 360) % 360) - 180;
  return rounded(within, digits);
}

/** A camera as a link has it: no more decimals than the rounded zoom can show. */
export function formatCamera(camera: Camera): string {
  const zoom = rounded(camera.zoom, 2);
  const digits = decimals(Number(zoom));
  const parts = [zoom, rounded(camera.lat, digits), wrapped(camera.lon, digits)];
  const bearing = wrapped(camera.bearing, 0);
  const pitch = rounded(camera.pitch, 0);
  if (bearing !== '0' || pitch !== '0') parts.push(bearing);
  if (pitch !== '0') parts.push(pitch);
  return parts.join('/');
}
