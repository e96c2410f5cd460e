/** Pages of records and places, as readers without JavaScript, networks and machines find them. */
import { record, records } from './atlas';
import { expect, expectParameter, openAtlas, parts, test } from './fixture';

const five = [
  'tashkent-bombings-1999',
  'incursion-batken-1999',
  'northern-afghanistan-camps',
  'imt-rumours',
  'warning-claim',
];

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const id of five) {
    test(`${id} is all there in words`, async ({ page }) => {
      const { title, summary, when } = record(id);
      await page.goto(`./e/${id}/`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page.getByText(summary, { exact: true })).toBeVisible();
      await expect(page.locator('dd').getByText(when, { exact: true })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Show on the live map' })).toBeVisible();
      await expect(page.locator('a[href*="/method/#article-2015"]').first()).toBeVisible();
    });
  }

  test('claims stand beside each other, with who says so and through whom', async ({ page }) => {
    await page.goto('./e/tashkent-bombings-1999/');
    const claims = page.getByRole('region').filter({ hasText: 'disputed' }).getByRole('listitem');
    await expect(claims).toHaveCount(2);
    await expect(claims.filter({ hasText: 'asserts' })).toContainText('Islam Karimov');
    await page.goto('./e/fissile-claim/');
    await expect(page.getByText('How it came to the source:')).toBeVisible();
  });

  test('who is who: a section each, with names in their languages', async ({ page }) => {
    await page.goto('./e/flight-to-tajikistan/');
    await page.getByRole('link', { name: 'Juma Namangani', exact: true }).click();
    await expect(page).toHaveURL(/\/who\/#namangani$/);
    const section = page.locator('section#namangani');
    await expect(section).toBeVisible();
    await expect(section.locator('[lang="ru"]')).toHaveText('Джума Намангани');
    await section.getByRole('link', { name: 'Flight to Tajikistan', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Flight to Tajikistan');
  });
});

test('networks and machines are told what a page is', async ({ page }) => {
  await page.goto('./');
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
  const answer = await page.request.get(new URL(picture ?? '', page.url()).href);
  expect(answer.headers()['content-type']).toBe('image/png');
  for (const [id, type] of [
    ['kamalov-killed', 'Event'],
    ['osh', 'Place'],
  ] as const) {
    await page.goto(`./e/${id}/`);
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    const content = (name: string) =>
      page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute('content');
    expect(await content('og:title')).toContain(title);
    expect(await content('og:type')).toBe('article');
    expect(await content('description')).toBe(await content('og:description'));
    expect(await content('twitter:card')).toBe('summary_large_image');
    expect(await content('og:image:alt')).toContain(title);
    expect(new URL((await content('og:image')) ?? '', page.url()).pathname).toBe(
      new URL('preview.png', page.url()).pathname,
    );
    // Still there, and still whole, once the page has come alive.
    await page.waitForLoadState('networkidle');
    const data = page.locator('script[type="application/ld+json"]');
    await expect(data).toHaveCount(1);
    expect(JSON.parse((await data.textContent()) ?? '')).toMatchObject({
      '@type': type,
      name: title,
    });
  }
});

test('going from page to page leaves no data of the page before', async ({ page }) => {
  await page.goto('./e/kamalov-killed/');
  await page.waitForLoadState('networkidle');
  await page.locator('a[rel="next"]').click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(
    record('kamalov-killed').title,
  );
  await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(0);
});

test('preview pictures are PNG of 1200 by 630', async ({ request }) => {
  for (const id of ['tashkent-bombings-1999', 'imu-founded', 'russia']) {
    const answer = await request.get(`./e/${id}/preview.png`);
    expect(answer.headers()['content-type']).toBe('image/png');
    const bytes = await answer.body();
    expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  }
});

test('the sitemap lists all pages, and each is there', async ({ request, baseURL }) => {
  const text = await (await request.get('./sitemap.xml')).text();
  const listed = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '');
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed.filter((address) => address.includes('/e/'))).toHaveLength(68 + 33);
  for (const { id } of records) {
    expect(listed.some((address) => address.endsWith(`/e/${id}/`))).toBe(true);
  }
  for (const address of listed) {
    const { pathname } = new URL(address, baseURL);
    expect((await request.get(pathname)).status(), pathname).toBe(200);
  }
});

test('the link into the live map opens the record, selected', async ({ page }) => {
  await page.goto('./e/taloqan-siege/');
  const href = await page.getByRole('link', { name: 'Show on the live map' }).getAttribute('href');
  await page.getByRole('link', { name: 'Show on the live map' }).click();
  await expectParameter(page, 'sel', 'taloqan-siege');
  const { details, year } = parts(page);
  await expect(details.getByRole('heading', { level: 2 })).toHaveText(
    record('taloqan-siege').title,
  );
  await expect(year).toHaveValue('2000');
  await openAtlas(page, (href ?? '').slice((href ?? '').indexOf('#')));
  await expect(details.getByRole('heading', { level: 2 })).toHaveText(
    record('taloqan-siege').title,
  );
});
