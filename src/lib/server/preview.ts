/**
 * The preview picture of a record, a place or the atlas, as SVG: a map of where it is over a band that
 * says what it is, when, and how sure. Pure: the same data as the live map, its palette and its signs.
 */
import { activityText, placeText, precisionText, qualifierText, typeText } from '../core/describe';
import { placesOf, type AtlasIndex } from '../core/atlas';
import { groupOf } from '../core/group';
import type { AtlasRecord, Place } from '../core/model';
import { parseWindow, windowText } from '../core/window';
import { capital } from '../core/wording';
import { ATTRIBUTION, type Basemap } from '../map/basemap';
import { palettes } from '../map/palette';
import { groupHue, signOf, signStrokes } from '../map/sign';
import { frameOf, project, type Frame } from './mercator';
import { ownActivity, ownWindow } from './own-window';
import { groundSvg, namesSvg } from './preview-ground';
import {
  areasSvg,
  linesSvg,
  placeLabelsSvg,
  signSvg,
  subjectBounds,
  subjectPlaces,
  takeLines,
} from './preview-story';
import { Room, textSvg, textWidth, wrap } from './preview-text';
import { viewSvg } from './preview-view';

/** The size that the networks ask for. */
export const previewSize = { width: 1200, height: 630 } as const;

const mapHeight = 404;
const edge = 44;
const { basemap: ground, story } = palettes.light;

/** Whom the picture owes its data; it shows no relief. */
const credit = [
  'Trackway',
  ...ATTRIBUTION.map(({ text }) => text).filter((text) => !text.startsWith('relief')),
].join(' · ');

interface Words {
  /** What it is and where. */
  readonly kicker: string;
  readonly title: string;
  readonly when: string;
  readonly certainty: string;
}

function wordsOfRecord(record: AtlasRecord, index: AtlasIndex): Words {
  const activity = activityText(ownActivity(record, index.atlas), ownWindow(record, index.atlas));
  const qualifier = qualifierText(record);
  return {
    kicker: capital(`${typeText(record)} · ${placeText(record, index)}`),
    title: record.title,
    when: capital(record.whenText),
    certainty: [activity, record.standing === 'reported' ? 'reported' : '', qualifier]
      .filter(Boolean)
      .join(' · '),
  };
}

function wordsOfPlace(place: Place, index: AtlasIndex): Words {
  const here = index.atlas.records.filter((record) => placesOf(record).includes(place.id));
  const count = here.length === 1 ? '1 record' : `${here.length} records`;
  return {
    kicker: 'Place',
    title: place.title,
    when: here.length ? `${count} here` : 'Named in the source, nothing dated here',
    certainty: precisionText(place),
  };
}

/** What a picture says in words, also for those who do not see it. */
export function previewAlt(id: string, index: AtlasIndex): string {
  const words = wordsOf(id, index);
  return words ? altOf(words) : '';
}

const altOf = ({ title, when, kicker, certainty }: Words): string =>
  [title, when, kicker, certainty].join('. ');

function wordsOf(id: string, index: AtlasIndex): Words | undefined {
  const record = index.records.get(id);
  if (record) return wordsOfRecord(record, index);
  const place = index.places.get(id);
  return place && wordsOfPlace(place, index);
}

function bandSvg(words: Words, sign: string, indent: number): string {
  const { width, height } = previewSize;
  const room = width - 2 * edge;
  const brand = 'Trackway';
  const kickerRoom = room - indent - textWidth(brand, 24) - 30;
  const kicker = wrap(words.kicker, 24, kickerRoom, 1)[0] ?? '';
  const size = [50, 44].find((one) => textWidth(words.title, one) <= room) ?? 40;
  const title = wrap(words.title, size, room, 2);
  const oneLine = title.length === 1;
  const quiet = { size: 24, fill: ground.regionLabel };
  const top = mapHeight;
  return [
    `<rect y="${top}" width="${width}" height="${height - top}" fill="${story.casingLight}"/>`,
    `<rect y="${top}" width="${width}" height="2" fill="${ground.border}"/>`,
    sign,
    textSvg(kicker, edge + indent, top + 42, quiet),
    textSvg(brand, width - edge, top + 42, {
      size: 24,
      fill: story.label,
      bold: true,
      anchor: 'end',
    }),
    ...title.map((line, k) =>
      textSvg(line, edge, top + (oneLine ? 98 : 84) + k * 44, {
        size,
        fill: story.label,
        bold: true,
      }),
    ),
    textSvg(wrap(words.when, 28, room, 1)[0] ?? '', edge, top + (oneLine ? 142 : 162), {
      size: 28,
      fill: story.label,
    }),
    textSvg(wrap(words.certainty, 24, room, 1)[0] ?? '', edge, top + (oneLine ? 178 : 192), quiet),
    textSvg(credit, width - edge, height - 12, {
      size: 14,
      fill: ground.regionLabel,
      anchor: 'end',
    }),
  ].join('');
}

