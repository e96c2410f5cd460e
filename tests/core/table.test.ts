import { describe, expect, it } from 'vitest';
import { recordsIn } from '../../src/lib/core/atlas';
import { columns, matching, rowsOf, sorted } from '../../src/lib/core/table';
import { realAtlas, realIndex } from '../real-atlas';
import { years } from './records';

const rows = rowsOf(recordsIn(realAtlas.records, years(1999)), realIndex, {
  kind: 'year',
  year: 1999,
});
const ids = (some: typeof rows) => some.map(({ id }) => id);

describe('the rows of a table', () => {
  it.each(columns)('sort by %s, both ways, without losing any', (column) => {
    const up = sorted(rows, column, false);
    expect(ids(up).sort()).toEqual(ids(rows).sort());
    expect(ids(sorted(rows, column, true))).toEqual(ids(up).reverse());
    if (column === 'when') return;
    for (const [k, row] of up.slice(1).entries()) {
      const before = up[k]?.[column] ?? '';
      expect(
        before.localeCompare(row[column], 'en', { numeric: true, sensitivity: 'base' }),
      ).toBeLessThanOrEqual(0);
    }
  });

  it('are in the order of time as they come', () => {
    expect(ids(sorted(rows, 'when', false))).toEqual(ids(rows));
  });

  it('are found by words of any column, all of them', () => {
    expect(ids(matching(rows, 'kidnapping batken'))).toContain('osh-mayor-seized');
    expect(ids(matching(rows, 'KIDNAPPING'))).not.toContain('tashkent-bombings-1999');
    expect(matching(rows, 'zzzz')).toEqual([]);
    expect(matching(rows, '  ')).toEqual(rows);
  });
});
