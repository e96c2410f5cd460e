import type { Page } from '@playwright/test';
import { during, header, record } from './atlas';
import { displacement, picture } from './canvas';
import {
  expect,
  expectListed,
  expectParameter,
  listed,
  openAtlas,
  openWithoutMap,
  parts,
  test,
} from './fixture';

/** Waits until neither the page nor its address changes any more. */
async function settled(page: Page): Promise<void> {
  let last = '';
  const state = async (): Promise<boolean> => {
    const now = `${page.url()} ${(await page.screenshot()).toString('base64')}`;
    const same = now === last;
    last = now;
    return same;
  };
  await expect.poll(state, { intervals: [700] }).toBe(true);
}

test('the address follows, and opens the same view elsewhere', async ({ page, fresh }) => {
  test.slow();
  await openAtlas(page);
  const { year, item, canvas, button } = parts(page);
  await year.press('ArrowRight');
  await expectParameter(page, 'date', '2000');
  await item('incursion-batken-2000').getByRole('button').click();
  await expectParameter(page, 'sel', 'incursion-batken-2000');
  await button('Zoom in').click();
  await settled(page);
  expect(page.url()).toContain('map=');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the map has no box');
  const zoomed = page.url();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 73, box.y + box.height / 2 + 41, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(0, 0);
  // The map glides on for a while after a drag.
  await settled(page);
  expect(page.url()).not.toBe(zoomed);
  const link = page.url();
  expect(link.length).toBeLessThan(200);

  const other = await fresh();
  await openAtlas(other, new URL(link).hash);
  await expect(parts(other).year).toHaveValue('2000');
  expect(await listed(other)).toEqual(await listed(page));
  await expect(parts(other).details.getByRole('heading', { level: 2 })).toHaveText(
    record('incursion-batken-2000').title,
  );
  await expect
    .poll(async () => {
      const { dx, dy, rest } = displacement(await picture(page), await picture(other));
      return Math.max(Math.abs(dx), Math.abs(dy)) <= 1 && rest < 8;
    })
    .toBe(true);
  expect(other.url()).toBe(link);
});

test('of duplicates the first wins, and a bare position is taken', async ({ page }) => {
  await openAtlas(page, '#date=2000&date=2005&sel=taloqan-siege&sel=russia-ban');
  await expect(parts(page).year).toHaveValue('2000');
  await expect(parts(page).details).toContainText(record('taloqan-siege').title);
  await openAtlas(page, '#6/39/70');
  await expect(parts(page).year).toHaveValue('1999');
  await parts(page).button('Next year').click();
  await expectParameter(page, 'map', '6/39/70');
});

const nonsense = [
  '#',
  '#&&&',
  '#=',
  '#%',
  '#%E0%A4%A',
  '#date=',
  '#date=soon',
  '#date=1999-99',
  '#date=2005/1995',
  '#date=1e9',
  '#map=NaN/NaN/NaN',
  '#map=1e999/0/0',
  '#map=5/91/181',
  '#map=5',
  '#sel=nobody',
  '#sel=__proto__',
  '#constructor=1&__proto__=2',
  '#sel=<script>alert(1)</script>',
  `#${'x='.repeat(3000)}`,
  '#trail=maybe&unknown=1&date=1999&&sel=%00',
];

test.describe('without a map, for speed', () => {
  test.use({ webgl: false });
  test.slow();

  test('opens with nonsense in the address', async ({ page }) => {
    // What breaks in different ways; the rest comes below, and from a generator in tests/fuzz.
    for (const hash of nonsense.filter((_, k) => k % 4 === 0)) {
      // By way of another page, or it would only be a jump within this one.
      await page.goto('about:blank');
      await openWithoutMap(page, hash);
      await expect(page.getByRole('heading', { level: 1 }), hash).toHaveText(header.title);
      await expectListed(page, during('1999'));
      await expect(parts(page).details, hash).toHaveCount(0);
    }
    await parts(page).button('Next year').click();
    await expectListed(page, during('2000'));
  });

  test('Back and Forward walk through years and selections', async ({ page }) => {
    await openWithoutMap(page);
    const { year, item, details, button } = parts(page);
    await button('Next year').click();
    await expectParameter(page, 'date', '2000');
    await item('taloqan-siege').getByRole('button').click();
    await expectParameter(page, 'sel', 'taloqan-siege');
    await button('Next year').click();
    await expectParameter(page, 'date', '2001');

    await page.goBack();
    await expect(year).toHaveValue('2000');
    await expect(details).toContainText(record('taloqan-siege').title);
    await page.goBack();
    await expect(details).toHaveCount(0);
    await expect(year).toHaveValue('2000');
    await page.goBack();
    await expect(year).toHaveValue('1999');
    await expectListed(page, during('1999'));

    await page.goForward();
    await page.goForward();
    await expect(year).toHaveValue('2000');
    await expect(details).toContainText(record('taloqan-siege').title);
    await page.goForward();
    await expect(year).toHaveValue('2001');
    await expectListed(page, during('2001'));
  });

  test('an address that is edited by hand is followed', async ({ page }) => {
    await openWithoutMap(page, '#date=1999');
    await page.evaluate(() => {
      location.hash = '#date=2001&sel=namangani-killed';
    });
    await expect(parts(page).year).toHaveValue('2001');
    await expect(parts(page).details).toContainText(record('namangani-killed').title);
    await expectListed(page, during('2001'));
  });

  test('nonsense that comes while the atlas is open does no harm', async ({ page }) => {
    await openWithoutMap(page);
    for (const hash of nonsense) {
      await page.evaluate((text) => {
        location.hash = text;
      }, hash);
      await expect(parts(page).year, hash).toHaveValue('1999');
      await expect(parts(page).details).toHaveCount(0);
    }
    await expectListed(page, during('1999'));
    await parts(page).button('Next year').click();
    await expectListed(page, during('2000'));
  });
});
