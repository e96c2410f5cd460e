import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Result, Search } from '../../src/lib/core/search';
import SearchBox from '../../src/lib/ui/Search.svelte';
import '../../src/routes/app.css';

const town: Result = {
  kind: 'place',
  id: 'town',
  title: 'Kara-Suu (town near Osh)',
  name: { text: 'Карасу', lang: 'ru' },
  detail: 'A town on the border',
};
const kabul: Result = {
  kind: 'place',
  id: 'kabul',
  title: 'Kabul',
  name: { text: 'کابل', lang: 'fa' },
  detail: 'The capital',
};
const kamalov: Result = {
  kind: 'actor',
  id: 'kamalov',
  title: 'Rafik Kamalov',
  detail: 'A leader',
};
const killed: Result = { kind: 'record', id: 'killed', title: 'Kamalov killed', detail: '2006' };

const answers: Record<string, Result[]> = {
  ka: [town, kabul, kamalov, killed],
  kamalov: [kamalov, killed, town],
};

async function mount(typed = '') {
  const search = {
    prepare: vi.fn<Search['prepare']>(),
    find: vi.fn<Search['find']>((query) => answers[query] ?? []),
  };
  const onchoose = vi.fn<(result: Result) => void>();
  await render(SearchBox, { load: () => Promise.resolve(search), onchoose });
  const field = page.getByRole('combobox', { name: 'Search', exact: true });
  const list = page.getByRole('listbox', { name: 'Results' });
  if (typed) await field.fill(typed);
  if (answers[typed]) await expect.element(list).toBeVisible();
  return { search, onchoose, field, list };
}

type Field = Awaited<ReturnType<typeof mount>>['field'];

/** The text of the option that the field names as active. */
function active(field: Field): string | undefined {
  const id = field.element().getAttribute('aria-activedescendant');
  const option = id === null ? null : document.getElementById(id);
  return option?.querySelector('.title')?.firstChild?.textContent ?? undefined;
}

const titles = (): (string | null | undefined)[] =>
  [...document.querySelectorAll('[role=option] .title')].map(
    (title) => title.firstChild?.textContent,
  );

describe('the field', () => {
  it('builds the index when it is first needed, and is closed until something is typed', async () => {
    const { search, field, list } = await mount();
    expect(search.prepare).not.toHaveBeenCalled();
    await field.click();
    await expect.poll(() => search.prepare.mock.calls.length).toBe(1);
    await expect.element(field).toHaveAttribute('aria-expanded', 'false');
    await expect.element(field).toHaveAttribute('aria-autocomplete', 'list');
    await expect.element(field).not.toHaveAttribute('aria-controls');
    expect(list.query()).toBeNull();
  });

  it('names its list and the active option while it is open', async () => {
    const { field, list } = await mount('ka');
    await expect.element(list).toBeVisible();
    await expect.element(field).toHaveAttribute('aria-expanded', 'true');
    await expect.element(field).toHaveAttribute('aria-controls', list.element().id);
    expect(active(field)).toBeUndefined();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => active(field)).toBe(town.title);
    await expect.element(field).toHaveFocus();
    const selected = list.getByRole('option', { selected: true });
    await expect.element(selected).toHaveTextContent(town.title);
  });

  it('groups the options, with the group of the best result first', async () => {
    const { field, list } = await mount('ka');
    const names = () =>
      [...document.querySelectorAll('[role=group] .kind')].map(({ textContent }) => textContent);
    await expect.poll(names).toEqual(['Places', 'People and organisations', 'Records']);
    const places = list.getByRole('group', { name: 'Places' });
    expect(places.getByRole('option').elements()).toHaveLength(2);
    await field.fill('kamalov');
    await expect.poll(names).toEqual(['People and organisations', 'Records', 'Places']);
    expect(titles()).toEqual([kamalov, killed, town].map(({ title }) => title));
  });

  it('gives names in other scripts their language, and their direction by their letters', async () => {
    await mount('ka');
    const name = page.getByText('کابل').element();
    expect(name.getAttribute('lang')).toBe('fa');
    expect(name.tagName).toBe('BDI');
    expect(getComputedStyle(name).direction).toBe('rtl');
    expect(page.getByText('Карасу').element().getAttribute('lang')).toBe('ru');
  });
});

