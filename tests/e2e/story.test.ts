/** The story: read by buttons, keys, scrolling and swiping; its links; and without scripts. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { record } from './atlas';
import {
  expect,
  expectParameter,
  openAtlas,
  openWithoutMap,
  parameter,
  parts,
  test,
} from './fixture';

interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const { chapters } = JSON.parse(
  readFileSync(new URL('../../geodata/imu/atlas.json', import.meta.url), 'utf8'),
) as { chapters: Chapter[] };

function story(page: Page) {
  const region = page.getByRole('region', { name: 'Story', exact: true });
  return {
    region,
    chapter: region.getByRole('combobox', { name: 'Chapter' }),
    next: region.getByRole('button', { name: 'Next chapter' }),
    previous: region.getByRole('button', { name: 'Previous chapter' }),
    leave: region.getByRole('button', { name: 'Leave the story' }),
    article: (id: string) => region.locator(`[data-chapter="${id}"]`),
    mention: (name: string) => region.getByRole('link', { name, exact: true }),
  };
}

/** Waits until the address is that of a chapter, and of nothing else. */
async function expectChapter(page: Page, id: string): Promise<void> {
  await expect.poll(() => new URL(page.url()).hash).toBe(`#chapter=${id}`);
}

test.describe('without a map, for speed', () => {
  test.use({ webgl: false });

  test('buttons, keys and the list of chapters move text, time and address', async ({ page }) => {
    await openWithoutMap(page);
    await page.getByRole('button', { name: 'Read the story' }).click();
    const { region, chapter, next, previous, leave, article, mention } = story(page);
    await expectChapter(page, 'background');
    await expect(previous).toBeDisabled();
    await next.click();
    await expectChapter(page, 'adolat');
    await expect(parts(page).dateField).toHaveValue('1991/1992');
    await expect(article('adolat')).toBeInViewport({ ratio: 0.5 });
    await next.focus();
    await page.keyboard.press('ArrowRight');
    await expectChapter(page, 'civil-war');
    await chapter.selectOption({ label: '5 of 8: 1999: the first incursions' });
    await expectChapter(page, '1999');
    await expect(parts(page).year).toHaveValue('1999');
    await page.goBack();
    await expectChapter(page, 'civil-war');
    await expect(article('civil-war')).toBeInViewport({ ratio: 0.5 });
    await page.goForward();
    await expectChapter(page, '1999');

    // The step marks a record; Details open only for what the reader chose.
    await expect(parts(page).details).toHaveCount(0);
    await mention('Explosions in Tashkent').click();
    await expect(parts(page).details.getByRole('heading', { level: 2 })).toHaveText(
      record('tashkent-bombings-1999').title,
    );
    await expect(region).toBeVisible();
    expect(parameter(page, 'chapter')).toBe('1999');
    await expectParameter(page, 'sel', 'tashkent-bombings-1999');

    // Away from the chapter's time, and back.
    await parts(page).button('Next year').click();
    await expectParameter(page, 'date', '2000');
    await page.reload();
    await expect(chapter).toHaveValue('1999');
    await expect(parts(page).year).toHaveValue('2000');
    await region.getByRole('button', { name: 'Back to it' }).click();
    await expectChapter(page, '1999');

    // People have a card.
    await article('1999').getByRole('link', { name: 'Namangani', exact: true }).click();
    await expectParameter(page, 'who', 'namangani');
    await expect(parts(page).details).toContainText('Juma Namangani');
    await page.keyboard.press('Escape');
    await expect(
      article('1999').getByRole('link', { name: 'Namangani', exact: true }),
    ).toBeFocused();

    await region.getByRole('button', { name: 'Replay 1999' }).click();
    await expect(parts(page).button('Pause')).toBeVisible();
    await next.click();
    await expect(parts(page).button('Play')).toBeVisible();
    await expectChapter(page, '2000');

    // Leaving keeps what is shown.
    await leave.click();
    await expect(region).toHaveCount(0);
    await expect(parts(page).year).toHaveValue('2000');
    await expectParameter(page, 'sel', 'taloqan-siege');
    await expectParameter(page, 'chapter', undefined);
    await expect(parts(page).list).toBeVisible();
  });

  test('scrolling the text moves time, and the text never moves by itself', async ({ page }) => {
    await openWithoutMap(page, '#chapter=adolat');
    const { article, region } = story(page);
    await article('adolat').hover();
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 120);
        return parameter(page, 'chapter');
      })
      .toBe('civil-war');
    await expect(parts(page).dateField).toHaveValue('1992/1997');
    const text = region.locator('.text');
    const before = await text.evaluate((box) => box.scrollTop);
    await expectChapter(page, 'civil-war');
    expect(await text.evaluate((box) => box.scrollTop)).toBe(before);
    // The last chapter can be reached by scrolling too.
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 900);
        return parameter(page, 'chapter');
      })
      .toBe('after');
    await region.getByRole('button', { name: 'Explore from here' }).click();
    await expect(parts(page).list).toBeVisible();
    await expect(parts(page).dateField).toHaveValue('2002/2007');
  });

  test('the bands over the timeline lead into the story', async ({ page }) => {
    await openWithoutMap(page);
    await parts(page).timeline.getByText('After 2001', { exact: true }).last().click();
    await expectChapter(page, 'after');
  });

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

    test('chapters are swiped, one at a time', async ({ page }) => {
      await openWithoutMap(page, '#chapter=founding');
      const { article, region, next } = story(page);
      await expect(article('founding')).toBeInViewport({ ratio: 0.9 });
      await region.locator('.text').evaluate((box) => {
        box.scrollBy({ left: box.clientWidth * 0.8, behavior: 'smooth' });
      });
      await expectChapter(page, '1999');
      await expect(article('1999')).toBeInViewport({ ratio: 0.9 });
      await expect(article('founding')).not.toBeInViewport({ ratio: 0.1 });
      await next.click();
      await expectChapter(page, '2000');
      await expect(article('2000')).toBeInViewport({ ratio: 0.9 });
      const widths = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(widths[0]).toBe(widths[1]);
    });
  });
});

