import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AtlasRecord } from '../../src/lib/core/model';
import { scenes, type Scene } from '../../src/lib/core/replay';
import { activityOf, type Interval } from '../../src/lib/core/span';
import { yearsOf } from '../../src/lib/core/window';
import { realAtlas } from '../real-atlas';
import {
  aRecord,
  during,
  randomRecords,
  randomSpan,
  recurringRecords,
  span,
  years,
} from './records';

const touches = (record: AtlasRecord, window: Interval): boolean =>
  ['certain', 'possible'].includes(activityOf(record.spans, window));

/** What a scene is, on one line: "1999 +a,b [a b c]" or "1993 ~ caption". */
function line({ window, starts, present, caption }: Scene): string {
  const begins = starts.length ? `+${starts.join(',')}` : '';
  const said = caption ? `~ ${caption}` : '';
  return [window.year, begins, `[${[...present].sort().join(' ')}]`, said]
    .filter((part) => part !== '')
    .join(' ');
}

/** What must hold of the scenes of any records. */
const properties: readonly (readonly [
  string,
  (all: readonly Scene[], records: readonly AtlasRecord[], span: Interval) => void,
])[] = [
  [
    'shows every dated record that touches the span',
    (all, records, span) => {
      const seen = new Set(all.flatMap(({ present }) => [...present]));
      const expected = records.filter((record) => touches(record, span)).map(({ id }) => id);
      expect([...seen].sort()).toEqual(expected.sort());
    },
  ],
  [
    'has every year, and years never go back',
    (all, _, span) => {
      const shown = all.map(({ window }) => window.year);
      expect([...new Set(shown)]).toEqual(yearsOf(span));
      expect(shown).toEqual([...shown].sort((a, b) => a - b));
    },
  ],
  [
    'has on the map only what holds or may hold in the year',
    (all, records) => {
      for (const { window, present } of all) {
        const active = records.filter((record) => touches(record, years(window.year)));
        const ids = active.map(({ id }) => id);
        expect([...present].filter((id) => !ids.includes(id))).toEqual([]);
      }
    },
  ],
  [
    'has on the map what begins, which was not there before',
    (all) => {
      all.forEach(({ starts, present }, k) => {
        expect(starts.filter((id) => !present.has(id))).toEqual([]);
        expect(starts.filter((id) => all[k - 1]?.present.has(id))).toEqual([]);
      });
    },
  ],
  [
    'begins nothing before or with what it follows in the same year',
    (all, records) => {
      const sceneOf = (id: string, year: number): number =>
        all.findIndex(({ window, starts }) => window.year === year && starts.includes(id));
      for (const { id, follows } of records) {
        for (const year of new Set(all.map(({ window }) => window.year))) {
          const own = sceneOf(id, year);
          for (const before of follows) {
            const other = sceneOf(before, year);
            if (own >= 0 && other >= 0)
              expect(own, `${id} follows ${before}`).toBeGreaterThan(other);
          }
        }
      }
    },
  ],
  [
    'keeps what has begun until it ends, and begins it once',
    (all, records) => {
      for (const { id } of records) {
        const shown = all.flatMap(({ present }, k) => (present.has(id) ? [k] : []));
        const [first = 0] = shown;
        expect(shown, id).toEqual(shown.map((_, k) => first + k));
        expect(all.filter(({ starts }) => starts.includes(id)).length, id).toBeLessThanOrEqual(1);
      }
    },
  ],
  [
    'says of each run of years in which nothing begins how long it is',
    (all) => {
      all.forEach((scene, k) => {
        if (scene.caption === '') return;
        expect(scene.starts).toEqual([]);
        let [first, last] = [k, k];
        while (all[first - 1]?.caption) first -= 1;
        while (all[last + 1]?.caption) last += 1;
        const run = all.slice(first, last + 1);
        const shown = run.map(({ window }) => window.year);
        expect(new Set(shown).size).toBe(shown.length);
        const name =
          shown.length === 1 ? String(shown[0]) : `${shown[0]}–${shown[shown.length - 1]}`;
        const isEmpty = run.every(({ present }) => present.size === 0);
        expect(scene.caption).toBe(`${name}: nothing ${isEmpty ? '' : 'new '}recorded`);
      });
    },
  ],
  [
    'leaves no year in which nothing changes without a caption',
    (all) => {
      all.forEach((scene, k) => {
        const { year } = scene.window;
        const alone = all[k - 1]?.window.year !== year && all[k + 1]?.window.year !== year;
        const before = [...(all[k - 1]?.present ?? [])].filter((id) => !scene.present.has(id));
        if (alone && scene.starts.length === 0 && before.length === 0) {
          expect(scene.caption).not.toBe('');
        }
      });
    },
  ],
  [
    'passes quickly where nothing begins',
    (all) => {
      for (const { starts, beats } of all) {
        if (starts.length > 0) expect(beats).toBe(1);
        else expect(beats).toBeLessThan(1);
        expect(beats).toBeGreaterThan(0);
      }
    },
  ],
];

