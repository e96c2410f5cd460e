import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, FeatureStates, withMarks } from '../../src/lib/map/feature-states';

interface State {
  shade: number;
}
const none: State = { shade: 0 };

const states = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.record({ shade: fc.nat(3) }))
  .map((entries) => new Map(Object.entries(entries)));

describe('changesOf', () => {
  it('leads from one set of states to the other, and says nothing twice', () => {
    fc.assert(
      fc.property(states, states, (before, after) => {
        const shown = new Map(before);
        const changes = changesOf(before, after, none);
        for (const [id, state] of changes) {
          expect(shown.get(id) ?? none).not.toEqual(state);
          shown.set(id, state);
        }
        for (const id of new Set([...before.keys(), ...after.keys()])) {
          expect(shown.get(id) ?? none).toEqual(after.get(id) ?? none);
        }
      }),
    );
  });
});

describe('withMarks', () => {
  it('marks what is selected and hovered, whether it has a state or not', () => {
    const marked = withMarks(new Map([['a', { shade: 2 }]]), none, ['a', 'b'], ['b']);
    expect(Object.fromEntries(marked)).toEqual({
      a: { shade: 2, selected: true, hovered: false },
      b: { shade: 0, selected: true, hovered: true },
    });
  });
});

describe('FeatureStates', () => {
  it('tells the map only what changed', () => {
    const told: [string, object][] = [];
    const map = {
      setFeatureState: ({ source, id }: { source: string; id: string }, state: object) =>
        told.push([`${source} ${id}`, state]),
    };
    const kept = new FeatureStates<State>(map, 'lines', none);
    const show = (entries: Record<string, State>, selected: string[] = []) => {
      told.length = 0;
      kept.show(withMarks(new Map(Object.entries(entries)), none, selected, []));
      return told.map(([id, state]) => [id, state]);
    };
    const plain = { selected: false, hovered: false };
    expect(show({ a: { shade: 1 } })).toEqual([['lines a', { shade: 1, ...plain }]]);
    expect(show({ a: { shade: 1 } })).toEqual([]);
    expect(show({ a: { shade: 1 } }, ['a'])).toEqual([
      ['lines a', { shade: 1, selected: true, hovered: false }],
    ]);
    expect(show({})).toEqual([['lines a', { shade: 0, ...plain }]]);
  });
});
