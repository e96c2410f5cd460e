import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Announcer from '../../src/lib/ui/Announcer.svelte';
import { Playback } from '../../src/lib/view/playback.svelte';
import { explorerAt } from './render';

async function announcerAt(date: string) {
  const explorer = explorerAt(date);
  const playback = new Playback(explorer);
  const { getByRole } = await render(Announcer, { explorer, playback });
  return { explorer, playback, status: getByRole('status') };
}

test('says what the window holds', async () => {
  const { explorer, status } = await announcerAt('2007');
  const count = explorer.present.length;
  await expect
    .element(status)
    .toHaveTextContent(new RegExp(`2007: ${count} records, \\d+ certain`));
});

test('says which record a step brings, and what there is at that point', async () => {
  const { explorer, playback, status } = await announcerAt('2006');
  playback.step(1);
  flushSync();
  const begun = explorer.scene?.starts.map((id) => explorer.index.records.get(id)?.title ?? '');
  expect(begun).toHaveLength(1);
  await expect.element(status).toHaveTextContent(`2006: ${begun?.[0]}. At this point `);
});

test('is silent in a replay', async () => {
  const { playback, status } = await announcerAt('2007');
  await expect.element(status).toHaveTextContent(/2007/);
  const said = status.element().textContent;
  playback.play();
  await new Promise((done) => setTimeout(done, 1500));
  expect(status.element().textContent).toBe(said);
  playback.pause();
});