describe('scenes of the atlas', () => {
  const all = scenes(realAtlas.records, realAtlas.span);
  it.each(properties)('%s', (_, check) => check(all, realAtlas.records, realAtlas.span));

  it('says which years have nothing new', () => {
    expect([...new Set(all.map(({ caption }) => caption))].filter(Boolean)).toEqual([
      '1980–1988: nothing new recorded',
      '1990: nothing new recorded',
      '1993–1994: nothing new recorded',
      '1996: nothing new recorded',
      '2005: nothing new recorded',
    ]);
  });
});

describe('scenes of random records', () => {
  it.each(properties)('%s', (_, check) => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        check(scenes(records, randomSpan), records, randomSpan);
      }),
      { numRuns: 300 },
    );
  });
});

describe('scenes of random records that come back', () => {
  // One that comes back is there more than once, and may come back after what follows it.
  const once = ['keeps what has begun until it ends, and begins it once', 'begins nothing before'];
  const lasting = properties.filter(([name]) => !once.some((begin) => name.startsWith(begin)));
  it.each(lasting)('%s', (_, check) => {
    fc.assert(
      fc.property(recurringRecords, (records) => {
        check(scenes(records, randomSpan), records, randomSpan);
      }),
      { numRuns: 300 },
    );
  });
});

