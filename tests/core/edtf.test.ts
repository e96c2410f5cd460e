import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOf, startOf } from '../../src/lib/core/bounds';
import { dateFrom, datesOf, dateUntil, formatDate } from '../../src/lib/core/date';
import { dayOf } from '../../src/lib/core/day';
import { formatEdtf, formatEdtfSpan, parseEdtf, parseEdtfSpan } from '../../src/lib/core/edtf';
import { ALWAYS, FOREVER } from '../../src/lib/core/span';
import type { Interval, Span } from '../../src/lib/core/span';
import { dates, spans } from './arbitraries';

const doc = readFileSync(new URL('../../docs/time.md', import.meta.url), 'utf8');

/** The rows of the table under a heading of docs/time.md, without code marks. */
function table(heading: string): string[][] {
  const section = doc.split(`\n### ${heading}\n`)[1]?.split('\n#')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

/** Bounds as the docs write them: "1999-10..1999-12", "1999", with `..` for open. */
function shown({ from, to }: Interval): string {
  if (from === to && (from === ALWAYS || from === FOREVER)) return '..';
  if (from === ALWAYS) return `..${formatDate(dateUntil(to))}`;
  if (to === FOREVER) return `${formatDate(dateFrom(from))}..`;
  return [...new Set(datesOf({ from, to }).map(formatDate))].join('..');
}

describe('EDTF that is held, as docs/time.md says', () => {
  const rows = table('Held');
  it('has rows', () => expect(rows.length).toBeGreaterThan(30));
  it.each(rows)('%s: starts in %s, ends in %s (%s)', (text, start, end, marks) => {
    const time = parseEdtf(text);
    if (!time.ok) throw new Error(`${time.found}: ${time.expected}`);
    expect([shown(startOf(time.span)), shown(endOf(time.span))]).toEqual([start, end]);
    const found = [time.uncertain && 'uncertain', time.approximate && 'approximate'];
    expect(found.filter(Boolean).join(', ')).toBe(marks);
  });
});

describe('EDTF that is refused, as docs/time.md says', () => {
  const rows = table('Refused');
  it('has rows', () => expect(rows.length).toBeGreaterThan(25));
  it.each(rows)('%s: found %s, expected %s', (text, found, expected) => {
    expect(parseEdtf(text)).toEqual({ ok: false, found, expected });
  });

  it('notices a gap of one day', () => {
    expect(parseEdtf('[1999-10-01,1999-10-03]').ok).toBe(false);
  });

  it('says "nothing" of an empty text, and cuts long ones', () => {
    expect(parseEdtf('')).toMatchObject({ ok: false, found: 'nothing' });
    const long = parseEdtf('1999'.repeat(100_000));
    expect(long.ok || long.found.length).toBe(83);
  });
});

describe('day by day', () => {
  it.each([
    ['2000-21', [2000, 3, 1], [2000, 5, 31]],
    ['2000-22', [2000, 6, 1], [2000, 8, 31]],
    ['2000-23', [2000, 9, 1], [2000, 11, 30]],
    ['2000-24', [2000, 12, 1], [2001, 2, 28]],
    ['1999-24', [1999, 12, 1], [2000, 2, 29]],
    ['-0001-24', [-1, 12, 1], [0, 2, 29]],
    ['1999-02~', [1999, 1, 1], [1999, 3, 31]],
    ['2000-03-01~', [2000, 2, 29], [2000, 3, 2]],
    ['1999-12-31~', [1999, 12, 30], [2000, 1, 1]],
    ['-000X', [-9, 1, 1], [-1, 12, 31]],
    ['[1999-10-01,1999-10-02]', [1999, 10, 1], [1999, 10, 2]],
    ['0000~', [-1, 1, 1], [1, 12, 31]],
    ['-0044-03-15', [-44, 3, 15], [-44, 3, 15]],
    ['1999-10-03T23:59:59-12:00', [1999, 10, 3], [1999, 10, 3]],
    ['1999-10-03T00:00:00+14:00', [1999, 10, 3], [1999, 10, 3]],
  ] as const)('%s', (text, [y, m, d], [year, month, day]) => {
    const [from, to] = [dayOf(y, m, d), dayOf(year, month, day)];
    expect(parseEdtf(text)).toMatchObject({
      span: { earliestStart: from, latestStart: to, earliestEnd: from, latestEnd: to },
    });
  });
});

describe('parseEdtfSpan', () => {
  it.each([
    ['1991', '1992', '1991', '1992'],
    ['[1992..1997]', '1997', '1992..1997', '1997'],
    ['1998', '[1999-10..1999-12]', '1998', '1999-10..1999-12'],
    ['[2001-09..2007]', '..', '2001-09..2007-12', '..'],
    ['..', '1999', '..', '1999'],
    ['', '1999', '1999', '1999'],
    ['[1992..1995]', '', '1992..1995', '1992..1995'],
    ['1992/1997', '', '1992', '1997'],
    ['1999', '[1999-10..1999-12]', '1999', '1999-10..1999-12'],
    ['1998', '[1998..1999]', '1998', '1998..1999'],
    ['2000-08', '2000-08-12', '2000-08-01..2000-08-12', '2000-08-12'],
  ])('%s to %s', (start, end, starts, ends) => {
    const time = parseEdtfSpan(start, end);
    if (!time.ok) throw new Error(time.found);
    expect([shown(startOf(time.span)), shown(endOf(time.span))]).toEqual([starts, ends]);
  });

  it.each([
    ['', '', 'nothing'],
    ['1999', '1998', '1999 to 1998 (it ends before it starts)'],
    ['..', '', '.. (open on one side, blank on the other)'],
    ['', '..', ' to .. (open on one side, blank on the other)'],
    ['1999/2000', '2001', '1999/2000 (an interval)'],
    ['1999', '{1999,2000}', '{1999,2000} (a set of several dates)'],
  ])('refuses %j to %j', (start, end, found) => {
    expect(parseEdtfSpan(start, end)).toMatchObject({ ok: false, found });
  });
});

describe('formatEdtf', () => {
  it.each([
    '1999',
    '1999-10',
    '1999-10-03',
    '-0044',
    '0000',
    '2000-21',
    '2000-24',
    '-0001-24',
    '199X',
    '19XX',
    '-199X',
    'Y17000',
    'Y-17000',
    '[1999-10..1999-12]',
    '[2000-08-01..2000-08-12]',
    '[..1999]',
    '[1999-10..]',
    '1999/2000',
    '1999-10/1999-12',
    '1999/..',
    '../1999',
    '../..',
    '2000-21/2001-22',
    '1999/2000-24',
    '1999-10/1999',
    '2000-08/2000-08-12',
  ])('writes %s as it was', (text) => {
    const time = parseEdtf(text);
    expect(time.ok && formatEdtf(time.span)).toBe(text);
  });

  it('marks dates as uncertain, and refuses where EDTF cannot be so read', () => {
    const mark = (text: string) => {
      const time = parseEdtf(text);
      return time.ok && formatEdtf(time.span, { uncertain: true });
    };
    expect(mark('1999')).toBe('1999?');
    expect(mark('1999/2000')).toBe('1999?/2000?');
    expect(mark('1999/..')).toBe('1999?/..');
    expect(mark('2000-21')).toBeUndefined();
    expect(mark('[1999..2001]')).toBeUndefined();
  });

  it('has no word for an interval between vague bounds', () => {
    const time = parseEdtfSpan('1998', '[1999-10..1999-12]');
    expect(time.ok && formatEdtf(time.span)).toBeUndefined();
  });

  it('is read back as the same bounds, or is not written at all', () => {
    let written = 0;
    fc.assert(
      fc.property(fc.oneof(spans(-800, 800), dated()), (span) => {
        const text = formatEdtf(span);
        if (text === undefined) return;
        written += 1;
        expect(parseEdtf(text)).toMatchObject({ ok: true, span });
      }),
      { numRuns: 3000 },
    );
    expect(written).toBeGreaterThan(1000);
  });

  it('as two columns is read back always, unless nothing is known', () => {
    fc.assert(
      fc.property(fc.oneof(spans(-800, 800), dated()), (span) => {
        const unknown = [startOf(span), endOf(span)].some(
          ({ from, to }) => from === ALWAYS && to === FOREVER,
        );
        const columns = formatEdtfSpan(span);
        if (!columns) expect(unknown).toBe(true);
        else expect(parseEdtfSpan(columns.start, columns.end)).toMatchObject({ ok: true, span });
      }),
      { numRuns: 3000 },
    );
  });
});

/** Spans between dates of any precision, as people write them. */
function dated(): fc.Arbitrary<Span> {
  const text = dates({ min: -50, max: 50 }).map(formatDate);
  return fc
    .tuple(text, text)
    .map(([a, b]) => parseEdtf(`${a}/${b}`))
    .map((time) => (time.ok ? time.span : undefined))
    .filter((span) => span !== undefined);
}
