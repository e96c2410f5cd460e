import { during, header, record, records } from './atlas';
import { brightness, colours, countNear, isClear, onPage, picture } from './canvas';
import { expect, expectListed, listed, openAtlas, openWithoutMap, parts, test } from './fixture';

test('opens in 1999, framed, with the records of that year', async ({ page }) => {
  await openAtlas(page);
  const { year, items, status } = parts(page);

  await expect(page).toHaveTitle(/Islamic Movement of Uzbekistan, 1991-2007/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(header.title);
  await expect(year).toHaveValue('1999');
  await expectListed(page, during('1999'));
  await expect(items.first()).toBeVisible();
  await expect(status).toContainText(`1999: ${during('1999').length} records`);
  for (const id of await listed(page)) {
    await expect(parts(page).item(id)).toContainText(record(id).title);
    await expect(parts(page).item(id)).toContainText(record(id).when, { ignoreCase: true });
  }
});

test('paints the land, the routes and the signs', async ({ page }) => {
  await openAtlas(page, '#map=7/39.8/71&date=1999');
  // Okabe-Ito vermilion, the hue of incursions and of nothing else.
  const vermilion = [0xd5, 0x5e, 0x00];
  await expect.poll(async () => countNear(await picture(page), vermilion)).toBeGreaterThan(150);
  expect(colours(await picture(page))).toBeGreaterThan(40);

  // A year without incursions has none of it.
  await parts(page).dateField.fill('1985');
  await parts(page).dateField.press('Enter');
  await expect.poll(async () => countNear(await picture(page), vermilion)).toBeLessThan(30);
});

test('frames the Tavildara Valley, Batken and the Fergana Valley, clear of panels', async ({
  page,
}) => {
  await openAtlas(page);
  const { map, button } = parts(page);
  // The address has no camera before the map is moved; the button brings the opening view back.
  await button('Zoom in').click();
  await expect.poll(() => page.url()).toContain('map=');
  const zoomedIn = page.url();
  await button('Show the opening view').click();
  await expect.poll(() => page.url()).not.toBe(zoomedIn);

  const places = { Tavildara: [70.5, 38.75], Batken: [71.0, 39.9], Fergana: [71.6, 40.6] };
  for (const [name, position] of Object.entries(places)) {
    await expect
      .poll(async () => isClear(page, await onPage(page, position)), { message: name })
      .toBe(true);
  }
  const [west, south, east, north] = header.opening.bounds;
  const box = await map.boundingBox();
  const a = await onPage(page, [west, north]);
  const b = await onPage(page, [east, south]);
  expect(box).not.toBeNull();
  expect(a.x).toBeGreaterThanOrEqual(box?.x ?? Infinity);
  expect(a.y).toBeGreaterThanOrEqual(box?.y ?? Infinity);
  expect(b.x).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0));
  expect(b.y).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
});

test('opens dark for a reader who asked for dark, and follows a change', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openAtlas(page, '#map=6.5/39.8/71&date=1999');
  await expectListed(page, during('1999'));
  expect(brightness(await picture(page))).toBeLessThan(90);

  await page.emulateMedia({ colorScheme: 'light' });
  // The map is made anew; while it is, there is nothing to take a picture of.
  await expect(async () => {
    expect(brightness(await picture(page))).toBeGreaterThan(150);
  }).toPass({ timeout: 20_000 });
  expect(page.url()).toContain('#map=6.5/39.8/71&date=1999');
});

test.describe('without a map, for speed', () => {
  test.use({ webgl: false });

  test('the list keeps the order that the source gives', async ({ page }) => {
    await openWithoutMap(page, '#date=all');
    await expectListed(page, during('1979', '2007'));
    const order = await listed(page);
    const out = records.flatMap(({ id, follows }) =>
      follows
        .filter((before) => order.includes(id) && order.indexOf(before) > order.indexOf(id))
        .map((before) => `${before} should stand before ${id}`),
    );
    expect(out).toEqual([]);
  });
});
