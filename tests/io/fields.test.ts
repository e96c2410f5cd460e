import { describe, expect, it } from 'vitest';
import {
  listOf,
  members,
  numberFrom,
  readableOf,
  report,
  inside,
  text,
  whole,
  type Reader,
  type Site,
} from '../../src/lib/io/fields';
import { problemText, type Problem } from '../../src/lib/io/problem';

function read<T>(reader: Reader<T>, value: unknown): { result: T | undefined; says: string[] } {
  const problems: Problem[] = [];
  const result = reader(value, { file: 'f', problems });
  return { result, says: problems.map(problemText) };
}

describe('readers', () => {
  it.each([
    [JSON.parse('1e999') as unknown, 'Infinity'],
    [NaN, 'NaN'],
    [-1, '-1'],
    ['1', '"1"'],
    [null, 'null'],
  ])('take no %s for a number from 0', (value, found) => {
    const says = [`f: found ${found}, expected a number of at least 0`];
    expect(read(numberFrom(0), value)).toEqual({ result: undefined, says });
  });

  it('read a list whole or not at all, or what is readable of it', () => {
    const says = ['f, [1]: found 2, expected text'];
    expect(read(listOf(text), ['a', 2, 'c'])).toEqual({ result: undefined, says });
    expect(read(readableOf(text), ['a', 2, 'c'])).toEqual({ result: ['a', 'c'], says });
  });

  it('name the way to a value', () => {
    const problems: Problem[] = [];
    const site: Site = { file: 'f', record: 'r', problems };
    report(inside(inside(inside(site, 'claims'), 0), 'by'), 'x', 'y');
    expect(problems).toEqual([
      { file: 'f', record: 'r', field: 'claims[0].by', found: 'x', expected: 'y' },
    ]);
  });
});

describe('Members', () => {
  it('are those of the object itself', () => {
    const value: unknown = JSON.parse('{"__proto__": {"title": "from nowhere"}, "note": null}');
    const result = read(members, value).result;
    expect(['title', 'toString', 'constructor', 'note'].map((name) => result?.value(name))).toEqual(
      [undefined, undefined, undefined, null],
    );
    expect(result?.optional('note', text)).toBeUndefined();
  });

  it.each([null, [], 'text', 7])('are none in %j', (value) => {
    expect(read(members, value).result).toBeUndefined();
  });
});

describe('whole', () => {
  it('lets nothing half-read pass', () => {
    const reader = whole((from) => ({ note: from.optional('note', text) }));
    expect(read(reader, { note: 'yes' }).result).toEqual({ note: 'yes' });
    expect(read(reader, {}).result).toEqual({ note: undefined });
    expect(read(reader, { note: 7 })).toEqual({
      result: undefined,
      says: ['f, note: found 7, expected text'],
    });
  });
});
