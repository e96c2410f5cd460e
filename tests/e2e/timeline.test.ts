import type { Page } from '@playwright/test';
import { during } from './atlas';
import {
  expect,
  expectListed,
  expectParameter,
  historyLength,
  openOptions,
  openWithoutMap,
  parts,
  test,
} from './fixture';

// Time needs no map: that map and list agree is seen where the map is looked at.
test.use({ webgl: false });

const first = 1979;
const last = 2007;

/** Where the thumb of the year slider stands for a year. */
async function stop(page: Page, year: number): Promise<{ x: number; y: number }> {
  const box = await parts(page).year.boundingBox();
  if (!box) throw new Error('the slider has no box');
  const thumb = 16;
  const share = (year - first) / (last - first);
  return { x: box.x + thumb / 2 + share * (box.width - thumb), y: box.y + box.height / 2 };
}

async function drag(page: Page, ...years: readonly number[]): Promise<void> {
  for (const [k, year] of years.entries()) {
    const { x, y } = await stop(page, year);
    await page.mouse.move(x, y, { steps: k === 0 ? 1 : 6 });
    if (k === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

test('the slider by mouse: a drag is one step in the history, a click goes to a year', async ({
  page,
}) => {
  await openWithoutMap(page, '#date=1999');
  const { year } = parts(page);
  const before = await historyLength(page);
  await drag(page, 1999, 2002, 1990, 2005);
  await expect(year).toHaveValue('2005');
  await expectParameter(page, 'date', '2005');
  expect(await historyLength(page)).toBe(before + 1);

  await page.goBack();
  await expect(year).toHaveValue('1999');
  await page.goForward();
  await expect(year).toHaveValue('2005');

  // A click on the track goes there.
  const { x, y } = await stop(page, 1996);
  await page.mouse.click(x, y);
  await expect(year).toHaveValue('1996');
  await expectListed(page, during('1996'));
});

test('a drag that ends where it began does not swallow the next step', async ({ page }) => {
  await openWithoutMap(page, '#date=1999');
  const { year } = parts(page);
  await drag(page, 1999, 2003, 1999);
  await expect(year).toHaveValue('1999');
  await expectParameter(page, 'date', '1999');
  const before = await historyLength(page);
  await year.press('ArrowRight');
  await expectParameter(page, 'date', '2000');
  expect(await historyLength(page)).toBe(before + 1);
});

test('the slider by keyboard: steps, five steps, first and last', async ({ page }) => {
  await openWithoutMap(page);
  const { year, button } = parts(page);
  await year.focus();
  const journey: [string, number][] = [
    ['ArrowRight', 2000],
    ['ArrowUp', 2001],
    ['ArrowLeft', 2000],
    ['ArrowDown', 1999],
    ['PageUp', 2004],
    ['PageUp', 2007],
    ['PageDown', 2002],
    ['Home', 1979],
    ['PageDown', 1979],
    ['ArrowLeft', 1979],
    ['End', 2007],
    ['ArrowRight', 2007],
  ];
  for (const [key, value] of journey) {
    await year.press(key);
    await expect(year, key).toHaveValue(String(value));
    await expect(year).toBeFocused();
  }
  await expectListed(page, during('2007'));

  // The buttons stop at the ends, too, and say so.
  await expect(button('Next year')).toBeDisabled();
  await button('Next year').click({ force: true });
  await expect(year).toHaveValue('2007');
  await year.press('Home');
  await expect(button('Previous year')).toBeDisabled();
  await button('Previous year').click({ force: true });
  await expect(year).toHaveValue('1979');
});

test('a key that is held is one step in the history', async ({ page }) => {
  await openWithoutMap(page, '#date=1985');
  const { year } = parts(page);
  await year.focus();
  const before = await historyLength(page);
  for (let k = 0; k < 8; k += 1) await page.keyboard.down('ArrowRight');
  await page.keyboard.up('ArrowRight');
  await expectParameter(page, 'date', '1993');
  expect(await historyLength(page)).toBe(before + 1);
  await page.keyboard.press('ArrowRight');
  await expectParameter(page, 'date', '1994');
  expect(await historyLength(page)).toBe(before + 2);
  await page.goBack();
  await expect(year).toHaveValue('1993');
  await page.goBack();
  await expect(year).toHaveValue('1985');
});

test('says the year and how much it holds', async ({ page }) => {
  await openWithoutMap(page, '#date=1985');
  const { year, button, status } = parts(page);
  const text = (name: number): RegExp => {
    const { length } = during(String(name));
    return new RegExp(`^${name}, ${length} records?`);
  };
  await expect(year).toHaveAttribute('aria-valuetext', text(1985));
  await button('Next year').click();
  await expect(year).toHaveAttribute('aria-valuetext', text(1986));
  await button('Previous year').click();
  await button('Previous year').click();
  await expect(year).toHaveAttribute('aria-valuetext', text(1984));
  await expect(status).toContainText(`1984: ${during('1984').length} record`);
});

test('windows: a month, a range, everything, and back to a year', async ({ page }) => {
  await openWithoutMap(page);
  const { window, slider, button, year } = parts(page);

  await window.selectOption('Month');
  await expectParameter(page, 'date', '1999-01');
  await expectListed(page, during('1999-01'));
  await expect(slider('Month')).toHaveAttribute('aria-valuetext', /^January 1999, \d+ records?/);
  await button('Next month').click();
  await expectParameter(page, 'date', '1999-02');
  await slider('Month').press('PageUp');
  await expectParameter(page, 'date', '1999-07');
  await slider('Month').press('ArrowLeft');
  await expectParameter(page, 'date', '1999-06');

  await window.selectOption('Range');
  await expectParameter(page, 'date', '1998/2000');
  await expectListed(page, during('1998', '2000'));
  await slider('From').press('ArrowRight');
  await slider('To').press('PageUp');
  await expectParameter(page, 'date', '1999/2005');
  await expectListed(page, during('1999', '2005'));
  await expect(slider('From')).toHaveAttribute('aria-valuetext', /from 1999/);
  await expect(slider('To')).toHaveAttribute('aria-valuetext', /to 2005/);
  // The handles meet, but do not cross.
  await slider('From').press('End');
  await expectParameter(page, 'date', '2005/2005');
  await slider('To').press('Home');
  await expectParameter(page, 'date', '2005/2005');

  await window.selectOption('All years');
  await expectParameter(page, 'date', 'all');
  await expectListed(page, during('1979', '2007'));

  await window.selectOption('Year');
  await expect(year).toBeVisible();
  await expectListed(page, during(await year.inputValue()));
});

test('the handles of a range by mouse', async ({ page }) => {
  await openWithoutMap(page, '#date=1995/2000');
  const { slider } = parts(page);
  const box = await slider('To').boundingBox();
  if (!box) throw new Error('the slider has no box');
  const x = (year: number): number => {
    return box.x + 10 + ((year - first) / (last - first)) * (box.width - 20);
  };
  const y = box.y + box.height / 2;
  for (const [from, to] of [
    [2000, 2004],
    [1995, 1991],
  ] as const) {
    await page.mouse.move(x(from), y);
    await page.mouse.down();
    await page.mouse.move(x(to), y, { steps: 5 });
    await page.mouse.up();
  }
  await expectParameter(page, 'date', '1991/2004');
});

for (const [date, opened] of [
  ['2007/2007', '1995/2007'],
  ['1979/1979', '1979/1995'],
] as const) {
  test(`a range that is closed at an end opens by mouse: ${date}`, async ({ page }) => {
    await openWithoutMap(page, `#date=${date}`);
    const box = await parts(page).slider('From').boundingBox();
    if (!box) throw new Error('the slider has no box');
    const x = (year: number): number =>
      box.x + 10 + ((box.width - 20) * (year - 1979)) / (2007 - 1979);
    const y = box.y + box.height / 2;
    await page.mouse.move(x(Number(date.slice(0, 4))), y);
    await page.mouse.down();
    await page.mouse.move(x(1995), y, { steps: 5 });
    await page.mouse.up();
    await expectParameter(page, 'date', opened);
  });
}

test('the trail is a switch, and in the link', async ({ page }) => {
  await openWithoutMap(page, '#date=2003');
  await openOptions(page);
  const trail = page.getByRole('checkbox', { name: /Trail/ });
  await expect(trail).toBeChecked();
  await trail.uncheck();
  await expectParameter(page, 'trail', '0');
  await page.goBack();
  await expect(trail).toBeChecked();
  await page.goForward();
  await expect(trail).not.toBeChecked();
  await trail.check();
  await expectParameter(page, 'trail', undefined);
});

test('next and previous record go from beginning to beginning', async ({ page }) => {
  await openWithoutMap(page, '#date=1979');
  const { button, year } = parts(page);
  const seen: number[] = [];
  for (let k = 0; k < 8; k += 1) {
    await button('Next record').click();
    seen.push(Number(await year.inputValue()));
  }
  expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  expect(seen[0]).toBe(1979);
  // Nothing begins from 1980 to 1988.
  expect(seen.some((value) => value > 1979 && value < 1989)).toBe(false);
  const here = Number(await year.inputValue());
  await button('Previous record').click();
  expect(Number(await year.inputValue())).toBeLessThanOrEqual(here);
});

test('a drag keeps its own step when another step follows at once', async ({ page }) => {
  await openWithoutMap(page, '#date=1999');
  const { year, button } = parts(page);
  const next = await button('Next year').elementHandle();
  // In the page, where nothing comes between: the address is not written at every move.
  await year.evaluate(async (slider, following) => {
    if (!(slider instanceof HTMLInputElement)) throw new Error('not an input');
    for (const value of [2001, 2002, 2003]) {
      slider.valueAsNumber = value;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    slider.dispatchEvent(new Event('change', { bubbles: true }));
    if (following instanceof HTMLElement) following.click();
  }, next);
  await expectParameter(page, 'date', '2004');
  await page.goBack();
  await expect(year).toHaveValue('2003');
  await page.goBack();
  await expect(year).toHaveValue('1999');
});

test.describe('typed dates', () => {
  test('the field takes a year, a month, a range and all', async ({ page }) => {
    await openWithoutMap(page);
    const { dateField } = parts(page);
    for (const [typed, ids] of [
      ['2001', during('2001')],
      ['1999-10', during('1999-10')],
      ['1995/1998', during('1995', '1998')],
      ['all', during('1979', '2007')],
    ] as const) {
      await dateField.click();
      await dateField.fill(typed);
      await dateField.press('Enter');
      await expectParameter(page, 'date', typed);
      await expectListed(page, ids);
    }
  });

  test('what is not a date is refused with an example, and nothing moves', async ({ page }) => {
    await openWithoutMap(page, '#date=1999');
    const { dateField, year } = parts(page);
    for (const typed of ['soon', '1999-13', '1999-02-30', '2001/1999', '19x9', '']) {
      await dateField.fill(typed);
      await dateField.press('Enter');
      await expect(page.getByRole('alert').filter({ hasText: /1999-10/ }), typed).toBeVisible();
      await expect(dateField).toHaveAttribute('aria-invalid', 'true');
      await expect(year).toHaveValue('1999');
    }
    await year.focus();
    await expect(page.getByRole('alert').filter({ hasText: /1999-10/ })).toHaveCount(0);
    await expect(dateField).toHaveValue('1999');
  });

  test('a date outside of the atlas still leaves a working page', async ({ page }) => {
    await openWithoutMap(page, '#date=1999');
    const { dateField, year, button, list } = parts(page);
    await dateField.fill('1900');
    await dateField.press('Enter');
    await expectListed(page, []);
    await expect(list).toContainText('1900');
    await button('Next year').click();
    await expect(year).toHaveValue('1979');
    await expectListed(page, during('1979'));
  });
});
