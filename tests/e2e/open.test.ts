import type { Page } from '@playwright/test';
import {
  expect,
  expectListed,
  expectParameter,
  openAtlas,
  openWithoutMap,
  parts,
  test,
} from './fixture';

const voyages = [
  'ship,date,latitude,longitude,notes',
  'Beagle,27/12/1831,50.4,-4.1,leaves <b>Devonport</b>',
  'Beagle,28/02/1832,-13.0,-38.5,Bahia',
  'Beagle,04/04/1832,-22.9,-43.2,Rio',
  'Beagle,someday,-22.9,-43.2,',
  'Beagle,01/01/1833,north,1,',
].join('\n');

function file(name: string, text: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
}

const bar = (page: Page) => page.getByRole('region', { name: 'Your files' });

async function choose(page: Page, name: string, text: string): Promise<void> {
  await parts(page).button('Open a file').click();
  await page.getByLabel('Choose a file').setInputFiles(file(name, text));
}

test('a table opens in the explorer with map, list and Details, and with a report', async ({
  page,
}) => {
  await openAtlas(page);
  await choose(page, 'voyages.csv', voyages);
  await expect(bar(page)).toContainText('4 records opened, 1 with a remark; 1 skipped');
  await expect(page).toHaveTitle('voyages · Trackway');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('voyages');
  await expectParameter(page, 'data', 'local:voyages.csv');
  await expect(parts(page).map.locator('[data-ready="true"]')).toBeAttached({ timeout: 45_000 });
  await expectListed(page, [
    'Beagle',
    'Beagle-2',
    'Beagle-3',
    'journey-Beagle.1',
    'journey-Beagle.2',
  ]);

  // Markup of the file is text, and what the model has no place for is told all the same.
  await parts(page).item('Beagle').getByRole('button').click();
  await expect(parts(page).details).toContainText('leaves <b>Devonport</b>');
  await expect(parts(page).details).toContainText('voyages.csv, row 2');

  await bar(page).getByRole('button', { name: 'Report' }).click();
  const report = page.getByRole('dialog', { name: 'Report on voyages.csv' });
  await expect(report).toContainText('row 6: found "north"');
  await report.getByRole('searchbox', { name: 'Search the report' }).fill('someday');
  await expect(report.getByRole('listitem')).toHaveText(['row 5: found someday']);
  const downloading = page.waitForEvent('download');
  await report.getByRole('button', { name: 'Download as CSV' }).click();
  expect((await downloading).suggestedFilename()).toBe('voyages.csv.report.csv');
  await report.getByRole('button', { name: 'Close' }).click();
});

