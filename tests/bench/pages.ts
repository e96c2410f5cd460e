/** Opens the pages that are measured, and reaches the map in each. */
import type { Browser, CDPSession, Page } from 'playwright';
import { installProbe } from './probe';

export interface BenchPage {
  readonly page: Page;
  readonly cdp: CDPSession;
}

/** Chromium slows down what is not in front: each page has a context, thus a window, of its own. */
async function open(browser: Browser, url: string): Promise<BenchPage> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1024, height: 640 },
    colorScheme: 'light',
    reducedMotion: 'no-preference',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  await context.addInitScript(installProbe);
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${url}: ${error.message}`));
  await page.goto(url);
  const cdp = await context.newCDPSession(page);
  // Thread time: on a busy machine, wall time would also count other programs' turns.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, cdp };
}

/** Finds the class of the map among the modules that the page has loaded. */
const mapPrototype = `(async () => {
  const urls = performance.getEntriesByType('resource').map((entry) => entry.name);
  for (const url of urls.filter((name) => /\\.m?js$/.test(name) && !/worker/.test(name))) {
    for (const value of Object.values(await import(url))) {
      if (typeof value === 'function' && value.prototype?.triggerRepaint) return value.prototype;
    }
  }
  throw new Error('no loaded module exports a map');
})()`;

/**
 * Gives the probe the app's map. The app keeps it to itself, and should: the debugger's protocol can
 * list the instances of a class, so nothing in the app has to know that it is measured.
 */
async function attachByClass({ cdp }: BenchPage): Promise<void> {
  const found = await cdp.send('Runtime.evaluate', {
    expression: mapPrototype,
    awaitPromise: true,
  });
  const { objectId } = found.result;
  if (!objectId) throw new Error(found.exceptionDetails?.exception?.description ?? 'no map class');
  const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: objectId });
  await cdp.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { for (const map of this) window.probe.attach(map); }',
  });
}

/** Opens the built app in the year in which the steps begin. */
export async function openApp(browser: Browser, url: string, year: number): Promise<BenchPage> {
  const opened = await open(browser, `${url}#date=${year}`);
  await opened.page.locator('[data-ready=true]').waitFor({ timeout: 60_000 });
  await attachByClass(opened);
  await settle(opened);
  return opened;
}

/** Opens the page that sets a filter on every layer. */
export async function openNaive(browser: Browser, url: string, year: number): Promise<BenchPage> {
  const opened = await open(browser, url);
  await opened.page.waitForFunction(() => window.naive !== undefined, undefined, {
    timeout: 60_000,
  });
  await opened.page.evaluate((first) => {
    if (!window.naive) return;
    window.probe.attach(window.naive.map);
    window.naive.setYear(first);
  }, year);
  await settle(opened);
  return opened;
}

/** Waits until the map has nothing left to do. */
export async function settle({ page }: BenchPage): Promise<void> {
  await page.evaluate(() => {
    window.probe.reset();
    window.probe.renderedAt = Infinity;
    window.probe.repaint();
  });
  await page.waitForFunction(() => window.probe.settled(), undefined, {
    timeout: 60_000,
    polling: 100,
  });
}
