/** Takes the picture in README of the built site: `npm run build`, then `npm run screenshot`. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { browserArgs, ensureBrowser } from './browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const picture = 'docs/screenshot.png';
/** The opening view, with a record of it open. */
const view = '#date=1999&sel=incursion-batken-1999';

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Serves `build/`. Without npx or a shell between, so that stopping it leaves nothing behind. */
function serve(port: number): ChildProcess {
  const sirv = 'node_modules/sirv-cli/bin.js';
  const options = ['build', '--host', '127.0.0.1', '--port', String(port), '--quiet'];
  // sirv prefers these two to its options.
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port) };
  return spawn(process.execPath, [sirv, ...options], { cwd: root, env, stdio: 'inherit' });
}

/** Opens a page once the server answers. */
async function open(page: Page, url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await page.goto(url);
      return;
    } catch (error) {
      if (attempt === 40) throw error;
      await page.waitForTimeout(250);
    }
  }
}

/** Takes pictures until two in a row are the same: the map has then drawn all it has. */
async function still(page: Page): Promise<Buffer> {
  let last = await page.screenshot();
  for (let attempt = 0; attempt < 40; attempt += 1) {
    await page.waitForTimeout(500);
    const next = await page.screenshot();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error('the page never came to rest');
}

if (!existsSync(`${root}/build/index.html`)) {
  throw new Error('build/: found nothing, expected the built site (npm run build)');
}
const port = await freePort();
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArgs });
const server = serve(port);
try {
  const page = await browser.newPage({
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  await open(page, `http://127.0.0.1:${port}/${view}`);
  await page.locator('[data-ready="true"]').waitFor({ state: 'attached', timeout: 60_000 });
  await still(page);
  await page.screenshot({ path: `${root}/${picture}` });
  console.log(`wrote ${picture}, ${Math.round(statSync(`${root}/${picture}`).size / 1000)} kB`);
} finally {
  await browser.close();
  server.kill();
}
