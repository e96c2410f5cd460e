/**
 * Movements that last: what is known to go on while other things begin is on its way for as many
 * scenes of the replay, and what may have taken a day is there at the end of its own.
 */
import type { AtlasRecord } from './model';
import type { Scene } from './replay';
import type { Day } from './span';

/** How far on its way, 0 to 1, as a scene begins and as it ends. */
export type Leg = readonly [from: number, to: number];

/** What is on its way in a scene, by id. */
export type Moving = ReadonlyMap<string, Leg>;

/** Nothing is on its way. */
export const still: Moving = new Map();

/** A movement, with the first and the last scene in which it is on its way. */
interface Way {
  readonly id: string;
  readonly first: number;
  readonly last: number;
}

/** The last day on which a record that begins on a day is known to go on; that day if none is. */
function surelyUntil({ spans }: AtlasRecord, day: Day): Day {
  return spans.reduce((until, { earliestStart, latestStart, earliestEnd, latestEnd }) => {
    const begins = earliestStart <= day && day <= latestEnd;
    return begins && latestStart <= earliestEnd ? Math.max(until, earliestEnd) : until;
  }, day);
}

export class Ways {
  readonly #ways: readonly Way[];
  /** The beats that have passed as each scene begins, and after the last. */
  readonly #passed: readonly number[];

  constructor(records: ReadonlyMap<string, AtlasRecord>, scenes: readonly Scene[]) {
    let passed = 0;
    this.#passed = [0, ...scenes.map(({ beats }) => (passed += beats))];
    this.#ways = scenes.flatMap(({ starts, day }, first) =>
      starts.flatMap((id) => {
        const record = records.get(id);
        if (!record?.lines.length) return [];
        const until = surelyUntil(record, day);
        const goesOn = (scene: Scene | undefined): boolean =>
          scene !== undefined && scene.day <= until && !scene.about.includes(id);
        let last = first;
        while (goesOn(scenes[last + 1])) last += 1;
        return [{ id, first, last }];
      }),
    );
  }

  /** What is on its way in a scene. */
  in(scene: number): Moving {
    const at = (index: number): number => this.#passed[index] ?? 0;
    return new Map(
      this.#ways
        .filter(({ first, last }) => first <= scene && scene <= last)
        .map(({ id, first, last }): [string, Leg] => {
          const share = (index: number) => (at(index) - at(first)) / (at(last + 1) - at(first));
          return [id, [share(scene), share(scene + 1)]];
        }),
    );
  }
}
