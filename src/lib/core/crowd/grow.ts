/** Typed arrays that grow: twice as long whenever they are full. */

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

export class Growing<T extends Numbers> {
  #array: T;
  readonly #make: new (length: number) => T;
  length = 0;

  constructor(make: new (length: number) => T, capacity = 1024) {
    this.#make = make;
    this.#array = new make(capacity);
  }

  push(value: number): void {
    this.reserve(1);
    this.#array[this.length++] = value;
  }

  /** Makes room for so many more. */
  reserve(more: number): void {
    const wanted = this.length + more;
    if (wanted <= this.#array.length) return;
    const grown = new this.#make(Math.max(wanted, this.#array.length * 2));
    grown.set(this.#array);
    this.#array = grown;
  }

  /**
   * Makes the array longer, and returns where the new values, which the caller writes into `room`,
   * begin. Quicker than `push`, whose store is shared by arrays of all types.
   */
  extend(more: number): number {
    this.reserve(more);
    const at = this.length;
    this.length += more;
    return at;
  }

  /** The array with room at its end, for whoever writes there and then moves `length`. */
  get room(): T {
    return this.#array;
  }

  at(index: number): number {
    return this.#array[index] as number;
  }

  /** The values so far; a view, not a copy. */
  get values(): T {
    return this.#array.subarray(0, this.length) as T;
  }

  /** Fills with a value up to a length. */
  fillTo(length: number, value: number): void {
    if (length <= this.length) return;
    this.reserve(length - this.length);
    this.#array.fill(value, this.length, length);
    this.length = length;
  }
}
