/** Ids for what a file names: as links may hold them, and each only once. */

/** A text as an id: letters and digits of any script, joined by hyphens. Of an address its end tells most. */
export function slug(text: string): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}._]+/gu, '-');
  const part = text.includes('/') ? plain.slice(-60) : plain.slice(0, 60);
  return part.replace(/^[-._]+|[-._]+$/g, '') || 'x';
}

export class Ids {
  /** How often an id was asked for, and which texts asked. */
  readonly #counts = new Map<string, number>();
  readonly #texts = new Set<string>();
  readonly #prefix: string;

  constructor(prefix = '') {
    this.#prefix = prefix;
  }

  /** An id for a text, kept as it is where links can hold it; `repeated` if the text came before. */
  of(text: string): { readonly id: string; readonly repeated: boolean } {
    const repeated = this.#texts.has(text);
    this.#texts.add(text);
    const isFit = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u.test(text);
    const base = this.#prefix + (isFit ? text : slug(text));
    let count = this.#counts.get(base) ?? 0;
    let id = base;
    // A file may have "a" twice, and "a-2" as well.
    while (count > 0 && this.#counts.has((id = `${base}-${count + 1}`))) count++;
    this.#counts.set(base, count + 1);
    if (id !== base) this.#counts.set(id, 1);
    return { id, repeated };
  }
}
