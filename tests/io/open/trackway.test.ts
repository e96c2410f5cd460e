/** Trackway's own files come back as the atlas that they were. */
import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { AtlasRecord } from '../../../src/lib/core/model';
import { realAtlas } from '../../real-atlas';
import { bytes, opened, remarks } from './files';

const folder = new URL('../../../geodata/imu/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const featuresOf = (name: string): unknown[] =>
  (JSON.parse(textOf(`${name}.geojson`)) as { features: unknown[] }).features;
const kinds = ['places', 'bases', 'movements', 'events'];
const curated = realAtlas;

test('one collection of all: the same records and places, without a remark', () => {
  const features = kinds.flatMap(featuresOf);
  const file = opened(JSON.stringify({ type: 'FeatureCollection', features }), 'merged.geojson');
  expect(remarks(file)).toEqual([]);
  expect(file.atlas.records).toEqual(curated.records);
  expect(file.atlas.places).toEqual(curated.places);
});

test('with its header and sources: the same atlas', () => {
  const features = kinds.flatMap(featuresOf);
  const header = JSON.parse(textOf('atlas.json')) as object;
  const sources: unknown = JSON.parse(textOf('sources.json'));
  const merged = { type: 'FeatureCollection', atlas: header, sources, features };
  expect(opened(JSON.stringify(merged), 'whole.geojson').atlas).toEqual({ ...curated, id: 'file' });
});

test('the folder in a zip: the same atlas', () => {
  const names = ['atlas.json', 'sources.json', ...kinds.map((kind) => `${kind}.geojson`)];
  const zip = zipSync(
    Object.fromEntries(names.map((name) => [`imu/${name}`, bytes(textOf(name))])),
  );
  expect(opened(zip, 'imu.zip').atlas).toEqual(curated);
});

test('one file of it alone: its records, at places made of what it shows', () => {
  const file = opened(textOf('events.geojson'), 'events.geojson');
  const events = curated.records.filter(({ kind }) => kind === 'event');
  expect(file.report).toMatchObject({ opened: events.length, skipped: 0 });
  const stripped = (list: readonly AtlasRecord[]): unknown[] =>
    [...list].map((record) => ({ ...record, follows: [] })).sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(stripped(file.atlas.records)).toEqual(stripped(events));
});
