/** A small file of each format, and what becomes of it. */
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

test('GeoJSON: time is found wherever it stands', () => {
  const at = point(1, 2);
  const line = {
    type: 'LineString',
    coordinates: [
      [1, 2, 0, 1564184363],
      [3, 4, 0, 1564270763],
    ],
  };
  const times = { times: ['2020-01-01T00:00:00Z', '2020-01-03T00:00:00Z'] };
  const when = { timespans: [{ start: { in: '1600' }, end: { in: '1699' } }] };
  const file = opened(
    collection(
      feature(at, { name: 'a', when: 'ignored' }, { when }),
      feature(at, { name: 'b', when }),
      feature(at, { name: 'c', 'start_date:edtf': '1850~', start_date: '1850', end_date: '1900' }),
      feature(at, { name: 'd', start: '1700', end: '1710' }),
      feature(at, { name: 'e', coordinateProperties: times }),
      feature(line, { name: 'f' }),
      feature(at, { name: 'g' }),
    ),
    'times.geojson',
  );
  expect(told(file).sort()).toEqual([
    'a | 1600 to 1699 | 2° N, 1° E',
    'b | 1600 to 1699 | 2° N, 1° E',
    'c | from some time between 1849 and 1851 until 1900 | 2° N, 1° E',
    'd | 1700 to 1710 | 2° N, 1° E',
    'e | 1 to 3 January 2020 | 2° N, 1° E',
    'f | 26 to 27 July 2019 | ',
    'g | undated | 2° N, 1° E',
  ]);
  expect(remarks(file)).toEqual([]);
  const movement = file.atlas.records.find(({ title }) => title === 'f');
  expect(movement).toMatchObject({
    kind: 'movement',
    path: 'given',
    lines: [
      [
        [1, 2],
        [3, 4],
      ],
    ],
  });
});

test('GeoJSON: what is odd is opened in part, and each oddity is said', () => {
  const file = opened(
    collection(
      feature(point(1, 2), null, { id: 7 }),
      feature(point(3, 4), { name: 'again' }, { id: 7 }),
      feature(null, { name: 'nowhere', date: '1999' }),
      feature({ type: 'Point', coordinates: ['1', 2] }, { name: 'text' }),
      { type: 'Foo' },
      feature(point(1, 2), { name: 'when', date: 'last spring' }),
      { type: 'Feature', geometry: point(1, 2) },
    ),
    'odd.geojson',
  );
  expect(file.report).toMatchObject({ total: 7, opened: 5, remarked: 3, skipped: 2 });
  expect(remarks(file)).toEqual([
    'feature 2, id: found "7", expected every id only once; it was numbered',
    'feature 3, geometry: found nothing, expected where it is; it stands in the list, but not on the map',
    'skipped feature 4, geometry: found ["1",2], expected a position of two numbers: longitude, latitude',
    'skipped feature 5, type: found "Foo", expected "Feature"',
    'feature 6, date: found last spring, expected a date, such as 1999, 1999-10, 1999-10-03, 3 October 1999 or an EDTF date',
  ]);
  expect(told(file)).toContain('when | last spring (not read) | 2° N, 1° E');
});

test('GeoJSON: a line that crosses 180 degrees, a collection with a line in it, fields that mean nothing here', () => {
  const line = {
    type: 'LineString',
    coordinates: [
      [178, 1],
      [-179, 2],
    ],
  };
  const mixed = {
    type: 'GeometryCollection',
    geometries: [point(1, 2), { type: 'GeometryCollection', geometries: [line] }],
  };
  const across = opened(
    collection(feature(line, { name: 'across', 'marker-color': '#f00', crew: 12 })),
    'a.geojson',
  );
  expect(across.atlas.opening.bounds).toEqual([177.85, 0.95, 181.15, 2.05]);
  expect(across.atlas.records[0]?.fields).toEqual([{ name: 'crew', value: '12' }]);
  expect(
    opened(collection(feature(mixed, { name: 'mix' })), 'm.geojson')
      .atlas.records.map(({ kind }) => kind)
      .sort(),
  ).toEqual(['event', 'movement']);
});

