/**
 * Two dates side by side: a second explorer of the same atlas that shares everything with the first
 * but the window. Which window that is, the first explorer holds, since it stands in the link.
 */
import { untrack } from 'svelte';
import { inOrder, type Interval } from '../core/span';
import { formatWindow, intervalOf, stepWindow, windowAt, type Window } from '../core/window';
import { Explorer } from './explorer.svelte';
import type { View } from './link';
import { Playback } from './playback.svelte';

interface Pair {
  readonly explorer: Explorer;
  readonly playback: Playback;
}

export class Comparison {
  readonly first: Explorer;
  #pair: Pair | undefined;

  /** The second window; the first one's while nothing is compared. */
  readonly other: Window = $derived.by(() => this.first.compare ?? this.first.window);
  /** The days of the second window. */
  readonly days: Interval = $derived.by(() => intervalOf(this.other, this.first.atlas.span));
  /** The two windows in order of time. */
  readonly windows: readonly [earlier: Window, later: Window] = $derived.by(() => {
    const { interval, window } = this.first;
    const [earlier] = inOrder(interval, this.days);
    return earlier === interval ? [window, this.other] : [this.other, window];
  });

  constructor(first: Explorer) {
    this.first = first;
  }

  /** Made when first needed: most readers never compare. */
  get #made(): Pair {
    const { first } = this;
    if (this.#pair) return this.#pair;
    let made: Pair | undefined;
    // Its state has to outlive whatever effect happens to ask first.
    $effect.root(() => {
      const explorer = new Explorer(first.atlas, first);
      made = { explorer, playback: new Playback(explorer) };
    });
    if (!made) throw new Error('two dates are compared in a browser only');
    return (this.#pair = made);
  }

  /** The explorer of the second window. */
  get second(): Explorer {
    return this.#made.explorer;
  }

  /** The second map needs a clock; it never runs. */
  get playback(): Playback {
    return this.#made.playback;
  }

  get active(): boolean {
    return this.first.compare !== undefined;
  }

  /** Starts with the next window, or, where there is none, the one before or the first year. */
  start(): void {
    const { window, atlas } = this.first;
    const others = [
      stepWindow(window, 1, atlas.span),
      stepWindow(window, -1, atlas.span),
      windowAt(atlas.span.from, 'year'),
    ];
    const here = formatWindow(window);
    this.first.setCompare(others.find((other) => formatWindow(other) !== here) ?? window);
  }

  /** The first window takes the second's place, and the other way round. */
  swap(): void {
    const { window, compare } = this.first;
    if (!compare) return;
    this.first.setWindow(compare, 'replace');
    this.first.setCompare(window);
  }

  /**
   * Keeps the second explorer in step with the first, and the selection in step with both. Call it
   * while a component is being set up; it returns how to stop.
   */
  follow(): () => void {
    const { first } = this;
    return $effect.root(() => {
      $effect(() => {
        const { compare, window } = first;
        if (!compare) return;
        const { second } = this;
        const { filter, selectedId, trail, showsUndated } = first;
        void [filter, selectedId, trail, showsUndated];
        untrack(() => {
          const shared: View = { ...first.whole, chapter: undefined };
          second.open({ ...shared, map: second.camera, date: compare, compare: window });
          // Where the maps look, the first one decides.
          second.focus = undefined;
        });
      });
      $effect(() => {
        if (!first.compare) return;
        const id = this.second.selectedId;
        untrack(() => {
          if (id !== first.selectedId) first.select(id);
        });
      });
      $effect(() => {
        if (first.compare) this.second.hoveredId = first.hoveredId;
      });
    });
  }
}
