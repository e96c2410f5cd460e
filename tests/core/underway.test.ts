import { describe, expect, it } from 'vitest';
import { scenes } from '../../src/lib/core/replay';
import { Ways } from '../../src/lib/core/underway';
import { realAtlas, realIndex } from '../real-atlas';
import { aRecord, during, span, years } from './records';

const march = (id: string, spans = [during(1999)]) =>
  aRecord({
    id,
    spans,
    lines: [
      [
        [70, 39],
        [71, 40],
      ],
    ],
  });

/** The legs of a record in the scenes in which something begins; `undefined` if it is not on its way. */
function legs(records: ReturnType<typeof aRecord>[], id: string) {
  const all = scenes(records, years(1999));
  const ways = new Ways(new Map(records.map((record) => [record.id, record])), all);
  return all.flatMap(({ starts }, k) => (starts.length ? [ways.in(k).get(id)] : []));
}

describe('on its way', () => {
  const may = aRecord({ id: 'may', spans: [span('1999-05-01')] });
  const september = aRecord({ id: 'september', spans: [span('1999-09-01')] });

  it('is a movement that lasts, for as many scenes as begin while it does', () => {
    const long = march('long', [span('1999-01', '1999-12')]);
    const found = legs([long, may, september], 'long');
    expect(found.map((leg) => leg?.[0])).toEqual([0, expect.closeTo(0.3, 1), expect.any(Number)]);
    expect(found[2]?.[0]).toBeGreaterThan(found[1]?.[1] ?? NaN);
    expect(found[2]?.[1]).toBe(1);
  });

  it('is at its end before what begins after it', () => {
    const short = march('short', [span('1999-01-01', '1999-06-30')]);
    const found = legs([short, may, september], 'short');
    expect(found[0]?.[0]).toBe(0);
    expect(found[1]?.[0]).toBe(found[0]?.[1]);
    expect(found[2]).toBeUndefined();
  });

  it('is a movement of which only the year is known for its own scene: it may have taken a day', () => {
    expect(legs([march('vague'), may], 'vague')).toEqual([[0, 1], undefined]);
  });

  it('is so again in each of its spans, and over years', () => {
    const twice = march('twice', [span('1999-01-01'), span('2001-01-01', '2003-12-31')]);
    const all = scenes([twice], years(1999, 2004));
    const ways = new Ways(new Map([['twice', twice]]), all);
    const found = all.map(({ window }, k) => [window.year, ways.in(k).get('twice')?.join(' to ')]);
    expect(found.filter(([, leg]) => leg).map(([year]) => year)).toEqual([1999, 2001, 2002, 2003]);
    expect(found[0]?.[1]).toBe('0 to 1');
    expect(found[2]?.[1]).toMatch(/^0 to 0/);
    expect(found[4]?.[1]).toMatch(/ to 1$/);
  });

  it('is nothing without a line', () => {
    expect(legs([may], 'may')).toEqual([undefined]);
  });

  it('goes on without a jump, and to the end, in the atlas', () => {
    const all = scenes(realAtlas.records, realAtlas.span);
    const ways = new Ways(realIndex.records, all);
    const reached = new Map<string, number>();
    all.forEach((scene, k) => {
      for (const [id, [from, to]] of ways.in(k)) {
        expect(from, id).toBeCloseTo(scene.starts.includes(id) ? 0 : (reached.get(id) ?? NaN));
        expect(scene.present.has(id), id).toBe(true);
        reached.set(id, to);
      }
    });
    const movements = realAtlas.records.filter(({ lines }) => lines.length > 0);
    expect([...reached.keys()].sort()).toEqual(movements.map(({ id }) => id).sort());
    expect([...reached.values()].every((to) => to === 1)).toBe(true);
  });
});
