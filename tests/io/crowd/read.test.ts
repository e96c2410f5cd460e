import { expect, test } from 'vitest';
import { latOf, lonOf } from '../../../src/lib/core/crowd/fixed';
import { daysOf } from '../../../src/lib/core/date';
import { CrowdReader } from '../../../src/lib/io/crowd/read';

const encoder = new TextEncoder();

function read(text: string, file = 'events.geojson') {
  const reader = new CrowdReader(file, file.endsWith('.csv'));
  reader.push(encoder.encode(text));
  return reader.finish();
}

const point = (properties: object, more: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [71.5, 40.25] },
  ...more,
});
const collection = (...features: object[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });

function boundsOf({ columns }: ReturnType<typeof read>, row = 0): number[] {
  return [...columns.bounds.subarray(row * 4, row * 4 + 4)];
}

test.each([
  ['1999', { year: 1999 }],
  [1999, { year: 1999 }],
  ['1999-10', { year: 1999, month: 10 }],
  ['1999-10-03', { year: 1999, month: 10, day: 3 }],
  ['1999-10-03T12:30:00Z', { year: 1999, month: 10, day: 3 }],
  ['1999/10/3', { year: 1999, month: 10, day: 3 }],
  [19991003, { year: 1999, month: 10, day: 3 }],
  [938_908_800, { year: 1999, month: 10, day: 3 }],
  [938_908_800_000, { year: 1999, month: 10, day: 3 }],
  ['-0043', { year: -43 }],
])('reads the date %s as all days that it may mean', (value, date) => {
  const { from, to } = daysOf(date);
  expect(boundsOf(read(collection(point({ date: value }))))).toEqual([from, to, from, to]);
});

test('reads starts and ends, timespans of Linked Places, and EDTF intervals', () => {
  const days = [...Object.values(daysOf({ year: 1998 })), ...Object.values(daysOf({ year: 2000 }))];
  expect(boundsOf(read(collection(point({ start: '1998', end: '2000' }))))).toEqual(days);
  expect(boundsOf(read(collection(point({ date: '1998/2000' }))))).toEqual(days);
  const when = {
    timespans: [{ start: { in: '1998' }, end: { earliest: '2000-01-01', latest: '2000-12-31' } }],
  };
  expect(boundsOf(read(collection(point({}, { when }))))).toEqual(days);
});

test('a record with two times has a row for each, and is one record', () => {
  const when = { timespans: [{ start: { in: '2000' } }, { start: { in: '1990' } }] };
  const { columns, report, numbers } = read(collection(point({ name: 'Camp' }, { when })));
  expect(columns.count).toBe(2);
  expect(report.records).toBe(1);
  expect([...columns.entries].map((entry) => numbers[entry])).toEqual([1, 1]);
});

test('what cannot be read is told with its number, and the rest is there', () => {
  const text = collection(
    point({ title: 'Good', start: '1999' }),
    point({ title: 'Badly dated', start: 'a long time ago' }),
    { type: 'Feature', properties: { title: 'Nowhere', start: '2000' }, geometry: null },
    {
      type: 'Feature',
      properties: { start: '2001' },
      geometry: { type: 'Point', coordinates: [1, 95] },
    },
  );
  const { report, columns, titles } = read(text);
  expect(report).toMatchObject({ records: 4, skipped: 0, undated: 1, unplaced: 2, found: 1 });
  expect(report.problems).toEqual([
    {
      file: 'events.geojson',
      record: '2',
      field: 'start',
      found: '"a long time ago"',
      expected: 'a date or an EDTF interval',
    },
  ]);
  expect([...columns.entries].map((entry) => titles.get(entry))).toEqual([
    'Good',
    'Nowhere',
    'Record 4',
    'Badly dated',
  ]);
});

test('a file that breaks off gives what came before, and says so', () => {
  const whole = collection(point({ start: '1999' }), point({ start: '2000' }));
  const { columns, report } = read(whole.slice(0, -40));
  expect(columns.count).toBe(1);
  expect(report.problems[0]).toMatchObject({ expected: 'a whole file' });
});

test('a file without records is refused by name', () => {
  expect(() => read('{"type":"FeatureCollection","features":[]}')).toThrow('events.geojson');
  expect(() => read('{"type":"FeatureC')).toThrow('breaks off');
});

test('reads a table with its own names of columns', () => {
  const text =
    'Event Date;Latitude;Longitude;Name;Kind\r\n1999-10-03;40.25;71.5;"A; b";raid\r\n;;;;\r\n2000;;;Two;';
  const { columns, report, titles, parse } = read(text, 'events.csv');
  expect(report).toMatchObject({ records: 3, unplaced: 2, undated: 1 });
  expect(lonOf(columns.positions[0] ?? NaN)).toBeCloseTo(71.5, 6);
  expect(latOf(columns.positions[1] ?? NaN)).toBeCloseTo(40.25, 6);
  expect(titles.get(0)).toBe('A; b');
  expect(parse('2001;1;2;"x ""y""";z')?.properties.get('Name')).toBe('x "y"');
});

test('a line with times is a path whose vertices have moments, and spans them', () => {
  const line = {
    type: 'Feature',
    properties: { times: ['1999-10-03T00:00:00Z', '1999-10-03T12:00:00Z', '1999-10-05T00:00:00Z'] },
    geometry: {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    },
  };
  const { columns } = read(collection(line));
  const { from } = daysOf({ year: 1999, month: 10, day: 3 });
  expect([...columns.paths.times]).toEqual([from, from + 0.5, from + 2]);
  expect([...columns.paths.starts]).toEqual([0, 3]);
  expect([...columns.bounds]).toEqual([from, from, from + 2, from + 2]);
});

test('the columns of the position are no fields to choose from', () => {
  const { columns } = read(
    'title,date,lat,lon,type,dead\nA,1999,40,70,raid,3\nB,2000,41,71,battle,5',
    'events.csv',
  );
  const names = [...columns.categories, ...columns.numbers].map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['type', 'dead']));
  expect(names).not.toContain('lat');
  expect(names).not.toContain('lon');
  // A feature has its position elsewhere: its fields may mean anything.
  const own = read(collection(point({ x: 3 }), point({ x: 5 }))).columns;
  expect(own.numbers.map(({ name }) => name)).toContain('x');
});
