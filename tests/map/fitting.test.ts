import fc from 'fast-check';
import { expect, test } from 'vitest';
import { airy } from '../../src/lib/map/fitting';

test('insets leave room to fit something into, and are what they were where there is enough', () => {
  const covered = { top: 0, right: 380, bottom: 0, left: 240 };
  expect(airy(covered, 1060, 690)).toEqual({ top: 36, right: 416, bottom: 36, left: 276 });
  const side = fc.integer({ min: 0, max: 900 });
  fc.assert(
    fc.property(side, side, side, side, fc.integer({ min: 0, max: 1500 }), (...all) => {
      const [top, right, bottom, left, size] = all;
      const insets = airy({ top, right, bottom, left }, size, size);
      const most = Math.max(0, size - 64) + 0.001;
      expect(insets.top + insets.bottom).toBeLessThan(most);
      expect(insets.left + insets.right).toBeLessThan(most);
    }),
  );
});