test('GeoJSON: projected coordinates are refused with what to do', () => {
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } };
  const projected = JSON.stringify({ type: 'FeatureCollection', crs, features: [] });
  expect(refusal(projected, 'p.geojson')).toBe(
    'p.geojson has projected coordinates (urn:ogc:def:crs:EPSG::3857), expected longitude and latitude (WGS 84). Convert it, for instance with: ogr2ogr -t_srs EPSG:4326 out.geojson p.geojson',
  );
  expect(refusal(collection(feature(point(500000, 6000000), {})), 'q.geojson')).toContain(
    'these look like projected coordinates',
  );
});

test('GeoJSON text sequences and JSON Lines: a broken line is one line', () => {
  const a = JSON.stringify(feature(point(1, 2), { name: 'a', year: 1999 }));
  const b = JSON.stringify(feature(point(3, 4), { name: 'b', year: 2000 }));
  for (const [name, text] of [
    ['x.geojsons', `\x1e${a}\n\x1e${b}\n\x1e{bad\n`],
    ['x.jsonl', `${a}\n${b}\n{bad\n`],
  ] as const) {
    const file = opened(text, name);
    expect(told(file)).toEqual(['a | 1999 | 2° N, 1° E', 'b | 2000 | 4° N, 3° E']);
    expect(remarks(file)).toEqual([
      'skipped line 3, undefined: found "b" at line 1, column 2, expected a member name in double quotes',
    ]);
  }
});

test('Linked Places: names, types, a record for each dated geometry, -1 for "not known"', () => {
  const part = (lon: number, start: unknown, end?: unknown): object => ({
    ...point(lon, 50),
    when: { timespans: [{ start, ...(end !== undefined && { end }) }] },
  });
  const file = opened(
    collection({
      type: 'Feature',
      '@id': 'http://example.org/places/12',
      properties: { title: 'Abingdon' },
      names: [{ toponym: 'Abingdon' }, { toponym: 'Abbendun', lang: 'ang' }],
      types: [{ identifier: 'aat:300008347', label: 'town' }],
      geometry: {
        type: 'GeometryCollection',
        geometries: [
          part(1, { in: '1600' }, { in: '1699' }),
          part(2, { in: '1700' }),
          part(3, -1, -1),
        ],
      },
    }),
    'lpf.geojson',
  );
  expect(file.report.format).toBe('Linked Places');
  expect(told(file)).toEqual([
    'Abingdon | 1600 to 1699 | Abingdon',
    'Abingdon | 1700 | Abingdon',
    'Abingdon | undated | Abingdon',
  ]);
  expect(file.atlas.records[0]?.category).toBe('town');
  expect(file.atlas.places[0]?.names).toEqual([{ text: 'Abbendun', lang: 'ang' }]);
  expect(remarks(file)).toEqual([
    'feature 1, when.timespans[0]: found [-1,-1], expected dates; -1 was taken for “not known”',
  ]);
});

test.each([
  [
    'semicolons, decimal commas and a mark',
    '\uFEFFTitel;Datum;Breite;Länge\nAlesia;52 BC;47,5;4,5\n',
    'Alesia | 52 BC | 47.5° N, 4.5° E',
  ],
  ['tabs', 'title\tyear\tlat\tlon\nOsh\t950\t40.5\t72.8\n', 'Osh | AD 950 | 40.5° N, 72.8° E'],
  [
    'degrees',
    'name,year,latitude,longitude\nLondon,1066,"51°30\'N","0°15\'W"\n',
    'London | 1066 | 51.5° N, 0.25° W',
  ],
  [
    'one column for both',
    'event,when,coordinates\nA,1999-10,"41.0, 71.7"\n',
    'A | October 1999 | 41° N, 71.7° E',
  ],
  [
    'well-known text',
    'name,start,end,the_geom\nA,1200,1300,POINT(71.7 41)\n',
    'A | 1200 to 1300 | 41° N, 71.7° E',
  ],
  [
    'years from and to',
    'name,from,to,lat,lon\nA,1200,1300,41,71.7\n',
    'A | 1200 to 1300 | 41° N, 71.7° E',
  ],
  ['a named place', 'title,date,place,lat,lon\nA,1999,Osh,40.5,72.8\n', 'A | 1999 | Osh'],
  [
    'a quotation mark that never closes',
    'name,year,lat,lon\n"A,1999,1,2\nB,2000,3,4\n',
    '"A | 1999 | 1° N, 2° E',
  ],
  [
    'markup and odd words',
    'name,year,lat,lon\n<img src=x onerror=alert(1)>,1999,1,2\n__proto__,2000,3,4\n',
    '<img src=x onerror=alert(1)> | 1999 | 1° N, 2° E',
  ],
])('CSV with %s', (_, text, first) => {
  expect(told(opened(text, 'x.csv'))[0]).toBe(first);
});

