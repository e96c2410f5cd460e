import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvFields, delimiterOf } from '../../../src/lib/io/crowd/csv';
import {
  csvSplitter,
  jsonSplitter,
  type OnRecord,
  type Splitter,
} from '../../../src/lib/io/crowd/split';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Splits a text that comes in chunks of a few bytes; each record must stand where it is said to. */
function split(make: (onRecord: OnRecord) => Splitter, text: string, chunk = 7): string[] {
  const bytes = encoder.encode(text);
  const records: string[] = [];
  const splitter = make((record, offset) => {
    const found = decoder.decode(record);
    expect(decoder.decode(bytes.subarray(offset, offset + record.length))).toBe(found);
    records.push(found);
  });
  for (let k = 0; k < bytes.length; k += chunk) splitter.push(bytes.subarray(k, k + chunk));
  splitter.end();
  return records;
}

const feature = { type: 'Feature', properties: { 'a "quoted" }{][ \\': 'ü\n' }, geometry: null };

test.each([
  [
    'a collection',
    (list: string[]) => `{"type":"FeatureCollection","features":[${list.join(',')}]}`,
  ],
  [
    'a collection with other members around its features',
    (list: string[]) =>
      `{"name":"features","crs":{"features":[{}]},"features" : [ ${list.join(' , ')} ], "extra":[{"a":1}], "more":{}}`,
  ],
  ['an array', (list: string[]) => `[${list.join(',\n')}]`],
  ['lines', (list: string[]) => list.join('\n')],
  ['a sequence of RFC 8142', (list: string[]) => list.map((text) => `\x1e${text}\n`).join('')],
])('finds each feature of %s, in chunks of any size', (_, write) => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue(), { maxLength: 5 }),
      fc.integer({ min: 1, max: 50 }),
      (values, chunk) => {
        const list = values.map((value) => JSON.stringify({ ...feature, value }));
        expect(split(jsonSplitter, write(list), chunk)).toEqual(list);
      },
    ),
  );
});

test('says that a file breaks off, and that it is nested too deep', () => {
  expect(() => split(jsonSplitter, '{"features":[{"a":1},{"b"')).toThrow('breaks off');
  expect(() => split(jsonSplitter, '['.repeat(70))).toThrow('64 levels');
  expect(() => split(jsonSplitter, '}')).toThrow('more brackets');
  expect(() => split(csvSplitter, 'a,"b')).toThrow('within quotes');
});

test('finds each record of a table, line ends within quotes included', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 4 }), {
        minLength: 1,
      }),
      fc.integer({ min: 1, max: 30 }),
      (rows, chunk) => {
        const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;
        const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n');
        const records = split(csvSplitter, text, chunk);
        expect(records.map((record) => csvFields(record, ','))).toEqual(rows);
      },
    ),
  );
});

test('tells the delimiter by the header', () => {
  expect(['a,b', 'a;b;c', 'a\tb'].map(delimiterOf)).toEqual([',', ';', '\t']);
  expect(csvFields('a;"b;""c""";', ';')).toEqual(['a', 'b;"c"', '']);
});
