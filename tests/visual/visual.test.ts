/**
 * How the map and the signs look. Crops, so that the baselines stay small and a failure points at
 * something; whole pages only in their proportions, at half the resolution.
 */
import type { Page } from '@playwright/test';
import { expect, openAtlas, parts, test } from '../e2e/fixture';

const themes = ['light', 'dark'] as const;

/** Moves the open page to another view, as a link in it would. */
async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => void (location.hash = to), hash);
}

/** Compares the middle of the map, which nothing covers. */
async function expectMap(page: Page, name: string, width = 360, height = 270): Promise<void> {
  const box = await parts(page).map.boundingBox();
  if (!box) throw new Error('the map has no place on the page');
  const x = Math.round(box.x + (box.width - width) / 2);
  const y = Math.round(box.y + (box.height - height) / 2);
  await expect(page).toHaveScreenshot(`${name}.png`, { clip: { x, y, width, height } });
}

for (const theme of themes) {
  test(`the basemap at three zooms, and the signs on it: ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await openAtlas(page, '#map=3/42/68&kinds=none&trail=0');
    await expectMap(page, `basemap-3-${theme}`);
    await show(page, '#map=5.5/39.5/70&kinds=none&trail=0');
    await expectMap(page, `basemap-5-${theme}`);
    await show(page, '#map=8/40/71.2&kinds=none&trail=0');
    await expectMap(page, `basemap-8-${theme}`);
    await show(page, '#map=6.5/39.4/70.6&date=1999&trail=0');
    await expectMap(page, `signs-1999-${theme}`, 480, 320);
    await show(page, '#map=5/37/69&date=2001&trail=0');
    await expectMap(page, `signs-2001-${theme}`, 480, 320);
    await show(page, '#date=all');
    await expect(parts(page).legend).toHaveScreenshot(`legend-${theme}.png`);
  });
}

for (const [name, width, height] of [
  ['desktop', 1440, 900],
  ['tablet', 1024, 768],
  ['phone', 390, 844],
] as const) {
  test(`the page at the size of a ${name}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      baseURL,
      viewport: { width, height },
      deviceScaleFactor: 0.5,
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await openAtlas(page, '#map=6/39.5/70&date=1999&sel=incursion-batken-1999');
    // Small letters at half size are grey; what counts is where things stand.
    await expect(page).toHaveScreenshot(`page-${name}.png`, {
      scale: 'device',
      maxDiffPixelRatio: 0.04,
    });
    await context.close();
  });
}
