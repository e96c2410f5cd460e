import { expect, test } from 'vitest';
import { scrolledTo, seen } from '../../../src/lib/ui/crowd/scroll';

test('draws the rows that fill the port, from the first to the last of a million', () => {
  const count = 1_000_000;
  const first = seen(count, 66, 500, 0);
  expect(first).toMatchObject({ first: 0, top: 0, count: 10 });
  expect(first.height).toBeLessThan(10_000_000);
  const last = seen(count, 66, 500, first.height - 500);
  expect(last.first + last.count).toBe(count);
  // The last row ends where the port ends.
  expect(last.top + last.count * 66 - (first.height - 500)).toBeCloseTo(500, 3);
});

test('a row that is scrolled to is at the top, in long lists and short ones', () => {
  for (const count of [100, 5000, 1_000_000]) {
    for (const index of [0, 7, Math.floor(count / 2)]) {
      const { first } = seen(count, 66, 500, scrolledTo(index, count, 66, 500));
      expect(Math.abs(first - index)).toBeLessThanOrEqual(1);
    }
  }
  expect(seen(3, 66, 500, 0)).toEqual({ height: 198, first: 0, count: 3, top: 0 });
});
