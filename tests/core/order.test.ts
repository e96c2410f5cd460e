import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civil, dayOf } from '../../src/lib/core/day';
import { parseEdtfSpan } from '../../src/lib/core/edtf';
import { beats, contradictsOrder, followsOrder } from '../../src/lib/core/order';
import type { Dated } from '../../src/lib/core/turns';
import { spans } from './arbitraries';

/** A record from `id time`, time as in `1999`, `1992 to 1997` or blank; then what it follows. */
function record(id: string, time: string, ...follows: string[]): Dated {
  const [start = '', end = ''] = time.split(' to ');
  const read = parseEdtfSpan(start, end);
  return { id, spans: read.ok ? [read.span] : [], follows };
}

const year1999 = { from: dayOf(1999, 1, 1), to: dayOf(1999, 12, 31) };

// The year 1999 of the first atlas.
const story = [
  record('withdrawal', '1999', 'further'),
  record('pressure', '1999', 'incursion'),
  record('relocation', '[1999-10..1999-12]', 'pressure'),
  record('accuses', '[1999-10..1999-12]', 'relocation'),
  record('further', '1999', 'incursion'),
  record('incursion', '1999', 'bombings'),
  record('geologists', '1999', 'incursion'),
  record('crackdown', '1999', 'bombings'),
  record('bombings', '1999'),
  record('base', '1998 to [1999-10..1999-12]'),
  record('rumours', ''),
];

describe('followsOrder', () => {
  it('tells the story in order', () => {
    expect(followsOrder(story)).toEqual({
      order: [
        'base',
        'bombings',
        'crackdown',
        'incursion',
        'further',
        'geologists',
        'pressure',
        'withdrawal',
        'relocation',
        'accuses',
        'rumours',
      ],
      contradicted: [],
    });
  });

  it('does not let a record stand before a later one that it follows', () => {
    const records = [record('a', '1999', 'b'), record('b', '1999-10'), record('c', '1999-05')];
    expect(followsOrder(records).order).toEqual(['c', 'b', 'a']);
  });

  it('puts the narrower date first, then the id', () => {
    const records = [record('b', '1999'), record('a', '1999'), record('z', '1999-01')];
    expect(followsOrder(records).order).toEqual(['z', 'a', 'b']);
  });

  it('puts undated records beside what ties them down, or last', () => {
    const records = [
      record('loose', ''),
      record('y2001', '2001', 'before'),
      record('before', '', 'earlier'),
      record('earlier', ''),
      record('y2000', '2000'),
      record('after', '', 'y2000'),
    ];
    expect(followsOrder(records).order).toEqual([
      'y2000',
      'after',
      'earlier',
      'before',
      'y2001',
      'loose',
    ]);
  });

  it('names records whose dates contradict what they follow, also through others', () => {
    const records = [
      record('late', '1999-10'),
      record('vague', '[1998..2000]', 'late'),
      record('early', '1999-03', 'vague'),
      record('undated', '', 'late'),
      record('earlier', '1998', 'undated'),
    ];
    expect(followsOrder(records).contradicted).toEqual(['earlier', 'early']);
  });

  it('takes the span that touches the window', () => {
    const twice: Dated = {
      id: 'twice',
      spans: [...record('', '1990').spans, ...record('', '2000').spans],
      follows: [],
    };
    const records = [twice, record('once', '1999')];
    expect(followsOrder(records).order).toEqual(['twice', 'once']);
    const late = { from: dayOf(1995, 1, 1), to: dayOf(2005, 1, 1) };
    expect(followsOrder(records, late).order).toEqual(['once', 'twice']);
  });

  it('names a circle, and still lists everything once', () => {
    const records = [
      record('start', '1999', 'a'),
      record('a', '1999', 'b'),
      record('b', '1999', 'c', 'elsewhere'),
      record('c', '1999', 'a'),
    ];
    const { order, cycle } = followsOrder(records);
    expect([...(cycle ?? [])].sort()).toEqual(['a', 'b', 'c']);
    expect([...order].sort()).toEqual(['a', 'b', 'c', 'start']);
    expect(followsOrder([record('a', '1999', 'a')]).cycle).toEqual(['a']);
  });

  it('never puts a record before one that it follows, in any order of the input', () => {
    fc.assert(
      fc.property(graph(), fc.infiniteStream(fc.nat()), (records, random) => {
        const { order, cycle } = followsOrder(records);
        expect(cycle).toBeUndefined();
        const place = new Map(order.map((id, index) => [id, index]));
        for (const { id, follows } of records) {
          for (const before of follows) {
            expect(place.get(before)).toBeLessThan(place.get(id) ?? -1);
          }
        }
        const keyed = records.map((one) => [random.next().value, one] as const);
        const shuffled = keyed.sort((a, b) => a[0] - b[0]).map(([, one]) => one);
        expect(followsOrder(shuffled).order).toEqual(order);
      }),
      { numRuns: 500 },
    );
  });

  it('goes through a chain of 100,000 records', () => {
    const chain = Array.from({ length: 100_000 }, (_, index) =>
      record(`r${index}`, '1999', `r${index + 1}`),
    );
    expect(followsOrder(chain).order[0]).toBe('r99999');
  });
});

