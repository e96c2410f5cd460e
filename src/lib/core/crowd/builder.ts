/** Takes records one by one and makes sorted columns of them. */
import { ALWAYS, FOREVER, type Interval, type Span } from '../span';
import {
  UNDATED,
  type CategoryColumn,
  type Columns,
  type NumberColumn,
  type Paths,
} from './columns';
import { fixedX, fixedY, NOWHERE } from './fixed';
import { Growing } from './grow';

/** More rows than this have no place in a page's memory. */
export const mostRows = 2 ** 21;
/** A field with more different values than this is no category. */
const mostValues = 400;
/** Fields that are looked at; a wide table has more, but nobody chooses from so many. */
const mostFields = 32;

/** A path: longitude and latitude of each vertex one after another, and its days if it has them. */
export interface Path {
  readonly coordinates: readonly number[];
  readonly times?: readonly number[];
}

export interface Entry {
  /** Longitude and latitude in degrees. */
  readonly position?: readonly [number, number];
  readonly paths?: readonly Path[];
  readonly span?: Span;
  /** Texts, numbers and truth values by field; others are passed over. */
  readonly properties: Iterable<readonly [name: string, value: unknown]>;
}

interface Field {
  readonly name: string;
  codes?: Growing<Uint16Array>;
  readonly dictionary: Map<string, number>;
  numbers?: Growing<Float32Array>;
  /** Rows that have a value. */
  filled: number;
  /** Whether it is a category however few of its values there are. */
  isKnown: boolean;
}

export class ColumnsBuilder {
  readonly #positions = new Growing(Uint32Array);
  readonly #bounds = new Growing(Int32Array);
  readonly #fields = new Map<string, Field>();
  readonly #pathEntries = new Growing(Uint32Array);
  readonly #pathStarts = new Growing(Uint32Array);
  readonly #vertices = new Growing(Uint32Array);
  readonly #times = new Growing(Float64Array);
  #count = 0;

  /** `known`: fields that are categories, with their values so far, which keep their numbers. */
  constructor(known: readonly Pick<CategoryColumn, 'name' | 'values'>[] = []) {
    for (const { name, values } of known) {
      const field = this.#fieldOf(name);
      if (!field || values.length > mostValues) continue;
      field.isKnown = true;
      for (const value of values) {
        if (!field.dictionary.has(value)) field.dictionary.set(value, field.dictionary.size);
      }
    }
  }

  get count(): number {
    return this.#count;
  }

  push({ position, paths, span, properties }: Entry): void {
    const entry = this.#count++;
    const place = this.#positions.extend(2);
    const positions = this.#positions.room;
    positions[place] = position ? fixedX(position[0]) : NOWHERE;
    positions[place + 1] = position ? fixedY(position[1]) : NOWHERE;
    const at = this.#bounds.extend(4);
    const bounds = this.#bounds.room;
    bounds[at] = span ? span.earliestStart : UNDATED[0];
    bounds[at + 1] = span ? span.latestStart : UNDATED[1];
    bounds[at + 2] = span ? span.earliestEnd : UNDATED[2];
    bounds[at + 3] = span ? span.latestEnd : UNDATED[3];
    if (paths) for (const path of paths) this.#pushPath(entry, path);
    for (const [name, value] of properties) this.#pushValue(entry, name, value);
  }