test('the map flies to the chapter, and a reader who moves it gets a link that says so', async ({
  page,
}) => {
  await openAtlas(page, '#chapter=1999');
  const { next } = story(page);
  await expectChapter(page, '1999');
  await next.click();
  await expectChapter(page, '2000');
  // Pressed in flight, the button would zoom from where the flight has come to by then.
  const scale = parts(page).map.locator('.maplibregl-ctrl-scale');
  await expect
    .poll(async () => {
      const before = await scale.getAttribute('style');
      await page.waitForTimeout(700);
      return (await scale.getAttribute('style')) === before;
    })
    .toBe(true);
  await parts(page).button('Zoom in').click();
  await expect.poll(() => parameter(page, 'map')).toMatch(/^6\.6\//);
  expect(parameter(page, 'chapter')).toBe('2000');
  // What is pointed at is said on the map.
  await story(page).mention('siege of Taloqan').click();
  await expect(parts(page).details.getByRole('heading', { level: 2 })).toHaveText(
    record('taloqan-siege').title,
  );
});

test('the bands fly to their chapters, whatever that does to the size of the map', async ({
  page,
}) => {
  await openAtlas(page);
  const { map, timeline } = parts(page);
  const height = async () => (await map.boundingBox())?.height;
  const heights = new Set([await height()]);
  for (const { id, title } of chapters) {
    await timeline
      .locator('g', { has: page.locator('title', { hasText: title }) })
      .first()
      .click();
    await expectChapter(page, id);
    // The flight has ended, and it is still the chapter's view.
    await page.waitForTimeout(1800);
    await expectChapter(page, id);
    await expect(page.getByText('You have moved on')).toHaveCount(0);
    heights.add(await height());
  }
  expect(heights.size).toBeGreaterThan(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole story is a page, with maps and links, and prints', async ({ page, request }) => {
    await page.goto('./');
    await page.getByRole('link', { name: 'Story', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The story');
    for (const { id, title, text } of chapters) {
      const article = page.locator(`article[id="${id}"]`);
      await expect(article.getByRole('heading', { level: 2 })).toHaveText(title);
      await expect(article).toContainText(text.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1'));
      const source = await article.getByRole('img').getAttribute('src');
      const picture = await request.get(new URL(source ?? '', page.url()).href);
      expect(picture.headers()['content-type']).toBe('image/png');
    }
    const first = page.locator('article[id="1999"]');
    await expect(first.getByRole('link', { name: 'Karimov' })).toHaveAttribute(
      'href',
      /\/who\/#karimov$/,
    );
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation')).toBeHidden();
    await expect(first).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
    await first.getByRole('link', { name: 'took the Mayor of Osh' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      record('osh-mayor-seized').title,
    );
  });
});

test('a chapter of the page opens on the live map', async ({ page }) => {
  await page.goto('./story/');
  await page
    .locator('article[id="2001"]')
    .getByRole('link', { name: 'This chapter on the live map' })
    .click();
  await expect(story(page).chapter).toHaveValue('2001');
  await expect(parts(page).year).toHaveValue('2001');
});
