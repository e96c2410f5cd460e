import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { daysOf } from '../../src/lib/core/date';
import { formatWindow, parseWindow, type Window } from '../../src/lib/core/window';
import { Playback } from '../../src/lib/view/playback.svelte';
import Timeline from '../../src/lib/ui/Timeline.svelte';
import { Explorer } from '../../src/lib/view/explorer.svelte';
import WindowSlider from '../../src/lib/ui/WindowSlider.svelte';
import { anAtlas, aRecord, during, years } from '../core/records';
import { colours, explorerAt, words } from './render';

async function timelineAt(date: string) {
  const explorer = explorerAt(date);
  const playback = new Playback(explorer);
  const onkeys = vi.fn();
  const screen = await render(Timeline, { explorer, playback, colours, shape: 'wide', onkeys });
  return { explorer, playback, onkeys, ...screen };
}

/** The columns of the histogram: the drawing that names years. */
function columns(container: Element): Element[] {
  const drawings = [...container.querySelectorAll('svg[aria-hidden="true"]')];
  const histogram = drawings.find((drawing) => drawing.querySelectorAll('.hit').length > 0);
  return [...(histogram?.querySelectorAll('g') ?? [])];
}

test('has a column for each year, as high as the year is full', async () => {
  const { container } = await timelineAt('1999');
  const all = columns(container);
  expect(all).toHaveLength(2007 - 1979 + 1);
  const height = (year: number): number =>
    [...(all[year - 1979]?.querySelectorAll('rect:not(.hit)') ?? [])]
      .map((bar) => Number(bar.getAttribute('height')))
      .reduce((sum, part) => sum + part, 0);
  expect(height(1999)).toBeGreaterThan(height(1998));
  expect(height(1998)).toBeGreaterThan(height(1985));
  expect(height(1985)).toBeGreaterThan(0);
  // 1990 holds only what may be.
  const bars = [...(all[1990 - 1979]?.querySelectorAll('rect:not(.hit)') ?? [])];
  expect(bars.length).toBeGreaterThan(0);
  expect(bars.every((bar) => bar.classList.contains('possible'))).toBe(true);
});

test('tells what a year holds when it is pointed at', async () => {
  const { container, explorer } = await timelineAt('1999');
  columns(container)[1990 - 1979]?.dispatchEvent(new PointerEvent('pointerenter'));
  flushSync();
  expect(words(container)).toMatch(/1990:? 0 certain, \d+ possible/);
  expect(formatWindow(explorer.window)).toBe('1999');
});

test('tells what the year under the slider holds while it has the focus', async () => {
  const { container, getByRole } = await timelineAt('1999');
  expect(words(container)).not.toMatch(/1999: \d+ certain/);
  getByRole('slider', { name: 'Year' }).element().focus();
  flushSync();
  expect(words(container)).toMatch(/1999:? \d+ certain, \d+ possible/);
});

test('a column goes to its year', async () => {
  const { container, explorer } = await timelineAt('1999');
  columns(container)[2004 - 1979]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(formatWindow(explorer.window)).toBe('2004');
});

test('the slider says the window and what it holds', async () => {
  const { explorer, getByRole } = await timelineAt('1999');
  const slider = getByRole('slider', { name: 'Year' });
  await expect
    .element(slider)
    .toHaveAttribute('aria-valuetext', `1999, ${explorer.present.length} records`);
  await expect.element(slider).toHaveAttribute('min', '1979');
  await expect.element(slider).toHaveAttribute('max', '2007');
});

test('PageUp and PageDown are five years; the ends hold', async () => {
  const { explorer, getByRole } = await timelineAt('1999');
  getByRole('slider', { name: 'Year' }).element().focus();
  for (const [key, date] of [
    ['{PageUp}', '2004'],
    ['{PageUp}', '2007'],
    ['{PageDown}', '2002'],
    ['{Home}', '1979'],
    ['{PageDown}', '1979'],
    ['{ArrowRight}', '1980'],
  ] as const) {
    await userEvent.keyboard(key);
    expect(formatWindow(explorer.window), key).toBe(date);
  }
});

