/** What a reader is left with when something fails: a word about it, a way on, and the list. */
import type { Page, Route } from '@playwright/test';
import { during, header, record } from './atlas';
import {
  expect,
  expectListed,
  expectParameter,
  openAtlas,
  openWithoutMap,
  parts,
  test,
} from './fixture';

/** What the browser itself says about a request that a journey lets fail. */
test.use({
  tolerated: /Failed to load resource|dynamically imported module|Failed to fetch|Worker/,
});

const ready = (page: Page) => parts(page).map.locator('[data-ready="true"]');
const fail = (route: Route) => route.abort('connectionfailed');

/** Lets whatever matches fail until the reader tries again; the list works meanwhile. */
async function failsAndRecovers(page: Page, pattern: string): Promise<void> {
  await page.route(pattern, fail);
  await openWithoutMap(page);
  const { map, year, button } = parts(page);
  await expect(map.getByRole('alert')).toContainText('list', { timeout: 45_000 });
  await expectListed(page, during('1999'));
  await year.press('ArrowRight');
  await expectListed(page, during('2000'));

  await page.unroute(pattern);
  await button('Draw the map again').click();
  await expect(ready(page)).toBeAttached({ timeout: 45_000 });
  await expect(map.getByRole('alert')).toBeHidden();
  await expectListed(page, during('2000'));
}

