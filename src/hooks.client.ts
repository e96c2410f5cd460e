/**
 * Trusted Types: MapLibre starts its worker from a URL in a string. The default policy lets
 * through addresses of this site only; markup and code from strings stay forbidden.
 */
import { keepWritten } from '$lib/ui/written';
import type { ClientInit } from '@sveltejs/kit';

interface PolicyFactory {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => unknown;
}

export const init: ClientInit = () => {
  // The scripts have arrived: src/app.html need not say that they are missing.
  document.documentElement.dataset.started = '';
  keepWritten(document.getElementById('app'));
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  factory?.createPolicy('default', {
    createScriptURL: (url) => {
      const { origin, protocol } = new URL(url, location.href);
      // A blob has the origin of its page, and holds whatever was put into it.
      if (origin !== location.origin || !/^https?:$/.test(protocol)) {
        throw new TypeError(`refused to load a script from ${url}: it is not of this site`);
      }
      return url;
    },
  });
};