test.each([
  ['all', '{Home}', '1979'],
  ['all', '{ArrowLeft}', '1979'],
  ['all', '{ArrowRight}', '1980'],
  ['all', '{End}', '2007'],
  ['2050', '{End}', '2007'],
  ['2050', '{ArrowLeft}', '2007'],
  ['2050', '{ArrowRight}', '2007'],
  ['1850', '{Home}', '1979'],
  ['1850', '{ArrowRight}', '1979'],
  ['2050-03', '{ArrowLeft}', '2007-12'],
  ['1999-03', '{PageDown}', '1998-10'],
])('of %s, %s leads to %s', async (date, key, to) => {
  const { explorer, getByRole } = await timelineAt(date);
  getByRole('slider').element().focus();
  await userEvent.keyboard(key);
  expect(formatWindow(explorer.window)).toBe(to);
});

test.each([
  ['1999', 'Year'],
  ['1999-10', 'Month'],
  ['1998/2001', 'From'],
  ['1998/2001', 'To'],
])('of %s, the focus on %s stays on the slider when a replay begins', async (date, name) => {
  const { playback, explorer, getByRole } = await timelineAt(date);
  getByRole('slider', { name }).element().focus();
  playback.step(1);
  flushSync();
  expect(document.activeElement).toBe(getByRole('slider', { name: 'Year' }).element());
  const { year } = explorer.scene?.window ?? {};
  await userEvent.keyboard('{ArrowLeft}');
  expect(formatWindow(explorer.window)).toBe(String((year ?? NaN) - 1));
});

test('a range has two handles that stop at each other', async () => {
  const { explorer, getByRole } = await timelineAt('1999/2001');
  getByRole('slider', { name: 'From' }).element().focus();
  await userEvent.keyboard('{End}');
  expect(formatWindow(explorer.window)).toBe('2001/2001');
  getByRole('slider', { name: 'To' }).element().focus();
  await userEvent.keyboard('{Home}');
  expect(formatWindow(explorer.window)).toBe('2001/2001');
  // The handle stands where the window ends, not where the key would have sent it.
  await expect.element(getByRole('slider', { name: 'To' })).toHaveValue('2001');
  await userEvent.keyboard('{PageUp}');
  expect(formatWindow(explorer.window)).toBe('2001/2006');
});

test('two handles in one place part the way they are dragged', async () => {
  const drag = async (date: string, years: number[]) => {
    const { explorer, getByRole, unmount } = await timelineAt(date);
    const to = getByRole('slider', { name: 'To' }).element() as HTMLInputElement;
    to.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    for (const year of years) {
      to.valueAsNumber = year;
      to.dispatchEvent(new Event('input', { bubbles: true }));
      flushSync();
    }
    const shown = formatWindow(explorer.window);
    await unmount();
    return shown;
  };
  expect(await drag('2000/2000', [1999, 1997])).toBe('1997/2000');
  expect(await drag('2000/2000', [2001, 2003])).toBe('2000/2003');
  // One that is dragged to the other stops there.
  expect(await drag('1998/2000', [1999, 1998, 1996])).toBe('1998/1998');
});

test.each([
  ['1999', 'Next year'],
  ['1999-08/2000-10', 'Next month'],
  ['1999/2000-10', 'Next year'],
  ['1999-10-03', 'Next day'],
])('the steps of %s are called by what they do: %s', async (date, name) => {
  const { getByRole } = await timelineAt(date);
  await expect.element(getByRole('button', { name })).toBeVisible();
});

test('tells of the year under the handle that has the focus', async () => {
  const { container, getByRole } = await timelineAt('1995/1999');
  for (const [name, year] of [
    ['From', '1995'],
    ['To', '1999'],
  ] as const) {
    getByRole('slider', { name }).element().focus();
    flushSync();
    expect(words(container)).toMatch(new RegExp(`${year}:? \\d+ certain, \\d+ possible`));
  }
});

