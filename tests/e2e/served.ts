/** Journeys on a host of their own, with the service worker that other journeys keep out. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { SiteServer } from './site-server';

/**
 * A `test` whose pages come from a `SiteServer`, which it has as `site`.
 *
 * @param mount the folder of the host that the site stands in
 * @param headersOf what the host sends with a file
 */
export function testOn(mount: string, headersOf?: (path: string) => Record<string, string>) {
  return test.extend<{ site: SiteServer }>({
    site: async ({ browserName: _ }, use) => {
      const site = new SiteServer(mount, headersOf);
      await site.start();
      await use(site);
      await site.stop();
    },
    baseURL: async ({ site }, use) => use(site.url),
    serviceWorkers: 'allow',
  });
}

/** Waits until the copy of the site is whole and in use. */
export async function expectKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 45_000 })
    .toBe('activated');
}
