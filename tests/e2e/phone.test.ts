/** Small screens: the sheet and its rests, a phone on its side, and pages at 200 % and 400 %. */
import type { Page } from '@playwright/test';
import { expect, openAtlas, openWithoutMap, parts, search, test } from './fixture';
import { touch } from './touch';

const sheet = (page: Page) => page.getByRole('separator', { name: 'Panel height' });

async function expectRest(page: Page, rest: 'peek' | 'half' | 'full'): Promise<void> {
  await expect(sheet(page)).toHaveAttribute('aria-valuetext', rest);
}

/** Nothing of the page is wider than the window, and the page itself does not scroll sideways. */
async function expectNoSideways(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const out = [...document.querySelectorAll('button, summary, select, input, h1, h2, a')]
      .filter((element) => element.checkVisibility() && !element.closest('.table, .canvas'))
      .filter((element) => getComputedStyle(element).clipPath === 'none')
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => element.ariaLabel ?? element.textContent);
    return scrollWidth > clientWidth ? ['the page', ...out] : out;
  });
  expect(wide).toEqual([]);
}

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the map is moved by fingers; the sheet is dragged, tapped, stepped and keyed from rest to rest', async ({
    page,
  }) => {
    await openAtlas(page);
    const { button, map, timeline } = parts(page);
    await expectRest(page, 'half');
    // A first visit explains itself, and says how to begin.
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    await expect(page.getByRole('button', { name: 'Start the replay' })).toBeInViewport();
    await expect(timeline.getByRole('slider', { name: 'Year' })).toBeInViewport();

    // One finger moves the map, two make it larger; neither moves the page.
    const camera = async (): Promise<readonly number[]> => {
      const map = /map=([^&]+)/.exec(new URL(page.url()).hash)?.[1] ?? '';
      return map.split('/').map(Number);
    };
    await touch(page, { from: [200, 300], to: [120, 240] });
    await expect.poll(async () => (await camera()).length).toBeGreaterThan(2);
    const [zoom = 0] = await camera();
    await touch(page, { from: [180, 240], to: [120, 180] }, { from: [210, 260], to: [270, 320] });
    await expect.poll(async () => (await camera())[0]).toBeGreaterThan(zoom + 0.5);
    expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0]);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);

    const dragByFinger = async (by: number) => {
      await sheet(page).hover();
      const box = await sheet(page).boundingBox();
      if (!box) throw new Error('the handle is not to be seen');
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await touch(page, { from: [x, y], to: [x, y - by] });
    };
    const drag = async (by: number) => {
      // Hovering waits until it rests.
      await sheet(page).hover();
      const box = await sheet(page).boundingBox();
      if (!box) throw new Error('the handle is not to be seen');
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x, y - by / 2, { steps: 4 });
      await page.mouse.move(x, y - by, { steps: 4 });
      await page.mouse.up();
    };
    await dragByFinger(280);
    await expectRest(page, 'full');
    // What is covered takes no focus.
    await expect(page.locator('main > [inert]')).toContainText('Skip the map');
    await drag(-620);
    await expectRest(page, 'peek');
    const area = await map.boundingBox();
    const handle = await sheet(page).boundingBox();
    expect((handle?.y ?? 0) - (area?.y ?? 0), 'most of the screen is map').toBeGreaterThan(450);

    await sheet(page).tap();
    await expectRest(page, 'half');
    await button('Larger panel').tap();
    await expectRest(page, 'full');
    await button('Smaller panel').tap();
    await expectRest(page, 'half');
    await sheet(page).focus();
    for (const [key, rest] of [
      ['End', 'full'],
      ['ArrowDown', 'half'],
      ['Home', 'peek'],
      ['ArrowUp', 'half'],
    ] as const) {
      await page.keyboard.press(key);
      await expectRest(page, rest);
    }

    // A low sheet hides nothing that has the focus.
    await button('Table').focus();
    await page.keyboard.press('Enter');
    await expectRest(page, 'peek');
    await expect(sheet(page)).toBeFocused();
    for (let k = 0; k < 3; k++) await page.keyboard.press('Tab');
    await expectRest(page, 'half');
  });

  test('Details open in the sheet, from list, search and map, and give the list back', async ({
    page,
  }) => {
    await openAtlas(page, '#map=5.2/39.5/70.5&date=1999');
    const { button, details, item, canvas } = parts(page);
    const heading = details.getByRole('heading', { level: 2 });
    await button('Smaller panel').tap();
    await search(page, 'FATA');
    await page.getByRole('option').first().tap();
    await expect(heading).toBeInViewport();
    await expectRest(page, 'half');
    await button('Close details').tap();

    await parts(page).dateField.fill('1999');
    await parts(page).dateField.press('Enter');
    await item('osh-mayor-seized').getByRole('button').tap();
    await expect(heading).toBeInViewport();
    await button('Larger panel').tap();
    await expectRest(page, 'full');
    await button('Close details').tap();
    await expect(item('osh-mayor-seized').getByRole('button')).toBeFocused();
    await button('Smaller panel').tap();
    await button('Smaller panel').tap();

    // No hovering, and the page does not move: the map takes its own gestures.
    await expect(canvas).toHaveCSS('touch-action', /none|pan/);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(
      844,
    );
    await button('Share').tap();
    await expect(page.getByRole('dialog', { name: 'Share this view' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.locator('summary[aria-label="Menu"]').tap();
    await expect(page.getByRole('link', { name: 'Who is who' })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Theme' })).toBeVisible();
    await page.getByRole('button', { name: 'The first incursions, 1999' }).tap();
    await expect(page.getByRole('link', { name: 'Who is who' })).toBeHidden();
    await expect(heading).toBeInViewport();
  });

  test('keeps clear of notches and bars', async ({ page }) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setSafeAreaInsetsOverride', {
      insets: { top: 47, bottom: 34, left: 10, right: 10 },
    });
    await openWithoutMap(page);
    const field = await page.getByRole('combobox', { name: 'Search' }).boundingBox();
    const play = await parts(page).button('Play').boundingBox();
    expect(field?.y).toBeGreaterThan(47);
    expect(field?.x).toBeGreaterThan(10);
    expect((play?.y ?? 0) + (play?.height ?? 0)).toBeLessThanOrEqual(844 - 34);
    await expectNoSideways(page);
  });
});

for (const [name, width, height] of [
  ['a phone on its side', 844, 390],
  ['a small phone on its side', 667, 375],
  ['200 % of a laptop', 640, 400],
  ['a narrow phone', 320, 568],
  ['400 % of a laptop', 320, 256],
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height }, webgl: false });

    test('has everything in reach, without scrolling in two directions', async ({ page }) => {
      await openWithoutMap(page, '#date=1999');
      const { item, details, button, year, map } = parts(page);
      await expectNoSideways(page);
      const before = await map.boundingBox();
      expect(before?.height).toBeGreaterThan(150);
      await year.scrollIntoViewIfNeeded();
      await expect(year).toBeInViewport();
      await expect(button('Next record')).toBeInViewport();
      await item('osh-mayor-seized').getByRole('button').click();
      await expect(details.getByRole('heading', { level: 2 })).toBeInViewport();
      await expectNoSideways(page);
      await button('Close details').click();
      await button('Filter').click();
      await expectNoSideways(page);
      for (const path of ['who/', 'method/', 'e/tashkent-bombings-1999/']) {
        await page.goto(`./${path}`);
        await expectNoSideways(page);
      }
    });
  });
}
