import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDay, lastDay, parseDate } from '../../src/lib/core/date';
import { ALWAYS, FOREVER } from '../../src/lib/core/span';
import { spanOf, timespanOf } from '../../src/lib/core/when';
import { spans } from './arbitraries';

const first = (text: string) => firstDay(parseDate(text) ?? { year: NaN });
const last = (text: string) => lastDay(parseDate(text) ?? { year: NaN });
const bounds = (a: number, b: number, c: number, d: number) => ({
  earliestStart: a,
  latestStart: b,
  earliestEnd: c,
  latestEnd: d,
});
const during = (from: string, to = from) => bounds(first(from), last(to), first(from), last(to));

describe('spanOf', () => {
  it.each([
    ['a year', { start: { in: '1999' } }, during('1999')],
    ['a month', { start: { in: '1999-10' } }, during('1999-10')],
    ['a day', { start: { in: '1999-10-03' } }, during('1999-10-03')],
    ['a year BC', { start: { in: '-0043' } }, during('-0043')],
    ['vague', { start: { earliest: '1999-10', latest: '1999-12' } }, during('1999-10', '1999-12')],
    [
      'start and end',
      { start: { in: '1992' }, end: { in: '1997' } },
      bounds(first('1992'), last('1992'), first('1997'), last('1997')),
    ],
    [
      'an open end',
      { start: { in: '2001' }, end: { in: '..' } },
      bounds(first('2001'), last('2001'), FOREVER, FOREVER),
    ],
    [
      'an open start',
      { start: { in: '..' }, end: { in: '2001' } },
      bounds(ALWAYS, ALWAYS, first('2001'), last('2001')),
    ],
    [
      'a start clamped to the end',
      { start: { in: '2000-08' }, end: { in: '2000-08-12' } },
      bounds(first('2000-08'), last('2000-08-12'), first('2000-08-12'), last('2000-08-12')),
    ],
    [
      'an end clamped to the start',
      { start: { in: '1999-10' }, end: { in: '1999' } },
      bounds(first('1999-10'), last('1999-10'), first('1999-10'), last('1999')),
    ],
    [
      'mixed precision within one side',
      { start: { earliest: '1999', latest: '1999-03' } },
      during('1999-01', '1999-03'),
    ],
    ['an end alone', { end: { in: '1997' } }, during('1997')],
    [
      'null and blank as missing',
      { start: { in: '1999', earliest: null }, end: { in: '' } },
      during('1999'),
    ],
    [
      'earliest alone',
      { start: { earliest: '1999' } },
      bounds(first('1999'), FOREVER, first('1999'), FOREVER),
    ],
    [
      'latest alone, with an end',
      { start: { latest: '1999' }, end: { in: '2001' } },
      bounds(ALWAYS, last('1999'), first('2001'), last('2001')),
    ],
    [
      'latest of the end alone',
      { start: { in: '1999' }, end: { latest: '2001' } },
      bounds(first('1999'), last('1999'), first('1999'), last('2001')),
    ],
    [
      'earliest and an open latest',
      { start: { in: '1999' }, end: { earliest: '2001', latest: '..' } },
      bounds(first('1999'), last('1999'), first('2001'), FOREVER),
    ],
    ['a number', { start: { in: 1999 } }, during('1999')],
    ['a number before 0', { start: { in: -43 } }, during('-0043')],
    ['a long year', { start: { in: -12_000 } }, during('Y-12000')],
    ['a season', { start: { in: '2000-21' } }, during('2000-03', '2000-05')],
    ['an approximate year', { start: { in: '1999~' } }, during('1998', '2000')],
    ['a decade', { start: { in: '199X' } }, during('1990', '1999')],
    ['a date-time', { start: { in: '1999-10-03T23:00:00-08:00' } }, during('1999-10-03')],
  ])('reads %s', (_, timespan, span) => {
    expect(spanOf(timespan)).toMatchObject({ ok: true, span });
  });

  it.each([
    [{}, 'start', 'nothing'],
    [{ start: {}, end: null }, 'start', 'nothing'],
    [{ start: '1999' }, 'start', '1999'],
    [{ start: ['1999'] }, 'start', '["1999"]'],
    [{ start: { in: 'soon' } }, 'start.in', 'soon'],
    [{ start: { in: '1999-02-30' } }, 'start.in', '1999-02-30 (no such date)'],
    [{ start: { in: 1999.5 } }, 'start.in', '1999.5'],
    [{ start: { in: 1e300 } }, 'start.in', '1e+300'],
    [{ start: { in: Infinity } }, 'start.in', 'null'],
    [{ start: { in: true } }, 'start.in', 'true'],
    [{ start: { in: { year: 1999 } } }, 'start.in', '{"year":1999}'],
    [{ start: { in: '2000-21~' } }, 'start.in', '2000-21~ (a qualified season)'],
    [{ start: { in: '1999/2000' } }, 'start.in', '1999/2000 (an interval)'],
    [{ start: { in: '1999', latest: '2000' } }, 'start.in', '1999'],
    [{ start: { earliest: 'x', latest: '1999' } }, 'start.earliest', 'x'],
    [{ start: { earliest: '1999', latest: 'x' } }, 'start.latest', 'x'],
    [{ start: { earliest: '2000', latest: '1999' } }, 'start.earliest', '2000'],
    [{ start: { in: '1999' }, end: { earliest: '2001', latest: '2000' } }, 'end.earliest', '2001'],
    [{ start: { in: '1999' }, end: { in: '1998' } }, 'start.in', '1999'],
    [
      { start: { earliest: '1999', latest: '2001' }, end: { in: '1998' } },
      'start.earliest',
      '1999',
    ],
    [{ start: { in: '..' } }, 'end', 'nothing'],
    [{ end: { in: '..' } }, 'start', 'nothing'],
    [{ start: { in: '1999' }, label: 7 }, 'label', '7'],
  ])('refuses %j', (timespan, field, found) => {
    const result = spanOf(timespan);
    expect(result).toMatchObject({ ok: false, field, found });
    expect(!result.ok && result.expected.length > 5).toBe(true);
  });

  it('passes on the label and the marks', () => {
    const timespan = { start: { in: '1999?' }, end: { in: '2000~' }, label: 'about then' };
    expect(spanOf(timespan)).toMatchObject({
      label: 'about then',
      uncertain: true,
      approximate: true,
    });
    expect(spanOf({ start: { in: '1999' }, label: '' })).toEqual({
      ok: true,
      span: during('1999'),
      uncertain: false,
      approximate: false,
    });
  });
});

describe('timespanOf', () => {
  it.each([
    { start: { in: '1999' } },
    { start: { earliest: '1999-10', latest: '1999-12' }, label: 'late 1999' },
    { start: { in: '1992' }, end: { in: '1997' } },
    { start: { in: '2001' }, end: { in: '..' } },
    { start: { in: '..' }, end: { in: '0044-03-15' } },
    { start: { earliest: '..', latest: '1999' }, end: { earliest: '2001', latest: '..' } },
    { start: { in: 'Y-12000-03' } },
  ])('writes %j as it was read', (timespan) => {
    const read = spanOf(timespan);
    expect(read.ok && timespanOf(read.span, read.label)).toEqual(timespan);
  });

  it('is read back as the same span', () => {
    fc.assert(
      fc.property(fc.oneof(spans(-800, 800), spans(-3e6, 3e6), spans(-1e9, 1e9)), (span) => {
        expect(spanOf(timespanOf(span))).toMatchObject({ ok: true, span });
      }),
      { numRuns: 2000 },
    );
  });
});
