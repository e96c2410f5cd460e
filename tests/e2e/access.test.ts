/** The atlas for those who read it by keyboard or by ear. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { during, record } from './atlas';
import {
  expect,
  expectListed,
  openAtlas,
  openOptions,
  openWithoutMap,
  parts,
  search,
  test,
} from './fixture';
import { press } from './keyboard';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a theme can break; all else is the same in both, and looked at in one. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** The rules that are broken in what a page shows, and where. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const options = { resultTypes: ['violations'], ...(dark && { runOnly: ofColours }) };
  const results = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)})`,
  )) as AxeResults;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`),
  );
}

async function expectSound(page: Page, state: string): Promise<void> {
  expect.soft(await violations(page), state).toEqual([]);
}

test.describe('axe finds nothing wrong', () => {
  // axe brings markup of its own; what the app does under its policy is seen in all other journeys.
  test.use({ bypassCSP: true });

  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe('without a map, for speed', () => {
      test.use({ webgl: false });

      test(`on the desktop, ${colorScheme}`, async ({ page }) => {
        test.slow();
        await page.emulateMedia({ colorScheme });
        await openWithoutMap(page);
        const { item, details, button, window } = parts(page);
        await expectSound(page, 'on a first visit');

        await item('tashkent-bombings-1999').getByRole('button').click();
        await expect(details).toBeVisible();
        await expectSound(page, 'with a record');
        await details.getByRole('button', { name: 'Tashkent' }).click();
        await expect(details.getByRole('heading', { level: 2 })).toHaveText('Tashkent');
        await expectSound(page, 'with a place');
        await search(page, 'Namangani');
        await expectSound(page, 'with what a search found');
        await page.keyboard.press('Enter');
        await expect(details.getByRole('heading', { level: 2 })).toHaveText('Juma Namangani');
        await expectSound(page, 'with a person who is followed');

        await button('Filter •').click();
        await page
          .getByRole('group', { name: 'Where' })
          .getByRole('button', { name: /more/ })
          .click();
        await expectSound(page, 'with the filter');
        await button('Table').click();
        await expect(page.getByRole('table')).toBeVisible();
        await expectSound(page, 'with the table');
        await window.selectOption('Range');
        await openOptions(page);
        await expectSound(page, 'with a range and the options');
        await page.keyboard.press('Escape');
        await button('Share').click();
        await expectSound(page, 'with the dialog to share');
      });

      test.describe('on a phone', () => {
        test.use({ viewport: { width: 390, height: 844 } });

        test(`with the sheet at each rest, the menu and the keys, ${colorScheme}`, async ({
          page,
        }) => {
          test.slow();
          await page.emulateMedia({ colorScheme });
          await openWithoutMap(page);
          const { dateField, year, button, item, details } = parts(page);
          await expectSound(page, 'half');
          await button('Smaller panel').click();
          await expectSound(page, 'peek');
          await button('Larger panel').click();
          await button('Larger panel').click();
          await expectSound(page, 'full');
          await item('tashkent-bombings-1999').getByRole('button').click();
          await expect(details).toBeVisible();
          await expectSound(page, 'with Details');
          await page.locator('summary[aria-label="Menu"]').click();
          await expectSound(page, 'with the menu');
          await page.keyboard.press('Escape');
          await dateField.fill('soon');
          await dateField.press('Enter');
          await expectSound(page, 'with a wrong date');
          await year.focus();
          await page.keyboard.press('?');
          await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
          await expectSound(page, 'with the keys');
        });
      });

      test(`while a file is opened, and with it, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await openWithoutMap(page);
        await parts(page).button('Open a file').click();
        const chooser = page.getByLabel('Choose a file');
        const file = (name: string, text: string) =>
          chooser.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
        await expectSound(page, 'the dialog to open');
        await file('bad.json', '{');
        await expect(page.getByRole('alert').filter({ hasText: 'bad.json' })).toBeVisible();
        await expectSound(page, 'the dialog with an error');
        await file('unclear.csv', 'what,when,u,v\nA,03/04/2022,41,71\n');
        await expect(page.getByRole('dialog', { name: 'What the columns mean' })).toBeVisible();
        await expectSound(page, 'the question');
        await page.keyboard.press('Escape');
        await parts(page).button('Open a file').click();
        await file(
          'two.csv',
          'name,type,year,lat,lon\nA,x,1999,41,71\nB,y,1999,42,72\nC,y,1999,north,1\n',
        );
        const bar = page.getByRole('region', { name: 'Your files' });
        await expect(bar).toBeVisible();
        await expectSound(page, 'the file');
        await bar.getByRole('button', { name: 'Report' }).click();
        await expect(page.getByRole('dialog', { name: 'Report on two.csv' })).toBeVisible();
        await expectSound(page, 'the report');
        await page.keyboard.press('Escape');
        await parts(page).button('Filter').click();
        await expectSound(page, 'the categories');
      });
    });

    test(`on the map, in the story, and between two dates, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await openAtlas(page, '#date=1999&sel=tashkent-bombings-1999');
      await expectSound(page, 'the map, with a record');
      await page.goto('./#chapter=1999');
      await expect(page.getByRole('region', { name: 'Story' })).toBeVisible();
      await expectSound(page, 'the story');
      await page.goto('./#date=1999&compare=2001');
      await expect(page.getByRole('slider', { name: /^Divider/ })).toBeVisible();
      await expectSound(page, 'two dates');
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto('./#chapter=1999&date=1999&compare=2001&split=side');
      await expect(page.getByRole('region', { name: 'Story' })).toBeVisible();
      await expectSound(page, 'the story and two dates on a phone');
    });

    test(`on the pages in words, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      for (const path of [
        'who/',
        'method/',
        'story/',
        'e/tashkent-bombings-1999/',
        'e/kara-suu-town/',
      ]) {
        await page.goto(`./${path}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectSound(page, path);
      }
    });
  }

  test('with the reader’s own colours, and with more contrast', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await openAtlas(page, '#date=1999&sel=tashkent-bombings-1999');
    await expectSound(page, 'forced colours');
    const { item } = parts(page);
    // The signs keep their hues and casings, and what is chosen keeps a mark.
    const sign = item('tashkent-bombings-1999').locator('svg');
    await expect(sign).toHaveCSS('forced-color-adjust', 'none');
    const fills = await sign
      .locator('path')
      .evaluateAll((paths) =>
        paths.map((path) => getComputedStyle(path).fill + getComputedStyle(path).stroke),
      );
    expect(new Set(fills).size).toBeGreaterThan(1);
    await expect(item('tashkent-bombings-1999').getByRole('button')).toHaveCSS(
      'outline-style',
      'solid',
    );
    await page.emulateMedia({ forcedColors: 'none', contrast: 'more' });
    const quiet = page.getByText('Certain in 1999').first();
    const more = await quiet.evaluate((element) => getComputedStyle(element).color);
    await page.emulateMedia({ contrast: 'no-preference' });
    expect(await quiet.evaluate((element) => getComputedStyle(element).color)).not.toBe(more);
  });
});

test('the map pans and zooms by keyboard and has a name', async ({ page }) => {
  await openAtlas(page, '#map=6/39.5/71&date=1999');
  const { map, canvas, year } = parts(page);
  await expect(map).toBeVisible();
  await canvas.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.url()).not.toContain('map=6/39.5/71&');
  const panned = page.url();
  await page.keyboard.press('+');
  await expect.poll(() => page.url()).not.toBe(panned);
  await expect(year).toHaveValue('1999');
});

test.describe('without a map, for speed', () => {
  test.use({ webgl: false });

  test('by keyboard alone: to the slider, to 2000, to a record, its claims, and back', async ({
    page,
  }) => {
    await openWithoutMap(page);
    const { year, details, item, list } = parts(page);
    await press(page, 'Tab', ({ name }) => name === 'Year');
    await expect(year).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expectListed(page, during('2000'));

    const id = 'heavier-arms-2000';
    await press(page, 'Shift+Tab', ({ name }) => name.startsWith(record(id).title));
    await expect(list.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(details.getByRole('heading', { level: 2 })).toBeFocused();
    await expect(details).toContainText(/who says/i);
    await expect(details).toContainText('asserts');
    // What is longer than the panel is read by scrolling it: the keys do that from the heading.
    await press(page, 'Tab', ({ name }) => name !== 'Close details');
    await page.keyboard.press('Shift+Tab');
    await expect(details.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(details).toHaveCount(0);
    await expect(item(id).getByRole('button')).toBeFocused();
  });

  test('the map is not the only way: the page in words', async ({ page }) => {
    await openWithoutMap(page);
    const words = await page.locator('body').ariaSnapshot();
    expect(words).toContain('list "Records"');
    expect(words).toContain('button "Explosions in Tashkent, 1999');
    expect(words).toMatch(/certain in 1999; .*disputed/);
    expect(words).toContain('region "Timeline"');
    expect(words).toContain('slider "Year"');
    expect(words).toContain('region "Map"');
  });
});
