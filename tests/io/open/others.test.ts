/** Files as other people write them, each with what a reader is to find in the explorer. */
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import {
  answered,
  bytes,
  collection,
  feature,
  open,
  opened,
  point,
  refusal,
  remarks,
  told,
} from './files';

const time = '2020-01-01T00:00:00Z';
const later = '2020-01-03T00:00:00Z';
const line = (...coordinates: number[][]): object => ({ type: 'LineString', coordinates });
const square = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
];
const topology = {
  type: 'Topology',
  transform: { scale: [0.001, 0.001], translate: [70, 40] },
  arcs: [
    [
      [0, 0],
      [1000, 1000],
    ],
  ],
  objects: {
    towns: { type: 'Point', coordinates: [500, 500], properties: { name: 'Town', date: '2000' } },
    roads: { type: 'LineString', arcs: [0], properties: { name: 'Road', start_date: '1999' } },
  },
};

test.each([
  [
    'German, with an era',
    'g.csv',
    '\uFEFFBezeichnung;Jahr;Breitengrad;Längengrad;Ort\nSchlacht;52 v. Chr.;47,5;4,5;Alesia\nFriede;3. März 1918;52,1;23,7;Brest\n',
    ['Schlacht | 52 BC | Alesia', 'Friede | 3 March 1918 | Brest'],
  ],
  [
    'French, with a start and an end',
    'f.csv',
    'Événement,Date de début,Date de fin,Lat.,Long.,Commune\nA,13/02/1914,15/02/1914,48,2,Paris\n',
    ['A | 13 to 15 February 1914 | Paris'],
  ],
  [
    'Russian',
    'r.csv',
    'Событие;Год;Широта;Долгота;Место\nБитва;1242;58,1;27,5;Чудское озеро\n',
    ['Битва | 1242 | Чудское озеро'],
  ],
  [
    'Russian in Windows-1251',
    'r.csv',
    Uint8Array.from([...bytes('name,year,lat,lon\n'), 0xce, 0xf8, ...bytes(',1999,40.5,72.8\n')]),
    ['Ош | 1999 | 40.5° N, 72.8° E'],
  ],
  [
    'names that only hint, in upper case and in camel case',
    'n.csv',
    'SITE NAME,YearBuilt,Site latitude (WGS84),Site longitude (WGS84),last_updated\nFort,1850,41,71,2020-01-01\n',
    ['Fort | 1850 | 41° N, 71° E'],
  ],
  [
    'no names that are known: dates and titles by what they look like',
    'v.csv',
    'Fort,founded,lat,lon\nBatken,10 février 1763,41,71\nOsh,12 mars 1763,41,72\n',
    ['Batken | 10 February 1763 | 41° N, 71° E', 'Osh | 12 March 1763 | 41° N, 72° E'],
  ],
  [
    'year, month and day in columns of their own',
    'y.csv',
    'event,year,month,day,lat,lon\nA,1999,10,3,41,71\nB,2000,Aug,,40,70\nC,2001,,,40,70\n',
    [
      'A | 3 October 1999 | 41° N, 71° E',
      'B | August 2000 | 40° N, 70° E',
      'C | 2001 | 40° N, 70° E',
    ],
  ],
  [
    'a title above the names of the columns',
    't.csv',
    'My survey,,,\n,,,\nname,built,lat,lon\nA,1850,41,71\n',
    ['A | 1850 | 41° N, 71° E'],
  ],
  [
    'degrees with colons and signs of all kinds',
    'd.csv',
    'name,year,lat,lon\nA,1776,40:42:46N,74:00:21W\nB,1777,48°51′24″N,2°21′08″E\nC,1778,"22° 54\' 30"" S",43.5 W\n',
    [
      'A | 1776 | 40.7128° N, 74.0058° W',
      'B | 1777 | 48.8567° N, 2.3522° E',
      'C | 1778 | 22.9083° S, 43.5° W',
    ],
  ],
  [
    'longitude first, as the name of the column says',
    'l.csv',
    'name,lonlat,year\nA,"71.7, 41.0",1999\n',
    ['A | 1999 | 41° N, 71.7° E'],
  ],
  [
    'a track with an animal’s name, in a study with a name',
    'm.csv',
    'event-id,timestamp,location-long,location-lat,individual-local-identifier,study-name\n1,2020-01-01 00:00:00.000,71,41,Stork,S\n',
    ['Stork | 1 January 2020 | 41° N, 71° E'],
  ],
  [
    'the layers of a uMap',
    'u.umap',
    JSON.stringify({
      type: 'umap',
      layers: [
        {
          features: [feature(point(1, 2), { name: 'A', date: '1999' })],
          _umap_options: { name: 'L' },
        },
        {
          features: [feature(point(3, 2), { name: 'B', date: '2000' })],
          _umap_options: { name: 'M' },
        },
      ],
    }),
    ['A | 1999 | 2° N, 1° E', 'B | 2000 | 2° N, 3° E'],
  ],
  [
    'flows without a title',
    'o.csv',
    'origin,destination,origin_lat,origin_lon,dest_lat,dest_lon,year\nOsh,Batken,40.5,72.8,40,70.8,1999\n',
    ['Osh to Batken | 1999 | Osh > Batken'],
  ],
  [
    'the results of a query of Wikidata',
    'q.csv',
    'item,itemLabel,date,coord\nhttp://www.wikidata.org/entity/Q1,Siege,-0052-01-01T00:00:00Z,Point(4.5 47.5)\n',
    ['Siege | 1 January 53 BC | 47.5° N, 4.5° E'],
  ],
  [
    'the same as JSON of SPARQL',
    'q.json',
    JSON.stringify({
      head: { vars: ['itemLabel'] },
      results: {
        bindings: [
          {
            itemLabel: { type: 'literal', value: 'Siege' },
            date: { type: 'literal', value: '1999-10' },
            coord: { type: 'literal', value: 'Point(4.5 47.5)' },
          },
        ],
      },
    }),
    ['Siege | October 1999 | 47.5° N, 4.5° E'],
  ],
  [
    'positions within objects',
    'o.json',
    '{"data": [{"title": "A", "location": {"lat": 1, "lng": 2}, "date": "1999"}]}',
    ['A | 1999 | 1° N, 2° E'],
  ],
  [
    'a location history of Google',
    'Records.json',
    '{"locations": [{"timestampMs": "1577836800000", "latitudeE7": 410000000, "longitudeE7": 717000000}]}',
    ['Record 1 | 1 January 2020 | 41° N, 71.7° E'],
  ],
  [
    'objects on lines of their own',
    'o.ndjson',
    '{"name": "A", "lat": 41, "lon": 71, "date": "1999"}\n\n{"name": "B", "lat": 40, "lon": 71, "date": "2000"}\n',
    ['A | 1999 | 41° N, 71° E', 'B | 2000 | 40° N, 71° E'],
  ],
  [
    'features on lines, in a file that is called .json',
    'l.json',
    `${JSON.stringify(feature(point(1, 2), { name: 'a', year: 1999 }))}\n${JSON.stringify(feature(point(3, 4), { name: 'b', year: 2000 }))}\n`,
    ['a | 1999 | 2° N, 1° E', 'b | 2000 | 4° N, 3° E'],
  ],
  [
    'what Esri’s services answer',
    'e.json',
    JSON.stringify({
      spatialReference: { wkid: 4326 },
      features: [
        { attributes: { name: 'A', date: 915148800000 }, geometry: { x: 71, y: 41 } },
        { attributes: { name: 'B', date: 915148800000 }, geometry: { rings: [square] } },
      ],
    }),
    ['A | 1 January 1999 | 41° N, 71° E', 'B | 1 January 1999 | B'],
  ],
  [
    'TopoJSON of two layers, dated in fields of different names',
    't.topojson',
    JSON.stringify(topology),
    ['Road | 1999 | ', 'Town | 2000 | 40.5° N, 70.5° E'],
  ],
  [
    'latitudes first, which some positions give away',
    's.geojson',
    collection(
      feature(point(40.5, 172.8), { name: 'a', date: 1999 }),
      feature(point(51.5, -0.1), { name: 'London', date: 2000 }),
    ),
    ['a | 1999 | 40.5° N, 172.8° E', 'London | 2000 | 51.5° N, 0.1° W'],
  ],
  [
    'dates of OpenHistoricalMap with uncertain sides, and centuries in its words',
    'h.geojson',
    collection(
      feature(point(3, 4), { name: 'B', start_date: 'C18', end_date: '1910' }),
      feature(point(1, 2), {
        name: 'A',
        'start_date:edtf': '1850~',
        'end_date:edtf': '1860-05/1860-07',
      }),
    ),
    [
      'B | from some time between 1701 and 1800 until 1910 | 4° N, 3° E',
      'A | from some time between 1849 and 1851 until some time between May and July 1860 | 2° N, 1° E',
    ],
  ],
  [
    'times of positions in every place that programs put them',
    'c.geojson',
    collection(
      feature(line([1, 2], [3, 4]), { name: 'a', times: [1577836800000, 1578009600000] }),
      feature(line([1, 2], [3, 4]), { name: 'b', coordTimes: [time, later] }),
      feature(line([1, 2, 0, 1577836800], [3, 4, 0, 1578009600]), { name: 'c' }),
    ),
    ['a | 1 to 3 January 2020 | ', 'b | 1 to 3 January 2020 | ', 'c | 1 to 3 January 2020 | '],
  ],
  [
    'nested folders of KML',
    'n.kml',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>1999</name><TimeSpan><begin>1999-08</begin><end>1999-10</end></TimeSpan><Folder><name>Inner</name><Placemark><name>P</name><Point><coordinates>71,40,0</coordinates></Point></Placemark></Folder></Folder></Document></kml>',
    ['P | August to October 1999 | 40° N, 71° E'],
  ],
])('%s', (_, name, content, expected) => {
  const file = opened(content, name);
  expect(told(file)).toEqual(expected);
  expect(remarks(file)).toEqual([]);
});

