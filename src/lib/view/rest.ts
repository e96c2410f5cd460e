/**
 * Waits until something that changes step by step has come to rest. A step rests no earlier than it
 * can be seen: where frames are slow, the time to draw one would else be taken for a rest.
 */

/** Milliseconds without a change: longer than a key that repeats, or a slow drag. */
export const restAfter = 150;

export class Rest {
  #call: (() => void) | undefined;
  #frame: number | undefined;
  /** Whether the next frame is that which draws the last step. */
  #draws = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Calls back once nothing has waited anew for a while; what waited before is called no more. From
   * within a frame, stop first: the frame that is asked for already may be this one.
   */
  wait(call: () => void): void {
    this.#call = call;
    this.#draws = true;
    clearTimeout(this.#timer);
    if (this.#frame !== undefined) return;
    // Where nothing is drawn there are no frames.
    if (typeof requestAnimationFrame === 'undefined') this.#later();
    else this.#frame = requestAnimationFrame(this.#next);
  }

  /** Calls nothing back any more. */
  stop(): void {
    this.#call = undefined;
    clearTimeout(this.#timer);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  /** The first frame draws the step, and the second one begins when it is drawn. */
  readonly #next = (): void => {
    this.#frame = this.#draws ? requestAnimationFrame(this.#next) : undefined;
    if (!this.#draws) this.#later();
    this.#draws = false;
  };

  #later(): void {
    this.#timer = setTimeout(() => this.#call?.(), restAfter);
  }
}
