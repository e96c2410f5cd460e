/** Files of more records than an atlas bears: nothing of them is dropped without a word. */
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { CrowdReader, type CrowdRead } from '../../../src/lib/io/crowd/read';
import { limits } from '../../../src/lib/io/open/limits';
import { bytes, open } from './files';

/** What the explorer of very many records reads of a file. */
async function read(
  content: string | Uint8Array,
  name: string,
): Promise<CrowdRead & { sequence: Blob }> {
  const outcome = open(content, name);
  if (outcome.kind !== 'many') throw new Error(`${name} became ${outcome.kind}`);
  const reader = new CrowdReader(name, false);
  reader.push(new Uint8Array(await outcome.sequence.arrayBuffer()));
  return { ...reader.finish(), sequence: outcome.sequence };
}

const count = limits.records + 2;
const placemarks = Array.from({ length: count }, (_, k) => {
  const when = k === 7 ? 'last spring' : 1900 + (k % 100);
  return `<Placemark><name>P${k}</name><TimeStamp><when>${when}</when></TimeStamp><Point><coordinates>${k === 9 ? '71,941' : `${k % 90},40`}</coordinates></Point></Placemark>`;
});
const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>Forts</name>${placemarks.join('')}</Folder><NetworkLink/></Document></kml>`;

test('KML: all placemarks with their times, and what is to be said of each', async () => {
  const { report, columns, parse, offsets, lengths, sequence } = await read(kml, 'many.kml');
  expect(report).toMatchObject({ records: count - 1, skipped: 1, undated: 1, unplaced: 0 });
  expect(columns.count).toBe(count - 1);
  expect(report.notes).toEqual(['1 network link is not followed: nothing is fetched.']);
  expect(
    report.problems.map(
      ({ record, field, found, expected }) =>
        `${record} ${field} ${found}: ${expected.slice(0, 30)}`,
    ),
  ).toEqual([
    '8 timestamp last spring: a date, such as 1999, 1999-10,',
    '10 geometry [71,941]: longitude, latitude in degrees',
  ]);
  const [offset = 0, length = 0] = [offsets[7], lengths[7]];
  const text = await sequence.slice(offset, offset + length).text();
  expect(Object.fromEntries(parse(text)?.properties ?? [])).toEqual({
    title: 'P7',
    kind: 'Forts',
    'time in words': 'last spring (not read)',
  });
});

test('a zip of many: all of its files in one, with what was passed over', async () => {
  const gpx = `<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1">${'<wpt lat="1" lon="2"><name>W</name></wpt>'.repeat(10)}</gpx>`;
  const zip = zipSync({ 'a.kml': bytes(kml), 'b.gpx': bytes(gpx), 'c.csv': bytes('x') });
  const { report } = await read(zip, 'all.zip');
  expect(report.records).toBe(count - 1 + 10);
  expect(report.notes?.[0]).toBe('c.csv has a header but no rows.');
});

test('a table whose movements name their ends by position keeps them as lines', async () => {
  const row = 'March,12 May 1805 to June 1805,Boulogne,Ulm,50.7,1.6,48.4,10\n';
  const text = `title,date,from,to,from_lat,from_lon,to_lat,to_lon\n${row.repeat(count)}`;
  const { report, columns } = await read(text, 'moves.csv');
  expect(report).toMatchObject({ records: count, undated: 0, unplaced: 0, found: 0 });
  expect(columns.paths.rows.length).toBeGreaterThanOrEqual(count);
});