test('a hand on the handle pauses, before it moves', async () => {
  const { playback, getByRole } = await timelineAt('1999');
  playback.play();
  getByRole('slider', { name: 'Year' })
    .element()
    .dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  expect(playback.playing).toBe(false);
});

test('months before the first year have names, too', async () => {
  const taken: Window[] = [];
  const window = { kind: 'month', year: -43, month: 3 } as const;
  const { getByRole } = await render(WindowSlider, {
    window,
    span: { from: daysOf({ year: -44 }).from, to: daysOf({ year: 2 }).to },
    chosen: { from: -43, to: -43 },
    holds: '',
    onhold: () => undefined,
    onmove: (moved) => taken.push(moved),
    onsettle: () => undefined,
  });
  const slider = getByRole('slider', { name: 'Month' }).element() as HTMLInputElement;
  const [first, last] = [Number(slider.min), Number(slider.max)];
  for (let stop = first; stop <= last; stop += 1) {
    slider.valueAsNumber = stop;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const texts = taken.map(formatWindow);
  expect(texts).toHaveLength(47 * 12);
  expect(texts.slice(0, 2)).toEqual(['-0044-01', '-0044-02']);
  expect(texts.at(-1)).toBe('0002-12');
  for (const text of texts) expect(parseWindow(text), text).toBeDefined();
});

test.each([
  ['1979', ['Previous year', 'Previous record']],
  ['1999', []],
  ['2007', ['Next year']],
  ['1979-01', ['Previous month', 'Previous record']],
  ['all', ['Previous year', 'Next year', 'Previous record']],
])('of %s, the steps that lead nowhere say so: %j', async (date, ended) => {
  const { container } = await timelineAt(date);
  const disabled = [...container.querySelectorAll('button[aria-disabled="true"]')];
  expect(disabled.map((button) => button.getAttribute('aria-label')).sort()).toEqual(
    [...ended].sort(),
  );
});

test('at the last record, the step to the next one says that there is none', async () => {
  const { getByRole, explorer } = await timelineAt('2007');
  const next = getByRole('button', { name: 'Next record' });
  for (let k = 0; k < 20 && next.element().getAttribute('aria-disabled') === 'false'; k += 1) {
    await next.click();
  }
  await expect.element(next).toHaveAttribute('aria-disabled', 'true');
  const { scene } = explorer;
  expect(scene?.starts.length).toBeGreaterThan(0);
  await userEvent.keyboard('{Enter}');
  expect(explorer.scene).toBe(scene);
});

test('Play becomes Pause, and a step of time pauses', async () => {
  const { playback, getByRole } = await timelineAt('1999');
  await getByRole('button', { name: 'Play' }).click();
  expect(playback.playing).toBe(true);
  await expect.element(getByRole('button', { name: 'Pause' })).toBeVisible();
  await getByRole('button', { name: 'Next year' }).click();
  expect(playback.playing).toBe(false);
  await expect.element(getByRole('button', { name: 'Play' })).toBeVisible();
});

test('years too narrow to be told apart share a column, which goes to the fullest', async () => {
  const records = [1200, 1200, 1203].map((year, k) =>
    aRecord({ id: `r${k}`, spans: [during(year)] }),
  );
  const explorer = new Explorer(anAtlas({ records, span: years(-2000, 2000) }));
  const playback = new Playback(explorer);
  const { container } = await render(Timeline, {
    explorer,
    playback,
    colours,
    shape: 'wide',
    onkeys: () => undefined,
  });
  const all = columns(container);
  expect(all.length).toBeGreaterThan(50);
  expect(all.length).toBeLessThan(1000);
  const full = all.filter((column) => column.querySelector('rect:not(.hit)'));
  expect(full.length).toBeLessThanOrEqual(2);
  full[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(formatWindow(explorer.window)).toBe('1200');
});
