/** A tileset in the explorer of large files, with its worker and its map. */
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { openTileset } from '../../../src/lib/io/crowd/tileset';
import CrowdView from '../../../src/lib/ui/crowd/CrowdView.svelte';
import { events, metadataOf, pmtiles } from '../../fixtures/pmtiles';
import { words } from '../render';

// Maps are drawn in software here, and start slowly.
vi.setConfig({ testTimeout: 60_000 });

async function fileOf(features = events(300), more?: object): Promise<File> {
  const layers = { events: features };
  const bytes = await pmtiles({ layers, metadata: metadataOf(layers, more), maxZoom: 6 });
  return new File([bytes], 'events.pmtiles');
}

test('shows what is in view: of another view other records, with the same filter', async () => {
  history.replaceState(null, '', '#map=3/40/70&date=all');
  const dataset = await openTileset(await fileOf());
  const { container, getByRole, getByText } = await render(CrowdView, {
    dataset,
    base: '/static',
    history: {
      push: (url) => history.pushState(null, '', url),
      replace: (url) => history.replaceState(null, '', url),
    },
  });
  const status = getByText(/ in the window: /);
  await vi.waitUntil(() => container.querySelector('[data-ready="true"]'), { timeout: 20_000 });
  await expect.element(status).toHaveTextContent('300 in the window: 300 certain, 0 possible');
  await getByText('Filters and colours').click();
  await getByRole('checkbox', { name: /raid/ }).click();
  await expect.element(status).toHaveTextContent('200 in the window');

  for (let k = 0; k < 4; k++) await getByRole('button', { name: 'Zoom in' }).click();
  await vi.waitUntil(() => parseInt(status.element().textContent) < 200, {
    timeout: 20_000,
  });
  await expect.element(getByRole('checkbox', { name: /raid/ })).not.toBeChecked();
  await getByRole('list', { name: 'Records' }).getByRole('button').first().click();
  const details = getByRole('complementary', { name: 'Details' });
  await expect.element(details).toHaveTextContent(/Event \d+/);
  await userEvent.keyboard('{Escape}');
  await expect.element(details).not.toBeInTheDocument();
});

test('what is selected does not hold back a reader who moves the map on', async () => {
  history.replaceState(null, '', '#map=4/40/70&date=all');
  const dataset = await openTileset(await fileOf());
  const { container, getByRole } = await render(CrowdView, {
    dataset,
    base: '/static',
    history: {
      push: (url) => history.pushState(null, '', url),
      replace: (url) => history.replaceState(null, '', url),
    },
  });
  await vi.waitUntil(() => container.querySelector('[data-ready="true"]'), { timeout: 20_000 });
  await getByRole('list', { name: 'Records' }).getByRole('button').first().click();
  const details = getByRole('complementary', { name: 'Details' });
  await expect.element(details).toHaveTextContent(/Event \d+/);
  const title = words(details.element()).slice(0, 12);
  const look = (): number[] =>
    (/map=([^&]+)/.exec(location.hash)?.[1] ?? '').split('/').map(Number);
  /** Presses an arrow key on the map until it has come to rest elsewhere. */
  const pan = async (key: string): Promise<number[]> => {
    const before = look().join();
    container.querySelector<HTMLElement>('canvas')?.focus();
    await userEvent.keyboard(key);
    await vi.waitUntil(() => look().join() !== before, { timeout: 5000 });
    await new Promise((resolve) => setTimeout(resolve, 400));
    return look();
  };
  // East, until the selected record is far out of sight, and the tiles in view are others.
  for (let k = 0; k < 12; k++) await pan('{ArrowRight}');
  const [, , lon = 0] = look();
  expect(lon).toBeGreaterThan(90);
  const [, , further = 0] = await pan('{ArrowRight}');
  expect(further).toBeGreaterThan(lon);
  expect(words(details.element())).toContain(title);
});

test('says what is wrong with dates that cannot be read', async () => {
  const odd = events(9).map((feature) => ({
    ...feature,
    properties: { ...feature.properties, start: 'long ago' },
  }));
  await expect(openTileset(await fileOf(odd))).rejects.toThrow(
    /events\.pmtiles has no date that can be read: found .*long ago.* in start, expected a date/,
  );
  const none = events(9).map((feature, k) => ({
    ...feature,
    properties: { ...feature.properties, start: k ? '' : ' ' },
  }));
  await expect(openTileset(await fileOf(none))).rejects.toThrow('events.pmtiles has no date');
});