  #pushPath(entry: number, { coordinates, times }: Path): void {
    this.#pathEntries.push(entry);
    this.#pathStarts.push(this.#times.length);
    for (let k = 0; k + 1 < coordinates.length; k += 2) {
      this.#vertices.push(fixedX(coordinates[k] as number));
      this.#vertices.push(fixedY(coordinates[k + 1] as number));
      this.#times.push(times?.[k / 2] ?? NaN);
    }
  }

  #pushValue(entry: number, name: string, value: unknown): void {
    const isNumber = typeof value === 'number' && Number.isFinite(value);
    if (!isNumber && typeof value !== 'string' && typeof value !== 'boolean') return;
    if (value === '') return;
    const field = this.#fieldOf(name);
    if (!field) return;
    field.filled++;
    if (field.codes) this.#pushCode(field, entry, String(value).slice(0, 200));
    if (!field.numbers) return;
    const number = typeof value === 'number' ? value : numberIn(value);
    if (number === undefined) field.numbers = undefined;
    else {
      field.numbers.fillTo(entry, NaN);
      field.numbers.push(number);
    }
  }

  #pushCode(field: Field, entry: number, text: string): void {
    const { dictionary, codes } = field;
    let code = dictionary.get(text);
    if (code === undefined) {
      code = dictionary.size;
      if (code > mostValues) {
        field.codes = undefined;
        dictionary.clear();
        return;
      }
      dictionary.set(text, code);
    }
    codes?.fillTo(entry, 0);
    codes?.push(code);
  }

  #fieldOf(name: string): Field | undefined {
    let field = this.#fields.get(name);
    if (!field && this.#fields.size < mostFields) {
      field = {
        name,
        codes: new Growing(Uint16Array),
        dictionary: new Map([['', 0]]),
        numbers: new Growing(Float32Array),
        filled: 0,
        isKnown: false,
      };
      this.#fields.set(name, field);
    }
    return field;
  }

  /** Sorts what was pushed into columns; the builder is of no use afterwards. */
  finish(): Columns {
    const count = this.#count;
    const bounds = this.#bounds.values;
    const entries = sortedByStart(bounds, count);
    const sortedBounds = new Int32Array(count * 4);
    const positions = new Uint32Array(count * 2);
    const rowOf = new Uint32Array(count);
    const source = this.#positions.values;
    for (let row = 0; row < count; row++) {
      const entry = entries[row] as number;
      rowOf[entry] = row;
      for (let k = 0; k < 4; k++) sortedBounds[row * 4 + k] = bounds[entry * 4 + k] as number;
      positions[row * 2] = source[entry * 2] as number;
      positions[row * 2 + 1] = source[entry * 2 + 1] as number;
    }
    const dated = datedOf(sortedBounds, count);
    return {
      count,
      dated,
      positions,
      bounds: sortedBounds,
      entries,
      endsSoFar: endsSoFar(sortedBounds, dated),
      categories: this.#categories(entries),
      numbers: this.#numbers(entries),
      paths: this.#paths(rowOf),
      span: spanOf(sortedBounds, dated),
    };
  }

  #categories(entries: Uint32Array): CategoryColumn[] {
    const found: CategoryColumn[] = [];
    for (const { name, codes, dictionary, filled, isKnown } of this.#fields.values()) {
      const isTelling =
        dictionary.size > 2 && (dictionary.size < 12 || dictionary.size * 4 < filled);
      if (!codes || !(isTelling || isKnown)) continue;
      codes.fillTo(this.#count, 0);
      found.push({ name, values: [...dictionary.keys()], codes: permuted(codes.values, entries) });
    }
    return found;
  }

  #numbers(entries: Uint32Array): NumberColumn[] {
    const found: NumberColumn[] = [];
    for (const { name, numbers } of this.#fields.values()) {
      if (!numbers) continue;
      numbers.fillTo(this.#count, NaN);
      const values = permuted(numbers.values, entries);
      let [least, most] = [Infinity, -Infinity];
      for (const value of values) {
        if (value < least) least = value;
        if (value > most) most = value;
      }
      if (least < most) found.push({ name, values, least, most });
    }
    return found;
  }

  #paths(rowOf: Uint32Array): Paths {
    this.#pathStarts.push(this.#times.length);
    return {
      rows: this.#pathEntries.values.map((entry) => rowOf[entry] as number),
      starts: this.#pathStarts.values.slice(),
      positions: this.#vertices.values.slice(),
      times: this.#times.values.slice(),
    };
  }
}

/** A number that stands in a text; undefined where the text is none. */
function numberIn(value: string | boolean): number | undefined {
  if (typeof value === 'boolean' || value.length > 24) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** Entries by earliest start, those of one day in the order of the file. */
function sortedByStart(bounds: Int32Array, count: number): Uint32Array {
  // Day and entry share the 53 bits of a number: sorting numbers needs no calls of a comparison.
  const keys = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    keys[k] = ((bounds[k * 4] as number) - ALWAYS) * mostRows + k;
  }
  keys.sort();
  const entries = new Uint32Array(count);
  for (let k = 0; k < count; k++) entries[k] = (keys[k] as number) % mostRows;
  return entries;
}

function datedOf(bounds: Int32Array, count: number): number {
  let dated = count;
  while (dated > 0 && bounds[(dated - 1) * 4] === FOREVER) dated--;
  return dated;
}

function endsSoFar(bounds: Int32Array, dated: number): Int32Array {
  const ends = new Int32Array(dated);
  let most = ALWAYS;
  for (let row = 0; row < dated; row++) {
    most = Math.max(most, bounds[row * 4 + 3] as number);
    ends[row] = most;
  }
  return ends;
}

function spanOf(bounds: Int32Array, dated: number): Interval {
  let [from, to] = [FOREVER, ALWAYS];
  for (const bound of bounds.subarray(0, dated * 4)) {
    if (bound === ALWAYS || bound === FOREVER) continue;
    if (bound < from) from = bound;
    if (bound > to) to = bound;
  }
  return from <= to ? { from, to } : { from: 0, to: 0 };
}

function permuted<T extends Uint16Array | Float32Array>(values: T, entries: Uint32Array): T {
  const sorted = values.slice() as T;
  for (let row = 0; row < entries.length; row++) {
    sorted[row] = values[entries[row] as number] as number;
  }
  return sorted;
}
