/**
 * The atlas as the explorer uses it, after the door (`io/atlas.ts`) has checked it.
 *
 * It is plain JSON: no classes, Maps or Infinities, so that a built atlas is read without work.
 * Terms are those of GeoJSON (RFC 7946) and Linked Places; `geodata/README.md` is the data spec.
 */
import type { Geometry, Position } from 'geojson';
import type { Interval, Span } from './span';

export const kinds = ['base', 'movement', 'event'] as const;
/** What a record is. Places are not records: records happen at them. */
export type Kind = (typeof kinds)[number];

export const movements = [
  'incursion',
  'relocation',
  'withdrawal',
  'escape',
  'recruitment',
  'deployment',
  'journey',
  'transfer',
] as const;
export type Movement = (typeof movements)[number];

export const eventTypes = [
  'agreement',
  'appointment',
  'arrests',
  'arrival',
  'attack',
  'ban',
  'bombing',
  'claim',
  'clash',
  'defeat',
  'departure',
  'designation',
  'diplomacy',
  'founding',
  'funding',
  'kidnapping',
  'killing',
  'politics',
  'preparation',
  'repression',
  'siege',
  'statement',
  'war',
] as const;
export type EventType = (typeof eventTypes)[number];

export const standings = ['reported', 'estimated', 'claimed', 'inferred'] as const;
/** Whether the thing itself happened, as the source has it; `inferred` is the atlas's own reading. */
export type Standing = (typeof standings)[number];

export const precisions = [
  'exact',
  'settlement',
  'district',
  'region',
  'country',
  'supranational',
  'unknown',
] as const;
/** How narrowly a place is known. */
export type Precision = (typeof precisions)[number];

export const modes = ['air', 'unknown'] as const;
export type Mode = (typeof modes)[number];

export const stances = ['asserts', 'doubts', 'denies'] as const;
export type Stance = (typeof stances)[number];

/** The place in a source that a statement rests on. */
export interface SourceRef {
  readonly id: string;
  readonly section?: string;
  /** One paragraph or a range, counted from 1 under the section's heading: "2", "1-2". */
  readonly paragraph?: string;
  /** The field that this reference supports, where it is not the whole record. */
  readonly field?: string;
  /** Where in a reader's own file: "row 12". Such a source has no page of passages. */
  readonly locator?: string;
}

/** A statement about a record, and who makes it. */
export interface Claim {
  /** The matter, in one or two words: "attribution", "ransom". */
  readonly about: string;
  /** Who says it: an actor's id. */
  readonly by: string;
  /** Those who passed it on, from the claimant's hearer to the last teller: actors' ids. */
  readonly via: readonly string[];
  readonly stance: Stance;
  readonly text: string;
  readonly source: SourceRef;
}

/** A number with the wording that keeps it honest: 600, "around 600". */
export interface Quantity {
  readonly about: string;
  readonly value: number;
  readonly wording: string;
}

/** A name of a place or an actor, with its language where known (BCP 47). */
export interface Name {
  readonly text: string;
  readonly lang?: string;
}

/** A place: where it is, how narrowly that is known, and what it is called. */
export interface Place {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly names: readonly Name[];
  readonly precision: Precision;
  /** The circle that is drawn around `point`, in kilometres: the place lies within it. */
  readonly radiusKm: number;
  /** Where the place is labelled, and where lines to it may end. */
  readonly point: Position;
  readonly geometry: Geometry;
  /** Where the coordinates were read. */
  readonly sources: readonly SourceRef[];
  readonly note?: string;
  /** The map does not write its title: it has no name of its own, or its record's sign bears it. */
  readonly unlabelled?: boolean;
}

/** A field of a reader's file that means nothing to the model, kept as it stands there. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

/** One dated statement of the source: a base, a movement or an event. */
export interface AtlasRecord {
  readonly id: string;
  readonly kind: Kind;
  /** The movement or event type; the kind itself where the file has a word of its own, or none. */
  readonly type: Movement | EventType | Kind;
  /** The word of a reader's file for what this is, shown wherever the type's name would be. */
  readonly category?: string;
  readonly title: string;
  readonly summary: string;
  /** Place ids. A base or event has `at`; a movement has `from`, `to`, either of them empty if not stated. */
  readonly at: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly mode?: Mode;
  /** The drawn lines of a movement, a line per destination; empty where an end is not stated. */
  readonly lines: readonly (readonly Position[])[];
  /** The lines are the file's own: recorded or drawn there. Left out where they are schematic. */
  readonly path?: 'given';
  /** Who took part or is concerned: actor ids, in the source's order. */
  readonly actors: readonly string[];
  readonly standing: Standing;
  readonly claims: readonly Claim[];
  readonly numbers: readonly Quantity[];
  readonly sources: readonly SourceRef[];
  /** Records that this one comes after, by the source's relative order. */
  readonly follows: readonly string[];
  /** Empty for an undated record. */
  readonly spans: readonly Span[];
  /** The time in words, in the source's own precision. */
  readonly whenText: string;
  /** What the atlas inferred or the source does not state, in one sentence. */
  readonly note?: string;
  /** What else a reader's file says of it. */
  readonly fields?: readonly Field[];
}

export const actorKinds = ['person', 'organisation', 'state', 'group'] as const;

/** A person, an organisation, a state, or a group that is only named as such ("the media"). */
export interface Actor {
  readonly id: string;
  readonly kind: (typeof actorKinds)[number];
  readonly name: string;
  readonly variants: readonly Name[];
  /** The role as the source gives it. */
  readonly role: string;
}

/** A stretch of the story, for the bands over the timeline and the guided reading. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  /** With mentions as `mentions.ts` reads them. */
  readonly text: string;
  readonly span: Span;
  /** What is shown while it is read: a link's fragment, without its `#`. Else its span is shown. */
  readonly view?: string;
  readonly sources: readonly SourceRef[];
}

/** A paragraph of a source, findable by its first words. */
export interface Passage {
  readonly section: string;
  readonly paragraph: string;
  readonly begins: string;
}

/** A source, as CSL-JSON has it, reduced to what is shown. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly author?: string;
  readonly issued?: string;
  readonly url?: string;
  readonly note?: string;
  readonly passages: readonly Passage[];
}

/** How the atlas was made: one matter, said to the reader. */
export interface MethodNote {
  readonly title: string;
  readonly text: string;
}

/** A view that is worth a first look: a link's fragment, without its `#`. */
export interface Entry {
  readonly title: string;
  readonly view: string;
}

/** The id of the atlas that a reader's file becomes: the pages of the site tell nothing of it. */
export const openedId = 'file';

/** A whole atlas. */
export interface Atlas {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly version: string;
  readonly licence: string;
  /** The days that the slider covers. */
  readonly span: Interval;
  /** The window and camera that the atlas opens with. */
  readonly opening: {
    readonly date: string;
    readonly bounds: readonly [number, number, number, number];
  };
  /** Where a first-time reader may begin. */
  readonly entries: readonly Entry[];
  readonly actors: readonly Actor[];
  readonly chapters: readonly Chapter[];
  /** What it rests on, what was added, what is weak. */
  readonly method: readonly MethodNote[];
  readonly sources: readonly Source[];
  readonly places: readonly Place[];
  readonly records: readonly AtlasRecord[];
}
