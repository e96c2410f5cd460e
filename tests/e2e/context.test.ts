/** The WebGL context of the map is lost: a machine that sleeps, a driver that starts anew. */
import type { Page } from '@playwright/test';
import { during, record } from './atlas';
import { onPage } from './canvas';
import { expect, expectListed, openAtlas, parts, test } from './fixture';

const id = 'tashkent-bombings-1999';
const ready = '[data-ready="true"]';

/** Takes the context away; returns what gives it back. */
async function lose(page: Page): Promise<() => Promise<void>> {
  const handle = await parts(page).canvas.evaluateHandle((canvas: HTMLCanvasElement) =>
    canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context'),
  );
  await handle.evaluate((extension) => extension?.loseContext());
  return () => handle.evaluate((extension) => extension?.restoreContext());
}

/** Points at the sign until the map tells its title, and clicks it. */
async function clickSign(page: Page): Promise<void> {
  const { map, details } = parts(page);
  const { x, y } = await onPage(page, record(id).point ?? []);
  await expect(async () => {
    await page.mouse.move(x + 1, y);
    await page.mouse.move(x, y);
    await expect(map).toContainText(record(id).title, { timeout: 500 });
  }).toPass();
  await page.mouse.click(x, y);
  await expect(details.getByRole('heading', { level: 2 })).toHaveText(record(id).title);
}

test('a lost context: the map says so, and is back with everything on it', async ({ page }) => {
  await openAtlas(page, '#map=6.5/40.2/71&date=2000');
  const { map, year } = parts(page);
  const restore = await lose(page);
  await expect(map.getByRole('alert')).toContainText('list');
  await expect(map.locator(ready)).toHaveCount(0);
  // Time goes on without the map, and the map comes back to where time is.
  await year.press('ArrowLeft');
  await expectListed(page, during('1999'));
  await restore();
  await expect(map.locator(ready)).toBeAttached();
  await expect(map.getByRole('alert')).toHaveCount(0);
  await clickSign(page);
});

test('a context that does not come back: the map can be drawn again', async ({ page }) => {
  await openAtlas(page, '#map=6.5/40.2/71&date=1999');
  const { map, button } = parts(page);
  await lose(page);
  await button('Draw the map again').click();
  await expect(map.locator(ready)).toBeAttached({ timeout: 45_000 });
  await expect(map.getByRole('alert')).toHaveCount(0);
  await expect(map.locator('canvas')).toHaveCount(1);
  await clickSign(page);
});
