import { expect, test } from 'vitest';
import { allows, chooseAll, toggled } from '../../../src/lib/core/crowd/choice';

test('leaves values out and takes them in again', () => {
  const without = toggled([], 'type', 'raid');
  expect(allows(without[0], 'raid')).toBe(false);
  expect(allows(without[0], 'battle')).toBe(true);
  expect(toggled(without, 'type', 'raid')).toEqual([]);
});

test('from none, takes in one by one, and leaves out what comes later', () => {
  const none = chooseAll([], 'type', false);
  expect(allows(none[0], 'raid')).toBe(false);
  const raids = toggled(none, 'type', 'raid');
  expect(raids).toEqual([{ field: 'type', only: true, values: ['raid'] }]);
  expect(allows(raids[0], 'never seen')).toBe(false);
  expect(toggled(raids, 'type', 'raid')).toEqual(none);
  expect(chooseAll(raids, 'type', true)).toEqual([]);
});

test('fields do not know of each other', () => {
  const both = toggled(toggled([], 'type', 'raid'), 'side', '');
  expect(both.map(({ field }) => field)).toEqual(['type', 'side']);
  expect(chooseAll(both, 'type', true).map(({ field }) => field)).toEqual(['side']);
});
