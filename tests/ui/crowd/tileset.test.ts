/** A tileset in the explorer of large files, with its worker and its map. */
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { openTileset } from '../../../src/lib/io/crowd/tileset';
import CrowdView from '../../../src/lib/ui/crowd/CrowdView.svelte';
import { events, metadataOf, pmtiles } from '../../fixtures/pmtiles';

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
