/**
 * Every reader of `readers.ts` against hostile input: with one seed that never changes, and one that
 * is new in each run and is printed. `FUZZ_SEED` repeats a run, `FUZZ_RUNS` multiplies it. What has
 * once broken a reader stands in `tests/fixtures/fuzz/<reader>/` and is tried first.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostile } from './inputs';
import { readers, type FuzzedReader } from './readers';

const fixed = 20070131;
const fresh = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 0x7fffffff));
const times = Number(process.env.FUZZ_RUNS ?? 1);
const folder = join(import.meta.dirname, '../fixtures/fuzz');

/** A text of at most 64 kB that takes longer hangs its reader. Milliseconds, for a busy machine. */
const limit = 2000;

/** What an object has that nobody gave anything: it must not change. */
const shared = [
  Object.prototype,
  Array.prototype,
  Function.prototype,
  String.prototype,
  Map.prototype,
];
const owned = (): number[] => shared.map((one) => Reflect.ownKeys(one).length);
const before = owned();

function survives({ read }: FuzzedReader, text: string): void {
  const start = performance.now();
  read(text);
  const took = performance.now() - start;
  if (took > limit) throw new Error(`took ${Math.round(took)} ms, expected at most ${limit}`);
  if (Reflect.get({}, 'polluted') !== undefined || String(owned()) !== String(before)) {
    throw new Error('changed a prototype that all objects share');
  }
}

/** Texts whose size or depth is the attack. */
const bombs: Readonly<Record<string, string>> = {
  'a million brackets': '['.repeat(1e6),
  'a million objects': '{"a":'.repeat(1e6),
  'brackets that close': '['.repeat(1e5) + ']'.repeat(1e5),
  'a megabyte of digits': '9'.repeat(1e6),
  'a megabyte of one letter': 'a'.repeat(1e6),
  'a megabyte of spaces': ' '.repeat(1e6),
  'a million escapes': '"' + '\\\\'.repeat(5e5),
  'a million separators': '&='.repeat(5e5),
  'a hundred thousand members': `{${Array.from({ length: 1e5 }, (_, k) => `"k${k}":0`).join()}}`,
};

const name = (text: string): string => text.replace(/\W+/g, '-');

describe.each(readers)('$name', (reader) => {
  const known = join(folder, name(reader.name));
  for (const file of existsSync(known) ? readdirSync(known) : []) {
    test(`found before: ${file}`, () => survives(reader, readFileSync(join(known, file), 'utf8')));
  }

  test.each(Object.entries(bombs))('%s', (_, text) => survives(reader, text));

  test.each([
    ['the fixed seed', fixed],
    [`the fresh seed ${fresh}`, fresh],
  ])('%s', (_, seed) => {
    fc.assert(
      fc.property(hostile(reader.seeds, reader.words), (text) => survives(reader, text)),
      { seed, numRuns: ((reader.runs ?? 10_000) / 2) * times },
    );
  });
});

test('the door has had its 10,000 inputs, and so has each other reader', () => {
  const runs = new Map<string, number>();
  for (const reader of readers) {
    const [door = ''] = reader.name.split(':');
    runs.set(door, (runs.get(door) ?? 0) + (reader.runs ?? 10_000));
  }
  expect([...runs.values()].every((sum) => sum >= 10_000)).toBe(true);
});
