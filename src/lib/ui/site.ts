/** Where the site is served: its base path, without a slash at the end, for links between pages. */
import { getContext, setContext } from 'svelte';

const key = Symbol('site base');

/** Called once by the outermost component. */
export function provideSiteBase(base: () => string): void {
  setContext(key, base);
}

/** The base path; empty at the root of a host, and where nobody provided one. */
export function siteBase(): string {
  return getContext<(() => string) | undefined>(key)?.() ?? '';
}
