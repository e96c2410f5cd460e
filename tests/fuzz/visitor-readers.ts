/** The door for readers' own files, a row for each format that somebody may bring. */
import { expect } from 'vitest';
import { NotOpened } from '../../src/lib/io/open/limits';
import { openFile, type Asking, type Many, type OpenedFile } from '../../src/lib/io/open/open';
import type { FuzzedReader } from './readers';

const noWords = /\bNaN\b|undefined|Infinity/;

/** What must hold of whatever was opened. */
function expectSound({ atlas, report }: OpenedFile, text: string): void {
  expect(report.opened + report.skipped).toBe(report.total);
  expect(report.remarked).toBeLessThanOrEqual(report.opened);
  for (const { found, expected } of report.findings) {
    expect(expected).not.toBe('');
    expect(found.length + expected.length).toBeLessThan(2000);
  }
  const ids = [...atlas.records, ...atlas.places].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const places = new Set(atlas.places.map(({ id }) => id));
  for (const { at, from, to, lines, spans, whenText, title } of atlas.records) {
    expect([...at, ...from, ...to].every((id) => places.has(id))).toBe(true);
    expect(title).not.toBe('');
    // What cannot be read is quoted: then it is the file that says so.
    if (!noWords.test(text)) expect(whenText).not.toMatch(noWords);
    for (const span of spans) {
      expect(span.earliestStart).toBeLessThanOrEqual(span.latestStart);
      expect(span.earliestEnd).toBeLessThanOrEqual(span.latestEnd);
      expect(span.earliestStart).toBeLessThanOrEqual(span.latestEnd);
    }
    expectOnEarth(lines.flat(2));
  }
  for (const { point, radiusKm } of atlas.places) expectOnEarth([...point, radiusKm]);
  expectOnEarth([...atlas.opening.bounds]);
  expect(atlas.span.from).toBeLessThanOrEqual(atlas.span.to);
}

function expectOnEarth(numbers: readonly number[]): void {
  expect(numbers.every(Number.isFinite)).toBe(true);
}

/** Opens a text as a reader would, and goes along with what is guessed of its columns. */
function openAs(name: string, text: string): void {
  const bytes = new TextEncoder().encode(text);
  type Outcome = OpenedFile | Asking | Many;
  const attempt = (go: () => Outcome): Outcome | undefined => {
    try {
      return go();
    } catch (error) {
      if (!(error instanceof NotOpened)) throw error;
      expect(error.message.length).toBeLessThan(2000);
      return undefined;
    }
  };
  const first = attempt(() => openFile(bytes, name));
  const last =
    first?.kind === 'question' ? attempt(() => first.answer(first.question.guess.mapping)) : first;
  if (last?.kind === 'opened') expectSound(last, text);
}

interface Brought {
  readonly name: string;
  readonly file: string;
  readonly seeds: readonly string[];
  readonly words: string;
}

