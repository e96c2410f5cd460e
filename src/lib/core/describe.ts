/** Records in words: where, how sure. The same words stand in list, Details and accessible names. */
import type { AtlasIndex, Standpoint } from './atlas';
import { isDisputed } from './claims';
import type { AtlasRecord, Place, SourceRef } from './model';
import { inText, windowText, type Window } from './window';

const notStated = 'place not stated';

function names(ids: readonly string[], index: AtlasIndex): string {
  return ids.map((id) => index.places.get(id)?.title ?? id).join(', ');
}

/** Where a record is: "Batken Region", "Tavildara Valley to Batken Region", "place not stated". */
export function placeText(record: AtlasRecord, index: AtlasIndex): string {
  if (record.kind !== 'movement') return record.at.length ? names(record.at, index) : notStated;
  if (!record.from.length && !record.to.length) {
    return record.path === 'given' ? 'along its line' : notStated;
  }
  const from = record.from.length ? names(record.from, index) : 'origin not stated';
  const to = record.to.length ? names(record.to, index) : 'destination not stated';
  return `${from} to ${to}`;
}

const standingWords: Record<AtlasRecord['standing'], string> = {
  reported: 'reported',
  estimated: 'estimated',
  claimed: 'claimed',
  inferred: 'inferred by this atlas',
};

/** Whether the thing itself happened, in words. */
export function standingText(record: AtlasRecord): string {
  return standingWords[record.standing];
}

/** How sure it is that the record holds in the window: "certain in 1999", "possible within 1999 to 2001". */
export function activityText(activity: Standpoint['activity'], window: Window): string {
  switch (activity) {
    case 'certain':
    case 'possible':
      return `${activity} ${inText(window)}`.trim();
    case 'past':
      return `over by ${windowText(window)}`;
    case 'future':
      return `after ${windowText(window)}`;
    case 'undated':
      return 'undated';
  }
}

/** How narrowly a place is known: "settlement, within about 3 km", "region", "country". */
export function precisionText(place: Place): string {
  // An area's radius is about its size; only a point lies within its radius.
  const isPoint = place.geometry.type === 'Point' && place.radiusKm >= 1;
  const within = isPoint ? `, within about ${Math.round(place.radiusKm)} km` : '';
  switch (place.precision) {
    case 'exact':
      return 'exact place';
    case 'settlement':
      return `settlement${within}`;
    case 'district':
      return isPoint ? `approximate place${within}` : 'small area: where in it is not stated';
    case 'region':
      return 'region: where in it is not stated';
    case 'country':
      return 'country: where in it is not stated';
    case 'supranational':
      return 'group of countries: where in it is not stated';
    case 'unknown':
      return `place not known${within}`;
  }
}

/** What is contested or qualified about a record, in a few words; empty where nothing is. */
export function qualifierText(record: AtlasRecord): string {
  const words: string[] = [];
  if (record.standing !== 'reported') words.push(standingText(record));
  if (isDisputed(record)) words.push('a claim is disputed');
  else if (record.claims.length === 1) words.push('one claim');
  else if (record.claims.length > 1) words.push(`${record.claims.length} claims`);
  return words.join('; ');
}

/** The record's type as a word, with its mode: "incursion", "relocation by air", "base", or the file's own. */
export function typeText(record: AtlasRecord): string {
  const type = record.category ?? record.type;
  return record.mode === 'air' ? `${type} by air` : type;
}

const sectionWords = (section: string): string => section.replaceAll('-', ' ');

/** Where in a source a statement stands: "Islamic Movement of Uzbekistan, section 1999, paragraph 2". */
export function sourceRefText(ref: SourceRef, index: AtlasIndex): string {
  const parts = [index.sources.get(ref.id)?.title ?? ref.id];
  if (ref.section !== undefined) parts.push(`section “${sectionWords(ref.section)}”`);
  if (ref.paragraph !== undefined) {
    parts.push(`${ref.paragraph.includes('-') ? 'paragraphs' : 'paragraph'} ${ref.paragraph}`);
  }
  if (ref.locator !== undefined) parts.push(ref.locator);
  const text = parts.join(', ');
  return ref.field === undefined ? text : `${text} (for the ${ref.field})`;
}

/** The id of a reference's passage on the page of sources: "article-2015-1999-2"; a range's first. */
export function passageId(ref: Pick<SourceRef, 'id' | 'section' | 'paragraph'>): string {
  return [ref.id, ref.section, ref.paragraph?.split('-')[0]].filter(Boolean).join('-');
}
