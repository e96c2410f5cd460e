/**
 * Writes records as KML 2.2 (OGC 07-147r2), a folder for each kind, with TimeSpan for their outer
 * bounds. ExtendedData keeps what KML has no element for: the EDTF dates with inner bounds, standing,
 * who, the claims, the sources, and what else a reader's file said.
 */
import type { Geometry, Position } from 'geojson';
import type { AtlasIndex } from '../core/atlas';
import { formatDate } from '../core/date';
import { civil } from '../core/day';
import { formatEdtfSpan } from '../core/edtf';
import { kinds, type AtlasRecord, type Kind } from '../core/model';
import { ALWAYS, FOREVER, type Day } from '../core/span';
import { fieldColumn, joint, ownColumns, ownParts } from './own-columns';
import { recordFeature } from './write-geojson';

/** Text between tags. XML 1.0 has no way to write most control characters: they are left out. */
export function xmlText(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are what XML forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

function tag(name: string, text: string): string {
  return text === '' ? '' : `<${name}>${xmlText(text)}</${name}>`;
}

const tuple = ([lon = 0, lat = 0]: Position): string => `${lon},${lat}`;
const tuples = (line: readonly Position[]): string =>
  `<coordinates>${line.map(tuple).join(' ')}</coordinates>`;

function polygon([outer = [], ...inner]: readonly Position[][]): string {
  const ring = (line: readonly Position[]): string => `<LinearRing>${tuples(line)}</LinearRing>`;
  const holes = inner.map((line) => `<innerBoundaryIs>${ring(line)}</innerBoundaryIs>`);
  return `<Polygon><outerBoundaryIs>${ring(outer)}</outerBoundaryIs>${holes.join('')}</Polygon>`;
}

const point = (position: Position): string => `<Point>${tuples([position])}</Point>`;
const line = (positions: readonly Position[]): string =>
  `<LineString><tessellate>1</tessellate>${tuples(positions)}</LineString>`;
const several = (parts: readonly string[]): string =>
  `<MultiGeometry>${parts.join('')}</MultiGeometry>`;

function geometryKml(geometry: Geometry | null): string {
  switch (geometry?.type) {
    case undefined:
      return '';
    case 'Point':
      return point(geometry.coordinates);
    case 'LineString':
      return line(geometry.coordinates);
    case 'Polygon':
      return polygon(geometry.coordinates);
    case 'MultiPoint':
      return several(geometry.coordinates.map(point));
    case 'MultiLineString':
      return several(geometry.coordinates.map(line));
    case 'MultiPolygon':
      return several(geometry.coordinates.map(polygon));
    case 'GeometryCollection':
      return several(geometry.geometries.map(geometryKml));
  }
}

/** A day as xs:date: four digits of the year or more, without EDTF's prefix for long years. */
const xsdDay = (day: Day): string => formatDate(civil(day)).replace('Y', '');

/**
 * The outer bounds. Both are full days: whether `<end>1999</end>` is the year's first day or its last,
 * programs disagree. A side that is open is left out; an undated record has none.
 */
function timeKml({ spans }: AtlasRecord): string {
  const begin = Math.min(...spans.map(({ earliestStart }) => earliestStart));
  const end = Math.max(...spans.map(({ latestEnd }) => latestEnd));
  const parts = [
    begin > ALWAYS && begin < FOREVER ? tag('begin', xsdDay(begin)) : '',
    end < FOREVER && end > ALWAYS ? tag('end', xsdDay(end)) : '',
  ].join('');
  return parts && `<TimeSpan>${parts}</TimeSpan>`;
}

/** The parts that an element or the geometry says already. */
const said: ReadonlySet<string> = new Set('title summary lon lat wkt'.split(' '));

function dataKml(record: AtlasRecord, index: AtlasIndex): string {
  const edtf = record.spans.map((span) => formatEdtfSpan(span));
  const parts = {
    ...ownParts(record, index),
    start: edtf.map((span) => span?.start ?? '').join(joint),
    end: edtf.some((span) => span?.end) ? edtf.map((span) => span?.end ?? '').join(joint) : '',
  };
  const data: readonly (readonly [name: string, value: string])[] = [
    ...ownColumns
      .filter((column) => !said.has(column))
      .map((column) => [column, parts[column]] as const),
    ...(record.fields ?? []).map(({ name, value }) => [fieldColumn(name), value] as const),
  ];
  const items = data
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<Data name="${xmlText(name)}">${tag('value', value)}</Data>`);
  return `<ExtendedData>${items.join('')}</ExtendedData>`;
}

/** What a placemark says of a record, and of its time and standing in brackets. */
export function descriptionOf({
  summary,
  whenText,
  standing,
}: Pick<AtlasRecord, 'summary' | 'whenText' | 'standing'>): string {
  return `${summary} (${whenText}; ${standing})`;
}

// The order of the elements is the schema's.
function placemark(record: AtlasRecord, index: AtlasIndex): string {
  return [
    `<Placemark id="${xmlText(record.id)}">`,
    tag('name', record.title),
    tag('description', descriptionOf(record)),
    timeKml(record),
    dataKml(record, index),
    geometryKml(recordFeature(record, index.places).geometry),
    '</Placemark>',
  ].join('');
}

const folderNames: Record<Kind, string> = {
  base: 'Bases',
  movement: 'Movements',
  event: 'Events',
};

/** Records as a KML document. */
export function writeKml(records: readonly AtlasRecord[], index: AtlasIndex): string {
  const { title, summary, version, licence } = index.atlas;
  const folders = kinds.flatMap((kind) => {
    const own = records.filter((record) => record.kind === kind);
    if (own.length === 0) return [];
    const marks = own.map((record) => placemark(record, index));
    return [`<Folder>${tag('name', folderNames[kind])}`, ...marks, '</Folder>'];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2">',
    `<Document>${tag('name', title)}`,
    tag('description', `${summary} Data of ${version}, ${licence}.`),
    ...folders,
    '</Document>',
    '</kml>',
    '',
  ].join('\n');
}
