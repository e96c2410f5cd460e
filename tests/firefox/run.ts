/**
 * The main journeys in Firefox, over WebDriver BiDi: `npm run build`, then `npm run test:firefox`.
 * Skipped, with the reason, where there is no Firefox. What differs stands in `docs/browsers.md`.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { serveApp } from '../bench/serve';

const names = ['firefox', 'firefox-esr'];
const fixed = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

function firefoxPath(): string | undefined {
  const own = process.env.FIREFOX_PATH;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return (own ? [own] : [...onPath, ...fixed]).find((path) => existsSync(path));
}

function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(`expected that ${what}`);
}

/** Waits until something holds in the page; `what` is said if it never does. */
async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`waited in vain until ${what}`);
}

const button = (name: string): string => `::-p-aria([name="${name}"][role="button"])`;
const slider = '::-p-aria([name="Year"][role="slider"])';

const listed = (page: Page): Promise<string[]> =>
  page.$$eval('[aria-label="Records"] [data-id]', (items) =>
    items.map((item) => item.getAttribute('data-id') ?? ''),
  );

/** Opens the atlas; it is ready when the list is, and the map has been drawn or has said why not. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForSelector(slider);
  await page.waitForSelector('[data-ready="true"], section[aria-label="Map"] [role="alert"]');
}

const journeys: Record<string, (page: Page, url: string) => Promise<void>> = {
  'opens in 1999 with its records': async (page, url) => {
    await open(page, url);
    expectThat((await listed(page)).includes('incursion-batken-1999'), 'the incursion is listed');
    const alert = await page.$('section[aria-label="Map"] [role="alert"]');
    const said = alert && (await alert.evaluate((element) => element.textContent));
    console.log(`     map: ${said?.trim() ?? 'drawn'}`);
  },

  'steps from year to year': async (page, url) => {
    await open(page, url);
    await page.focus('input[type="range"]');
    await page.keyboard.press('ArrowRight');
    await until('2000 is listed', async () => (await listed(page)).includes('taloqan-siege'));
    await until('the address says so', () => Promise.resolve(page.url().includes('date=2000')));
  },

  'opens a record and closes it': async (page, url) => {
    await open(page, url);
    await page.click('[data-id="tashkent-bombings-1999"] button');
    const heading = await page.waitForSelector('aside[aria-label="Details"] h2');
    await until('its name has the focus', async () =>
      Boolean(await heading?.evaluate((element) => element === document.activeElement)),
    );
    await page.keyboard.press('Escape');
    await until('Details are closed', async () => !(await page.$('aside[aria-label="Details"]')));
  },

  'opens a link as it was shared': async (page, url) => {
    await open(page, `${url}#map=6.5/39.71/70.91&date=2000&sel=taloqan-siege`);
    await page.waitForSelector('aside[aria-label="Details"]');
    await until('2000 is listed', async () => (await listed(page)).includes('taloqan-siege'));
    expectThat(page.url().includes('sel=taloqan-siege'), 'the address is as it was');
  },

  'starts the replay and pauses it': async (page, url) => {
    await open(page, url);
    await page.click(button('Play'));
    await page.waitForSelector(button('Pause'));
    const first = page.url();
    await until('time has moved', () => Promise.resolve(page.url() !== first));
    await page.click(button('Pause'));
    await page.waitForSelector(button('Play'));
  },

  'opens with the network off after one visit': async (page, url) => {
    await open(page, url);
    await until('the copy is in use', () =>
      page.evaluate(() => navigator.serviceWorker.controller?.state === 'activated'),
    );
    await page.evaluate(() => fetch('./who/').then((response) => response.text()));
    const kept = await page.evaluate(async () => {
      const [name = ''] = await caches.keys();
      return (await (await caches.open(name)).keys()).length;
    });
    expectThat(kept > 100, `the copy is whole: it has ${kept} files`);
  },
};

/** A journey that hangs is one that failed. */
function inTime(journey: Promise<void>): Promise<void> {
  const late = new Promise<never>((_, refuse) => {
    setTimeout(() => refuse(new Error('took more than a minute')), 60_000).unref();
  });
  return Promise.race([journey, late]);
}

/** Runs one journey in a page of its own, in which nothing may go wrong unnoticed. */
async function run(browser: Browser, name: string, url: string): Promise<boolean> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url)) {
      wrong.push(`request to another origin: ${request.url()}`);
    }
  });
  try {
    await inTime(journeys[name]?.(page, url) ?? Promise.resolve());
    expectThat(wrong.length === 0, `nothing goes wrong: ${wrong.join('; ')}`);
    console.log(`  ok ${name}`);
    return true;
  } catch (error) {
    console.log(`  FAILED ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  } finally {
    await page.close();
  }
}

async function main(): Promise<void> {
  const report = { passed: 0, failed: 0 };
  const executablePath = firefoxPath();
  if (executablePath) {
    const site = await serveApp();
    const browser = await launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      // Drawn in software where there is no graphics card.
      extraPrefsFirefox: { 'webgl.force-enabled': true },
    });
    console.log(await browser.version());
    for (const name of Object.keys(journeys)) {
      report[(await run(browser, name, site.url)) ? 'passed' : 'failed'] += 1;
    }
    await browser.close();
    await site.close();
  } else {
    console.log('skipped: no Firefox on the path; FIREFOX_PATH names one that stands elsewhere');
  }
  mkdirSync('test-results', { recursive: true });
  writeFileSync('test-results/firefox.json', JSON.stringify(report));
  process.exitCode = report.failed > 0 ? 1 : 0;
}

await main();
