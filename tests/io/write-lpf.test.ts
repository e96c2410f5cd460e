import { readFileSync } from 'node:fs';
import { check } from '@placemarkio/check-geojson';
import Ajv from 'ajv';
import { expect, it } from 'vitest';
import { writeLpf } from '../../src/lib/io/write-lpf';
import { aPlace } from '../core/records';
import { realAtlas } from '../real-atlas';

const schema = JSON.parse(
  readFileSync(new URL('../fixtures/lpf/schema_lpf_v1.2.2.json', import.meta.url), 'utf8'),
) as object;
// The schema gives several of its parts the same $id, which ajv would take for a clash.
const plain = JSON.parse(
  JSON.stringify(schema, (key, value: unknown) => (key === '$id' ? undefined : value)),
) as object;
const validate = new Ajv({ strict: false, validateFormats: false }).compile(plain);

const pageOf = (id: string): string => `https://example.org/e/${id}/`;

interface Collection {
  readonly features: readonly (Record<string, unknown> & { readonly '@id': string })[];
}

it('every place is valid by the schema of the format, and the whole is GeoJSON', () => {
  const text = writeLpf(realAtlas.places, pageOf);
  const { features } = JSON.parse(text) as Collection;
  expect(features).toHaveLength(realAtlas.places.length);
  for (const feature of features) {
    expect(validate(feature) ? [] : validate.errors, feature['@id']).toEqual([]);
  }
  expect(() => check(text)).not.toThrow();
});

it('the schema would find a name without its toponym', () => {
  const { features } = JSON.parse(writeLpf([aPlace()], pageOf)) as Collection;
  expect(validate({ ...features[0], names: [{ lang: 'en' }] })).toBe(false);
});

it('names come in their languages, after the one that is shown', () => {
  const names = [{ text: 'Ош', lang: 'ky' }, { text: 'Oš' }];
  const { features } = JSON.parse(
    writeLpf([aPlace({ title: 'Osh', names })], pageOf),
  ) as Collection;
  expect(features[0]).toMatchObject({
    '@id': 'https://example.org/e/place/',
    names: [{ toponym: 'Osh', lang: 'en' }, { toponym: 'Ош', lang: 'ky' }, { toponym: 'Oš' }],
  });
});
