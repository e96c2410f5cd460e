/** Two dates of the same map: swiped, side by side, and as a list of what differs. */
import type { Page } from '@playwright/test';
import { record } from './atlas';
import { expect, expectParameter, openAtlas, openWithoutMap, parts, test } from './fixture';

function comparison(page: Page) {
  const bar = page.getByRole('group', { name: 'Comparison' });
  return {
    bar,
    start: page.getByRole('button', { name: 'Compare', exact: true }),
    date: bar.getByRole('textbox', { name: 'Second date' }),
    split: bar.getByRole('combobox', { name: 'How the two dates share the map' }),
    divider: page.getByRole('slider', { name: /^Divider between/ }),
    second: page.getByRole('region', { name: 'Map of the second date', exact: true }),
    list: (name: string) => page.getByRole('list', { name, exact: true }),
  };
}

test('two linked maps, a divider for mouse and keyboard, side by side', async ({ page }) => {
  await openAtlas(page, '#map=5/38/69&date=1999');
  const { start, date, split, divider, second } = comparison(page);
  await start.click();
  await expectParameter(page, 'compare', '2000');
  await date.fill('2003');
  await date.press('Enter');
  await expectParameter(page, 'compare', '2003');
  await expect(second.locator('[data-ready="true"]')).toBeAttached({ timeout: 45_000 });

  const scale = (map: typeof second) => map.locator('.maplibregl-ctrl-scale');
  await expect(scale(second)).toHaveText((await scale(parts(page).map).textContent()) ?? '-');
  await parts(page).button('Zoom in').click();
  await expectParameter(page, 'map', '6/38/69');
  await expect(scale(second)).toHaveText((await scale(parts(page).map).textContent()) ?? '-');

  await expect(divider).toHaveValue('50');
  const cut = () => second.locator('..').evaluate((box) => getComputedStyle(box).clipPath);
  const middle = await cut();
  await divider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(divider).toHaveValue('51');
  expect(await cut()).not.toBe(middle);
  await expect(divider).toHaveAccessibleName('Divider between 1999 and 2003');
  const box = await divider.boundingBox();
  if (!box) throw new Error('the divider has no box');
  const x = box.x + 22 + (box.width - 44) * 0.51;
  await page.mouse.move(x, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(x - 200, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Number(await divider.inputValue())).toBeLessThan(40);

  await split.selectOption('Side by side');
  await expectParameter(page, 'split', 'side');
  await expect(divider).toHaveCount(0);
  const [one, other] = [await parts(page).map.boundingBox(), await second.boundingBox()];
  expect(Math.abs((one?.width ?? 0) - (other?.width ?? 0))).toBeLessThan(4);
  expect((one?.x ?? 0) + (one?.width ?? 0)).toBeLessThanOrEqual((other?.x ?? 0) + 2);

  await page.setViewportSize({ width: 390, height: 844 });
  await expect
    .poll(async () => {
      const [above, below] = [await parts(page).map.boundingBox(), await second.boundingBox()];
      return (above?.y ?? 0) + (above?.height ?? 0) <= (below?.y ?? 0) + 2;
    })
    .toBe(true);
});

test('on a phone long dates take two lines, and stay on the map', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const split of ['swipe', 'side']) {
    await openAtlas(page, `#date=1998-11/1999-02&compare=1999-08/2000-10&split=${split}`);
    for (const date of ['November 1998 to February 1999', 'August 1999 to October 2000']) {
      const shown = page.locator('p', { hasText: date }).and(page.locator('[aria-hidden="true"]'));
      await expect(shown).toBeInViewport({ ratio: 1 });
    }
  }
});

test.describe('without WebGL2', () => {
  test.use({ webgl: false });

  test('a link opens the list of what differs; records can be chosen', async ({ page }) => {
    await openWithoutMap(page, '#date=1991&compare=1996');
    const { bar, list, start } = comparison(page);
    await expect(list('Moved')).toContainText('Tohir Yuldashev');
    await expect(list('Moved')).toContainText('Namangan → Peshawar');
    await expect(list('Appeared').locator('[data-id="peshawar-base"]')).toContainText(
      'certain in 1996',
    );
    await expect(list('Ended').locator('[data-id="adolat-founded"]')).toContainText('over by 1996');
    await expect(list('Between the two').locator('[data-id="flight-to-tajikistan"]')).toBeVisible();
    // What is uncertain is said to be so.
    await expect(list('Appeared').locator('[data-id="yuldashev-tour"]')).toHaveCount(0);
    await page.goto('./#date=1992&compare=1995');
    await expect(page.getByText(/^may have ended: /i).first()).toBeVisible();

    await list('Appeared').locator('[data-id="peshawar-base"]').getByRole('button').click();
    await expect(parts(page).details.getByRole('heading', { level: 2 })).toHaveText(
      record('peshawar-base').title,
    );
    // Neither date has given way.
    await expectParameter(page, 'date', '1992');
    await expectParameter(page, 'compare', '1995');
    await page.keyboard.press('Escape');

    await bar.getByRole('button', { name: 'Swap' }).click();
    await expectParameter(page, 'date', '1995');
    await expectParameter(page, 'compare', '1992');
    await expect(list('Appeared').locator('[data-id="peshawar-base"]')).toBeVisible();
    await bar.getByRole('button', { name: 'Stop comparing' }).click();
    await expectParameter(page, 'compare', undefined);
    await expect(parts(page).list).toBeVisible();
    await expect(start).toHaveAttribute('aria-pressed', 'false');
  });
});
