import type { Locator, Page } from '@playwright/test';
import { expect, openAtlas, openOptions, parts, test } from './fixture';

interface Box {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxes(named: Record<string, Locator>): Promise<Box[]> {
  const found: Box[] = [];
  for (const [name, locator] of Object.entries(named)) {
    const box = await locator.boundingBox();
    if (!box) throw new Error(`${name} is not to be seen`);
    found.push({ name, ...box });
  }
  return found;
}

function overlaps(all: readonly Box[]): string[] {
  return all.flatMap((a, k) =>
    all
      .slice(k + 1)
      .filter(
        (b) =>
          Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 &&
          Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 1,
      )
      .map((b) => `${a.name} over ${b.name}`),
  );
}

function furniture(page: Page): Record<string, Locator> {
  const { legend, attribution, timeline, button, map } = parts(page);
  return {
    legend,
    attribution,
    timeline,
    'zoom in': button('Zoom in'),
    'zoom out': button('Zoom out'),
    'opening view': button('Show the opening view'),
    scale: map.getByText(/^\d+\sk?m$/),
  };
}

/** What is too small to be hit, of all that can be seen and pressed. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'button, summary, select, input:not([type="checkbox"]), [role="button"]',
    );
    return [...controls]
      .filter((control) => control.checkVisibility())
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ control, box }) => {
        const name = control.ariaLabel ?? control.textContent;
        return `${name.trim()}: ${box.width} by ${box.height}`;
      });
  });
}

function widths(page: Page): Promise<{ page: number; window: number }> {
  return page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
}

async function expectFits(page: Page): Promise<void> {
  const { page: all, window } = await widths(page);
  expect(all, 'no scrolling sideways').toBe(window);
}

/** Whether each of the boxes lies in the window. */
async function expectInWindow(page: Page, named: Record<string, Locator>): Promise<void> {
  const size = page.viewportSize();
  for (const { name, x, y, width, height } of await boxes(named)) {
    expect(x, name).toBeGreaterThanOrEqual(0);
    expect(y, name).toBeGreaterThanOrEqual(0);
    expect(x + width, name).toBeLessThanOrEqual((size?.width ?? 0) + 0.5);
    expect(y + height, name).toBeLessThanOrEqual((size?.height ?? 0) + 0.5);
  }
}

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test.describe(`${width} by ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('nothing overlaps, nothing is cut off, all can be hit', async ({ page }) => {
      await openAtlas(page);
      const { legend, attribution, item, details } = parts(page);
      await expectFits(page);
      await expectInWindow(page, furniture(page));
      expect(overlaps(await boxes(furniture(page)))).toEqual([]);
      expect(await tooSmall(page)).toEqual([]);

      await test.step('with Details', async () => {
        await item('tashkent-bombings-1999').getByRole('button').click();
        await expect(details).toBeVisible();
        await expectFits(page);
        const shown = { ...furniture(page), details };
        expect(overlaps(await boxes(shown))).toEqual([]);
        expect(await tooSmall(page)).toEqual([]);
        await page.keyboard.press('Escape');
      });

      await test.step('with legend and attribution unfolded', async () => {
        for (const fold of [legend, attribution]) {
          const summary = fold.locator('summary');
          const open = await fold.evaluate((box) => box.hasAttribute('open'));
          if (!open && (await summary.isVisible())) await summary.click();
        }
        await expectInWindow(page, furniture(page));
        expect(overlaps(await boxes(furniture(page)))).toEqual([]);
      });

      await test.step('with the options', async () => {
        await openOptions(page);
        await expectFits(page);
        const speed = page.getByRole('combobox', { name: 'Speed' });
        const trail = page.getByRole('checkbox', { name: /Trail/ });
        await expectInWindow(page, { speed, trail, keys: parts(page).button('Keys') });
        expect(await tooSmall(page)).toEqual([]);
      });
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the list, Details and the windows are within reach', async ({ page }) => {
    await openAtlas(page);
    const { item, details, window, slider, map } = parts(page);
    await item('osh-mayor-seized').getByRole('button').tap();
    await expect(details.getByRole('heading', { level: 2 })).toBeInViewport();
    await parts(page).button('Close details').tap();
    await expect(details).toHaveCount(0);

    await openOptions(page);
    await window.selectOption('Range');
    await expect(slider('From')).toBeVisible();
    await expect(slider('To')).toBeVisible();
    const box = await map.boundingBox();
    expect(box?.height).toBeGreaterThan(200);
  });
});
