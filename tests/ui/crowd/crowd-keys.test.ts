/** The keys of the page in the explorer of a large file. */
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { openCrowd } from '../../../src/lib/io/crowd/open';
import CrowdView from '../../../src/lib/ui/crowd/CrowdView.svelte';

const table = 'title,date,lat,lon\nOne,2001-05,40,70\nTwo,2003,41,71\nThree,2004,42,72\n';

async function open() {
  history.replaceState(null, '', '#date=2001');
  const dataset = await openCrowd(new File([table], 'few.csv'));
  return render(CrowdView, {
    dataset,
    base: '/static',
    history: { push: () => undefined, replace: () => undefined },
  });
}

function press(target: Element | null, key: string, init: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  return target?.dispatchEvent(event) === false;
}

vi.setConfig({ testTimeout: 60_000 });

test('Space plays and pauses on map and timeline; held down, it is one press', async () => {
  const { container, getByRole } = await open();
  const play = getByRole('button', { name: 'Play' });
  const pause = getByRole('button', { name: 'Pause' });
  const main = container.querySelector('main');
  expect(press(main, ' ')).toBe(true);
  await expect.element(pause).toBeInTheDocument();
  // It does not scroll either.
  expect(press(main, ' ', { repeat: true })).toBe(true);
  await expect.element(pause).toBeInTheDocument();
  expect(press(getByRole('slider').first().element(), ' ')).toBe(true);
  await expect.element(play).toBeInTheDocument();
  // The list scrolls by it.
  expect(press(getByRole('list', { name: 'Records' }).element(), ' ')).toBe(false);
  await expect.element(play).toBeInTheDocument();
});

test('? lists the keys that work there, and / goes to the search', async () => {
  const { getByRole } = await open();
  await expect.element(getByRole('button', { name: 'One' })).toBeInTheDocument();
  await userEvent.keyboard('?');
  const dialog = getByRole('dialog', { name: 'Keys' });
  await expect.element(dialog).toHaveTextContent('play or pause');
  await expect.element(dialog).not.toHaveTextContent('chapter');
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  // Details lie over the list on a phone.
  await getByRole('button', { name: 'One' }).click();
  await expect.element(getByRole('complementary', { name: 'Details' })).toBeInTheDocument();
  await userEvent.keyboard('/');
  await expect.element(getByRole('searchbox', { name: 'Search' })).toHaveFocus();
  await userEvent.keyboard('two?');
  await expect.element(getByRole('searchbox', { name: 'Search' })).toHaveValue('two?');
});

test('keys that do nothing there are left to the browser', async () => {
  const { container } = await open();
  for (const key of ['[', ']']) {
    expect(press(container.querySelector('main'), key)).toBe(false);
  }
});
