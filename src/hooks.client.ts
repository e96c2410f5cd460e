/**
 * Trusted Types: MapLibre starts its worker from a URL in a string. The default policy lets
 * through addresses of this site only; markup and code from strings stay forbidden.
 */
import type { ClientInit } from '@sveltejs/kit';

interface PolicyFactory {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => unknown;
}

export const init: ClientInit = () => {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  factory?.createPolicy('default', {
    createScriptURL: (url) => {
      if (new URL(url, location.href).origin !== location.origin) {
        throw new TypeError(`refused to load a script from ${url}: it is not of this site`);
      }
      return url;
    },
  });
};
