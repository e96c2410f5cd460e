/** Each limit with a file that breaks it, and the message that a person reads. */
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { limits, sizeText } from '../../../src/lib/io/open/limits';
import { parseJsonFile } from '../../../src/lib/io/open/read-json';
import { readXml } from '../../../src/lib/io/open/read-xml';
import { sniff } from '../../../src/lib/io/open/sniff';
import { bytes, collection, feature, open, opened, point, refusal } from './files';

test('size: no more bytes than half a gigabyte', () => {
  // Only its length is looked at.
  const large = new Proxy(bytes('x'), {
    get: (target, key): unknown =>
      key === 'length' ? limits.bytes + 1 : (Reflect.get(target, key) as unknown),
  });
  expect(() => sniff(large, 'large.csv')).toThrow(
    'large.csv has 500 MB; at most 500 MB can be opened.',
  );
  expect(refusal('', 'empty.csv')).toBe('empty.csv is empty.');
});

test('archives: no more than a hundred times their size, and no more than 200 MB', () => {
  const bomb = zipSync({ 'a.csv': new Uint8Array(20_000_000) }, { level: 9 });
  expect(refusal(bomb, 'bomb.zip')).toMatch(
    /^bomb\.zip unpacks to more than 100 times its \d+ kB, as no data does \(after \d+ kB\)\. It was not opened\.$/,
  );
  const many = Object.fromEntries(
    Array.from({ length: limits.files + 1 }, (_, k) => [`${k}.csv`, bytes('a,b\n1,2\n')]),
  );
  expect(refusal(zipSync(many), 'many.zip')).toBe(
    'many.zip holds more than 200 files of data; at most 200 can be opened.',
  );
  expect(refusal(zipSync({ 'a.txt.exe': bytes('x') }), 'none.zip')).toBe(
    'none.zip holds no file that can be opened (GeoJSON, CSV, KML, GPX).',
  );
  expect(refusal(zipSync({ 'a.csv': bytes('a,b\n1,2\n') }).subarray(0, 40), 'cut.zip')).toMatch(
    /^cut\.zip /,
  );
});

test('texts that have to be in memory as a whole: 200 MB of JSON, 50 MB of XML', () => {
  expect(() => parseJsonFile(' '.repeat(limits.wholeBytes + 2 ** 20), 'l.json')).toThrow(
    'l.json has 201 MB of JSON; at most 200 MB can be opened. As one feature per line (.geojsonl) more is possible.',
  );
  expect(() => readXml(' '.repeat(limits.wholeBytes / 4 + 2 ** 20), 'l.kml')).toThrow(
    'l.kml has 51 MB of XML; at most 50 MB can be opened. Convert it to GeoJSON.',
  );
});

test('depth: 64 levels of JSON, and of XML', () => {
  expect(refusal('['.repeat(65) + ']'.repeat(65), 'deep.json')).toBe(
    'deep.json is not valid JSON: found more than 64 levels, expected at most 64 levels of nesting.',
  );
  expect(refusal(`<kml>${'<Folder>'.repeat(70)}${'</Folder>'.repeat(70)}</kml>`, 'deep.kml')).toBe(
    'deep.kml: found more than 64 levels, expected at most 64 levels of elements.',
  );
});

test('entities of a document of its own are not expanded', () => {
  const laughs = '<!DOCTYPE k [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><kml>&b;</kml>';
  expect(refusal(laughs, 'l.kml')).toBe(
    'l.kml declares entities of its own, which are not read for safety.',
  );
});

test('numbers: 1e999 is no coordinate, and __proto__ is a field like any other', () => {
  const text = `{"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Point","coordinates":[1e999,2]}},
    {"type":"Feature","properties":{"name":"b","__proto__":{"x":1}},"geometry":{"type":"Point","coordinates":[1,2]}}]}`;
  const file = opened(text, 'n.geojson');
  expect(file.report.findings[0]?.found).toBe('["Infinity",2]');
  expect(file.atlas.records[0]?.fields).toEqual([{ name: '__proto__', value: '{"x":1}' }]);
  expect(({} as { x?: number }).x).toBeUndefined();
});

test.each([
  ['book.xlsx', 'PK\x03\x04', 'book.xlsx is a spreadsheet. Save it as CSV and open that.'],
  ['x.pdf', '%PDF-1.7', 'x.pdf is a PDF.'],
  ['x.shp', '\x00\x00', 'x.shp is a part of a Shapefile. Convert it to GeoJSON and open that.'],
  [
    'x.gpkg',
    'SQLite format 3\x00',
    'x.gpkg is a database (GeoPackage or SQLite). Export a layer as GeoJSON and open that.',
  ],
  ['x.html', '<!doctype html>', 'x.html is a web page, not data.'],
  ['x.xml', '<rss></rss>', 'x.xml is XML, but neither KML nor GPX: its root is <rss>.'],
  ['x.kml', '<kml><a></kml>', /^x\.kml is not well-formed XML: /],
  ['x.txt', 'Just some words.\nAnd more, of them.\n', /^x\.txt is no format that is known here/],
  ['x.csv', 'name,lat,lon\n', 'x.csv has a header but no rows.'],
  ['x.topojson', '{"type":"Topology"}', 'x.topojson has no records.'],
  [
    'x.czml',
    '[{"id":"document","version":"1.0"}]',
    'x.czml is CZML. Convert it to GeoJSON or KML and open that.',
  ],
  ['x.csv', ' \n\n', 'x.csv is empty.'],
  ['x.csv', '', 'x.csv is empty.'],
  ['x.geojson', '{"type":"FeatureCollection","features":[]}', 'x.geojson has no records.'],
])('%s is refused with a reason', (name, text, message) => {
  expect(refusal(text, name)).toMatch(message);
});

test('progress is told while records are read, and may stop the reading', () => {
  const features = Array.from({ length: 2500 }, (_, k) => feature(point(k % 90, 1), {}));
  const seen: number[] = [];
  open(collection(...features), 'p.geojson', { progress: (done) => seen.push(done) });
  expect(seen).toEqual([1000, 2000]);
});

test('sizes are said as people say them', () => {
  expect([300, 2_500_000, 52_428_800].map(sizeText)).toEqual(['1 kB', '2.4 MB', '50 MB']);
});
