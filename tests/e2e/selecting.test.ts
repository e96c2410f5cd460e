import type { Page } from '@playwright/test';
import { during, record } from './atlas';
import { isClear, onPage, type Point } from './canvas';
import {
  expect,
  expectListed,
  expectParameter,
  openAtlas,
  openWithoutMap,
  parts,
  test,
} from './fixture';

async function expectSelected(page: Page, id: string): Promise<void> {
  const { details, item } = parts(page);
  await expect(details.getByRole('heading', { level: 2 })).toHaveText(record(id).title);
  await expect(item(id).getByRole('button')).toHaveAttribute('aria-current', 'true');
  await expectParameter(page, 'sel', id);
}

/** Points at a record's sign until it is drawn and the map tells its title; returns where it is. */
async function pointAt(page: Page, id: string, position: readonly number[]): Promise<Point> {
  const there = await onPage(page, position);
  await expect(async () => {
    await page.mouse.move(there.x + 1, there.y);
    await page.mouse.move(there.x, there.y);
    await expect(parts(page).map).toContainText(record(id).title, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  return there;
}

test('a click on a sign selects its record in the list', async ({ page }) => {
  await openAtlas(page, '#map=6.5/40.2/71&date=1999');
  const id = 'tashkent-bombings-1999';
  const { x, y } = await pointAt(page, id, record(id).point ?? []);
  await page.mouse.click(x, y);
  await expectSelected(page, id);
  await expect(parts(page).item(id)).toBeInViewport();
});

test('a click on a route selects its record', async ({ page }) => {
  const id = 'relocation-afghanistan-1999';
  await openAtlas(page, '#map=7/37.8/70.2&date=1999');
  const { line } = record(id);
  const { x, y } = await pointAt(page, id, line[Math.floor(line.length / 2)] ?? []);
  await page.mouse.click(x, y);
  await expectSelected(page, id);
});

test('a click on nothing lets go of the selection', async ({ page }) => {
  await openAtlas(page, '#map=5.5/40.2/71&date=1999&sel=osh-mayor-seized');
  await expectSelected(page, 'osh-mayor-seized');
  // The Kazakh steppe: no record, no place of the story.
  const { x, y } = await onPage(page, [69.5, 42.6]);
  expect(await isClear(page, { x, y })).toBe(true);
  await page.mouse.click(x, y);
  await expect(parts(page).details).toHaveCount(0);
});

test('what is chosen in the list comes into view, not under a panel', async ({ page }) => {
  // Far away, so that the map must move.
  await openAtlas(page, '#map=6/52/40&date=1999');
  const { item } = parts(page);
  for (const id of ['tashkent-bombings-1999', 'incursion-batken-1999']) {
    await item(id).getByRole('button').click();
    await expectSelected(page, id);
    const { point, line } = record(id);
    const ends = point ? [point] : [line[0] ?? [], line.at(-1) ?? []];
    for (const end of ends) {
      await expect
        .poll(async () => isClear(page, await onPage(page, end)), { message: `${id} ${end}` })
        .toBe(true);
    }
  }
});

test('what is chosen on the map does not end up under Details', async ({ page }) => {
  const id = 'tashkent-bombings-1999';
  // Tashkent near the right edge of the map, where Details open.
  await openAtlas(page, '#map=7/41.3/66.6&date=1999');
  const { x, y } = await pointAt(page, id, record(id).point ?? []);
  expect(await isClear(page, { x, y })).toBe(true);
  await page.mouse.click(x, y);
  await expectSelected(page, id);
  await expect
    .poll(async () => isClear(page, await onPage(page, record(id).point ?? [])))
    .toBe(true);
});

test.describe('without a map, for speed', () => {
  test.use({ webgl: false });

  test('a click in the list opens Details; Escape closes them and the focus comes back', async ({
    page,
  }) => {
    await openWithoutMap(page);
    const { item, details } = parts(page);
    const id = 'tashkent-bombings-1999';
    await item(id).getByRole('button').click();
    await expectSelected(page, id);

    const heading = details.getByRole('heading', { level: 2 });
    await expect(heading).toBeFocused();
    await expect(details).toContainText(record(id).summary);
    await expect(details).toContainText('certain in 1999');
    await expect(details.getByRole('button', { name: 'Tashkent' })).toBeVisible();
    await expect(details).toContainText('Islam Karimov');
    await expect(details).toContainText('disputed');
    await expect(details).toContainText('asserts');
    await expect(details).toContainText('doubts');
    await expect(details).toContainText('paragraph');

    await page.keyboard.press('Escape');
    await expect(details).toHaveCount(0);
    await expect(item(id).getByRole('button')).toBeFocused();
    await expectParameter(page, 'sel', undefined);
  });

  test('Enter opens Details too, and the button closes them', async ({ page }) => {
    await openWithoutMap(page);
    const { item, details, button } = parts(page);
    const id = 'relocation-afghanistan-1999';
    await item(id).getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expectSelected(page, id);
    await expect(details.getByRole('heading', { level: 2 })).toBeFocused();
    await expect(details).toContainText('not the track');
    await button('Close details').click();
    await expect(details).toHaveCount(0);
    await expect(item(id).getByRole('button')).toBeFocused();
  });

  test('from a record to its place and on to another record, by keyboard alone', async ({
    page,
  }) => {
    await openWithoutMap(page, '#date=1999&sel=tavildara-imu-base');
    const { details, year } = parts(page);
    const heading = details.getByRole('heading', { level: 2 });
    await details.getByRole('button', { name: 'Tavildara Valley' }).press('Enter');
    await expect(heading).toHaveText('Tavildara Valley');
    // The focus stays in Details, so that reading goes on and Escape still closes them.
    await expect(details.locator(':focus')).toHaveCount(1);

    await details
      .getByRole('button', { name: record('withdrawal-tavildara-2000').title })
      .press('Enter');
    await expect(heading).toHaveText(record('withdrawal-tavildara-2000').title);
    await expect(year).toHaveValue('2000');
    await expect(details.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(details).toHaveCount(0);
  });

  test('a record outside of the window moves time to it', async ({ page }) => {
    await openWithoutMap(page, '#sel=kamalov-killed');
    await expect(parts(page).year).toHaveValue('2006');
    await expectSelected(page, 'kamalov-killed');
    await expectListed(page, during('2006'));
  });

  test('a record without a place is listed, selected and linked', async ({ page }) => {
    await openWithoutMap(page, '#date=1998');
    const { item, details } = parts(page);
    await expect(item('imu-founded')).toContainText('place not stated');
    await item('imu-founded').getByRole('button').click();
    await expectSelected(page, 'imu-founded');
    await expect(details).toContainText('not stated in the source');
  });
});