const brought: readonly Brought[] = [
  {
    name: 'a reader’s GeoJSON',
    file: 'x.geojson',
    seeds: [
      '{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[1,2]},"properties":{"name":"a","start":"1700","end":"1710~"}},{"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2,0,1564184363],[3,4,0,1564270763]]},"properties":{"actor":"b","date":"03/04/2022"}}]}',
      '{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]},"properties":{"track":"t","coordinateProperties":{"times":["2020-01-01T00:00:00Z"]}}}',
      '[{"name":"a","lat":1,"lon":2,"year":1999},{"name":"b","lat":3,"lon":4,"year":"-0044"}]',
    ],
    words:
      '{ } [ ] , : 1 -180 90 "type": "Feature" "features":[ "geometry":{ "coordinates":[ [1,2] "Point" "LineString" "MultiPolygon" "GeometryCollection","geometries":[ "properties":{ "name":"a" "date":"1999" "start":-1 "lat":1,"lon":2 "id":1',
  },
  {
    name: 'a reader’s Linked Places',
    file: 'x.jsonl',
    seeds: [
      '{"@id":"a","type":"Feature","properties":{"title":"A"},"when":{"timespans":[{"start":{"in":"1600"},"end":{"latest":"1699"}}]},"names":[{"toponym":"B","lang":"en"}],"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2],"when":{"timespans":[[-1,-1]]}}]}}\n{"type":"Feature","properties":{"title":"C"},"geometry":{"type":"Point","geowkt":"POINT(1 2)"}}',
    ],
    words:
      '{ } [ ] , : \n \x1e 1 -1 "type":"Feature" "geometry": "geowkt":"POINT(1_2)" "when":{"timespans":[ "start":{"in":"1600"} "earliest":"1500" "latest":"x" "names":[{"toponym": "properties":{"title": "citations":[ "@id":',
  },
  {
    name: 'a reader’s table',
    file: 'x.csv',
    seeds: [
      'name,lat,lon,start,end,type\nA,1,2,1999,2000,battle\nB,"3,5",4°30′N,1 May 2001,,"si""ege"\n',
      'who;when;from;to;wkt\nX;03/04/2022;A;B;POINT (1 2)\nX;05/06/2022;B;A;LINESTRING (1 2, 3 4)\n',
      'id\ttitle\ttitle_source\tstart\tgeowkt\n1\tA\tb\t-0044\tPOINT(1 2)\n',
    ],
    words:
      ', ; \t \n \r\n " "" name lat lon start end from to actor wkt POINT(1_2) 1999 03/04/2022 -0044 ~9999 1999-23 1564184363000 12°30′S 91 x',
  },
  {
    name: 'a reader’s KML',
    file: 'x.kml',
    seeds: [
      '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>D</name><Folder><TimeSpan><begin>1990</begin></TimeSpan><Placemark id="p"><name>a</name><description><![CDATA[<b>B</b>]]></description><Point><coordinates>1,2,0</coordinates></Point></Placemark><Placemark><TimeStamp><when>1999-10</when></TimeStamp><LineString><coordinates>3,4 5,6</coordinates></LineString></Placemark></Folder></Document></kml>',
      '<kml xmlns:gx="http://www.google.com/kml/ext/2.2"><Placemark><gx:Track><when>2010-05-28T02:02:09Z</when><gx:coord>1 2 0</gx:coord></gx:Track></Placemark></kml>',
    ],
    words:
      '<kml> </kml> <Document> <Folder> </Folder> <Placemark> </Placemark> <Point><coordinates> </coordinates></Point> 1,2,0 <TimeSpan><begin> </begin> <when>1999</when> <![CDATA[ ]]> <!-- --> &amp; &x; <?xml_?> <gx:Track> / > < ="a"',
  },
  {
    name: 'a reader’s GPX',
    file: 'x.gpx',
    seeds: [
      '<gpx version="1.1"><metadata><name>Walk</name></metadata><wpt lat="1" lon="2"><name>Hut</name><time>2020-01-01T10:00:00Z</time></wpt><trk><name>W</name><trkseg><trkpt lat="1" lon="2"><time>2020-01-01T00:00:00Z</time></trkpt><trkpt lat="3" lon="4"><time>2020-01-02T00:00:00Z</time></trkpt></trkseg></trk></gpx>',
    ],
    words:
      '<gpx> </gpx> <wpt_lat="1"_lon="2"> </wpt> <trk><trkseg> </trkseg></trk> <trkpt_lat="1"_lon="x"/> <rte> <time>2020</time> <time> <name>a</name> lat="91" < > / & " =',
  },
];

export const visitorReaders: readonly FuzzedReader[] = brought.map(
  ({ name, file, seeds, words }) => ({
    name,
    seeds,
    words: words.split(' ').map((word) => word.replaceAll('_', ' ')),
    read: (text) => openAs(file, text),
  }),
);
