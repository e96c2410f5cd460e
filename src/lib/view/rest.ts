/**
 * Waits until something that changes step by step has come to rest. A step rests no earlier than it
 * can be seen: where frames are slow, the time to draw one would else be taken for a rest.
 */

/** Milliseconds without a change: longer than a key that repeats, or a slow drag. */
export const restAfter = 150;

export class Rest {
  #call: (() => void) | undefined;
  /** When something last waited anew, and whether it has since the watch began. */
  #last = 0;
  #anew = false;
  /** Stops the watch that is running, if one is: a step sets no timer and asks for no frame. */
  #cancel: (() => void) | undefined;

  /** Calls back once nothing has waited anew for a while; what waited before is called no more. */
  wait(call: () => void): void {
    this.#call = call;
    this.#last = performance.now();
    this.#anew = true;
    if (!this.#cancel) this.#watch(restAfter);
  }

  /** Calls nothing back any more. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = this.#call = undefined;
  }

  /**
   * Looks again after so many milliseconds. The first frame draws what changed, and the second one
   * begins when it is drawn.
   */
  #watch(milliseconds: number): void {
    this.#anew = false;
    const look = (): void => {
      if (this.#anew) return this.#watch(Math.max(0, this.#last + restAfter - performance.now()));
      const call = this.#call;
      this.stop();
      call?.();
    };
    this.#nextFrame(() =>
      this.#nextFrame(() => {
        const timer = setTimeout(look, milliseconds);
        this.#cancel = () => clearTimeout(timer);
      }),
    );
  }

  #nextFrame(call: () => void): void {
    // Where nothing is drawn there are no frames.
    if (typeof requestAnimationFrame === 'undefined') return call();
    const id = requestAnimationFrame(call);
    this.#cancel = () => cancelAnimationFrame(id);
  }
}
