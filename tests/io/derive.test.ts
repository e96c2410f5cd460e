import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/lib/core/model';
import { parseEdtf } from '../../src/lib/core/edtf';
import type { Span } from '../../src/lib/core/span';
import { derivedGeometry, derivedTime } from '../../src/lib/io/derive';

function span(edtf: string): Span {
  const read = parseEdtf(edtf);
  if (!read.ok) throw new Error(read.expected);
  return read.span;
}

function times(...spans: Span[]) {
  const { start, end } = derivedTime({ spans, whenText: 'then' });
  return [start, end];
}

describe('derivedTime', () => {
  it.each([
    ['1999', '1999-01-01T00:00:00Z', '1999-12-31T23:59:59Z'],
    ['2000-02', '2000-02-01T00:00:00Z', '2000-02-29T23:59:59Z'],
    ['[1999-10..1999-12]', '1999-10-01T00:00:00Z', '1999-12-31T23:59:59Z'],
    ['2001-09/..', '2001-09-01T00:00:00Z', null],
    ['../2001-09', null, '2001-09-30T23:59:59Z'],
    ['0044-03-15', '0044-03-15T00:00:00Z', '0044-03-15T23:59:59Z'],
    ['-0043-03-15', '-000043-03-15T00:00:00Z', '-000043-03-15T23:59:59Z'],
    ['Y12000', '+012000-01-01T00:00:00Z', '+012000-12-31T23:59:59Z'],
  ])('%s is from %s to %s', (edtf, start, end) => {
    expect(times(span(edtf))).toEqual([start, end]);
  });

  it.each(['1999', '0044-03-15', '-0043-03-15', 'Y12000'])('writes %s as Date reads it', (edtf) => {
    expect(times(span(edtf)).every((time) => Number.isFinite(Date.parse(time ?? '')))).toBe(true);
  });

  it('takes the outer bounds of several spans', () => {
    expect(times(span('2000'), span('1998'))).toEqual([
      '1998-01-01T00:00:00Z',
      '2000-12-31T23:59:59Z',
    ]);
  });

  it('has no times for an undated record', () => {
    expect(derivedTime({ spans: [], whenText: 'undated' })).toEqual({
      start: null,
      end: null,
      when_text: 'undated',
    });
  });
});

describe('derivedGeometry', () => {
  const place = (id: string, longitude: number): Place => ({
    id,
    title: id,
    summary: id,
    names: [],
    precision: 'settlement',
    radiusKm: 3,
    point: [longitude, 40],
    geometry: { type: 'Point', coordinates: [longitude, 40] },
    sources: [],
  });
  const places = new Map([place('a', 70), place('b', 71)].map((each) => [each.id, each]));

  it.each([
    [{ at: [], from: [], to: [] }, null],
    [
      { at: ['a'], from: [], to: [] },
      { type: 'Point', coordinates: [70, 40] },
    ],
    [
      { at: [], from: [], to: ['b'] },
      { type: 'Point', coordinates: [71, 40] },
    ],
    [
      { at: [], from: ['a', 'b'], to: [] },
      {
        type: 'MultiPoint',
        coordinates: [
          [70, 40],
          [71, 40],
        ],
      },
    ],
  ])('of %j', (record, geometry) => {
    expect(derivedGeometry(record, places)).toEqual(geometry);
  });
});