test('what is done to a file is said of it', () => {
  const notes = (content: string, name: string): readonly string[] =>
    opened(content, name).report.notes;
  expect(notes('My survey,,,\nname,built,lat,lon\nA,1850,41,71\n', 't.csv')).toEqual([
    'Above the column names stands: My survey',
  ]);
  expect(notes(collection(feature(point(40, 172), {})), 's.geojson')[0]).toContain(
    'latitude before the longitude',
  );
  expect(notes('{"data": [{"lat": 1, "lon": 2}]}', 'd.json')).toEqual([
    'The records were taken from “data”, the longest list in the file.',
  ]);
  const twice = '{"type":"Feature","geometry":null,\n"properties":{"a":1},"properties":{"b":2}}';
  expect(notes(twice, 'p.geojson')).toEqual([
    '“properties” at line 2 is there a second time in one object: the last one counts.',
  ]);
  expect(remarks(opened('name,date,lat,lon\nA,36434,41,71\n', 'x.csv'))).toEqual([
    'row 2, date: found "36434", expected a date; it was read as the day number of a spreadsheet',
  ]);
});

test('one position beyond 90 degrees is a slip of the pen, not latitudes first', () => {
  const rows = Array.from({ length: 19 }, (_, k) => `A,1999,41,${60 + k}\n`).join('');
  expect(remarks(opened(`title,date,lat,lon\n${rows}B,1999,141,71\n`, 's.csv'))).toEqual([
    'skipped row 21, lat, lon: found ["141","71"], expected longitude, latitude (these look swapped: latitude, longitude)',
  ]);
});

