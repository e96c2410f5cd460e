/** Without a network, after one visit; and while a host is being updated. */
import type { Page } from '@playwright/test';
import { during, record, records } from './atlas';
import { expect, expectListed, openAtlas, parts } from './fixture';
import { expectKept, testOn } from './served';

// Under a path of its own, as on a host that many projects share.
const test = testOn('/some/where/');

const caches = (page: Page) => page.evaluate(() => window.caches.keys());

test('one visit is enough to open everything with the network off', async ({ page, site }) => {
  await openAtlas(page);
  await expectKept(page);
  await site.stop();

  await openAtlas(page, '#date=2000&sel=taloqan-siege');
  await expectListed(page, during('2000'));
  await expect(parts(page).details.getByRole('heading', { level: 2 })).toBeVisible();
  await parts(page).button('Play').click();
  await expect(parts(page).button('Pause')).toBeVisible();

  const pages = [...site.paths].filter((path) => path.endsWith('index.html') && path.includes('/'));
  expect(pages.length).toBeGreaterThan(records.length);
  const missing = await page.evaluate(async (paths) => {
    const answers = await Promise.all(
      paths.map(async (path) => {
        try {
          const response = await fetch(path.replace(/index\.html$/, ''));
          return (await response.text()).includes('<h1') ? '' : path;
        } catch {
          return path;
        }
      }),
    );
    return answers.filter(Boolean);
  }, pages);
  expect(missing).toEqual([]);

  // By a link within the site, and by an address that lacks its slash.
  await page.goto('./who/');
  await page
    .getByRole('link', { name: record('kamalov-killed').title })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(record('kamalov-killed').title);
  await page.goto('./e/osh?from=elsewhere');
  await expect(page).toHaveURL(`${site.url}e/osh/?from=elsewhere`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Osh');
});

test('only this site is kept, whole, and without what nobody reads', async ({ page, site }) => {
  await page.goto('./method/');
  await expectKept(page);
  const kept = await page.evaluate(async () => {
    const names = await window.caches.keys();
    const lists = await Promise.all(
      names.map(async (name) => (await window.caches.open(name)).keys()),
    );
    return lists.flat().map(({ url }) => url);
  });
  expect(await caches(page)).toEqual([expect.stringMatching(/^trackway \/some\/where\/ \w+$/)]);
  expect(kept.filter((url) => !url.startsWith(site.url))).toEqual([]);
  expect(kept.filter((url) => /preview\.png|_headers|sitemap/.test(url))).toEqual([]);
  expect(kept).toContain(`${site.url}e/kamalov-killed/`);
  // A picture for another site's card comes from the network, and is not kept.
  await page.evaluate(() => fetch('../e/osh/preview.png').then((response) => response.blob()));
  expect(site.asked).toContain('e/osh/preview.png');
});

test('an update that fails leaves the version before; a whole one waits for the reader', async ({
  page,
  site,
  context,
}) => {
  await page.goto('./method/');
  await expectKept(page);
  const [first] = await caches(page);

  site.publish('method/', 'Sources and method', 'Sources and more');
  const update = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      const worker = registration?.installing;
      if (worker?.state !== 'installing') return worker?.state ?? registration?.waiting?.state;
      return new Promise((done) =>
        worker.addEventListener('statechange', () => done(worker.state), { once: true }),
      );
    });
  const heading = page.getByRole('heading', { level: 1 });
  const notice = page.getByRole('region', { name: 'Update' });
  // The new version's worker is on the host already, one of its files is missing or an old one.
  for (const faults of [site.broken, site.stale]) {
    faults.add('method/');
    expect(await update()).toBe('redundant');
    expect(await caches(page)).toEqual([first]);
    await page.reload();
    await expect(heading).toHaveText('Sources and method');
    await expect(notice).toBeHidden();
    faults.clear();
  }

  // The host is complete, and a second tab is open.
  const other = await context.newPage();
  await other.goto('./who/');
  expect(await update()).toBe('installed');
  await expect(notice).toBeVisible();
  await expect(other.getByRole('region', { name: 'Update' })).toBeVisible();
  await expect(heading).toHaveText('Sources and method');

  await notice.getByRole('button', { name: 'Reload' }).click();
  await expect(heading).toHaveText('Sources and more');
  await expect(notice).toBeHidden();
  // The other tab is left alone, and can still load scripts of its own version.
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await caches(page)).toHaveLength(2);
  await other
    .getByRole('region', { name: 'Update' })
    .getByRole('button', { name: 'Reload' })
    .click();
  await expect(other.getByRole('region', { name: 'Update' })).toBeHidden();
});

test('can be installed', async ({ page }) => {
  await page.goto('./');
  await expectKept(page);
  const session = await page.context().newCDPSession(page);
  const { url, errors } = await session.send('Page.getAppManifest');
  expect(url).toMatch(/\/some\/where\/manifest\.webmanifest$/);
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A private window is the one thing that stands against it.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(
    installabilityErrors.length ? ['in-incognito'] : [],
  );
});