/** Records without circles: each follows some of those before it; some are undated. */
function graph(): fc.Arbitrary<Dated[]> {
  const one = fc.tuple(
    fc.array(spans(0, 20), { maxLength: 2 }),
    fc.array(fc.nat(30), { maxLength: 3 }),
  );
  return fc.array(one, { maxLength: 14 }).map((rows) =>
    rows.map(([spansOf, before], index) => ({
      id: `r${index}`,
      spans: spansOf,
      follows: index === 0 ? [] : before.map((number) => `r${number % index}`),
    })),
  );
}

describe('contradictsOrder', () => {
  it.each([
    ['1999', '1998', true],
    ['1999-10', '1999-09', true],
    ['1999-10', '1999', false],
    ['1999-10-03', '1999-10-03', false],
    ['1999', '1999', false],
    ['1999', '2001', false],
    ['1999', '1990 to 2005', true],
    ['', '1998', false],
    ['1999', '', false],
  ])('before %s, after %s: %s', (before, after, contradicts) => {
    expect(contradictsOrder(record('a', before), record('b', after))).toBe(contradicts);
  });
});

describe('beats', () => {
  const told = (records: Dated[], window = year1999) =>
    beats(records, window).map(({ day, step, starts, ends }) => {
      const { year, month, day: date } = civil(day);
      return [`${year}-${month}-${date} ${step}`, starts.join(' '), ends.join(' ')];
    });

  it('play the year in order', () => {
    expect(told(story)).toEqual([
      ['1999-1-1 0', 'bombings', ''],
      ['1999-1-1 1', 'crackdown incursion', ''],
      ['1999-1-1 2', 'further geologists pressure', ''],
      ['1999-1-1 3', 'withdrawal', ''],
      ['1999-10-1 0', 'relocation', ''],
      ['1999-10-1 1', 'accuses', ''],
      [
        '1999-12-31 0',
        '',
        'accuses base bombings crackdown further geologists incursion pressure relocation withdrawal',
      ],
    ]);
  });

  it('end a day after what starts on it', () => {
    const records = [record('a', '1999-08-12'), record('b', '1999-08-12', 'a')];
    expect(told(records)).toEqual([
      ['1999-8-12 0', 'a', ''],
      ['1999-8-12 1', 'b', ''],
      ['1999-8-12 2', '', 'a b'],
    ]);
  });

  it('have none for what starts before, ends after, or is undated', () => {
    const records = [record('a', '1998 to 2000'), record('b', '2001'), record('c', '')];
    expect(told([...records, record('d', '1999-05 to ..')])).toEqual([['1999-5-1 0', 'd', '']]);
  });

  it('start a vague record after what it follows, as far as its dates allow', () => {
    const records = [record('a', '1999-05'), record('b', '[1998..2001]', 'a')];
    expect(told(records)).toEqual([
      ['1999-5-1 0', 'a', ''],
      ['1999-5-1 1', 'b', ''],
      ['1999-5-31 0', '', 'a'],
    ]);
  });

  it('keep to the dates where these contradict', () => {
    expect(told([record('a', '1999-10'), record('b', '1999-03', 'a')])).toEqual([
      ['1999-3-1 0', 'b', ''],
      ['1999-3-31 0', '', 'b'],
      ['1999-10-1 0', 'a', ''],
      ['1999-10-31 0', '', 'a'],
    ]);
  });

  it('are ordered, within the window, and have each start and end once', () => {
    const window = { from: 3, to: 15 };
    let compared = 0;
    fc.assert(
      fc.property(graph(), (records) => {
        const all = beats(records, window);
        all.forEach((beat, index) => {
          const before = all[index - 1];
          expect(beat.day).toBeGreaterThanOrEqual(window.from);
          expect(beat.day).toBeLessThanOrEqual(window.to);
          expect(beat.starts.length + beat.ends.length).toBeGreaterThan(0);
          const sameDay = before?.day === beat.day;
          expect(beat.step).toBe(sameDay ? before.step + 1 : 0);
          if (before && !sameDay) expect(beat.day).toBeGreaterThan(before.day);
        });
        for (const { id, spans: own } of records) {
          const ends = own.filter(({ latestEnd: day }) => day >= window.from && day <= window.to);
          const found = all.flatMap((beat) => beat.ends).filter((end) => end === id);
          expect(found).toHaveLength(ends.length);
        }
        // Where dates contradict "follows", they go first; a second span is another time.
        if (followsOrder(records, window).contradicted.length > 0) return;
        const started = new Map(
          all.flatMap(({ starts }, index) => starts.map((id) => [id, index])),
        );
        const single = new Set(records.filter((one) => one.spans.length === 1).map(({ id }) => id));
        for (const { id, follows } of records) {
          for (const before of follows) {
            const [mine, theirs] = [started.get(id), started.get(before)];
            if (!single.has(id) || !single.has(before)) continue;
            if (mine === undefined || theirs === undefined) continue;
            compared += 1;
            expect(mine).toBeGreaterThan(theirs);
          }
        }
      }),
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(50);
  });
});