test('CSV in other encodings: UTF-16 by its mark, Windows-1252 with a remark', () => {
  const wide = Uint8Array.from(
    [0xff, 0xfe, ...'name,year,lat,lon\nOš,1999,1,2\n'].flatMap((one) => {
      if (typeof one === 'number') return [one];
      const code = one.charCodeAt(0);
      return [code & 255, code >> 8];
    }),
  );
  expect(told(opened(wide, 'w.csv'))).toEqual(['Oš | 1999 | 1° N, 2° E']);
  const western = Uint8Array.from([
    ...bytes('name,year,lat,lon\nK'),
    0xf6,
    ...bytes('ln,1999,1,2\n'),
  ]);
  const file = opened(western, 'k.csv');
  expect(told(file)).toEqual(['Köln | 1999 | 1° N, 2° E']);
  expect(file.report.notes[0]).toContain('read as Windows-1252');
  const json = Uint8Array.from([...bytes('{"x":"'), 0xf6, ...bytes('"}')]);
  expect(refusal(json, 'k.json')).toBe(
    'k.json is not valid UTF-8 (first at byte 7). Save it as UTF-8 and open it again.',
  );
});

test('CSV: swapped columns and extra cells are said by row', () => {
  const file = opened(
    'title,date,lat,lon\nA,1999,171.5,41\nB,2000,40,171,x,y\nC,2000,north,71\n',
    's.csv',
  );
  expect(remarks(file)).toEqual([
    'skipped row 2, lat, lon: found ["171.5","41"], expected longitude, latitude (these look swapped: latitude, longitude)',
    'row 3, undefined: found "x, y", expected at most 4 columns, as the header has',
    'skipped row 4, lat: found "north", expected a latitude in degrees, such as 41.0 or 41°00′N',
  ]);
});

test('asks where positions or the order of day and month are unclear, and goes on with the answer', () => {
  const dates = open('event,date,lat,lon\nA,03/04/2022,1,2\nB,05/06/2022,3,4\n', 'd.csv');
  if (dates.kind !== 'question') throw new Error('not asked');
  expect(dates.question.guess).toMatchObject({
    mapping: { title: 'event', start: 'date', lat: 'lat', lon: 'lon' },
    ambiguousDate: '03/04/2022',
  });
  const { mapping } = dates.question.guess;
  expect(told(answered(dates, { ...mapping, dateOrder: 'dmy' }))[0]).toContain('3 April 2022');
  expect(told(answered(dates, { ...mapping, dateOrder: 'mdy' }))[0]).toContain('4 March 2022');

  const columns = open('what,u,v\nA,41,71\n', 'c.csv');
  if (columns.kind !== 'question') throw new Error('not asked');
  const chosen = { title: 'what', lat: 'u', lon: 'v' };
  expect(told(answered(columns, chosen))).toEqual(['A | undated | 41° N, 71° E']);
  const again = open('what,u,v\nB,42,72\n', 'other.csv', {
    remembered: new Map([[columns.question.key, chosen]]),
  });
  expect(again.kind === 'opened' && told(again)).toEqual(['B | undated | 42° N, 72° E']);
});

test('a list of objects is a table', () => {
  const list = JSON.stringify([
    { name: 'a', lat: 1, lon: 2, year: 1999 },
    { name: 'b', lat: '3', lon: 4, year: 1800 },
    5,
  ]);
  const file = opened(list, 'l.json');
  expect(told(file)).toEqual(['b | 1800 | 3° N, 4° E', 'a | 1999 | 1° N, 2° E']);
  expect(remarks(file)).toEqual(['skipped row 3, undefined: found 5, expected an object']);
});

