/**
 * Feature state, by which everything that stays on the map changes: it repaints once and lays out
 * nothing again.
 */

/** Whether a thing is marked: part of every state. */
export interface Mark {
  selected: boolean;
  hovered: boolean;
}

/** The states with what is selected and hovered marked; `none` is the state of everything else. */
export function withMarks<S extends object>(
  states: ReadonlyMap<string, S>,
  none: S,
  selected: Iterable<string>,
  hovered: Iterable<string>,
): Map<string, S & Mark> {
  const marked = new Map<string, S & Mark>();
  for (const [id, state] of states) marked.set(id, { ...state, selected: false, hovered: false });
  const mark = (id: string, change: Partial<Mark>): void => {
    const now = marked.get(id) ?? { ...none, selected: false, hovered: false };
    marked.set(id, { ...now, ...change });
  };
  for (const id of selected) mark(id, { selected: true });
  for (const id of hovered) mark(id, { hovered: true });
  return marked;
}

/** Whether two states of one source say the same: both have all its keys. */
function isSame<S extends object>(a: S, b: S): boolean {
  if (a === b) return true;
  for (const key in a) if (a[key] !== b[key]) return false;
  return true;
}

/** What must be said to come from one set of states to another; `none` undoes a state. */
export function changesOf<S extends object>(
  before: ReadonlyMap<string, S>,
  after: ReadonlyMap<string, S>,
  none: S,
): [id: string, state: S][] {
  const changes: [string, S][] = [];
  for (const [id, state] of after) {
    if (!isSame(before.get(id) ?? none, state)) changes.push([id, state]);
  }
  for (const [id, state] of before) {
    if (!after.has(id) && !isSame(state, none)) changes.push([id, none]);
  }
  return changes;
}

/** The part of a map that takes states. */
export interface Stateful {
  setFeatureState: (feature: { source: string; id: string }, state: object) => unknown;
}

/** Keeps the states of one source: only what changed is told to the map. */
export class FeatureStates<S extends object> {
  #told: ReadonlyMap<string, S & Mark> = new Map();
  readonly #target: Stateful;
  readonly #source: string;
  readonly #none: S & Mark;

  constructor(target: Stateful, source: string, none: S) {
    this.#target = target;
    this.#source = source;
    this.#none = { ...none, selected: false, hovered: false };
  }

  show(states: ReadonlyMap<string, S & Mark>): void {
    for (const [id, state] of changesOf(this.#told, states, this.#none)) {
      this.#target.setFeatureState({ source: this.#source, id }, { ...state });
    }
    this.#told = states;
  }
}