function storySvg(
  record: AtlasRecord | undefined,
  places: readonly Place[],
  frame: Frame,
  index: AtlasIndex,
): string {
  if (!record) {
    const dots = places.map(({ point }) => {
      const { x, y } = project(frame, point);
      return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="8" fill="${story.context}" stroke="${story.casing}" stroke-width="2.5"/>`;
    });
    return areasSvg(places, frame, story.context) + dots.join('');
  }
  const hue = groupHue(groupOf(record), story);
  const areas = areasSvg(places, frame, record.kind === 'movement' ? story.context : hue);
  const certainty = ownActivity(record, index.atlas) === 'certain' ? 'certain' : 'possible';
  if (record.lines.length) return areas + linesSvg(record, frame, story, certainty);
  const place = places[0];
  if (!place) return areas;
  const { x, y } = project(frame, place.point);
  return areas + signSvg(signStrokes(signOf(record, certainty), story), x, y, 72);
}

/** Told where a record has no place: the map then shows the atlas, and nothing on it. */
function unplacedSvg(): string {
  const [size, text] = [30, 'place not stated'];
  const width = textWidth(text, size) + 40;
  const [x, y] = [previewSize.width / 2, mapHeight / 2];
  return (
    `<rect x="${(x - width / 2).toFixed(1)}" y="${y - 32}" width="${width.toFixed(1)}" height="64" rx="8" fill="${story.casingLight}" fill-opacity="0.94" stroke="${ground.border}"/>` +
    textSvg(text, x, y + 10, { size, fill: story.label, bold: true, anchor: 'middle' })
  );
}

/** The picture of a record or a place; undefined for an id that the atlas does not have. */
export function previewSvg(id: string, index: AtlasIndex, basemap: Basemap): string | undefined {
  const words = wordsOf(id, index);
  if (!words) return undefined;
  const { width, height } = previewSize;
  const record = index.records.get(id);
  const places = subjectPlaces(id, index);
  const bounds = subjectBounds(id, index);
  const frame = frameOf(bounds ?? index.atlas.opening.bounds, width, mapHeight);
  const room = new Room(width, mapHeight);
  if (record) takeLines(record, frame, room);
  if (!bounds) room.take(width / 2 - 180, mapHeight / 2 - 40, 360, 80);
  const labels = placeLabelsSvg(places, record, frame, story, room);
  const told = new Set(places.map(({ title }) => title.toLowerCase()));
  const window = record && ownWindow(record, index.atlas);
  const year = window?.kind === 'year' ? window.year : undefined;
  const certainty = record && ownActivity(record, index.atlas) === 'certain';
  const sign = record
    ? signSvg(
        signStrokes(signOf(record, certainty ? 'certain' : 'possible'), story),
        edge + 14,
        mapHeight + 33,
        48,
      )
    : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    // The band lies over what of the map hangs below it: cheaper than a clip.
    groundSvg(basemap, frame, ground),
    storySvg(record, places, frame, index),
    namesSvg(basemap, frame, ground, room, year, told),
    labels,
    bounds ? '' : unplacedSvg(),
    bandSvg(words, sign, record ? 44 : 0),
    '</svg>',
  ].join('');
}

function wordsOfAtlas({ atlas }: AtlasIndex): Words {
  return {
    kicker: `${atlas.records.length} records, ${atlas.places.length} places`,
    title: atlas.title,
    when: 'Who was where, when, how sure that is, and who says so',
    certainty: `Map of ${windowText(parseWindow(atlas.opening.date) ?? { kind: 'all' })}`,
  };
}

/** What the picture of the atlas says, also for those who do not see it. */
export function atlasAlt(index: AtlasIndex): string {
  return altOf(wordsOfAtlas(index));
}

/** The picture of the atlas: what it opens with. */
export function atlasSvg(index: AtlasIndex, basemap: Basemap): string {
  const { width, height } = previewSize;
  const { date, bounds } = index.atlas.opening;
  const frame = frameOf(bounds, width, mapHeight);
  const room = new Room(width, mapHeight);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    viewSvg(parseWindow(date) ?? { kind: 'all' }, frame, room, index, basemap),
    bandSvg(wordsOfAtlas(index), '', 0),
    '</svg>',
  ].join('');
}
