/** The keys that work wherever the focus is on the page, or on the map and the timeline. */

export type Shortcut = 'keys' | 'toggle' | 'previous' | 'next' | 'search';

/** A control that takes the key itself keeps it. */
function takes(target: Element, key: string): boolean {
  if (target.closest('select, textarea, dialog')) return true;
  if (target.closest('input:not([type=range], [type=checkbox])')) return true;
  return key === ' ' && target.closest('button, summary, a, input:not([type=range])') !== null;
}

/** What a key asks for; undefined where it is not for the page. */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  const { target, key } = event;
  // Brackets need AltGr on many keyboards, which counts as Ctrl and Alt.
  const isAltGr = event.getModifierState('AltGraph');
  if (event.metaKey || (!isAltGr && (event.ctrlKey || event.altKey))) return undefined;
  if (!(target instanceof Element) || takes(target, key)) return undefined;
  switch (key) {
    case '?':
      return 'keys';
    case '/':
      return 'search';
    case '[':
      return 'previous';
    case ']':
      return 'next';
    case ' ':
      // Where nothing has the focus, and nothing else scrolls.
      return target.closest('main, .timeline') || target === document.body ? 'toggle' : undefined;
    default:
      return undefined;
  }
}
