/** The share dialog: everything that a reader can take away, as it arrives. */
import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { during, header, record, records } from './atlas';
import { opened, remarks } from '../io/open/files';
import { expect, openAtlas, parts, test } from './fixture';

async function openDialog(page: Page) {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this view' });
  await expect(dialog).toBeVisible();
  const tab = (name: string) => dialog.getByRole('tab', { name });
  const saved = async (name: string): Promise<{ file: Download; bytes: Buffer }> => {
    const coming = page.waitForEvent('download', { timeout: 45_000 });
    await dialog.getByRole('button', { name, exact: true }).click();
    const file = await coming;
    return { file, bytes: readFileSync(await file.path()) };
  };
  return { dialog, tab, saved };
}

const width = (png: Buffer): number => png.readUInt32BE(16);

test('a link, its code, and what it carries', async ({ page, context }) => {
  // Two maps are drawn: the view's, and that of the preview.
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openAtlas(page, '#map=6/39.5/71&date=1999&sel=incursion-batken-1999');
  const { dialog, tab } = await openDialog(page);
  const link = dialog.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(
    /\/e\/incursion-batken-1999\/#map=6\/39.5\/71&date=1999&sel=incursion-batken-1999$/,
  );
  await dialog.getByRole('checkbox', { name: 'this selection' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'this map position' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'starts replaying' }).check();
  await dialog.getByRole('combobox', { name: 'at speed' }).selectOption('2×');
  await expect(link).toHaveValue(/\/#date=1999&play=1&speed=2$/);
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue());
  await dialog.getByRole('button', { name: 'QR code' }).click();
  await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible();

  // By keyboard: the arrow keys walk through the tabs.
  await tab('Link').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab('Embed')).toBeFocused();
  await expect(tab('Embed')).toHaveAttribute('aria-selected', 'true');
  const code = dialog.getByRole('textbox', { name: 'Code' });
  await expect(code).toHaveValue(/\?embed#map=[^"]+&amp;date=1999&amp;sel=/);
  await dialog.getByRole('checkbox', { name: 'the title' }).uncheck();
  await dialog.getByRole('spinbutton', { name: 'height' }).fill('100');
  await expect(code).toHaveValue(/\?embed=legend,time#.*height="240"/);
  const preview = dialog.frameLocator('iframe');
  await expect(preview.getByRole('slider', { name: 'Year' })).toHaveValue('1999');
});

test('a link out of a chapter leaves out what it is told to leave out', async ({ page }) => {
  const chapter = header.chapters[1]?.id ?? '';
  await openAtlas(page, `#chapter=${chapter}`);
  const { dialog } = await openDialog(page);
  const link = dialog.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(new RegExp(`/#chapter=${chapter}$`));
  await dialog.getByRole('checkbox', { name: 'this time' }).uncheck();
  await expect(link).toHaveValue(/#map=[^&]+(?!.*(date|chapter)=)/);
  await dialog.getByRole('checkbox', { name: 'this map position' }).uncheck();
  await expect(link).not.toHaveValue(/(map|date|chapter)=/);
});

test('picture, data, citation, video and print', async ({ page }) => {
  test.slow();
  await openAtlas(page, '#date=2007');
  const { dialog, tab, saved } = await openDialog(page);

  await tab('Picture').click();
  const twice = await saved('Save as PNG');
  expect(twice.file.suggestedFilename()).toBe('imu-2007.png');
  expect(twice.bytes.toString('latin1', 1, 4)).toBe('PNG');
  await dialog.getByRole('combobox', { name: 'Size' }).selectOption('1× (screen)');
  const once = await saved('Save as PNG');
  expect(width(twice.bytes)).toBe(2 * width(once.bytes));
  // A map that was read too late would be of one colour, and pack to almost nothing.
  expect(once.bytes.length).toBeGreaterThan(100_000);

  await tab('Data').click();
  const csv = await saved('CSV');
  const undated = records.filter(({ start, end }) => start === undefined && end === undefined);
  const seen = [...during('2007'), ...undated.map(({ id }) => id)];
  expect(csv.bytes.toString().trim().split('\r\n')).toHaveLength(seen.length + 1);
  await dialog.getByRole('radio', { name: /everything/ }).check();
  const { bytes } = await saved('GeoJSON');
  const again = opened(bytes, 'imu-everything.geojson');
  expect(remarks(again)).toEqual([]);
  expect(again.atlas.records.map(({ id }) => id).sort()).toEqual(
    records.map(({ id }) => id).sort(),
  );
  expect((await saved('KML')).bytes.toString()).toContain('<TimeSpan><begin>');
  expect((await saved('Linked Places')).bytes.toString()).toContain('/e/osh/');

  await tab('Cite').click();
  const citation = dialog.getByRole('textbox', { name: 'Citation' });
  await expect(citation).toHaveValue(new RegExp(header.title));
  await dialog.getByRole('radio', { name: 'BibTeX' }).check();
  await expect(citation).toHaveValue(/^@misc\{trackway-imu,/);

  await tab('Video').click();
  await dialog.getByRole('combobox', { name: 'at speed' }).selectOption('4×');
  const video = await saved('Record');
  expect(video.file.suggestedFilename()).toMatch(/^imu-2007\.(mp4|webm)$/);
  expect(video.bytes.length).toBeGreaterThan(5_000);
  const isVideo =
    video.bytes.toString('latin1', 4, 8) === 'ftyp' || video.bytes.readUInt32BE(0) === 0x1a45dfa3;
  expect(isVideo).toBe(true);
  // Long enough that it is not over before it is cancelled.
  await dialog.getByRole('radio', { name: 'of all years' }).check();
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialog.getByRole('progressbar', { name: 'Recording' })).toHaveAttribute(
    'value',
    /^\d/,
  );
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Cancelled: nothing was saved.');
  // A recording leaves everything as it was, and so does a picture.
  await expect(page).toHaveURL(/#date=2007$/);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const sheet = page.getByRole('region', { name: 'Printed page' });
  await expect(sheet.locator('li')).toHaveCount(seen.length);
  // Of the page itself nothing is printed.
  await expect(parts(page).list).toBeHidden();
  await expect(parts(page).timeline).toBeHidden();
  const colours = await sheet.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return new Set(pixels ? new Uint32Array(pixels.buffer) : []).size;
  });
  expect(colours).toBeGreaterThan(500);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);
});

test('Details cite what is open, and so does its page', async ({ page }) => {
  await openAtlas(page, '#date=2000&sel=taloqan-siege');
  await parts(page).details.getByRole('button', { name: 'Cite' }).click();
  const { title } = record('taloqan-siege');
  const citation = page.getByRole('textbox', { name: 'Citation' });
  await expect(citation).toHaveValue(new RegExp(`“${title}”.*/e/taloqan-siege/`));
  await page.goto('./e/taloqan-siege/');
  await expect(citation).toHaveValue(new RegExp(`“${title}”.*Accessed .*http.*/e/taloqan-siege/`));
});

test.describe('where the browser cannot record', () => {
  test.use({ webgl: false });

  test('says so, and everything that needs no map is there', async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'MediaRecorder'));
    await page.goto('./#date=2007');
    await expect(parts(page).timeline).toBeVisible();
    const { dialog, tab, saved } = await openDialog(page);
    await tab('Video').click();
    await expect(dialog).toContainText('This browser cannot record video');
    await tab('Picture').click();
    await expect(dialog).toContainText('There is no map here');
    await tab('Data').click();
    expect((await saved('KML')).bytes.toString()).toContain('<kml');
  });
});
