/** Latitudes and longitudes as tables write them: decimals, decimal commas, degrees and minutes. */
import type { Position } from 'geojson';

const degrees =
  /^([NSEW])?\s*([-+−])?\s*(\d{1,3}(?:[.,]\d+)?)(?:(?:\s*[°º:]|\s*d(?:eg)?|\s)\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:['’′:m]|\s|$)\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["”″s]|''|’’|′′)?)?)?\s*(?:[°º]|d(?:eg)?)?\s*([NSEW])?$/i;

const number = (text: string | undefined): number => Number((text ?? '0').replace(',', '.'));

/** One angle in degrees; undefined where the text is none. `51°30'N`, `51,5`, `-0.127`, `W 0 7.6`. */
export function readAngle(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?$/i.test(text)) {
    const plain = Number(text.replace(',', '.'));
    return Number.isFinite(plain) ? plain : undefined;
  }
  const match = text.length <= 60 ? degrees.exec(text) : null;
  if (!match) return undefined;
  const [minutes, seconds] = [number(match[4]), number(match[5])];
  if (minutes >= 60 || seconds >= 60) return undefined;
  const size = number(match[3]) + minutes / 60 + seconds / 3600;
  const letter = (match[1] ?? match[6] ?? '').toUpperCase();
  const isNegative = match[2] === '-' || match[2] === '−' || /[SW]/.test(letter);
  return isNegative ? -size : size;
}

/**
 * A latitude and a longitude in one text, the latitude first as people write it: "51.5, -0.12",
 * "51°30'N 0°7'W", "(51,5; -0,12)". Longitude first where its letter says so, or `isLongitudeFirst`.
 */
export function readPair(value: unknown, isLongitudeFirst = false): Position | undefined {
  if (typeof value !== 'string' || value.length > 120) return undefined;
  const text = value.trim().replace(/^[([]|[)\]]$/g, '');
  const halves = halvesOf(text);
  if (!halves) return undefined;
  const [first, second] = [readAngle(halves[0]), readAngle(halves[1])];
  if (first === undefined || second === undefined) return undefined;
  const isTurned = isLongitudeFirst || /[EW]\s*$|^\s*[EW]/i.test(halves[0]);
  return isTurned ? [first, second] : [second, first];
}

function halvesOf(text: string): readonly [string, string] | undefined {
  for (const separator of [/;/, /\s*,\s+/, /(?<=[NSEW])\s*,?\s*(?=[\d-])/i, /,/, /\s+/]) {
    const parts = text.split(separator).filter((part) => part.trim() !== '');
    const [first, second] = parts;
    if (parts.length === 2) return [first ?? '', second ?? ''];
  }
  return undefined;
}

/** A position in words: "51.6708° N, 1.2879° W". */
export function positionText([lon = 0, lat = 0]: Position): string {
  const side = (value: number, letters: string): string =>
    `${Math.abs(Number(value.toFixed(4)))}° ${letters[value < 0 ? 1 : 0]}`;
  return `${side(lat, 'NS')}, ${side(lon, 'EW')}`;
}
