/**
 * Waits until something that changes step by step has come to rest. A step rests no earlier than it
 * can be seen: where frames are slow, the time to draw one would else be taken for a rest.
 */

/** Milliseconds without a change: longer than a key that repeats, or a slow drag. */
export const restAfter = 150;

export class Rest {
  #cancel: (() => void) | undefined;

  /** Calls back once nothing has waited anew for a while; what waited before is called no more. */
  wait(call: () => void): void {
    this.stop();
    const later = (): void => {
      const timer = setTimeout(call, restAfter);
      this.#cancel = () => clearTimeout(timer);
    };
    // The first frame draws the step, and the second one begins when it is drawn.
    this.#nextFrame(() => this.#nextFrame(later));
  }

  /** Calls nothing back any more. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #nextFrame(call: () => void): void {
    // Where nothing is drawn there are no frames.
    if (typeof requestAnimationFrame === 'undefined') return call();
    const id = requestAnimationFrame(call);
    this.#cancel = () => cancelAnimationFrame(id);
  }
}
