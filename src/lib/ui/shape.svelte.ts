/** How the page is laid out on this screen, which follows the screen and the reader's sheet. */
import { MediaQuery } from 'svelte/reactivity';
import { heightAt, type Rest } from '../view/sheet';

/**
 * - `wide`: panel, map, and Details over the map's right edge
 * - `medium`: panel and map; Details take the list's place
 * - `low`: a phone on its side: panel on the left, timeline under the map
 * - `sheet`: a phone: the map, a sheet over it, the timeline below
 * - `flow`: too small for anything at once, as a page at four times its size is: all of it scrolls
 */
export type Shape = 'wide' | 'medium' | 'low' | 'sheet' | 'flow';

export class Screen {
  readonly #flow = new MediaQuery('(max-width: 559px) and (max-height: 400px)');
  readonly #low = new MediaQuery('(min-width: 560px) and (max-height: 500px)');
  readonly #narrow = new MediaQuery('(max-width: 759px)');
  readonly #wide = new MediaQuery('(min-width: 1200px)');

  readonly shape: Shape = $derived.by(() => {
    if (this.#flow.current) return 'flow';
    if (this.#low.current) return 'low';
    if (this.#narrow.current) return 'sheet';
    return this.#wide.current ? 'wide' : 'medium';
  });
  /** Whether it is a small one. */
  readonly compact = $derived(this.shape !== 'wide' && this.shape !== 'medium');

  /** Where a phone's sheet rests, and the pixels that map and sheet have together. */
  rest = $state<Rest>('half');
  room = $state(0);
  /** What the sheet covers of the map; when it covers all of it, what it would at half. */
  readonly below = $derived(this.shape === 'sheet' ? this.coveredOf(this.room) : 0);

  /** What the sheet would cover where map and sheet had this room together. */
  coveredOf(room: number): number {
    return heightAt(this.rest === 'full' ? 'half' : this.rest, room);
  }

  /** Something is to be read, so a sheet that is down comes up. */
  lift(): void {
    if (this.rest === 'peek') this.rest = 'half';
  }
}
