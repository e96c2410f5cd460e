import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/lib/io/json';
import { problemText, type Problem } from '../../src/lib/io/problem';

function read(text: string): { value: unknown; says: string[] } {
  const problems: Problem[] = [];
  const json = readJson(text, { file: 'a.json', problems });
  return { value: json?.value, says: problems.map(problemText) };
}

describe('readJson', () => {
  it('reads JSON, null and a byte order mark included', () => {
    expect(read('{"a": [1, null]}')).toEqual({ value: { a: [1, null] }, says: [] });
    expect(read('null')).toEqual({ value: null, says: [] });
    expect(read('\uFEFF[]')).toEqual({ value: [], says: [] });
  });

  it.each([
    ['', 'the end at line 1, column 1, expected a JSON value'],
    ['{"a": 1,\n "b": }', '"}" at line 2, column 7, expected a JSON value'],
    ['{"a": 1\n "b": 2}', '"\\"" at line 2, column 2, expected "," or "}"'],
    ['[1, 2', 'the end at line 1, column 6, expected "," or "]"'],
    ['[1, 2,]', '"]" at line 1, column 7, expected a JSON value'],
    ["{'a': 1}", '"\'" at line 1, column 2, expected a member name in double quotes'],
    ['{"a" 1}', '"1" at line 1, column 6, expected ":"'],
    ['["a\nb"]', '"\\"" at line 1, column 2, expected a closed string with valid escapes'],
    ['[01]', '"1" at line 1, column 3, expected "," or "]"'],
    ['[NaN]', '"N" at line 1, column 2, expected a JSON value'],
    ['{} {}', '"{" at line 1, column 4, expected the end of the JSON'],
  ])('says where %j is broken', (text, says) => {
    expect(read(text)).toEqual({ value: undefined, says: [`a.json: found ${says}`] });
  });

  it('refuses nesting that no reader could walk', () => {
    expect(read('['.repeat(64) + ']'.repeat(64)).says).toEqual([]);
    const says = ['a.json: found more than 64 levels, expected at most 64 levels of nesting'];
    expect(read('['.repeat(65) + ']'.repeat(65)).says).toEqual(says);
    expect(read('['.repeat(1_000_000)).says).toEqual(says);
    expect(read(JSON.stringify('['.repeat(100))).says).toEqual([]);
    expect(read(JSON.stringify(`"\\${'['.repeat(100)}`)).says).toEqual([]);
  });

  it('finds a fault wherever JSON.parse does, and only there', () => {
    const damaged = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.nat(3),
        fc.constantFrom('', ',', '}', '"', '0', '\\', 'e', '\n'),
      )
      .map(([text, at, cut, insert]) => {
        const index = at % (text.length + 1);
        return text.slice(0, index) + insert + text.slice(index + cut);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        const { says } = read(text);
        expect(says).toHaveLength(parses ? 0 : 1);
        expect(says.join()).not.toMatch(/found the end .* expected the end/);
      }),
      { numRuns: 2000 },
    );
  });
});
