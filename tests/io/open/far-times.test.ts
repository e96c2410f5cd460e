/** Dates so far from the others of a file that a scene for each year between would freeze the page. */
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { scenes } from '../../../src/lib/core/replay';
import { years } from '../../core/records';
import { smallFiles } from '../small-atlas';
import { bytes, collection, opened, refusal, remarks, told } from './files';

const near = (first: string, last: string): string =>
  `a time within 50,000 years of the middle of the records (${first} to ${last})`;

test('a date a million years off is left out and told, and the rest opens', () => {
  const file = opened(
    'title,date,lat,lon\nA,1999,1,2\nB,Y-1000000,1,2\nC,2001,1,2\nD,,1,2\nE,Y-1000000/2000,1,2\n',
    'far.csv',
  );
  expect(remarks(file)).toEqual([
    `skipped row 3, date: found "1000001 BC", expected ${near('48002 BC', '51999')}`,
    `skipped row 6, date: found "1000001 BC to 2000", expected ${near('48002 BC', '51999')}`,
  ]);
  expect(file.report).toMatchObject({ total: 5, opened: 3, skipped: 2 });
  expect(file.atlas.span).toEqual(years(1999, 2001));
  expect(scenes(file.atlas.records, file.atlas.span).length).toBeLessThan(10);
});

test('a file of ages opens as long as these are together', () => {
  const file = opened('title,date,lat,lon\nA,Y-300000,1,2\nB,Y-290000,1,2\n', 'deep.csv');
  expect(remarks(file)).toEqual([]);
  expect(file.atlas.span).toEqual(years(-300_000, -290_000));
});

test('one date that lasts longer than a timeline is no reason to freeze', () => {
  expect(refusal('title,date,lat,lon\nA,Y-1000000/2000,1,2\n', 'one.csv')).toMatch(
    /^Nothing in one\.csv can be shown\. row 2, date: found "1000001 BC to 2000", expected a time/,
  );
});

test('in Trackway’s own format it is left out in the same way', () => {
  const files = smallFiles().map(({ name, text }) => {
    if (name !== 'events.geojson') return { name, text };
    const value = JSON.parse(text) as { features: { id: string; when: unknown }[] };
    const when = { timespans: [{ start: { in: 'Y-1000000' } }] };
    const oath = value.features.map((one) => (one.id === 'oath' ? { ...one, when } : one));
    return { name, text: JSON.stringify({ ...value, features: oath }) };
  });
  const features = files.flatMap(({ text }) => {
    const value = JSON.parse(text) as { features?: unknown[] };
    return value.features ?? [];
  });
  const file = opened(collection(...features), 'own.geojson');
  const skipped = file.report.findings.filter((one) => one.skipped);
  expect(skipped.map(({ record, field, expected }) => [record, field, expected])).toEqual([
    ['oath', 'when', near('48002 BC', '51999')],
  ]);
  expect(told(file).length).toBe(4);
  expect(file.atlas.span.from).toBeGreaterThanOrEqual(years(-48_001).from);
});

test('files of an archive that are ages apart share the latest of them, which is told', () => {
  const csv = (date: string): Uint8Array => bytes(`title,date,lat,lon\nA,${date},1,2\n`);
  const file = opened(
    zipSync({ 'deep.csv': csv('Y-900000'), 'late.csv': csv('2000') }),
    'both.zip',
  );
  expect(file.atlas.span).toEqual(years(-98_000, 2000));
  expect(file.report.notes).toEqual([
    'deep.csv: some of it is more than 100,000 years before the rest, and out of the timeline. Open it by itself.',
  ]);
});
