/** Hostile input: text made of a format's own words, and real files with something broken in them. */
import fc from 'fast-check';

/** No generated input is longer. */
export const longest = 64_000;

/** What breaks readers whatever their format. */
const nasty = [
  '',
  '\0',
  '\uFEFF',
  '\u2028',
  '\uD800',
  '\u202E',
  'NaN',
  '-0',
  '1e999',
  '-1e999',
  '9007199254740993',
  '99999999999999999999',
  '1e-400',
  'null',
  '[]',
  '{}',
  '"',
  '\\',
  '\\u0000',
  '[[[[[[[[',
  '{"a":{"a":{"a":',
  '"__proto__"',
  '"__proto__":{"polluted":1},',
  '"constructor":{"prototype":{"polluted":1}},',
  'toString',
  'hasOwnProperty',
  '<script>',
  'javascript:alert(1)',
  '%00',
  '%E0%A4%A',
  'ﷺ'.repeat(50),
  'a'.repeat(5000),
  '('.repeat(500),
];

const cut = (text: string): string => text.slice(0, longest);

/** Words of the format and anything else, in any order. */
function soup(words: readonly string[]): fc.Arbitrary<string> {
  const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words) },
    { weight: 2, arbitrary: fc.constantFrom(...nasty) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    { weight: 1, arbitrary: fc.oneof(fc.integer().map(String), fc.double().map(String)) },
  );
  return fc.array(word, { maxLength: 24 }).map((parts) => cut(parts.join('')));
}

type Edit = (text: string, at: number, length: number, extra: string) => string;

const edits: readonly Edit[] = [
  // Broken off, as a download is.
  (text, at) => text.slice(0, at),
  (text, at, length) => text.slice(0, at) + text.slice(at + length),
  (text, at, length) => text.slice(0, at + length) + text.slice(at),
  (text, at, _, extra) => text.slice(0, at) + extra + text.slice(at),
  (text, at, length, extra) => text.slice(0, at) + extra + text.slice(at + length),
  (text, at) =>
    text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1),
  // The next value of the text, of whatever kind, is another: the form stays, the meaning breaks.
  (text, at, _, extra) =>
    text.slice(0, at) +
    text.slice(at).replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[^\s,;&=<>]+/, () => extra),
  (text, at, _, extra) => text.slice(0, at) + text.slice(at).replace(/-?\d[\d.eE+-]*/, () => extra),
];

/** A real text after one to four edits. */
function mutated(seeds: readonly string[], words: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({
    how: fc.constantFrom(...edits),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 60 }),
    extra: fc.constantFrom(...nasty, ...words),
  });
  return fc
    .tuple(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([seed, chosen]) =>
      chosen.reduce(
        (text, { how, at, length, extra }) =>
          cut(how(text, Math.floor(at * text.length), length, extra)),
        seed,
      ),
    );
}

/**
 * Texts for a reader.
 *
 * @param seeds real texts of the format
 * @param words what the format is made of
 */
export function hostile(seeds: readonly string[], words: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: mutated(seeds, words) },
    { weight: 3, arbitrary: soup(words) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  );
}
