/**
 * What the page of a record or a place shows, in words: no shapes, and nothing that the page would
 * have to work out. All of it is in the page when it is built.
 */
import { placesOf, type AtlasIndex } from '../core/atlas';
import { matters } from '../core/claims';
import {
  activityText,
  passageId,
  placeText,
  precisionText,
  qualifierText,
  sourceRefText,
  standingText,
  typeText,
} from '../core/describe';
import { distancesOf } from '../core/measure';
import type { AtlasRecord, Claim, Name, Place, SourceRef, Stance } from '../core/model';
import { neighboursOf } from '../core/neighbours';
import { boundsText } from '../core/wording';
import { signOf, type Sign } from '../map/sign';
import { formatLink } from '../view/link';
import { ownActivity, ownWindow } from './own-window';

/** A passage of the source, by its id on the page of sources and method. */
export interface Passage {
  readonly anchor: string;
  readonly text: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface ClaimWords {
  readonly by: Person;
  readonly stance: Stance;
  readonly text: string;
  /** Those through whom it came, the claimant first; empty where the source has it from them. */
  readonly tellers: readonly Person[];
  readonly source: Passage;
}

export interface MatterWords {
  readonly about: string;
  readonly disputed: boolean;
  readonly claims: readonly ClaimWords[];
}

/** A record as a line in a list. */
export interface Mention {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly type: string;
}

export interface RecordPage {
  readonly kind: 'record';
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly type: string;
  readonly sign: Sign;
  readonly when: string;
  readonly bounds: readonly string[];
  readonly activity: string;
  readonly standing: string;
  readonly qualifier: string;
  readonly where: string;
  readonly ends: readonly {
    readonly name: string;
    readonly places: readonly { id: string; title: string; precision: string }[];
  }[];
  readonly drawn: boolean;
  readonly distances: readonly string[];
  readonly actors: readonly (Person & { readonly variants: readonly Name[] })[];
  readonly numbers: readonly { readonly about: string; readonly wording: string }[];
  readonly note?: string;
  readonly matters: readonly MatterWords[];
  readonly sources: readonly Passage[];
  /** The records before and after it: in time, on its route, of its first actor. */
  readonly neighbours: readonly {
    readonly along: string;
    readonly before?: Mention;
    readonly after?: Mention;
  }[];
  /** The fragment that opens the live map on it. */
  readonly live: string;
}

export interface PlacePage {
  readonly kind: 'place';
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly precision: string;
  readonly names: readonly Name[];
  readonly note?: string;
  readonly sources: readonly string[];
  readonly records: readonly Mention[];
  readonly live: string;
}

export function mention(record: AtlasRecord): Mention {
  return {
    id: record.id,
    title: record.title,
    when: record.whenText,
    type: typeText(record),
  };
}

export function passage(ref: SourceRef, index: AtlasIndex): Passage {
  return { anchor: passageId(ref), text: sourceRefText(ref, index) };
}

function person(id: string, index: AtlasIndex): Person {
  return { id, name: index.actors.get(id)?.name ?? id };
}

function claimWords(claim: Claim, index: AtlasIndex): ClaimWords {
  const tellers = claim.via.length ? [claim.by, ...claim.via] : [];
  return {
    by: person(claim.by, index),
    stance: claim.stance,
    text: claim.text,
    tellers: tellers.map((id) => person(id, index)),
    source: passage(claim.source, index),
  };
}

function placesIn(ids: readonly string[], index: AtlasIndex) {
  return ids.flatMap((id) => {
    const place = index.places.get(id);
    return place ? [{ id, title: place.title, precision: precisionText(place) }] : [];
  });
}

/** The page of a record. */
export function recordPage(record: AtlasRecord, index: AtlasIndex): RecordPage {
  const { atlas } = index;
  const window = ownWindow(record, atlas);
  const activity = ownActivity(record, atlas);
  return {
    kind: 'record',
    id: record.id,
    title: record.title,
    summary: record.summary,
    type: typeText(record),
    sign: signOf(record, activity === 'certain' ? 'certain' : 'possible'),
    when: record.whenText,
    bounds: record.spans.map(boundsText),
    activity: activityText(activity, window),
    standing: standingText(record),
    qualifier: qualifierText(record),
    where: placeText(record, index),
    ends:
      record.kind === 'movement'
        ? [
            { name: 'From', places: placesIn(record.from, index) },
            { name: 'To', places: placesIn(record.to, index) },
          ]
        : [{ name: 'Where', places: placesIn(record.at, index) }],
    drawn: record.lines.length > 0,
    distances: distancesOf(record, index),
    actors: record.actors.map((id) => ({
      ...person(id, index),
      variants: index.actors.get(id)?.variants ?? [],
    })),
    numbers: record.numbers.map(({ about, wording }) => ({ about, wording })),
    ...(record.note !== undefined && { note: record.note }),
    matters: matters(record.claims).map(({ about, disputed, claims }) => ({
      about,
      disputed,
      claims: claims.map((claim) => claimWords(claim, index)),
    })),
    sources: record.sources.map((ref) => passage(ref, index)),
    neighbours: neighboursOf(record, index).map(({ along, previous, next }) => ({
      along,
      ...(previous && { before: mention(previous) }),
      ...(next && { after: mention(next) }),
    })),
    live: formatLink({ date: window, sel: record.id }),
  };
}

/** The page of a place. */
export function placePage(place: Place, index: AtlasIndex): PlacePage {
  return {
    kind: 'place',
    id: place.id,
    title: place.title,
    summary: place.summary,
    precision: precisionText(place),
    names: place.names,
    ...(place.note !== undefined && { note: place.note }),
    sources: place.sources.map((ref) => sourceRefText(ref, index)),
    records: index.atlas.records
      .filter((record) => placesOf(record).includes(place.id))
      .map(mention),
    live: formatLink({ date: { kind: 'all' }, sel: place.id }),
  };
}
