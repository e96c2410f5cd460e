/** Signs that come and go in a replay are seen to do so. Heads are not: they come on their way. */
import type { PlacedSign } from './signs';

/** Milliseconds in which a sign appears, or fades. */
const lasts = 300;

const nameOf = ({ id, at }: PlacedSign): string => `${id} ${at.join()}`;

export class SignFade {
  #signs: readonly PlacedSign[] = [];
  /** When each sign came that is still appearing. */
  readonly #came = new Map<string, number>();
  #gone: readonly { readonly sign: PlacedSign; readonly since: number }[] = [];

  /** Shows other signs; at once, unless what changes `fades`. */
  show(signs: readonly PlacedSign[], fades: boolean, now: number): void {
    const before = this.#signs;
    this.#signs = signs;
    if (!fades) {
      this.#came.clear();
      this.#gone = [];
      return;
    }
    const upright = (all: readonly PlacedSign[]) =>
      all.filter(({ bearing }) => bearing === undefined);
    const known = new Set(before.map(nameOf));
    for (const name of upright(signs).map(nameOf)) if (!known.has(name)) this.#came.set(name, now);
    const kept = new Set(signs.map(nameOf));
    const leaving = upright(before).map((sign) => ({ sign, since: now }));
    this.#gone = [...this.#gone, ...leaving].filter(({ sign }) => !kept.has(nameOf(sign)));
  }

  /** The signs as they are now, those that fade below the others; and whether that will change. */
  at(now: number): { readonly signs: readonly PlacedSign[]; readonly changes: boolean } {
    const part = (since: number): number => Math.min(1, (now - since) / lasts);
    for (const [name, since] of this.#came) if (part(since) === 1) this.#came.delete(name);
    this.#gone = this.#gone.filter(({ since }) => part(since) < 1);
    const changes = this.#came.size + this.#gone.length > 0;
    if (!changes) return { signs: this.#signs, changes };
    return {
      signs: [
        ...this.#gone.map(({ sign, since }) => ({ ...sign, opacity: 1 - part(since) })),
        ...this.#signs.map((sign) => ({
          ...sign,
          opacity: part(this.#came.get(nameOf(sign)) ?? 0),
        })),
      ],
      changes,
    };
  }
}
