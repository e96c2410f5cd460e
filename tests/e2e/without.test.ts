/** The atlas where something is missing: JavaScript, WebGL2, the reader's own time zone. */
import { during, header, records } from './atlas';
import { expect, expectListed, expectParameter, openWithoutMap, parts, test } from './fixture';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('title, summary and every record stand in the page, by year', async ({ page }) => {
    await page.goto('./');
    await expect(page).toHaveTitle(/Islamic Movement of Uzbekistan/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(header.title);
    await expect(page.getByText(header.summary)).toBeVisible();
    expect(records).toHaveLength(68);

    const sections = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { level: 2 }) });
    for (const { id, title, start } of records) {
      const year = start?.slice(0, 4) ?? 'Undated';
      const section = sections.filter({
        has: page.getByRole('heading', { level: 2, name: year, exact: true }),
      });
      const heading = section.getByRole('heading', { level: 3, name: title, exact: true });
      await expect(heading, id).toBeVisible();
    }
  });
});

test.describe('without WebGL2', () => {
  test.use({ webgl: false });

  test('a message stands for the map; list, Details, timeline and link work', async ({ page }) => {
    await openWithoutMap(page);
    const { map, year, item, details, button } = parts(page);
    await expect(map.getByRole('alert')).toContainText('cannot be drawn');
    await expect(map.getByRole('alert')).toContainText('list');
    await expectListed(page, during('1999'));
    await year.press('ArrowRight');
    await expectListed(page, during('2000'));
    await item('taloqan-siege').getByRole('button').click();
    await expect(details.getByRole('heading', { level: 2 })).toBeFocused();
    await expectParameter(page, 'sel', 'taloqan-siege');
    await button('Play').click();
    await expect(button('Pause')).toBeVisible();
  });

  test('no time zone changes a date', async ({ fresh }) => {
    const zones = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Tashkent'];
    const texts: string[] = [];
    for (const timezoneId of zones) {
      const page = await fresh({ timezoneId });
      await openWithoutMap(page, '#date=2006-08');
      await expectListed(page, during('2006-08'));
      texts.push((await parts(page).list.innerText()).trim());
    }
    expect(texts[0]).toContain('7 August 2006');
    expect(new Set(texts).size).toBe(1);
  });

  test('no locale changes a date', async ({ fresh }) => {
    const texts: string[] = [];
    for (const locale of ['en-GB', 'fa-IR', 'th-TH']) {
      const page = await fresh({ locale });
      await openWithoutMap(page, '#date=2006-08');
      await expectListed(page, during('2006-08'));
      const { list, timeline } = parts(page);
      texts.push(`${await list.innerText()} ${await timeline.innerText()}`);
    }
    expect(new Set(texts).size).toBe(1);
  });
});
