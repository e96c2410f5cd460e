/**
 * Whole journeys by keyboard alone, as a screen reader tells them. No map is drawn here: whatever it
 * would show has to be reached without it.
 */
import { record } from './atlas';
import { expect, expectParameter, openWithoutMap, parts, test } from './fixture';
import { tabTo } from './keyboard';

test.use({ webgl: false });

test('find 1999’s incursions', async ({ page }) => {
  await openWithoutMap(page, '#date=2005');
  const { list } = parts(page);
  await tabTo(page, 'Skip to the timeline');
  await page.keyboard.press('Enter');
  await expect(parts(page).year).toBeFocused();
  await tabTo(page, 'Go to date', 'Shift+Tab');
  await page.keyboard.type('1999');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Filter/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  for (const kind of [/^Relocation/, /^Other movement/, /^Base/, /^Event/]) {
    await tabTo(page, kind);
    await page.keyboard.press('Space');
  }
  await expectParameter(page, 'kinds', 'incursion');
  await expect(list).toMatchAriaSnapshot(`
    - list "Records":
      - listitem:
        - button /First incursion into Batken 1999 incursion · Tavildara Valley to Batken Region .* certain in 1999/
      - listitem:
        - button /Further incursions into Batken 1999 incursion .* certain in 1999/
  `);
});