test.describe('without a map', () => {
  test.use({ webgl: false });

  test('a file outlives a reload, can be renamed, stands beside the atlas, and is forgotten', async ({
    page,
    fresh,
  }) => {
    await openWithoutMap(page);
    await choose(page, 'voyages.csv', voyages);
    await parts(page).item('Beagle').getByRole('button').click();
    await expectParameter(page, 'sel', 'Beagle');
    await page.reload();
    await expect(bar(page)).toContainText('voyages.csv');
    await expect(parts(page).details).toContainText('27 December 1831');

    // Name and years are the reader's to change; the atlas can stand beside the file.
    await bar(page).getByRole('button', { name: 'Edit' }).click();
    const about = page.getByRole('dialog', { name: 'About this file' });
    await about.getByRole('textbox', { name: 'Name' }).fill('Two years of the Beagle');
    await about.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two years of the Beagle');
    await bar(page).getByRole('checkbox', { name: 'together with the atlas' }).check();
    await expect(parts(page).item('incursion-batken-1999')).toBeAttached();
    await expect(parts(page).item('Beagle-2')).toBeAttached();
    await expectParameter(page, 'data', 'local:voyages.csv,atlas');
    await page.goBack();
    await expect(parts(page).item('incursion-batken-1999')).toHaveCount(0);

    // Whoever gets the link is told that it needs the file, and goes on with it once it is there.
    const link = new URL(page.url()).hash;
    const other = await fresh();
    await openWithoutMap(other, link);
    const missing = other.getByRole('region', { name: 'Missing data' });
    await expect(missing).toContainText('not in this browser: voyages.csv');
    await missing.getByRole('button', { name: 'Open the file' }).click();
    await other.getByLabel('Choose a file').setInputFiles(file('voyages.csv', voyages));
    await expect(bar(other)).toContainText('4 records opened');
    await expect(parts(other).details).toContainText('27 December 1831');

    await bar(page).getByRole('button', { name: 'Forget' }).click();
    await expect(bar(page)).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Uzbekistan');
    await parts(page).button('Open a file').click();
    await expect(page.getByRole('button', { name: 'Forget voyages.csv' })).toHaveCount(0);
  });

  test('unclear columns and dates are asked for, once; a bad file says why; drop and paste work', async ({
    page,
  }) => {
    await openWithoutMap(page);
    const dialog = page.getByRole('dialog');
    await choose(page, 'bad.geojson', '{"type": "FeatureCollection", "features": [}');
    await expect(dialog.getByRole('alert')).toHaveText(
      'bad.geojson is not valid JSON: found "}" at line 1, column 44, expected a JSON value.',
    );

    const unclear = 'what,when,u,v\nA,03/04/2022,41,71\nB,05/06/2022,42,72\n';
    await page.getByLabel('Choose a file').setInputFiles(file('unclear.csv', unclear));
    await expect(dialog).toHaveAccessibleName('What the columns mean');
    const open = dialog.getByRole('button', { name: 'Open', exact: true });
    await expect(open).toBeDisabled();
    await dialog.getByRole('combobox', { name: 'Latitude', exact: true }).selectOption('u');
    await dialog.getByRole('combobox', { name: 'Longitude', exact: true }).selectOption('v');
    await dialog.getByRole('combobox', { name: 'Title' }).selectOption('what');
    await dialog.getByRole('radio', { name: 'day, month, year' }).check();
    await expect(
      dialog.getByRole('row', { name: /^2 A 3 April 2022 41\.000, 71\.000/ }),
    ).toBeVisible();
    await open.click();
    await expect(bar(page)).toContainText('2 records opened, 0 with a remark');
    await expectListed(page, ['A', 'B']);

    // The same header again: nothing to ask. It is dropped this time.
    const dropped = await page.evaluateHandle(
      (text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], 'again.csv'));
        return data;
      },
      unclear.replace('A,', 'C,'),
    );
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
    await expect(page.getByText('Drop the file to open it')).toBeVisible();
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
    await expect(bar(page)).toContainText('again.csv');
    await expectListed(page, ['C', 'B']);

    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '{"type":"Point","coordinates":[1,2]}');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    });
    await expect(bar(page)).toContainText('pasted.geojson');
    await bar(page).getByRole('button', { name: 'Back to the atlas' }).click();
    await expect(bar(page)).toHaveCount(0);
  });

  test('a file is narrowed by its own categories, and the link says to which', async ({ page }) => {
    await openWithoutMap(page);
    const rows = ['Acre,siege,1291', 'Hattin,battle,1187', 'Tyre,siege,1187', 'Jaffa,battle,1192'];
    const text = `name,type,year,lat,lon\n${rows.map((row) => `${row},32,35`).join('\n')}\n`;
    await choose(page, 'battles.csv', text);
    await parts(page).button('Filter').click();
    const category = page.getByRole('group', { name: 'Category' });
    await expect(category.getByRole('radio')).toHaveCount(3);
    await category.getByRole('radio', { name: 'siege 2' }).check();
    await expectListed(page, ['Acre', 'Tyre']);
    await expectParameter(page, 'category', 'siege');
    await page.reload();
    await expectListed(page, ['Acre', 'Tyre']);
    await page.getByRole('button', { name: 'Filter •' }).click();
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await expectListed(page, ['Acre', 'Hattin', 'Jaffa', 'Tyre']);
    // What the site tells of its own atlas would be taken for the file's.
    await expect(page.getByRole('link', { name: 'Sources and method' })).toHaveCount(0);
  });

  test('a link to data elsewhere asks first, names the host, and fetches nothing before', async ({
    page,
    baseURL,
  }) => {
    const url = new URL('files/far.csv', baseURL).href;
    let asked = 0;
    await page.route(url, async (route) => {
      asked++;
      expect(route.request().headers().referer).toBeUndefined();
      expect(route.request().headers().cookie).toBeUndefined();
      await route.fulfill({ body: 'name,year,lat,lon\nFar,1999,1,2\n', contentType: 'text/csv' });
    });
    await openWithoutMap(page, `#data=${url}`);
    const missing = page.getByRole('region', { name: 'Missing data' });
    await expect(missing).toContainText(`fetch data from ${new URL(url).host}`);
    expect(asked).toBe(0);
    await missing.getByRole('button', { name: 'Fetch it' }).click();
    await expect(bar(page)).toContainText('1 record opened');
    await expectListed(page, ['Far']);
    expect(asked).toBe(1);
    await expectParameter(page, 'data', url);
  });

  test('where the browser stores nothing a file opens all the same, and it is said that it will be gone', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await openWithoutMap(page);
    await choose(page, 'voyages.csv', voyages);
    await expect(bar(page)).toContainText('It could not be stored and is gone when you leave.');
  });
});
