/** Files of made-up records, the same for the same seed: clustered points, and random walks. */
import { civil, dayOf } from '../../../src/lib/core/day';
import { seeded } from '../stats';

const kinds = ['battle', 'protest', 'riot', 'strike', 'raid', 'transfer'];
const centres: readonly (readonly [number, number])[] = [
  [70, 40],
  [30, 0],
  [-70, 5],
  [100, 15],
  [44, 33],
  [179, -17],
];

/** The days that the records of the benchmark cover. */
export const firstDay = dayOf(1990, 1, 1);
export const lastDay = dayOf(2019, 12, 31);

export interface Made {
  readonly lon: number;
  readonly lat: number;
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly size: number;
}

/** Clustered points; each third is known to the year, the others to the day. */
export function* points(count: number, seed: number): Generator<Made> {
  const random = seeded(seed);
  const spread = (): number => random() + random() + random() + random() - 2;
  for (let k = 0; k < count; k++) {
    const [lon, lat] = centres[Math.floor(random() * centres.length)] ?? [0, 0];
    const day = firstDay + Math.floor(random() * (lastDay - firstDay + 1));
    const { year } = civil(day);
    const isYear = k % 3 === 0;
    yield {
      lon: lon + spread() * 9,
      lat: lat + spread() * 7,
      start: isYear ? dayOf(year, 1, 1) : day,
      end: isYear ? dayOf(year, 12, 31) : day,
      kind: kinds[Math.floor(random() * kinds.length)] ?? '',
      size: Math.floor(-3 * Math.log(1 - random())),
    };
  }
}

function dateText(day: number): string {
  const { year, month, day: ofMonth } = civil(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(ofMonth).padStart(2, '0')}`;
}

const degrees = (value: number): string => (((value + 540) % 360) - 180).toFixed(5);

/** The points as CSV, in parts. */
export function* pointsCsv(count: number, seed: number): Generator<string> {
  let part = 'date,latitude,longitude,kind,dead,title\n';
  let k = 0;
  for (const { lon, lat, start, end, kind, size } of points(count, seed)) {
    const date = start === end ? dateText(start) : dateText(start).slice(0, 4);
    part += `${date},${lat.toFixed(5)},${degrees(lon)},${kind},${size},Event ${++k} near town ${k % 971}\n`;
    if (part.length > 1e6) {
      yield part;
      part = '';
    }
  }
  yield part;
}

/** The points as a GeoJSON FeatureCollection of some 300 bytes a feature, in parts. */
export function* pointsGeoJson(count: number, seed: number): Generator<string> {
  yield '{"type":"FeatureCollection","features":[\n';
  let k = 0;
  for (const { lon, lat, start, end, kind, size } of points(count, seed)) {
    const date = start === end ? dateText(start) : dateText(start).slice(0, 4);
    const feature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [Number(degrees(lon)), Number(lat.toFixed(5))] },
      properties: {
        id: `ev${++k}`,
        title: `Event ${k} near town ${k % 971}`,
        kind,
        dead: size,
        start: date,
        country: `C${k % 40}`,
        notes: `Somebody wrote down what happened, in a note that has the number ${k}.`,
      },
    };
    yield `${JSON.stringify(feature)}${k < count ? ',' : ''}\n`;
  }
  yield ']}';
}

/** Random walks with a time at each of `steps` vertices, over the same thirty days. */
export function* walksGeoJson(count: number, steps: number, seed: number): Generator<string> {
  const random = seeded(seed);
  yield '{"type":"FeatureCollection","features":[\n';
  for (let k = 0; k < count; k++) {
    let [lon, lat] = centres[k % centres.length] ?? [0, 0];
    let heading = random() * 7;
    const coordinates: number[][] = [];
    const times: number[] = [];
    for (let step = 0; step < steps; step++) {
      heading += random() - 0.5;
      lon += Math.cos(heading) * 0.4;
      lat = Math.max(-80, Math.min(80, lat + Math.sin(heading) * 0.4));
      coordinates.push([Number(degrees(lon)), Number(lat.toFixed(5))]);
      times.push((firstDay + (30 * (step + random() * 0.5)) / steps) * 86_400_000);
    }
    const feature = {
      type: 'Feature',
      geometry: { type: 'LineString', coordinates },
      properties: { title: `Walk ${k + 1}`, kind: kinds[k % kinds.length], times },
    };
    yield `${JSON.stringify(feature)}${k + 1 < count ? ',' : ''}\n`;
  }
  yield ']}';
}

/** Parts of a text as a file. */
export function fileOf(parts: Iterable<string>, name: string): File {
  const blobs: Blob[] = [];
  let waiting: string[] = [];
  let length = 0;
  for (const part of parts) {
    waiting.push(part);
    length += part.length;
    if (length > 4e6) {
      blobs.push(new Blob(waiting));
      waiting = [];
      length = 0;
    }
  }
  return new File([...blobs, ...waiting], name);
}