test('open the disputed bombing and read both claims', async ({ page }) => {
  await openWithoutMap(page, '#date=2005');
  const { details, year } = parts(page);
  await page.keyboard.press('/');
  await page.keyboard.type('explosions tashkent');
  await expect(page.getByRole('option').first()).toContainText('Explosions in Tashkent, 1999');
  await page.keyboard.press('Enter');
  // There, in time as well.
  await expect(year).toHaveValue('1999');
  await expect(details.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(details).toMatchAriaSnapshot(`
    - complementary "Details":
      - heading "Explosions in Tashkent, 1999" [level=2]
      - heading "Who says what about it" [level=3]
      - heading "attribution disputed" [level=4]
      - list:
        - listitem:
          - paragraph:
            - strong: Islam Karimov
            - text: asserts
          - paragraph: /IMU/
          - paragraph: /paragraph 1/
        - listitem:
          - paragraph:
            - strong: The article
            - text: doubts
          - paragraph: /disputed/
          - paragraph: /paragraph/
  `);
});

test('follow Yuldashev to Peshawar, and ask where he was', async ({ page }) => {
  await openWithoutMap(page, '#date=1979');
  const { details, list, dateField } = parts(page);
  const heading = details.getByRole('heading', { level: 2 });
  await page.keyboard.press('/');
  await page.keyboard.type('Yuldeshev');
  await expect(page.getByRole('listbox', { name: 'Results' })).toMatchAriaSnapshot(`
    - listbox "Results":
      - group "People and organisations":
        - option /Tohir Yuldashev, also Yuldeshev/
      - group "Records"
  `);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('Tohir Yuldashev');
  await expect(heading).toBeFocused();
  await expectParameter(page, 'actor', 'yuldashev');
  await expectParameter(page, 'who', 'yuldashev');
  // 1979 tells nothing of him: time has moved to his first record.
  await expectParameter(page, 'date', '1991');
  await expect(list.getByRole('listitem')).not.toHaveCount(0);

  await tabTo(page, 'Yuldashev settles in Peshawar');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('Yuldashev settles in Peshawar');
  await expectParameter(page, 'date', '1995');
  // From the record one step to the person again, and to where he was at other times.
  await tabTo(page, 'Tohir Yuldashev');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('Tohir Yuldashev');
  for (const [date, answer] of [
    ['1996', 'In 1996: Peshawar'],
    ['1999', 'Possibly in 1999: Northern Afghanistan'],
    ['1990', 'In 1990: whereabouts not recorded'],
  ] as const) {
    await dateField.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(date);
    await page.keyboard.press('Enter');
    await expect(details).toContainText(answer);
  }
  await expect(details).toContainText('Next told of: Namangan');
  await expect(page.getByRole('region', { name: 'Following Tohir Yuldashev' })).toContainText(
    'whereabouts not recorded',
  );
});

test('replay 2000', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openWithoutMap(page, '#date=2000');
  const { list, button, timeline } = parts(page);
  await tabTo(page, 'Skip to the timeline');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Play', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(button('Pause')).toBeFocused();
  await expect(page.getByRole('progressbar', { name: 'Replay' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(button('Play')).toBeFocused();
  // Step by step, with the keys of the timeline.
  const before = await list.innerText();
  await page.keyboard.press(']');
  await expect.poll(() => list.innerText()).not.toBe(before);
  await expect(timeline).toMatchAriaSnapshot(`
    - region "Timeline":
      - button "Play"
      - button "Previous year"
      - textbox "Go to date": "2000"
      - button "Next year"
      - button "Previous record"
      - button "Next record"
      - combobox "Window"
      - slider "Year": "2000"
      - progressbar "Replay"
  `);
});

test('share', async ({ page }) => {
  await openWithoutMap(page, '#date=1999&sel=osh-mayor-seized');
  await tabTo(page, 'Share');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Share this view' });
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(
    /\/e\/osh-mayor-seized\/#date=1999&sel=osh-mayor-seized$/,
  );
  await expect(dialog).toMatchAriaSnapshot(`
    - dialog "Share this view":
      - heading "Share this view" [level=2]
      - tablist "As":
        - tab "Link" [selected]
        - tab "Embed"
        - tab "Picture"
        - tab "Video"
        - tab "Data"
        - tab "Cite"
      - tabpanel "Link":
        - textbox "Link"
        - button "Copy"
        - group "The link carries":
          - checkbox "this map position" [checked]
          - checkbox "this time" [checked]
          - checkbox "this selection" [checked]
          - checkbox "and starts replaying"
        - button "QR code"
      - button "Close"
  `);
  await page.keyboard.press('Escape');
  await expect(parts(page).button('Share')).toBeFocused();
});

test('ask a place, measure, and read the table', async ({ page }) => {
  await openWithoutMap(page, '#date=1999&sel=osh');
  const { details, button, list } = parts(page);
  await expect(details).toMatchAriaSnapshot(`
    - complementary "Details":
      - heading "Osh" [level=2]
      - heading "What happened here" [level=3]
      - list
      - heading "Nearest other records" [level=3]
      - list:
        - listitem:
          - button "Kara-Suu (town near Osh)"
          - text: /about \\d+ km, give or take \\d+/
          - list:
            - listitem:
              - button "Kamalov killed in Kara-Suu town"
              - text: /7 August 2006 · happened there/
      - heading "Distance" [level=3]
  `);
  await details.getByRole('combobox', { name: 'To' }).selectOption('Tashkent');
  await expect(details.getByRole('status')).toHaveText(/about \d+ km, give or take \d+/);
  await page.keyboard.press('Escape');

  await expect(list.getByRole('listitem').first()).toBeVisible();
  await button('Table').press('Enter');
  const table = page.getByRole('table', { name: 'Records of 1999' });
  const header = table.getByRole('columnheader', { name: 'Title' });
  await header.getByRole('button').press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await header.getByRole('button').press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  const titles = await table.locator('tbody td:nth-child(2)').allInnerTexts();
  expect(titles).toEqual([...titles].sort((a, b) => b.localeCompare(a, 'en')));
  await page.getByRole('searchbox', { name: 'Words in the table' }).fill('kidnapping batken');
  await expect(table.locator('tbody tr')).toHaveCount(2);
  // It keeps up with time.
  await parts(page).year.press('ArrowRight');
  await expect(page.getByRole('table', { name: 'Records of 2000' })).toBeVisible();
  await button('Back to the map').press('Enter');
  await expect(page.getByRole('table')).toHaveCount(0);
  await expect(parts(page).item('climbers-kidnapped')).toContainText(
    record('climbers-kidnapped').title,
  );
});

test('the theme is remembered, and chosen all the same where nothing may be', async ({ page }) => {
  await openWithoutMap(page);
  const theme = page.getByRole('combobox', { name: 'Theme' });
  await theme.selectOption('dark');
  await page.reload();
  await expect(theme).toHaveValue('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await page.reload();
  await expect(theme).toHaveValue('system');
  await theme.selectOption('light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});
