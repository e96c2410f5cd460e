import { expect, test } from 'vitest';
import { placesToChoose } from '../../src/lib/core/containment';
import type { AtlasRecord, Place } from '../../src/lib/core/model';

test('records are narrowed by places with names, and by those that several share', () => {
  const place = (id: string, radiusKm: number, unlabelled?: boolean): Place => ({
    id,
    title: id,
    summary: '',
    geometry: { type: 'Point', coordinates: [0, 0] },
    point: [0, 0],
    precision: 'exact',
    radiusKm,
    names: [],
    sources: [],
    ...(unlabelled && { unlabelled }),
  });
  const at = (id: string): AtlasRecord =>
    ({ at: [id], from: [], to: [] }) as unknown as AtlasRecord;
  const places = [
    place('town', 1),
    place('region', 9),
    place('alone', 0, true),
    place('two', 0, true),
  ];
  const atlas = { places, records: [at('town'), at('alone'), at('two'), at('two')] };
  expect(placesToChoose(atlas, undefined)).toEqual(['region', 'town', 'two']);
  expect(placesToChoose(atlas, 'alone')).toContain('alone');
});
