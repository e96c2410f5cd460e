/**
 * Labels follow time unless it is passing under a handle: MapLibre lays them out anew, which costs
 * many times what a step does. What the window no longer has is hidden at once.
 */
import { FeatureStates, withMarks, type Stateful } from './feature-states';
import { keptLabel, keysOf, sameLabels, type Labels } from './story-labels';
import { storySourceIds } from './story-sources';

/** Of so many layouts a tile on its way may still hold one; of older ones none does. */
const layoutsHeld = 8;

/** The keys of the labels that have words: of a sign that has only its room nothing is drawn. */
function wordedIn({ features }: Labels): string[] {
  return features.flatMap(({ properties: { title, key } }) => (title ? key : []));
}

export class RestingLabels {
  readonly #states: FeatureStates<{ gone: boolean }>;
  readonly #layOut: (labels: Labels) => void;
  /** The keys of the last layouts. */
  #held: readonly (readonly string[])[] = [];
  #laidOut: Labels | undefined;

  /** `layOut` hands labels to the map. */
  constructor(target: Stateful, layOut: (labels: Labels) => void) {
    this.#states = new FeatureStates(target, storySourceIds.labels, keptLabel);
    this.#layOut = layOut;
  }

  /**
   * The labels of the window now, with the ids of what is selected and hovered. While time is
   * `passing` nothing is laid out, save the first labels.
   */
  show(
    wanted: Labels,
    selected: Iterable<string>,
    hovered: Iterable<string>,
    passing: boolean,
  ): void {
    const keys = keysOf(wanted);
    const gone = this.#held.flat().filter((key) => !keys.has(key));
    const keysFor = (ids: Iterable<string>): string[] => {
      const named = new Set(ids);
      return wanted.features.flatMap(({ properties: { id, key } }) => (named.has(id) ? key : []));
    };
    this.#states.show(
      withMarks(
        new Map(gone.map((key) => [key, { gone: true }])),
        keptLabel,
        keysFor(selected),
        keysFor(hovered),
      ),
    );
    if ((passing && this.#laidOut) || sameLabels(this.#laidOut, wanted)) return;
    this.#laidOut = wanted;
    this.#held = [...this.#held, wordedIn(wanted)].slice(-layoutsHeld);
    this.#layOut(wanted);
  }
}
