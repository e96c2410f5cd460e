/**
 * What the curated files say, read without the app: the journeys' own idea of what should be shown.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Expected {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly when: string;
  readonly disputed: boolean;
  readonly follows: readonly string[];
  /** Longitude and latitude, if the record is at a point. */
  readonly point?: readonly [number, number];
  /** All positions of its line, if it is drawn as one. */
  readonly line: readonly (readonly number[])[];
  readonly start?: string;
  /** Left out where the source stops before the end. */
  readonly end?: string;
}

interface Feature {
  geometry: { type: string; coordinates: unknown } | null;
  properties: {
    id: string;
    title: string;
    summary: string;
    when_text: string;
    follows?: string[];
    claims?: { about: string; stance: string }[];
    start: string | null;
    end: string | null;
  };
}

const folder = join(import.meta.dirname, '../../geodata/imu');

function isDisputed(claims: readonly { about: string; stance: string }[]): boolean {
  return claims.some(
    (one) =>
      one.stance === 'asserts' &&
      claims.some((other) => other.about === one.about && other.stance !== 'asserts'),
  );
}

function read(file: string): Expected[] {
  const { features } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
    features: Feature[];
  };
  return features.map(({ geometry, properties }) => ({
    id: properties.id,
    title: properties.title,
    summary: properties.summary,
    when: properties.when_text,
    disputed: isDisputed(properties.claims ?? []),
    follows: properties.follows ?? [],
    ...(geometry?.type === 'Point' && { point: geometry.coordinates as [number, number] }),
    line: geometry?.type === 'LineString' ? (geometry.coordinates as number[][]) : [],
    ...(properties.start !== null && { start: properties.start }),
    ...(properties.end !== null && { end: properties.end }),
  }));
}

export const records: readonly Expected[] = ['bases', 'movements', 'events'].flatMap((kind) =>
  read(`${kind}.geojson`),
);

export const header = JSON.parse(readFileSync(join(folder, 'atlas.json'), 'utf8')) as {
  title: string;
  summary: string;
  opening: { bounds: [number, number, number, number] };
  chapters: { id: string }[];
};

export function record(id: string): Expected {
  const found = records.find((one) => one.id === id);
  if (!found) throw new Error(`no record ${id} in ${folder}`);
  return found;
}

/** The ids of what holds or may hold between two dates, both inclusive: "1999", "2006-08". */
export function during(from: string, to = from): string[] {
  // Dates as text compare in order; "~" comes after all that a date has.
  return records
    .filter(({ start, end = '~' }) => start !== undefined && start <= `${to}~` && end >= from)
    .map(({ id }) => id);
}
