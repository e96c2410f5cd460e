import type { Page } from '@playwright/test';
import { scenes } from '../../src/lib/core/replay';
import { realAtlas } from '../real-atlas';
import { during } from './atlas';
import {
  expect,
  expectListed,
  expectParameter,
  historyLength,
  openAtlas,
  openOptions,
  openWithoutMap,
  parameter,
  parts,
  test,
} from './fixture';

// The clock needs no map; those with it are the journeys at the end.
test.use({ webgl: false });

interface Moment {
  readonly year: number;
  readonly ids: readonly string[];
  readonly progress: number;
}

/** Notes what the page shows after each change; returns what it has noted so far. */
async function record(page: Page): Promise<() => Promise<Moment[]>> {
  const handle = await page.evaluateHandle(() => {
    const moments: { year: number; ids: string[]; progress: number }[] = [];
    const note = (): void => {
      const slider = document.querySelector('input[type="range"][aria-label="Year"]');
      if (!(slider instanceof HTMLInputElement)) return;
      const items = document.querySelectorAll('[aria-label="Records"] [data-id]');
      const bar = document.querySelector('[aria-label="Replay"]');
      moments.push({
        // What is said of the slider; its value alone is no change of the document.
        year: Number.parseInt(slider.getAttribute('aria-valuetext') ?? '', 10),
        ids: [...items].map((item) => item.getAttribute('data-id') ?? ''),
        progress: bar instanceof HTMLProgressElement ? bar.value : -1,
      });
    };
    const observer = new MutationObserver(note);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    return moments;
  });
  return () => handle.jsonValue();
}

async function setSpeed(page: Page): Promise<void> {
  await openOptions(page);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4');
  await parts(page).options.click();
}

const years = (moments: readonly Moment[]): number[] => moments.map(({ year }) => year);

test('Pause pauses, and Play goes on from there', async ({ page }) => {
  await openWithoutMap(page, '#date=1998');
  const { button, year } = parts(page);
  await setSpeed(page);
  await button('Play').click();
  await expect(year).toHaveValue('1999');
  await button('Pause').click();
  await expect(button('Play')).toBeVisible();
  const paused = await year.inputValue();
  const moments = await record(page);
  await button('Play').click();
  await expect.poll(async () => (await moments()).some(({ ids }) => ids.length > 3)).toBe(true);
  expect(Math.min(...years(await moments()))).toBeGreaterThanOrEqual(Number(paused));
});

const touches: Record<string, (page: Page) => Promise<void>> = {
  'the next year': (page) => parts(page).button('Next year').click(),
  'the next record': (page) => parts(page).button('Next record').click(),
  'a key on the slider': (page) => parts(page).year.press('ArrowRight'),
  'a press on the slider': async (page) => {
    const box = await parts(page).year.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await page.mouse.down();
    await page.mouse.up();
  },
  'a bar of the histogram': async (page) => {
    const box = await parts(page).year.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 60, (box?.y ?? 0) - 30);
  },
  'a chapter': (page) =>
    parts(page).timeline.locator('text', { hasText: 'The Soviet background' }).click(),
  'the date field': (page) => parts(page).dateField.click(),
  'another kind of window': async (page) => {
    await parts(page).window.selectOption('Month');
  },
};

test('any touch of the timeline pauses', async ({ page }) => {
  await openWithoutMap(page, '#date=1985');
  const { button } = parts(page);
  for (const [name, touch] of Object.entries(touches)) {
    await parts(page).dateField.fill('1985');
    await parts(page).dateField.press('Enter');
    await button('Play').click();
    await expect(button('Pause')).toBeVisible();
    await touch(page);
    await expect.soft(button('Play'), name).toBeVisible({ timeout: 3000 });
    if (await button('Pause').isVisible()) await button('Pause').click();
  }
});