test('what looks swapped, and dates of both orders, are asked about', () => {
  const swapped = open('name,date,lat,lon\nA,1999,-74,40.7\nB,2000,151.2,-33.9\n', 'w.csv');
  if (swapped.kind !== 'question') throw new Error('not asked');
  expect(swapped.question.guess.unclear[0]).toContain('taken the other way round');
  expect(told(answered(swapped, swapped.question.guess.mapping))[0]).toBe(
    'A | 1999 | 40.7° N, 74° W',
  );
  const minutes = 'name,Lat (deg),Lat (min),Lon (deg),Lon (min)\nA,41,30,71,15\n';
  expect(open(minutes, 'minutes.csv').kind).toBe('question');
  const both = 'name,date,lat,lon\nA,13/04/2022,1,2\nB,04/14/2022,1,2\nC,03/04/2022,1,2\n';
  const dates = open(both, 'b.csv');
  expect(dates.kind === 'question' && dates.question.guess.ambiguousDate).toBe('03/04/2022');
});

test('a file that breaks off opens as far as it is whole, and says where', () => {
  const whole = collection(feature(point(1, 2), { name: 'a', date: '1999' }));
  const file = opened(`${whole.slice(0, -2)},{"type":"Feature","geo`, 'cut.geojson');
  expect(told(file)).toEqual(['a | 1999 | 2° N, 1° E']);
  expect(file.report.notes[0]).toMatch(/^The file is not valid JSON: found .* at line 1, column/);
  const comma = whole
    .replace('"date"', ',"date"')
    .replace('[{', `[${JSON.stringify(feature(point(3, 4), { name: 'b' }))},{`);
  expect(remarks(opened(comma, 'comma.geojson'))[0]).toMatch(
    /^skipped feature 2, undefined: found/,
  );
});

test.each([
  ['book.csv', { 'xl/workbook.xml': bytes('<x/>') }, 'is a spreadsheet (Excel). Save it as CSV'],
  ['forts.zip', { 'a.shp': bytes('x'), 'a.dbf': bytes('x') }, 'holds a Shapefile. Convert it'],
])('%s says what it is', (name, files, message) => {
  expect(refusal(zipSync(files), name)).toContain(`${name} ${message}`);
});