const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Doc</name>
<Folder><TimeSpan><begin>1990</begin></TimeSpan>
<Placemark><name>inherits</name><description><![CDATA[<b>Bold</b><br>line]]></description><Point><coordinates>1,2,0</coordinates></Point></Placemark>
<Placemark><name>own</name><TimeStamp><when>1999-10</when></TimeStamp><Point><coordinates>3,4</coordinates></Point></Placemark>
</Folder><NetworkLink/></Document></kml>`;

test('KML: times are inherited, descriptions are text, links are not followed', () => {
  const file = opened(kml, 'd.kml');
  expect(told(file)).toEqual([
    'inherits | since 1990, still so when the source stops | 2° N, 1° E',
    'own | October 1999 | 4° N, 3° E',
  ]);
  expect(file.atlas.title).toBe('Doc');
  expect(file.atlas.records[0]?.summary).toBe('Bold\nline');
  expect(file.report.notes).toEqual(['1 network link is not followed: nothing is fetched.']);
});

test('GPX: a track with times is a movement along its own line, a waypoint an event', () => {
  const gpx = `<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1"><metadata><name>Walk</name></metadata>
<wpt lat="1" lon="2"><name>Hut</name><time>2020-01-01T10:00:00Z</time></wpt>
<trk><name>Way</name><trkseg><trkpt lat="1" lon="2"><time>2020-01-01T00:00:00Z</time></trkpt><trkpt lat="3" lon="4"><time>2020-01-02T00:00:00Z</time></trkpt></trkseg></trk></gpx>`;
  const file = opened(gpx, 'w.gpx');
  expect(told(file)).toEqual(['Hut | 1 January 2020 | 1° N, 2° E', 'Way | 1 to 2 January 2020 | ']);
  expect(file.atlas.records[1]).toMatchObject({ kind: 'movement', path: 'given' });
});

test('zip and KMZ: what is in them, each file with its own remarks', () => {
  const zip = zipSync({
    'data/a.csv': bytes('title,date,lat,lon\nA,1999,1,2\n'),
    'b.kml': bytes(kml),
    'readme.md': bytes('#'),
    'ask.csv': bytes('event,date,lat,lon\nA,03/04/2022,1,2\n'),
    'broken.geojson': bytes('{'),
  });
  const file = opened(zip, 'two.zip');
  expect(file.atlas.records.map(({ title }) => title).sort()).toEqual(['A', 'inherits', 'own']);
  expect(file.report.notes).toEqual([
    'Passed over in the archive: readme.md.',
    'ask.csv: 03/04/2022: does the day or the month come first? Open it by itself to say so.',
    'broken.geojson is not valid JSON: found the end at line 1, column 2, expected a member name in double quotes.',
    'b.kml: 1 network link is not followed: nothing is fetched.',
  ]);
  expect(opened(zipSync({ 'doc.kml': bytes(kml), 'x.csv': bytes('a') }), 'p.kmz').atlas.title).toBe(
    'Doc',
  );
});

test('movements: between columns of positions, between places that the file has, along a sequence', () => {
  const columns =
    'title,date,from,to,from_lat,from_lon,to_lat,to_lon\nMarch,1805,Boulogne,Ulm,50.7,1.6,48.4,10\n';
  expect(told(opened(columns, 'm.csv'))).toEqual(['March | 1805 | Boulogne > Ulm']);
  const named =
    'title,date,from,to,lat,lon\nBoulogne,,,,50.7,1.6\nUlm,,,,48.4,10\nMarch,1805,Boulogne,Ulm,,\nLost,1805,Boulogne,Nowhere,,\n';
  const file = opened(named, 'n.csv');
  expect(file.atlas.records.find(({ title }) => title === 'March')).toMatchObject({
    kind: 'movement',
    lines: [
      [
        [1.6, 50.7],
        [10, 48.4],
      ],
    ],
  });
  expect(remarks(file)).toEqual([
    'row 5, to: found "Nowhere", expected a place of this file by its title, or columns with its position',
  ]);
  const track =
    'ship,date,lat,lon\nBeagle,1832-02-28,-13,-38.5\nBeagle,1831-12-27,50,-4\nEndeavour,1768,50,-4\n';
  const journey = opened(track, 't.csv').atlas.records.filter(({ kind }) => kind === 'movement');
  expect(journey).toMatchObject([
    {
      title: 'Beagle, leg 1',
      standing: 'inferred',
      whenText: '27 December 1831 to 28 February 1832',
      lines: [
        [
          [-4, 50],
          [-38.5, -13],
        ],
      ],
    },
  ]);
  // Somebody's events are not a journey.
  const events = 'title,actor,date,lat,lon\nA,Darwin,1831,50,-4\nB,Darwin,1835,-1,-90\n';
  expect(opened(events, 'e.csv').atlas.records.every(({ kind }) => kind === 'event')).toBe(true);
});