test('a date can be typed while the replay runs', async ({ page }) => {
  await openWithoutMap(page, '#date=1979');
  const { button, dateField, year } = parts(page);
  await setSpeed(page);
  await button('Play').click();
  await expect(year).not.toHaveValue('1979');
  await dateField.click();
  await dateField.press('ControlOrMeta+a');
  await dateField.pressSequentially('2003', { delay: 120 });
  await dateField.press('Enter');
  await expect(year).toHaveValue('2003');
  await expect(button('Play')).toBeVisible();
  await expectListed(page, during('2003'));
});

test('Back during a replay goes back, and pauses', async ({ page }) => {
  await openWithoutMap(page, '#date=1995');
  const { button, year } = parts(page);
  await button('Next year').click();
  await expectParameter(page, 'date', '1996');
  await setSpeed(page);
  await button('Play').click();
  await expect(year).not.toHaveValue('1996');
  await page.goBack();
  await expect(button('Play')).toBeVisible();
  await page.waitForTimeout(1500);
  await expect(year).toHaveValue('1995');
  await expectParameter(page, 'date', '1995');
});

test('the address keeps up with the replay', async ({ page }) => {
  await openWithoutMap(page, '#date=1998');
  await setSpeed(page);
  await parts(page).button('Play').click();
  await expect(parts(page).year).toHaveValue('2000', { timeout: 20_000 });
  await expect
    .poll(() => Number(parameter(page, 'date')), { timeout: 1500 })
    .toBeGreaterThanOrEqual(1999);
  await expect(parts(page).button('Pause')).toBeVisible();
});

test('Space that is held is one press', async ({ page }) => {
  await openWithoutMap(page, '#date=1985');
  await parts(page).year.focus();
  for (let k = 0; k < 6; k += 1) await page.keyboard.down(' ');
  await page.keyboard.up(' ');
  await expect(parts(page).button('Pause')).toBeVisible();
});

test('choosing a record pauses', async ({ page }) => {
  await openWithoutMap(page, '#date=1999');
  const { button, item, details } = parts(page);
  await button('Play').click();
  await item('tavildara-imu-base').getByRole('button').click();
  await expect(button('Play')).toBeVisible();
  await expect(details).toBeVisible();
});

test('a loop begins again where the range does', async ({ page }) => {
  await openWithoutMap(page, '#date=2006/2007');
  await openOptions(page);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4');
  await page.getByRole('checkbox', { name: 'Loop' }).check();
  await parts(page).options.click();
  const moments = await record(page);
  await parts(page).button('Play').click();
  const back = async (): Promise<number | undefined> =>
    years(await moments()).find((year, k, all) => year < (all[k - 1] ?? -Infinity));
  await expect.poll(back, { timeout: 40_000 }).toBeDefined();
  expect(await back()).toBe(2006);
});

test('says what it passes over', async ({ page }) => {
  await openWithoutMap(page, '#date=1981');
  await parts(page).button('Play').click();
  await expect(page.getByText(/198\d–1988: nothing new recorded/).first()).toBeVisible();
});

test('steps instead of gliding where less motion is wanted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openWithoutMap(page, '#date=2006/2007');
  const { button } = parts(page);
  await setSpeed(page);
  const moments = await record(page);
  await button('Play').click();
  await expect(button('Pause')).toBeVisible();
  await expect(button('Play')).toBeVisible({ timeout: 40_000 });
  const seen = (await moments()).filter(({ progress }) => progress >= 0);
  // The bar goes forward by whole scenes, and stands still within one.
  const standings = [...new Set(seen.map(({ progress }) => progress))];
  const played = scenes(realAtlas.records, realAtlas.span).filter(
    ({ window }) => window.year >= 2006,
  );
  expect(standings.length).toBeGreaterThan(3);
  expect(standings.length).toBeLessThanOrEqual(played.length);
  expect(standings).toEqual([...standings].sort((a, b) => a - b));
});

