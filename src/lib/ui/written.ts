/**
 * The text that came with the page, before its scripts ran. If they cannot be loaded, the router
 * empties the page and shows an error; the text is put back under it.
 */
let nodes: readonly Node[] = [];

/** Remembers what the page holds; call it before it is hydrated. */
export function keepWritten(root: Element | null): void {
  nodes = [...(root?.children ?? [])].filter(({ localName }) => localName !== 'script');
}

/** Forgets it, once the page runs and owns it. */
export function forgetWritten(): void {
  nodes = [];
}

/** Puts it into an element, as an attachment does. */
export function putWritten(target: Element): void {
  target.append(...nodes);
}
