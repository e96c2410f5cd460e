/** How the page is laid out on this screen, which follows the screen. */
import { MediaQuery } from 'svelte/reactivity';

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
}