test.describe('with the map', () => {
  test.use({ webgl: true });

  test('plays a range to its end: no year comes back, the list is never of another year', async ({
    page,
  }) => {
    await openAtlas(page, '#date=2004/2007');
    const { button, year } = parts(page);
    await setSpeed(page);
    const before = await historyLength(page);
    const moments = await record(page);
    await button('Play').click();
    await expect(button('Pause')).toBeVisible();
    await expect(button('Play')).toBeVisible({ timeout: 40_000 });
    await expect(year).toHaveValue('2007');

    const seen = await moments();
    expect([...new Set(years(seen))]).toEqual([2004, 2005, 2006, 2007]);
    expect(years(seen)).toEqual([...years(seen)].sort((a, b) => a - b));
    for (const { year: shown, ids } of seen) {
      const known = during(String(shown));
      expect(
        ids.filter((id) => !known.includes(id)),
        `in ${shown}`,
      ).toEqual([]);
    }
    // A year plays in parts: 2006 does not show all that it holds at once.
    const sizes = new Set(seen.filter(({ year: y }) => y === 2006).map(({ ids }) => ids.length));
    expect(sizes.size).toBeGreaterThan(1);
    await expectParameter(page, 'date', '2007');
    expect(await historyLength(page)).toBe(before);
  });

  test('tells the chapter, and the camera follows only where the reader wants it to', async ({
    page,
  }) => {
    await openAtlas(page, '#map=5/30/90&date=1998/2001');
    const { button, canvas } = parts(page);
    await setSpeed(page);
    await button('Play').click();
    const told = new Set<string>();
    await expect
      .poll(
        async () => {
          for (const title of await page.locator('p .chapter').allTextContents()) told.add(title);
          return told.size;
        },
        { timeout: 30_000, intervals: [200] },
      )
      .toBeGreaterThan(1);
    await expect(button('Play')).toBeVisible({ timeout: 40_000 });
    await expectParameter(page, 'map', '5/30/90');

    await openOptions(page);
    const follow = page.getByRole('checkbox', { name: 'Follow with the map' });
    await follow.check();
    await parts(page).options.click();
    await button('Play').click();
    await expect.poll(() => parameter(page, 'map'), { timeout: 20_000 }).not.toBe('5/30/90');
    const box = await canvas.boundingBox();
    if (!box) throw new Error('the map has no box');
    const [x, y] = [box.x + box.width * 0.6, box.y + box.height * 0.5];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 120, y + 60, { steps: 4 });
    await page.mouse.up();
    await openOptions(page);
    await expect(follow).not.toBeChecked();

    for (const move of [
      () => canvas.press('ArrowRight'),
      () => button('Zoom out').click(),
      () => button('Show the opening view').click(),
    ]) {
      await follow.check();
      // A press elsewhere closes the options.
      await parts(page).options.click();
      await move();
      await openOptions(page);
      await expect(follow).not.toBeChecked();
    }
  });

  test('keys: Space, the brackets and the question mark', async ({ page }) => {
    await openAtlas(page, '#date=1999');
    const { button, year, canvas, dateField, item } = parts(page);
    await year.focus();
    await page.keyboard.press(' ');
    await expect(button('Pause')).toBeVisible();
    await page.keyboard.press(' ');
    await expect(button('Play')).toBeVisible();
    await canvas.focus();
    await page.keyboard.press(' ');
    await expect(button('Pause')).toBeVisible();
    await page.keyboard.press(' ');
    await expect(button('Play')).toBeVisible();

    await dateField.fill('1980');
    await dateField.press('Enter');
    await year.focus();
    await page.keyboard.press(']');
    await expect(year).toHaveValue('1989');
    await page.keyboard.press('[');
    await expect(year).toHaveValue('1979');

    // In a field a key is text, and on a button Space presses it.
    await dateField.focus();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(dateField).toHaveValue(/\?/);
    await year.press('End');
    await year.press('Home');
    await dateField.fill('1999');
    await dateField.press('Enter');
    await item('osh-mayor-seized').getByRole('button').press(' ');
    await expect(parts(page).details).toBeVisible();
    await expect(button('Play')).toBeVisible();
    await page.keyboard.press('Escape');

    await year.focus();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await expect(dialog).toBeVisible();
    await expect(dialog).toContainText('Space');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(year).toBeFocused();
  });
});
