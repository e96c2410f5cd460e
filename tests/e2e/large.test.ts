import { readFile } from 'node:fs/promises';
import { events as features, metadataOf, partOf, pmtiles } from '../fixtures/pmtiles';
import { expect, expectParameter, openAtlas, parameter, parts, test } from './fixture';

/** A table of events, one a day from 2000 on, around the Fergana Valley. */
function events(count: number): string {
  const rows = Array.from({ length: count }, (_, k) => {
    const day = new Date(Date.UTC(2000, 0, 1 + k)).toISOString().slice(0, 10);
    return `Event ${k + 1},${day},${39 + (k % 50) / 25},${69 + (k % 70) / 20},${k % 3 ? 'battle' : 'raid'}`;
  });
  return ['title,date,latitude,longitude,type', ...rows].join('\n');
}

test('a file of thousands of records opens in an explorer of its own, and outlives a reload', async ({
  page,
}) => {
  test.slow();
  await openAtlas(page);
  const { button, details, list, year } = parts(page);
  await button('Open a file').click();
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'events.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(events(9000)),
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('events.csv');
  await expect(page.getByText('9,000 records')).toBeVisible();
  await expectParameter(page, 'data', 'local:events.csv');

  await expect(page.getByText('366 in the window: 366 certain, 0 possible')).toBeVisible();
  await year.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('365 in the window: 365 certain, 0 possible')).toBeVisible();
  await expectParameter(page, 'date', '2001');
  await list.getByRole('button').first().click();
  await expect(details).toContainText('Event 367');
  await expectParameter(page, 'sel', 'n367');

  await page.reload();
  await expect(details).toContainText('Event 367');
  await expect(page.getByText('365 in the window: 365 certain, 0 possible')).toBeVisible();

  await button('Close').last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Islamic Movement/);
  await expectParameter(page, 'data', undefined);
  await button('Open a file').click();
  await page.getByRole('button', { name: 'Forget events.csv' }).click();
  await expect(page.getByRole('button', { name: 'Forget events.csv' })).toHaveCount(0);
});

test('what is seen of a large file is saved as a file of its own, which opens', async ({
  page,
}) => {
  test.slow();
  await openAtlas(page);
  const { button, year } = parts(page);
  await button('Open a file').click();
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'events.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(events(6000)),
  });
  await expect(page.getByText('366 in the window')).toBeVisible();
  await year.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('365 in the window')).toBeVisible();
  await page.getByText('Filters and colours').click();
  await page.getByRole('checkbox', { name: /^battle/ }).uncheck();
  // Every third of them.
  await expect(page.getByText(/^122 in the window/)).toBeVisible();

  await button('Share').click();
  const dialog = page.getByRole('dialog', { name: 'Share this view' });
  await dialog.getByRole('tab', { name: 'Data' }).click();
  await expect(dialog).toContainText('122 records in 2001, as filtered');
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const download = await downloading;
  await expect(dialog.getByRole('status')).toContainText('Saved 122 records');
  const [header, ...rows] = (await readFile(await download.path(), 'utf8')).trim().split('\n');
  expect(header).toBe('title,date,latitude,longitude,type');
  expect(rows).toHaveLength(122);
  expect(rows.every((row) => /,2001-\d\d-\d\d,.*,raid$/.test(row))).toBe(true);

  await page.keyboard.press('Escape');
  await button('Open a file').click();
  await page.getByLabel('Choose a file').setInputFiles(await download.path());
  await expect(page.getByRole('region', { name: 'Your files' })).toContainText(
    '122 records opened',
  );
});

test('a large table whose columns have to be explained is asked about, and opens whole', async ({
  page,
}) => {
  await openAtlas(page);
  await parts(page).button('Open a file').click();
  const text = events(6000).replace('latitude,longitude', 'a,b');
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'odd.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await expect(page.getByRole('heading', { name: 'What the columns mean' })).toBeVisible();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Latitude', exact: true }).selectOption('a');
  await dialog.getByRole('combobox', { name: 'Longitude', exact: true }).selectOption('b');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('6,000 records')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('odd.csv');
  await page.reload();
  await expect(page.getByText('6,000 records')).toBeVisible();
});

test('a tileset opens by its address, part by part, and from a file', async ({ page, baseURL }) => {
  test.slow();
  const layers = { events: features(300) };
  const bytes = await pmtiles({
    layers,
    metadata: metadataOf(layers, { attribution: '<a href="https://example.org/">Example</a>' }),
    maxZoom: 5,
  });
  const url = `${baseURL ?? ''}tiles/events.pmtiles`;
  let whole = true;
  await page.route(url, async (route) => {
    const range = await route.request().headerValue('range');
    const { body, headers } = partOf(bytes, range);
    if (whole) await route.fulfill({ body: Buffer.from(bytes) });
    else await route.fulfill({ status: 206, headers, body: Buffer.from(body) });
  });
  const { button, details, list, year } = parts(page);
  await page.goto(`./#date=1991&data=${encodeURIComponent(url)}`);
  await button('Fetch it').click();
  await expect(page.getByText('does not support range requests')).toBeVisible();
  whole = false;
  await button('Close').last().click();
  await button('Fetch it').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('events.pmtiles');
  await expect(page.getByText('30 in the window: 30 certain, 0 possible')).toBeVisible();
  await expect(page.getByText('300 records in view')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Example' }).last()).toBeVisible();
  await year.focus();
  await page.keyboard.press('ArrowRight');
  await expectParameter(page, 'date', '1992');
  await list.getByRole('button').first().click();
  await expect(details).toContainText('of the layer events');
  await expect.poll(() => parameter(page, 'sel')).toMatch(/^n\d*2$/);
  // Nearer, there is less in view.
  const before = await page.getByText(/records in view/).textContent();
  for (let k = 0; k < 3; k++) await button('Zoom in').click();
  await expect(page.getByText(/records in view/)).not.toHaveText(before ?? '');
  await expect(details).toContainText('of the layer events');

  await page.reload();
  await expect(details).toContainText('of the layer events');

  await button('Open a file').click();
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'own.pmtiles',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('own.pmtiles');
  await expect(page.getByText('300 records in view')).toBeVisible();
});
