import { expect, test } from 'vitest';
import { isLarge } from '../../../src/lib/io/crowd/large';

const feature = (k: number): string =>
  JSON.stringify({ type: 'Feature', properties: { title: `Event ${k}` }, geometry: null });
const features = (count: number): string =>
  `{"type":"FeatureCollection","features":[${Array.from({ length: count }, (_, k) => feature(k)).join()}]}`;
const table = (count: number): string =>
  `title,date\n${Array.from({ length: count }, (_, k) => `Event ${k},1999`).join('\n')}`;

test.each([
  ['some features', 'a.geojson', features(4000), false],
  ['many features', 'a.geojson', features(20_000), true],
  ['some rows', 'a.csv', table(4000), false],
  ['many rows', 'a.csv', table(50_000), true],
  [
    'few features of many words',
    'a.json',
    features(3).replaceAll('Event', 'x'.repeat(100_000)),
    false,
  ],
  ['another format', 'a.kml', `<kml>${'<Placemark/>'.repeat(100_000)}</kml>`, false],
  ['JSON that is broken', 'a.json', `}${features(20_000)}`, false],
  ['nothing', 'a.json', '', false],
])('a file of %s is large or not', async (_, name, text, expected) => {
  expect(await isLarge(new Blob([text]), name)).toBe(expected);
});
