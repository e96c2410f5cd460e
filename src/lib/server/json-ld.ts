/** Records and places as schema.org has them, for machines that read the pages. */
import { placesOf, type AtlasIndex } from '../core/atlas';
import { chapterWindow } from '../core/chapters';
import { dateFrom, dateUntil, formatDate } from '../core/date';
import { qualifierText } from '../core/describe';
import { plainText } from '../core/mentions';
import type { Atlas, AtlasRecord, Place } from '../core/model';
import { ALWAYS, FOREVER } from '../core/span';
import { formatWindow } from '../core/window';

export interface Addresses {
  /** The page's own address. */
  readonly url: string;
  /** The preview picture's. */
  readonly image: string;
}

type Json = { readonly [key: string]: unknown };

const context = 'https://schema.org';

function whereIs({ point, radiusKm }: Place): Json {
  const [longitude = 0, latitude = 0] = point;
  const middle = { '@type': 'GeoCoordinates', latitude, longitude };
  // A circle in metres: coordinates alone would claim more than is known.
  return radiusKm > 0
    ? { '@type': 'GeoCircle', geoMidpoint: middle, geoRadius: Math.round(radiusKm * 1000) }
    : middle;
}

function placeThing(place: Place): Json {
  return { '@type': 'Place', name: place.title, geo: whereIs(place) };
}

/** A place's page. */
export function placeJsonLd(place: Place, { url, image }: Addresses): Json {
  return {
    '@context': context,
    '@id': url,
    ...placeThing(place),
    ...(place.names.length && { alternateName: [...new Set(place.names.map(({ text }) => text))] }),
    description: place.summary,
    url,
    image,
  };
}

/**
 * The outer bounds of a record, as precise as they are: "1999", "2000-03". A start or an end that is
 * open is left out.
 */
function dates({ spans }: AtlasRecord): Json {
  if (spans.length === 0) return {};
  const start = Math.min(...spans.map(({ earliestStart }) => earliestStart));
  const end = Math.max(...spans.map(({ latestEnd }) => latestEnd));
  return {
    ...(start > ALWAYS && { startDate: formatDate(dateFrom(start)) }),
    ...(end < FOREVER && { endDate: formatDate(dateUntil(end)) }),
  };
}

/** A record's page: bases and movements, too, are something that went on for a time. */
export function recordJsonLd(
  record: AtlasRecord,
  index: AtlasIndex,
  { url, image }: Addresses,
): Json {
  const qualifier = qualifierText(record);
  const places = placesOf(record).flatMap((id) => index.places.get(id) ?? []);
  return {
    '@context': context,
    '@type': 'Event',
    '@id': url,
    name: record.title,
    description: record.summary,
    ...(qualifier && { disambiguatingDescription: qualifier }),
    ...dates(record),
    ...(places.length && { location: places.map(placeThing) }),
    url,
    image,
  };
}

/** The page of the story: an article in parts. */
export function storyJsonLd({ title, licence, version, chapters }: Atlas, url: string): Json {
  return {
    '@context': context,
    '@type': 'Article',
    '@id': url,
    headline: `The story: ${title}`,
    url,
    dateModified: version,
    license: licence,
    hasPart: chapters.map((chapter) => ({
      '@type': 'Chapter',
      '@id': `${url}#${chapter.id}`,
      name: chapter.title,
      temporalCoverage: formatWindow(chapterWindow(chapter)),
      text: plainText(chapter.text),
    })),
  };
}

/**
 * JSON as the text of a script element: what could end the element, or what markup would read as
 * an entity, is written as an escape.
 */
export function scriptText(json: Json): string {
  return JSON.stringify(json).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
