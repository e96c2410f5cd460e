import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import EmbedView from '../../src/lib/ui/EmbedView.svelte';
import type { EmbedPart } from '../../src/lib/view/embed';
import { atlas } from './render';

async function open(parts: readonly EmbedPart[]) {
  history.replaceState(null, '', '#date=1999');
  return render(EmbedView, {
    atlas,
    base: '/static',
    parts,
    history: { push: () => undefined, replace: () => undefined },
  });
}

function press(target: Element | null, key: string, init: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  return target?.dispatchEvent(event) === false;
}

vi.setConfig({ testTimeout: 60_000 });

test('Space plays and pauses on map and timeline; held down, it is one press', async () => {
  const { container, getByRole } = await open(['title', 'legend', 'time']);
  const play = getByRole('button', { name: 'Play' });
  const pause = getByRole('button', { name: 'Pause' });
  await expect.element(play).toBeInTheDocument();
  expect(press(container.querySelector('main'), ' ')).toBe(true);
  await expect.element(pause).toBeInTheDocument();
  expect(press(container.querySelector('main'), ' ', { repeat: true })).toBe(true);
  await expect.element(pause).toBeInTheDocument();
  expect(press(container.querySelector('input[type=range]'), ' ')).toBe(true);
  await expect.element(play).toBeInTheDocument();
  // The list scrolls by it, and other keys do nothing here.
  await getByRole('button', { name: 'List' }).click();
  expect(press(container.querySelector('.list'), ' ')).toBe(false);
  for (const key of ['?', '/', '[', ']']) {
    expect(press(container.querySelector('main'), key)).toBe(false);
  }
  await expect.element(play).toBeInTheDocument();
});

test('where Play is left out, Space does not play', async () => {
  const { container } = await open(['title']);
  await vi.waitUntil(() => container.querySelector('main'));
  expect(press(container.querySelector('main'), ' ')).toBe(false);
});
