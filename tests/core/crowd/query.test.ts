import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binCounts, binsOf } from '../../../src/lib/core/crowd/bins';
import { candidates } from '../../../src/lib/core/crowd/columns';
import { fixedBox, fixedX, fixedY, latOf, lonOf } from '../../../src/lib/core/crowd/fixed';
import { failures, heldIn } from '../../../src/lib/core/crowd/query';
import { dayOf } from '../../../src/lib/core/day';
import { activity, type Span } from '../../../src/lib/core/span';
import { intervals, spans } from '../arbitraries';
import { columnsOf, spanOfRow } from './crowd';

const days = [-3000, 3000] as const;
const rows = fc.array(fc.option(spans(...days), { nil: undefined }), { maxLength: 60 });
const colours = ['red', 'green', 'blue'];

test('rows before the candidates are past, rows after them to come: as the rule of activity says', () => {
  fc.assert(
    fc.property(rows, intervals(...days), (all, window) => {
      const columns = columnsOf(all.map((span) => ({ span })));
      const { from, to } = candidates(columns, window);
      for (let row = 0; row < columns.count; row++) {
        const said = activity(spanOfRow(columns, row), window);
        if (row < from) expect(said).toBe('past');
        if (row >= to) expect(said).toBe('future');
        if (row >= from && row < to) expect(said).not.toBe('future');
      }
    }),
  );
});

test('what a window holds is what the rule says of each row', () => {
  fc.assert(
    fc.property(rows, intervals(...days), fc.boolean(), (all, window, onlyCertain) => {
      const columns = columnsOf(all.map((span) => ({ span })));
      const held = heldIn(columns, window, [], new Uint8Array(columns.count), { onlyCertain });
      const said = Array.from({ length: columns.count }, (_, row) =>
        activity(spanOfRow(columns, row), window),
      );
      const wanted = onlyCertain ? ['certain'] : ['certain', 'possible'];
      expect([...held.rows]).toEqual(
        [...said.keys()].filter((k) => wanted.includes(said[k] ?? '')),
      );
      expect(held.certain).toBe(said.filter((word) => word === 'certain').length);
    }),
  );
});

test('outside of what is told a window holds at most what has no time', () => {
  fc.assert(
    fc.property(rows, intervals(...days), fc.boolean(), (all, window, undated) => {
      const columns = columnsOf(all.map((span) => ({ span })));
      const options = { undated, isOutside: true };
      const held = heldIn(columns, window, [], new Uint8Array(columns.count), options);
      const timeless = undated ? columns.count - columns.dated : 0;
      expect(held).toMatchObject({ certain: 0, possible: 0, undated: timeless });
      expect(held.rows.length).toBe(timeless);
    }),
  );
});

test('a row keeps its entry, its value and its place when rows are sorted', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const columns = columnsOf(
        all.map((span, k) => ({
          span,
          position: [k, k / 2] as const,
          properties: [['n', k] as const],
        })),
      );
      for (const [row, entry] of columns.entries.entries()) {
        const undated = { earliestStart: 0x7fffffff };
        expect(spanOfRow(columns, row)).toMatchObject(all[entry] ?? undated);
        expect(lonOf(columns.positions[row * 2] ?? NaN)).toBeCloseTo(entry, 6);
        expect(latOf(columns.positions[row * 2 + 1] ?? NaN)).toBeCloseTo(entry / 2, 6);
        if (columns.numbers[0]) expect(columns.numbers[0].values[row]).toBe(entry);
      }
      expect(columns.dated).toBe(all.filter(Boolean).length);
    }),
  );
});

test('a value counts whatever its own facet leaves out, and only what the others let through', () => {
  const columns = columnsOf(
    Array.from({ length: 60 }, (_, k) => ({
      span: during(k),
      properties: [
        ['colour', colours[k % 3]] as const,
        ['parity', k % 2 ? 'odd' : 'even'] as const,
      ],
    })),
  );
  const [colour, parity] = columns.categories;
  if (!colour || !parity) throw new Error('expected two categories');
  const hide = (column: typeof colour, value: string): ReadonlySet<number> =>
    new Set([column.values.indexOf(value)]);
  const facets = [colour, parity];
  const hidden = [hide(colour, 'red'), hide(parity, 'odd')];
  const held = heldIn(columns, { from: 0, to: 100 }, facets, failures(columns, facets, { hidden }));
  const count = (k: number, value: string): number | undefined =>
    held.facets[k]?.[facets[k]?.values.indexOf(value) ?? -1];
  expect(held.rows).toHaveLength(20);
  expect(colours.map((value) => count(0, value))).toEqual([10, 10, 10]);
  expect([count(1, 'even'), count(1, 'odd')]).toEqual([20, 20]);
});

test('the histogram counts each row in each bin as the rule says', () => {
  fc.assert(
    fc.property(fc.array(spans(...days), { minLength: 1, maxLength: 30 }), (all) => {
      const columns = columnsOf(all.map((span) => ({ span })));
      const bins = binsOf(columns.span);
      const none = new Uint8Array(columns.count);
      const counts = binCounts(columns, bins, none, none, 1);
      for (let bin = 0; bin < bins.count; bin++) {
        const year = bins.first + bin * bins.years;
        const window = { from: dayOf(year, 1, 1), to: dayOf(year + bins.years, 1, 1) - 1 };
        const said = all.map((span) => activity(span, window));
        expect(counts.certain[bin]).toBe(said.filter((word) => word === 'certain').length);
        expect(counts.possible[bin]).toBe(said.filter((word) => word === 'possible').length);
      }
    }),
  );
});

test('a box across the antimeridian holds both its sides', () => {
  const columns = columnsOf(
    [179, -179, 170, 0].map((lon) => ({ span: during(1), position: [lon, 10] as const })),
  );
  const box = fixedBox([178, 0, 182, 20]);
  const held = heldIn(columns, { from: 0, to: 2 }, [], failures(columns, [], { hidden: [], box }));
  expect([...held.rows]).toEqual([0, 1]);
});

test('positions keep a centimetre, and a longitude any number of turns', () => {
  expect(fixedX(-180)).toBe(0);
  expect(fixedX(190)).toBe(fixedX(-170));
  expect(Math.abs(lonOf(fixedX(71.123456789)) - 71.123456789)).toBeLessThan(1e-7);
  expect(Math.abs(latOf(fixedY(-41.123456789)) + 41.123456789)).toBeLessThan(1e-7);
  expect(fixedY(90)).toBe(0);
});

function during(day: number): Span {
  return { earliestStart: day, latestStart: day, earliestEnd: day, latestEnd: day };
}

test('rows without a time stand last, where they are asked for and nothing has to be certain', () => {
  const columns = columnsOf([{}, { span: during(1) }, {}, { span: during(9) }]);
  const held = (options: Parameters<typeof heldIn>[4]) =>
    heldIn(columns, { from: 0, to: 2 }, [], new Uint8Array(4), options);
  expect([...held({}).rows]).toEqual([0]);
  expect(held({ undated: true })).toMatchObject({ certain: 1, possible: 0, undated: 2 });
  expect([...held({ undated: true }).rows].map((row) => columns.entries[row])).toEqual([1, 0, 2]);
  expect(held({ undated: true, onlyCertain: true }).undated).toBe(0);
});
