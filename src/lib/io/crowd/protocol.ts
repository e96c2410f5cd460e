/** What a page and the worker that holds a large file say to each other. */
import type { Bins } from '../../core/crowd/bins';
import type { FieldChoice } from '../../core/crowd/choice';
import type { FixedBox } from '../../core/crowd/fixed';
import type { Pieces } from '../../core/crowd/pieces';
import type { TileAddress } from '../../core/crowd/cover';
import type { Activity, Interval } from '../../core/span';
import type { CrowdReport } from './read';
import type { TileStats } from './tilestats';

/** A field whose values can be chosen from. */
export interface CrowdFacet {
  readonly name: string;
  /** The empty text, first, stands for rows without a value. */
  readonly values: readonly string[];
  /** How many rows have each value, whatever the window. */
  readonly totals: readonly number[];
}

/** What a file turned out to be. */
export interface CrowdSummary {
  readonly file: string;
  /** Rows: as many as records, but for those with several times. */
  readonly count: number;
  readonly dated: number;
  readonly span: Interval;
  /** The first and last moment that paths state, in days since 1970-01-01; none if they have no times. */
  readonly moments?: Interval;
  readonly bins: Bins;
  readonly facets: readonly CrowdFacet[];
  /** Fields of numbers, for sizes. */
  readonly numbers: readonly { readonly name: string; readonly most: number }[];
  /** West, south, east and north of all positions, in degrees; undefined where there are none. */
  readonly extent?: readonly [number, number, number, number];
  readonly report: CrowdReport;
}

/** What the map draws rows from; what belongs to one row stands at the same place in each. */
export interface CrowdVertices {
  readonly count: number;
  readonly dated: number;
  readonly positions: Uint32Array;
  readonly bounds: Int32Array;
  readonly endsSoFar: Int32Array;
  readonly pieces: Pieces;
}

/** Values of the coloured field in the order of the palette; the last stands for all others. */
export interface Colouring {
  readonly facet?: number;
  /** Numbers of the values that have a colour of their own. */
  readonly values: readonly number[];
}

/** How rows are drawn: four bytes each, for colour, size, whether it is shown, and
 * whether it is a path. */
export interface Marks {
  readonly marks: Uint8Array;
  readonly colouring: Colouring;
  /** Rows that are shown by bin and colour; see `core/crowd/bins.ts`. */
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
  /** Rows that are shown, at whatever time. */
  readonly shown: number;
}

/** Fields and values are named: what numbers they have may change with what is read. */
export interface Look {
  /** The facet by whose values rows are coloured. */
  readonly colour?: string;
  /** The field of numbers by which they are sized. */
  readonly size?: string;
  readonly choices: readonly FieldChoice[];
  readonly box?: FixedBox;
  /** Words that the title must hold. */
  readonly text: string;
}

export interface HeldQuery {
  readonly window: Interval;
  readonly onlyCertain: boolean;
  /** Whether records without a time are listed, whatever the window. */
  readonly undated: boolean;
  /** Only what lies in the map's view. */
  readonly box?: FixedBox;
  /** The rows of the list that are wanted. */
  readonly from: number;
  readonly to: number;
}

/** A row as a list shows it. */
export interface CrowdItem {
  readonly row: number;
  /** The number of its record in the file, from 1. */
  readonly number: number;
  readonly title: string;
  readonly when: string;
  readonly activity: Activity | 'undated';
  /** Its place in the palette. */
  readonly colour: number;
  /** Its value in the coloured field. */
  readonly category: string;
}

export interface HeldAnswer {
  readonly certain: number;
  readonly possible: number;
  readonly undated: number;
  /** For each facet, how many rows of the window have each value. */
  readonly facets: readonly Uint32Array[];
  /** Where the items begin in the list. */
  readonly from: number;
  readonly items: readonly CrowdItem[];
}

/** A record in full. */
export interface CrowdDetails extends CrowdItem {
  /** Degrees; undefined where it has no place. */
  readonly position?: readonly [number, number];
  /** Its time with all bounds, in words. */
  readonly bounds: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Which record of what it is, in words. */
  readonly origin: string;
  /** Why the file could not be read again, if so. */
  readonly failure?: string;
}

export interface PickQuery {
  readonly box: FixedBox;
  readonly window: Interval;
  /** Whether what is past is drawn. */
  readonly trail: boolean;
  readonly onlyCertain: boolean;
  readonly undated: boolean;
}

/** A cell of the grid: its corner in fixed positions, and what the window holds in it. */
export interface Cells {
  /** The side of a cell in fixed positions. */
  readonly size: number;
  /** Two for each cell: its west and north. */
  readonly corners: Uint32Array;
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
}

/** A tile that is new to the worker. */
export interface TileData extends TileAddress {
  readonly data: ArrayBuffer;
}

export interface TilesQuery {
  readonly name: string;
  /** The tiles that are shown, by `tileKey`; the worker forgets all others. */
  readonly keys: readonly string[];
  readonly fresh: readonly TileData[];
  /** What the metadata tell; it adds to what the tiles say. */
  readonly stats: TileStats;
  readonly look: Look;
}

/** What some tiles hold, filtered and coloured. */
export interface TilesAnswer {
  readonly summary: CrowdSummary;
  readonly vertices: CrowdVertices;
  readonly marks: Marks;
}

/** A file made of some records: how many they are, and how its name ends. */
export interface SavedPart {
  readonly blob: Blob;
  readonly count: number;
  readonly extension: string;
}

/** What can be asked of the worker, and what it answers. */
export interface CrowdCalls {
  tiles: (query: TilesQuery) => TilesAnswer;
  open: (file: { readonly blob: Blob; readonly name: string }) => {
    readonly summary: CrowdSummary;
    readonly vertices: CrowdVertices;
  };
  look: (look: Look) => Marks;
  hold: (query: HeldQuery) => HeldAnswer;
  items: (range: { readonly from: number; readonly to: number }) => readonly CrowdItem[];
  /** The row of a record by its number in the file; undefined if there is none. */
  find: (number: number) => number | undefined;
  /** A row; by its record's number, should rows have changed their places. */
  details: (query: {
    readonly row: number;
    readonly number?: number;
    readonly window: Interval;
  }) => CrowdDetails;
  pick: (query: PickQuery) => readonly CrowdItem[];
  cells: (level: number) => Cells;
  /** What was held last, as a file of the same kind. */
  save: (nothing: undefined) => SavedPart;
}

export type CallName = keyof CrowdCalls;
export type Argument<Name extends CallName> = Parameters<CrowdCalls[Name]>[0];
export type Answer<Name extends CallName> = ReturnType<CrowdCalls[Name]>;

export interface Call<Name extends CallName = CallName> {
  readonly id: number;
  readonly name: Name;
  readonly argument: Argument<Name>;
}

/** How far reading is: bytes, and records so far. */
export interface CrowdProgress {
  readonly done: number;
  readonly total: number;
  readonly records: number;
}

export type FromCrowdWorker =
  | { readonly type: 'progress'; readonly progress: CrowdProgress }
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