describe('by keyboard', () => {
  it('moves through the options and back to the field at either end', async () => {
    const { field } = await mount('ka');
    const seen: (string | undefined)[] = [];
    for (let k = 0; k < 6; k += 1) {
      await userEvent.keyboard('{ArrowDown}');
      seen.push(active(field));
    }
    const all = [town, kabul, kamalov, killed].map(({ title }) => title);
    expect(seen).toEqual([...all, undefined, town.title]);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(active(field)).toBe(killed.title);
  });

  it('takes the active option, or else the first, and closes', async () => {
    const { field, list, onchoose } = await mount('ka');
    await userEvent.keyboard('{Enter}');
    expect(onchoose).toHaveBeenLastCalledWith(town);
    await expect.poll(() => list.query()).toBeNull();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    expect(onchoose).toHaveBeenLastCalledWith(kamalov);
    expect(onchoose).toHaveBeenCalledTimes(2);
    await expect.element(field).toHaveValue('ka');
  });

  it('closes with the first Escape, clears with the second, and leaves the third to the page', async () => {
    const { field, list } = await mount();
    const outer = vi.fn();
    document.addEventListener('keydown', outer);
    await field.fill('ka');
    await expect.element(list).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => list.query()).toBeNull();
    await expect.element(field).toHaveValue('ka');
    await userEvent.keyboard('{Escape}');
    await expect.element(field).toHaveValue('');
    expect(outer).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(outer).toHaveBeenCalledOnce();
    document.removeEventListener('keydown', outer);
  });

  it('keeps Home and End for the text, and goes back to it', async () => {
    const { field } = await mount('ka');
    await userEvent.keyboard('{ArrowDown}{Home}');
    expect(active(field)).toBeUndefined();
    const input = field.element();
    if (!(input instanceof HTMLInputElement)) throw new Error('not a field');
    expect(input.selectionStart).toBe(0);
    await userEvent.keyboard('{ArrowDown}{End}');
    expect(active(field)).toBeUndefined();
    expect(input.selectionStart).toBe(2);
  });

  it('opens again with the arrows, at either end', async () => {
    const { field, list } = await mount('ka');
    await userEvent.keyboard('{Escape}{ArrowUp}');
    await expect.element(list).toBeVisible();
    expect(active(field)).toBe(killed.title);
    await userEvent.keyboard('{Escape}{ArrowDown}');
    expect(active(field)).toBe(town.title);
  });

  it('closes when the focus leaves, without choosing', async () => {
    const { list, onchoose } = await mount('ka');
    await userEvent.keyboard('{ArrowDown}{Tab}');
    await expect.poll(() => list.query()).toBeNull();
    expect(onchoose).not.toHaveBeenCalled();
  });
});

describe('by pointer', () => {
  it('takes the option that is pressed', async () => {
    const { list, onchoose } = await mount('ka');
    await list.getByRole('option', { name: 'Rafik Kamalov' }).click();
    expect(onchoose).toHaveBeenCalledExactlyOnceWith(kamalov);
    await expect.poll(() => list.query()).toBeNull();
  });

  it('clears with a button of at least 24 pixels, which is there once there is something', async () => {
    const { field } = await mount();
    const button = page.getByRole('button', { name: 'Clear search' });
    expect(button.query()).toBeNull();
    await field.fill('ka');
    const { width, height } = button.element().getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    await button.click();
    await expect.element(field).toHaveValue('');
    await expect.element(field).toHaveFocus();
    expect(button.query()).toBeNull();
  });

  it('stays within a window of 320 pixels', async () => {
    await page.viewport(320, 480);
    const { list } = await mount('ka');
    const popup = list.element().parentElement;
    const box = popup?.getBoundingClientRect();
    expect(box?.left).toBeGreaterThanOrEqual(0);
    expect(box?.right).toBeLessThanOrEqual(320);
    expect(box?.bottom).toBeLessThanOrEqual(480);
    for (const option of list.getByRole('option').elements()) {
      expect(option.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
    }
  });
});

describe('without a result', () => {
  it('says so, to the eye and politely to the ear', async () => {
    const { field, list, onchoose } = await mount('zzzz');
    await expect.element(page.getByText('Try fewer letters')).toBeVisible();
    await expect.element(field).toHaveAttribute('aria-expanded', 'false');
    expect(list.query()).toBeNull();
    const said = () => document.querySelector('[aria-live=polite]')?.textContent;
    await expect
      .poll(said, { timeout: 3000 })
      .toBe('Nothing found for “zzzz”. Try fewer letters, or another spelling.');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onchoose).not.toHaveBeenCalled();
    await field.fill('ka');
    await expect.poll(said, { timeout: 3000 }).toBe('4 results');
  });
});

describe('before it is there', () => {
  const words = (text: string) => page.getByText(text).first();

  it('says that it comes, that it did not, and tries again with the next letter', async () => {
    const answer = Promise.withResolvers<Search>();
    const load = vi.fn(() => answer.promise);
    await render(SearchBox, { load, onchoose: vi.fn() });
    const field = page.getByRole('combobox', { name: 'Search', exact: true });
    await field.fill('k');
    await expect.element(words('The search is loading')).toBeVisible();
    await expect.element(field).toHaveAttribute('aria-expanded', 'false');
    // Pressing on the words leaves the focus where it is.
    await words('The search is loading').click();
    await expect.element(field).toHaveFocus();
    answer.reject(new Error('offline'));
    await expect.element(words('Type on to try again')).toBeVisible();
    const said = () => document.querySelector('[aria-live=polite]')?.textContent;
    await expect.poll(said, { timeout: 3000 }).toContain('could not be loaded');
    load.mockResolvedValue({ prepare: () => undefined, find: () => [town] });
    await field.fill('ka');
    await expect.element(page.getByRole('option', { name: town.title })).toBeVisible();
    await expect.poll(said, { timeout: 3000 }).toBe('1 result');
    expect(page.getByText('could not be loaded').query()).toBeNull();
  });
});

describe('axe', () => {
  afterEach(() => {
    delete document.documentElement.dataset.theme;
  });

  it.each([
    ['light', ''],
    ['light', 'ka'],
    ['dark', 'ka'],
    ['dark', 'zzzz'],
  ])('finds nothing wrong in the %s theme after “%s”', async (theme, query) => {
    document.documentElement.dataset.theme = theme;
    await mount(query);
    if (query === 'ka') await userEvent.keyboard('{ArrowDown}');
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
