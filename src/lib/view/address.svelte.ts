/** The address bar follows the view, and the view follows the address bar. */
import { formatLink, parseLink, type View } from './link';

/** How the router writes the address; both take a URL relative to the page. */
export interface History {
  readonly push: (url: string) => void;
  readonly replace: (url: string) => void;
}

/** What has a view that the address can hold. */
export interface Addressed {
  readonly view: View;
  /** The last change that was a step of its own; a new object each time. */
  readonly lastStep: object;
  /** Whether time is passing under a slider's handle: what it comes to is written when it rests. */
  readonly passing?: boolean;
  readonly open: (view: View) => void;
}

/** Safari and Kit both suffer from more than a few writes a second. */
const pause = 400;

/**
 * Opens the view that the address holds, then keeps both in step: a step of the reader's is a new
 * history entry, everything else (panning, dragging, playing) replaces the present one, seldom
 * enough to cost nothing. Call it while a component is being set up; it returns how to stop.
 */
export function followAddress(explorer: Addressed, history: History): () => void {
  const read = (): View => parseLink(location.hash);
  let step = explorer.lastStep;
  /** Runs while something waits to be written; what comes meanwhile takes its place. */
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The link that waits to be written in place of the present one. */
  let waiting: (() => string) | undefined;
  let written: string;

  function drop(): void {
    clearTimeout(timer);
    timer = waiting = undefined;
  }

  function opened(): void {
    drop();
    explorer.open(read());
    step = explorer.lastStep;
    written = formatLink(explorer.view);
  }

  function write(how: (url: string) => void, link: string): void {
    drop();
    written = link;
    how(link === '' ? location.pathname + location.search : link);
  }

  opened();
  const stop = $effect.root(() => {
    $effect(() => {
      const pushed = explorer.lastStep !== step;
      step = explorer.lastStep;
      const { view, passing } = explorer;
      if (passing && !pushed) {
        // What a drag comes to is worked out when it rests, or is cut short.
        drop();
        waiting = () => formatLink(view);
        return;
      }
      const link = formatLink(view);
      if (link === written) return drop();
      if (pushed) {
        // What a drag or a pan came to belongs to the entry that is left behind.
        if (waiting) write(history.replace, waiting());
        write(history.push, link);
      } else {
        waiting = () => link;
        timer ??= setTimeout(() => waiting && write(history.replace, waiting()), pause);
      }
    });
  });
  // Kit's own page.url is stale after Back; location is not.
  const changed = (): void => {
    if (formatLink(read()) !== written) opened();
  };
  window.addEventListener('popstate', changed);
  window.addEventListener('hashchange', changed);
  return () => {
    drop();
    stop();
    window.removeEventListener('popstate', changed);
    window.removeEventListener('hashchange', changed);
  };
}