describe('scenes', () => {
  const show = (...args: Parameters<typeof scenes>) => scenes(...args).map(line);

  it('plays an empty span as one run', () => {
    const said = '1990–1992: nothing recorded';
    expect(show([], years(1990, 1992))).toEqual([
      `1990 [] ~ ${said}`,
      `1991 [] ~ ${said}`,
      `1992 [] ~ ${said}`,
    ]);
  });

  it('tells years in which nothing is from years in which nothing is new', () => {
    const records = [
      aRecord({ id: 'a', spans: [span('1991-05-01')] }),
      aRecord({ id: 'b', spans: [span('1993-05-01', '1995-02-01')] }),
    ];
    expect(show(records, years(1990, 1996))).toEqual([
      '1990 [] ~ 1990: nothing recorded',
      '1991 +a [a]',
      '1992 [] ~ 1992: nothing recorded',
      '1993 +b [b]',
      '1994 [b] ~ 1994–1996: nothing new recorded',
      '1995 [b] ~ 1994–1996: nothing new recorded',
      '1996 [] ~ 1994–1996: nothing new recorded',
    ]);
  });

  it('takes off what ends before something else begins', () => {
    const records = [
      aRecord({ id: 'a', spans: [span('1990-01-01', '1991-03-01')] }),
      aRecord({ id: 'b', spans: [span('1991-06-01')] }),
    ];
    expect(show(records, years(1990, 1991))).toEqual(['1990 +a [a]', '1991 []', '1991 +b [b]']);
  });

  it('says when something comes back, in the same year and in the next', () => {
    const twice = aRecord({
      id: 'twice',
      spans: [span('1999-05-01', '2000-03-01'), span('2000-10-01', '2000-12-01')],
    });
    expect(show([twice], years(1999, 2001))).toEqual([
      '1999 +twice [twice]',
      '2000 []',
      '2000 +twice [twice]',
      '2001 [] ~ 2001: nothing recorded',
    ]);
    const next = aRecord({
      id: 'next',
      spans: [span('1999-05-01', '1999-11-01'), span('2000-02-01', '2000-12-01')],
    });
    expect(show([next], years(1999, 2000))).toEqual([
      '1999 +next [next]',
      '2000 []',
      '2000 +next [next]',
    ]);
  });

  it('crosses a desert of time in a few beats', () => {
    const some = [aRecord({ id: 'a', spans: [during(-9000)] })];
    const all = scenes(some, years(-9000, 2000));
    expect(all).toHaveLength(11_001);
    expect(all.reduce((sum, { beats }) => sum + beats, 0)).toBeCloseTo(5);
    expect(all.at(-1)?.caption).toBe('9000 BC–2000: nothing recorded');
  });

  it('keeps the longest spans of time', () => {
    expect(scenes([], years(-400_000, 2000))).toHaveLength(402_001);
  });

  it('knows what has gone, for the trail', () => {
    const records = [
      aRecord({ id: 'a', spans: [span('1990-01-01', '1991-03-01')] }),
      aRecord({ id: 'b', spans: [span('1991-06-01', '1991-07-01')] }),
      aRecord({ id: 'c', spans: [span('1991-09-01')] }),
    ];
    const all = scenes(records, years(1990, 1992));
    expect(all.map((scene) => `${line(scene)} -${[...scene.gone].join()}`)).toEqual([
      '1990 +a [a] -',
      '1991 [] -a',
      '1991 +b [b] -a',
      '1991 [] -a,b',
      '1991 +c [c] -a,b',
      '1992 [] ~ 1992: nothing recorded -a,b,c',
    ]);
  });

  it('begins at once what the source leaves unordered, and in turn what it orders', () => {
    const records = ['a', 'b', 'c'].map((id) => aRecord({ id, spans: [during(1990)] }));
    const later = aRecord({ id: 'later', spans: [during(1990)], follows: ['b'] });
    expect(show([later, ...records], years(1990))).toEqual([
      '1990 +a,b,c [a b c]',
      '1990 +later [a b c later]',
    ]);
  });

  it('keeps an order that goes through what is undated', () => {
    const records = [
      aRecord({ id: 'a', spans: [during(1990)] }),
      aRecord({ id: 'undated', follows: ['a'] }),
      aRecord({ id: 'b', spans: [during(1990)], follows: ['undated'] }),
    ];
    expect(show(records, years(1990))).toEqual(['1990 +a [a]', '1990 +b [a b]']);
  });

  it('shows what began before the span and ends before anything begins in it', () => {
    const records = [
      aRecord({ id: 'old', spans: [span('1980-01-01', '1990-02-01')] }),
      aRecord({ id: 'new', spans: [span('1990-06-01')] }),
    ];
    expect(show(records, years(1990))).toEqual(['1990 [old]', '1990 []', '1990 +new [new]']);
  });

  it('begins a record once, though what it follows begins in a later year', () => {
    const records = [
      aRecord({ id: 'vague', spans: [during(1990, 1991)], follows: ['dated'] }),
      aRecord({ id: 'dated', spans: [span('1991-05-01', '1992-12-31')] }),
    ];
    const begun = scenes(records, years(1990, 1992)).filter(({ starts }) =>
      starts.includes('vague'),
    );
    expect(begun.map(line)).toHaveLength(1);
  });

  it('shows a record again in each of its spans', () => {
    const twice = aRecord({ id: 'twice', spans: [span('1990-05-01'), span('1992-05-01')] });
    expect(show([twice], years(1990, 1992))).toEqual([
      '1990 +twice [twice]',
      '1991 [] ~ 1991: nothing recorded',
      '1992 +twice [twice]',
    ]);
  });

  it('keeps a record of which one span ends while another holds', () => {
    const long = aRecord({
      id: 'long',
      spans: [span('1990-01-01', '1990-03-01'), span('1989-01-01', '1991-12-31')],
    });
    const other = aRecord({ id: 'other', spans: [span('1990-06-01')] });
    const last = scenes([long, other], years(1989, 1991)).find(({ starts }) =>
      starts.includes('other'),
    );
    expect([...(last?.present ?? [])].sort()).toEqual(['long', 'other']);
  });

  it('does not begin again what is there already', () => {
    const twice = aRecord({
      id: 'twice',
      spans: [span('1990-01-01', '1990-08-01'), span('1990-05-01', '1990-12-31')],
    });
    expect(show([twice], years(1990))).toEqual(['1990 +twice [twice]']);
  });

  it('leaves out what is undated', () => {
    expect(show([aRecord()], years(1990))).toEqual(['1990 [] ~ 1990: nothing recorded']);
  });
});
