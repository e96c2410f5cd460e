import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import Details from '../../src/lib/ui/Details.svelte';
import { colours, explorerAt, index, recordOf, words } from './render';

async function details(id: string, date = '1999') {
  const explorer = explorerAt(date);
  explorer.select(id);
  const onclose = vi.fn();
  const screen = await render(Details, { explorer, colours, onclose });
  return { explorer, onclose, ...screen, region: screen.getByRole('complementary') };
}

test('shows nothing while nothing is selected', async () => {
  const { container } = await render(Details, {
    explorer: explorerAt('1999'),
    colours,
    onclose: () => undefined,
  });
  expect(container.querySelector('aside')).toBeNull();
});

test('a record: what, when with its bounds, where, who, and what it rests on', async () => {
  const id = 'tavildara-imu-base';
  const { region, getByRole } = await details(id);
  const record = recordOf(id);
  await expect.element(region).toHaveAccessibleName('Details');
  await expect.element(getByRole('heading', { level: 2 })).toHaveTextContent(record.title);
  const text = words(region.element());
  expect(text).toContain(record.summary);
  expect(text).toContain('1998 to late 1999');
  expect(text).toContain('between 1 October and 31 December 1999');
  expect(text).toContain('Juma Namangani');
  expect(text).toContain('Джума Намангани');
  expect(text).toContain('paragraph');
  await expect.element(getByRole('button', { name: 'Tavildara Valley' })).toBeVisible();
});

test('disputed claims stand side by side, and the event stays certain', async () => {
  const { region } = await details('tashkent-bombings-1999');
  const text = words(region.element());
  expect(text).toContain('disputed');
  for (const { by, stance, text: claimed } of recordOf('tashkent-bombings-1999').claims) {
    expect(text).toContain(index.actors.get(by)?.name ?? by);
    expect(text).toContain(stance);
    expect(text).toContain(claimed);
  }
  expect(text).toContain('certain in 1999');
  expect(text).toContain('reported');
});

test('a movement without an origin says that the source does not state it', async () => {
  const { region } = await details('helicopter-to-afghanistan-1999');
  const text = words(region.element());
  expect(text).toMatch(/From ◌ not stated in the source/);
  expect(text).toMatch(/To Afghanistan/);
  // Nothing is drawn, so nothing is said of a path.
  expect(text).not.toContain('not the track');
});

test('a movement that is drawn says that its path is schematic', async () => {
  const { region } = await details('incursion-batken-1999');
  expect(words(region.element())).toContain('the source gives the ends, not the track');
});

test('an undated record says so', async () => {
  const { region } = await details('imt-rumours');
  expect(words(region.element())).toMatch(/undated/);
});

test('a place: its names with their languages, and all that happened there', async () => {
  const { explorer, region, getByRole } = await details('kara-suu-town');
  const place = index.places.get('kara-suu-town');
  await expect.element(getByRole('heading', { level: 2 })).toHaveTextContent(place?.title ?? '-');
  for (const { text, lang } of place?.names ?? []) {
    const marked = [...region.element().querySelectorAll('[lang]')];
    const name = marked.find((element) => words(element) === text);
    if (lang !== undefined) expect(name?.getAttribute('lang')).toBe(lang);
  }
  await getByRole('button', { name: recordOf('kamalov-killed').title }).click();
  expect(explorer.selectedId).toBe('kamalov-killed');
  // Time goes to the record.
  expect(explorer.window).toEqual({ kind: 'year', year: 2006 });
});

test('a place that is selected from a record keeps the focus in Details', async () => {
  const { region, getByRole } = await details('tavildara-imu-base');
  await getByRole('button', { name: 'Tavildara Valley' }).click();
  await expect.element(getByRole('heading', { level: 2 })).toHaveTextContent(/^Tavildara Valley$/);
  expect(region.element().contains(document.activeElement)).toBe(true);
});

test('Escape and the button close, and tell which record it was', async () => {
  const { explorer, onclose, container, getByRole } = await details('osh-mayor-seized');
  getByRole('button', { name: 'Close details' }).element().focus();
  await userEvent.keyboard('{Escape}');
  expect(explorer.selectedId).toBeUndefined();
  expect(onclose.mock.calls).toEqual([['osh-mayor-seized']]);
  expect(container.querySelector('aside')).toBeNull();

  explorer.select('geologists-kidnapped');
  flushSync();
  await getByRole('button', { name: 'Close details' }).click();
  expect(onclose.mock.lastCall).toEqual(['geologists-kidnapped']);
});
