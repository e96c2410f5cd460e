import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { parseWindow } from '../../src/lib/core/window';
import RecordList from '../../src/lib/ui/RecordList.svelte';
import { colours, explorerAt, recordOf, words } from './render';

function ids(container: Element): (string | null)[] {
  return [...container.querySelectorAll('[aria-label="Records"] [data-id]')].map((item) =>
    item.getAttribute('data-id'),
  );
}

test('lists what the window holds, with time, place and certainty in words', async () => {
  const explorer = explorerAt('1999');
  const { container, getByRole } = await render(RecordList, {
    explorer,
    colours,
    onchoose: () => undefined,
  });
  expect(ids(container)).toEqual(explorer.present.map(({ record }) => record.id));
  expect(ids(container).length).toBeGreaterThan(10);

  const bombings = getByRole('button', { name: /Explosions in Tashkent, 1999/ });
  await expect.element(bombings).toHaveTextContent(/bombing · Tashkent/i);
  await expect.element(bombings).toHaveTextContent(/certain in 1999/i);
  await expect.element(bombings).toHaveTextContent(/disputed/);
  const accusation = getByRole('button', { name: /Karimov accuses the Russians/ });
  await expect.element(accusation).toHaveTextContent(/place not stated/);
  const recruits = getByRole('button', { name: /Recruits from the Fergana Valley/ });
  await expect.element(recruits).toHaveTextContent(/possible in 1999/i);
});

test('follows the window, and says so where the atlas does not reach', async () => {
  const explorer = explorerAt('1999');
  const { container } = await render(RecordList, { explorer, colours, onchoose: () => undefined });
  const first = ids(container);
  explorer.setWindow(parseWindow('2006') ?? { kind: 'all' });
  flushSync();
  expect(ids(container)).toEqual(explorer.present.map(({ record }) => record.id));
  expect(ids(container)).not.toEqual(first);

  explorer.setWindow(parseWindow('1900') ?? { kind: 'all' });
  flushSync();
  expect(ids(container)).toEqual([]);
  expect(words(container)).toContain('Nothing is told of 1900: the atlas covers 1979 to 2007.');
});

test('marks what is selected and tells what is chosen', async () => {
  const explorer = explorerAt('1999');
  const onchoose = vi.fn();
  const { container, getByRole } = await render(RecordList, { explorer, colours, onchoose });
  await getByRole('button', { name: /Mayor of Osh seized/ }).click();
  expect(onchoose.mock.calls).toEqual([['osh-mayor-seized']]);

  explorer.select('geologists-kidnapped');
  flushSync();
  const current = [...container.querySelectorAll('[aria-current="true"]')];
  expect(current.map((button) => button.closest('li')?.getAttribute('data-id'))).toEqual([
    'geologists-kidnapped',
  ]);
});

test('tells the explorer what the pointer is over', async () => {
  const explorer = explorerAt('1999');
  const { getByRole } = await render(RecordList, { explorer, colours, onchoose: () => undefined });
  await getByRole('button', { name: /Mayor of Osh seized/ }).hover();
  expect(explorer.hoveredId).toBe('osh-mayor-seized');
  expect(recordOf('osh-mayor-seized').title).toBe('Mayor of Osh seized');
});