test('a slow network: text, list and time come before the map', async ({ page }) => {
  const held: Route[] = [];
  await page.route('**/basemap/*.json', (route) => void held.push(route));
  await openWithoutMap(page);
  const { map, year, item, details } = parts(page);
  await expect(page.getByText(header.summary)).toBeVisible();
  await expect(map.getByText('The map is loading')).toBeVisible();
  await year.press('ArrowRight');
  await expectListed(page, during('2000'));
  await item('taloqan-siege').getByRole('button').click();
  await expect(details.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(ready(page)).toHaveCount(0);

  for (const route of held) await route.continue();
  await expect(ready(page)).toBeAttached({ timeout: 45_000 });
  await expect(map.getByText('The map is loading')).toBeHidden();
});

test('the basemap does not arrive: a message, another try, and the list', async ({ page }) => {
  await failsAndRecovers(page, '**/basemap/region.json');
});

test("the map's code does not arrive", async ({ page }) => {
  // The largest script is MapLibre's; nothing else of the page waits for it.
  await page.goto('./method/');
  const scripts = await page.evaluate(async () => {
    const text = await (await fetch('../')).text();
    return [...text.matchAll(/href="\.\/(_app[^"]+\.js)"/g)].map(([, path]) => path ?? '');
  });
  const preloaded = (url: string): boolean => scripts.some((path) => url.endsWith(path));
  await page.route('**/_app/immutable/**/*.js', (route) =>
    preloaded(route.request().url()) ? route.fallback() : fail(route),
  );
  await openWithoutMap(page);
  await expect(parts(page).map.getByRole('alert')).toContainText('could not be loaded');
  await expectListed(page, during('1999'));
  await page.unrouteAll();
  await parts(page).button('Draw the map again').click();
  await expect(ready(page)).toBeAttached({ timeout: 45_000 });
});

test("the map's worker cannot be loaded", async ({ page }) => {
  await failsAndRecovers(page, '**/maplibre-gl-worker*');
});

test("the map's worker stops while the page is read", async ({ page }) => {
  await openAtlas(page);
  const [worker] = page.workers();
  await worker?.evaluate(
    () =>
      void setTimeout(() => {
        throw new Error('Worker out of memory');
      }),
  );
  const { map, button, year } = parts(page);
  await expect(map.getByRole('alert')).toContainText('stopped');
  await year.press('ArrowRight');
  await expectListed(page, during('2000'));
  await button('Draw the map again').click();
  await expect(ready(page)).toBeAttached({ timeout: 45_000 });
  await expect(map.getByRole('alert')).toBeHidden();
});

test.describe('without a map', () => {
  test.use({ webgl: false });

  for (const [what, pattern] of [
    ['what starts the page', '**/_app/immutable/entry/app.*'],
    ["the explorer's own script", '**/_app/immutable/nodes/2.*'],
  ] as const) {
    test(`${what} does not arrive: the written page stays, with another try`, async ({ page }) => {
      await page.route(pattern, fail);
      await page.goto('./#date=2000');
      const alert = page.getByRole('alert');
      await expect(alert).toContainText('could not be loaded');
      await expect(
        page.getByRole('heading', { level: 3, name: record('taloqan-siege').title }),
      ).toBeVisible();
      await expect(page.getByText(header.summary)).toBeVisible();

      await page.unroute(pattern);
      await page.getByRole('button', { name: 'Try again' }).click();
      await expectListed(page, during('2000'));
      await expect(alert.filter({ hasText: 'loaded' })).toBeHidden();
    });
  }

  test('a later part does not arrive: it says so, and comes with its looks at another try', async ({
    page,
  }) => {
    await openWithoutMap(page);
    await page.route('**/_app/immutable/assets/*.css', fail);
    const { list, button } = parts(page);
    await button('Filter').click();
    const alert = page.getByRole('alert').filter({ hasText: 'The filters' });
    await expect(alert).toContainText('could not be loaded');
    await expectListed(page, during('1999'));
    await page.unrouteAll();
    await alert.getByRole('button', { name: 'Try again' }).click();
    const kind = page.getByRole('group', { name: 'Kind' });
    await expect(kind).toHaveCSS('border-top-width', '0px');
    await expect(list).toBeVisible();
  });

  test('the atlas does not arrive on the way from a page to the map', async ({ page }) => {
    await page.goto('./e/taloqan-siege/');
    await expect(page.locator('html[data-started]')).toBeAttached();
    await page.route('**/atlas/imu.json', (route) => route.fulfill({ status: 503 }));
    await page.getByRole('link', { name: 'Show on the live map' }).click();
    await expect(page.getByRole('alert')).toContainText('could not be loaded');
    // The page that is asked for again comes with its data.
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(parts(page).timeline).toBeVisible();
    await expectParameter(page, 'sel', 'taloqan-siege');
  });

  test('an address without a page says so and leads to the atlas', async ({ page }) => {
    // As hosts of files do it, and the server of these journeys does not.
    await page.route('**/e/nobody/', (route) =>
      route.fulfill({ status: 404, path: 'build/404.html' }),
    );
    await page.goto('./e/nobody/');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('nobody');
    await page.getByRole('link', { name: 'All records of the atlas' }).click();
    await expect(parts(page).timeline).toBeVisible();
  });

  test('storage that is full or blocked costs only what it would have kept', async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = (): never => {
        throw new DOMException('refused', 'QuotaExceededError');
      };
      Object.defineProperty(Storage.prototype, 'getItem', { value: refuse });
      Object.defineProperty(Storage.prototype, 'setItem', { value: refuse });
      Object.defineProperty(CacheStorage.prototype, 'open', {
        value: () => Promise.reject(refuse),
      });
      Object.defineProperty(IDBFactory.prototype, 'open', { value: refuse });
      Object.defineProperty(ServiceWorkerContainer.prototype, 'register', {
        value: () => Promise.reject(new DOMException('blocked', 'SecurityError')),
      });
    });
    await openWithoutMap(page, '#date=2000');
    await expectListed(page, during('2000'));
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await parts(page).year.press('ArrowLeft');
    await expectListed(page, during('1999'));
  });

  test('a change of clock and of time zone moves no date', async ({ fresh }) => {
    const page = await fresh({ timezoneId: undefined });
    await page.addInitScript(() => {
      const { now } = Date;
      const shifts: { by: number } = { by: -40 * 365 * 86_400_000 };
      Date.now = () => now() + shifts.by;
      Reflect.set(window, 'shifts', shifts);
    });
    await openWithoutMap(page, '#date=2006-08');
    const { list, button, timeline } = parts(page);
    const before = await list.innerText();
    expect(before).toContain('7 August 2006');

    const session = await page.context().newCDPSession(page);
    for (const timezoneId of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
      await session.send('Emulation.setTimezoneOverride', { timezoneId });
      await button('Next month').click();
      await button('Previous month').click();
      await expectListed(page, during('2006-08'));
      expect(await list.innerText()).toBe(before);
    }
    // The replay goes by a clock that only runs forward.
    await button('Play').click();
    const told = (): Promise<string | null> =>
      timeline.getByRole('slider').first().getAttribute('aria-valuetext');
    const start = await told();
    await page.evaluate(() => void ((Reflect.get(window, 'shifts') as { by: number }).by = 4e12));
    await expect.poll(told).not.toBe(start);
    await expect(button('Pause')).toBeVisible();
  });

  test('two tabs keep their own views and share the theme', async ({ page, context }) => {
    const other = await context.newPage();
    await openWithoutMap(page, '#date=1999');
    await openWithoutMap(other, '#date=2000');
    await other.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await parts(page).year.press('ArrowLeft');
    await expectListed(page, during('1998'));
    await expectListed(other, during('2000'));
    await other.reload();
    await expectListed(other, during('2000'));
    await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});
