/** What a search finds; apart from the search itself, which comes later than its field. */
import type { Name } from './model';

export const resultKinds = ['place', 'actor', 'record'] as const;
export type ResultKind = (typeof resultKinds)[number];

export interface Result {
  readonly kind: ResultKind;
  /** The id among its kind: a place and an actor may share one. */
  readonly id: string;
  readonly title: string;
  /** The other name by which it was found, where that is not the title. */
  readonly name?: Name;
  /** What tells it apart from others of its name, in one clause. */
  readonly detail: string;
}
