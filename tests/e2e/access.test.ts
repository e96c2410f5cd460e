/** The atlas for those who read it by keyboard or by ear. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { during, record } from './atlas';
import { expect, expectListed, openAtlas, openOptions, parts, test } from './fixture';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] })`,
  )) as AxeResults;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`),
  );
}

test.describe('axe finds nothing wrong', () => {
  // axe brings markup of its own; what the app does under its policy is seen in all other journeys.
  test.use({ bypassCSP: true });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await openAtlas(page);
      expect.soft(await violations(page), 'the atlas').toEqual([]);

      await parts(page).item('tashkent-bombings-1999').getByRole('button').click();
      await expect(parts(page).details).toBeVisible();
      expect.soft(await violations(page), 'with Details').toEqual([]);

      await parts(page).details.getByRole('button', { name: 'Tashkent' }).click();
      await expect(parts(page).details.getByRole('heading', { level: 2 })).toHaveText('Tashkent');
      expect.soft(await violations(page), 'with a place').toEqual([]);

      await parts(page).window.selectOption('Range');
      await openOptions(page);
      expect.soft(await violations(page), 'with a range and the options').toEqual([]);

      await page.goto('./#chapter=1999');
      await expect(page.getByRole('region', { name: 'Story' })).toBeVisible();
      expect.soft(await violations(page), 'the story').toEqual([]);

      await page.goto('./#date=1999&compare=2001');
      await expect(page.getByRole('slider', { name: /^Divider/ })).toBeVisible();
      expect.soft(await violations(page), 'two dates').toEqual([]);

      await page.goto('./story/');
      expect.soft(await violations(page), 'the page of the story').toEqual([]);
    });
  }

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 390, height: 844 } });

    test('with the keys and a wrong date', async ({ page }) => {
      await openAtlas(page);
      const { dateField, year } = parts(page);
      await dateField.fill('soon');
      await dateField.press('Enter');
      expect.soft(await violations(page), 'with a wrong date').toEqual([]);
      await year.focus();
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
      expect.soft(await violations(page), 'with the keys').toEqual([]);
      await page.goto('./#chapter=1999&date=1999&compare=2001&split=side');
      await expect(page.getByRole('region', { name: 'Story' })).toBeVisible();
      expect.soft(await violations(page), 'with the story and two dates').toEqual([]);
    });
  });
});

interface Focused {
  readonly name: string;
  readonly role: string;
  readonly visible: boolean;
  readonly outlined: boolean;
}

/** What has the focus, whether it can be seen, and whether it shows that it has the focus. */
function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const box = element.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      name: element.getAttribute('aria-label') ?? element.textContent.trim(),
      role: element.tagName.toLowerCase(),
      visible: top !== null && (element.contains(top) || top.contains(element)),
      outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0,
    };
  });
}

/** Presses a key until the focus is where it should be; each stop on the way must be seen. */
async function press(page: Page, key: string, until: (stop: Focused) => boolean): Promise<void> {
  const stops: string[] = [];
  for (let k = 0; k < 60; k += 1) {
    await page.keyboard.press(key);
    const stop = await focused(page);
    stops.push(stop.name.slice(0, 40));
    if (stop.role !== 'body') {
      expect(stop.visible, `${stop.name} is seen`).toBe(true);
      expect(stop.outlined, `${stop.name} shows its focus`).toBe(true);
    }
    if (until(stop)) return;
  }
  throw new Error(`not reached with ${key}: ${stops.join(' | ')}`);
}

test('by keyboard alone: to the slider, to 2000, to a record, its claims, and back', async ({
  page,
}) => {
  await openAtlas(page);
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

test('the map is not the only way: the page in words', async ({ page }) => {
  await openAtlas(page);
  const words = await page.locator('body').ariaSnapshot();
  expect(words).toContain('list "Records"');
  expect(words).toContain('button "Explosions in Tashkent, 1999');
  expect(words).toMatch(/certain in 1999; .*disputed/);
  expect(words).toContain('region "Timeline"');
  expect(words).toContain('slider "Year"');
  expect(words).toContain('region "Map"');
});
