/** The atlas in pages of others, and under a path of its own. */
import { expect, test as plain } from '@playwright/test';
import { embedCode, embedSandbox } from '../../src/lib/view/embed';
import { during, header, record } from './atlas';
import { expect as expected, expectListed, openAtlas, parts, test } from './fixture';
import { servePage, serveUnder } from './other-site';
import { touch } from './touch';

// A page of another origin is just what the other journeys forbid: this one watches for itself.
plain(
  'in a page of another origin, with the sandbox that is documented',
  async ({ page, baseURL }) => {
    const url = `${baseURL ?? ''}?embed#date=1999&sel=tashkent-bombings-1999&trail=0`;
    const code = embedCode({ url, title: 'Where they were', width: 640, height: 420 });
    expect(code).toContain(`sandbox="${embedSandbox}"`);
    const host = await servePage(
      `<!doctype html><title>Host</title><p>Before</p>${code}<div style="height: 3000px">After</div>`,
    );
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('favicon'))
        wrong.push(message.text());
    });
    // Browsers may keep storage from a frame: reading it then throws.
    await page.addInitScript(() => {
      if (window.top === window) return;
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    try {
      await page.goto(`http://localhost:${host.port}/`);
      const frame = page.frameLocator('iframe');
      await expect(frame.locator('[data-ready="true"]')).toBeAttached({ timeout: 45_000 });
      await expect(frame.getByRole('heading', { level: 1 })).toHaveText(header.title);
      const details = frame.getByRole('complementary', { name: 'Details' });
      await expect(details).toContainText(record('tashkent-bombings-1999').title);
      await details.getByRole('button', { name: 'Close details' }).click();

      // The reader moves time, and the page around it keeps its own history and its scrolling.
      const entries = await page.evaluate(() => history.length);
      const year = frame.getByRole('slider', { name: 'Year' });
      await year.press('ArrowRight');
      await expect(year).toHaveValue('2000');
      expect(await page.evaluate(() => history.length)).toBe(entries);
      const box = await page.locator('iframe').boundingBox();
      await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200);
      await page.mouse.wheel(0, 300);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
      // A finger on the map scrolls the page around it as well.
      const scrolled = await page.evaluate(() => scrollY);
      const top = (await page.locator('iframe').boundingBox())?.y ?? 0;
      const x = (box?.x ?? 0) + 320;
      await touch(page, { from: [x, top + 330], to: [x, top + 200] });
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled);
      await page.evaluate(() => scrollTo(0, 0));

      // Where a frame is after a scroll, the browser's input learns a little later than its page.
      const play = frame.getByRole('button', { name: 'Play' });
      const pause = frame.getByRole('button', { name: 'Pause' });
      await expect(async () => {
        if (await play.isVisible()) await play.click({ timeout: 3000 });
        await expect(pause).toBeVisible({ timeout: 3000 });
      }).toPass({ timeout: 30_000 });
      await pause.click();

      // All of what it shows can be read, too, and the full view is one link away.
      await frame.getByRole('button', { name: 'List' }).click();
      await expect(frame.getByRole('list', { name: 'Records' })).toBeVisible();
      const opening = page.waitForEvent('popup');
      await frame.getByRole('link', { name: 'Open in Trackway' }).click();
      const full = await opening;
      await expect(full).toHaveURL(/\/#(map=[^&]+&)?date=2\d\d\d&trail=0$/);
      await expect(full.getByRole('slider', { name: 'Year' })).toBeVisible();
      expect(wrong).toEqual([]);
    } finally {
      await host.close();
    }
  },
);

test.describe('in a frame of 320 by 240', () => {
  test.use({ viewport: { width: 320, height: 240 } });

  test('everything has room, and a choice of parts leaves the rest out', async ({ page }) => {
    await page.goto('./?embed#date=1999');
    await expected(parts(page).map.locator('[data-ready="true"]')).toBeAttached({
      timeout: 45_000,
    });
    for (const part of [
      page.getByRole('link', { name: 'Open in Trackway' }),
      page.getByRole('button', { name: 'Play' }),
      parts(page).year,
      page.getByText('Legend', { exact: true }),
      page.getByText('Map data'),
      page.getByRole('button', { name: 'List' }),
    ]) {
      await expected(part).toBeInViewport({ ratio: 0.99 });
    }
    const scrolls = await page.evaluate(() => {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
      return scrollWidth > clientWidth || scrollHeight > clientHeight;
    });
    expected(scrolls).toBe(false);
    await page.getByRole('button', { name: 'List' }).click();
    await expectListed(page, during('1999'));

    await page.goto('./?embed=none#date=1999&theme=dark');
    await expected(parts(page).map.locator('[data-ready="true"]')).toBeAttached({
      timeout: 45_000,
    });
    await expected(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expected(page.getByRole('heading', { level: 1 })).toHaveCount(0);
    await expected(parts(page).year).toHaveCount(0);
    await expected(page.getByRole('link', { name: 'Open in Trackway' })).toBeInViewport();
  });
});

test('under a sub-path: pages, map, links between them, and what is gone', async ({ fresh }) => {
  const site = await serveUnder('/atlases/trackway');
  try {
    const page = await fresh({ baseURL: `http://127.0.0.1:${site.port}/atlases/trackway/` });
    await page.goto('./e/taloqan-siege/');
    await page.getByRole('link', { name: 'Show on the live map' }).click();
    await expected(page).toHaveURL(/\/atlases\/trackway\/#/);
    await expected(parts(page).map.locator('[data-ready="true"]')).toBeAttached({
      timeout: 45_000,
    });
    await expected(parts(page).details).toContainText(record('taloqan-siege').title);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await expected(page.getByRole('textbox', { name: 'Link' })).toHaveValue(
      new RegExp(`^http://127\\.0\\.0\\.1:${site.port}/atlases/trackway/e/taloqan-siege/#`),
    );
  } finally {
    await site.close();
  }
});

test('the page of a record that is gone says so, and keeps the rest of the link', async ({
  browser,
}) => {
  const site = await serveUnder('');
  // Not watched like the others: the host answers 404, which a browser logs, and rightly.
  const other = await browser.newPage();
  try {
    await other.goto(`http://127.0.0.1:${site.port}/e/gone/#date=2000&sel=gone`);
    await expected(other.getByRole('heading', { level: 1 })).toContainText('no “gone”');
    await other.getByRole('link', { name: 'Open the rest of the link on the map' }).click();
    await expected(parts(other).year).toHaveValue('2000');
    await expected(other.getByRole('alert')).toContainText('gone');
  } finally {
    await other.close();
    await site.close();
  }
});

test('what of a link is gone is named, and the rest is open', async ({ page }) => {
  await openAtlas(page, '#date=2000&sel=gone&actor=nobody&globe=1&kinds=base,rumour');
  const notice = page.getByRole('alert');
  await expected(notice).toContainText('no record or place “gone”');
  await expected(notice).toContainText('no person or organisation “nobody”');
  await expected(notice).toContainText('“globe” is nothing that this version knows');
  await expected(notice.getByRole('listitem')).toHaveCount(4);
  await expected(parts(page).year).toHaveValue('2000');
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expected(notice).toBeEmpty();
  await page.evaluate(() => {
    location.hash = '#date=1999&sel=gone-too';
  });
  await expected(notice).toContainText('gone-too');
  await expected(parts(page).year).toHaveValue('1999');
});
