import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allows, type FieldChoice } from '../../src/lib/core/crowd/choice';
import { choicesOf, linkedChoices } from '../../src/lib/view/crowd-choices';

const kinds = { name: 'kind', values: ['', 'battle', 'raid', 'riot'] };
const named = (name: string): boolean => name === kinds.name;

test('a choice is written in its shorter form', () => {
  const hide: FieldChoice = { field: 'kind', only: false, values: ['battle', 'raid', 'riot'] };
  expect(linkedChoices([hide], [kinds])).toEqual({ only: [{ field: 'kind', values: [''] }] });
  const only: FieldChoice = { field: 'kind', only: true, values: ['', 'battle', 'raid'] };
  expect(linkedChoices([only], [kinds])).toEqual({ hide: [{ field: 'kind', values: ['riot'] }] });
  // Of a tileset not all values are known.
  expect(linkedChoices([hide], [])).toEqual({ hide: [{ field: 'kind', values: hide.values }] });
  expect(linkedChoices([], [kinds])).toEqual({});
});

test('of a field that a link names twice the first choice counts, of one that is not there none', () => {
  const view = {
    hide: [{ field: 'kind', values: ['riot'] }],
    only: [
      { field: 'kind', values: ['raid'] },
      { field: 'gone', values: ['x'] },
    ],
  };
  expect(choicesOf(view, named)).toEqual([{ field: 'kind', only: false, values: ['riot'] }]);
});

test('what is written shows the same values when it is read', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.subarray(kinds.values), fc.boolean(), (only, values, whole) => {
      const choice = { field: 'kind', only, values };
      const [again] = choicesOf(linkedChoices([choice], whole ? [kinds] : []), named);
      for (const value of kinds.values) expect(allows(again, value)).toBe(allows(choice, value));
    }),
  );
});
