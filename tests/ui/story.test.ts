import { flushSync } from 'svelte';
import { expect, onTestFinished, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { Comparison } from '../../src/lib/view/comparison.svelte';
import { Playback } from '../../src/lib/view/playback.svelte';
import Story from '../../src/lib/ui/Story.svelte';
import { colours, explorerAt } from './render';

async function story(id: string, swiped = false) {
  const explorer = explorerAt('all');
  const playback = new Playback(explorer);
  explorer.read(id);
  const [onchoose, onperson, onleave] = [vi.fn(), vi.fn(), vi.fn()];
  const comparison = new Comparison(explorer);
  const props = { explorer, playback, comparison, colours, swiped, onchoose, onperson, onleave };
  // The panel that holds it in the page: without one, the text would not scroll.
  const target = document.body.appendChild(document.createElement('div'));
  target.style.height = '500px';
  onTestFinished(() => target.remove());
  const screen = await render(Story, { target, props });
  return { explorer, playback, onchoose, onperson, onleave, ...screen };
}

test('pointing at a mention, or reaching it by keyboard, marks it; a click chooses it', async () => {
  const { explorer, onchoose, getByRole } = await story('1999');
  const mention = getByRole('link', { name: 'took the Mayor of Osh' });
  await userEvent.hover(mention);
  expect(explorer.hoveredId).toBe('osh-mayor-seized');
  await userEvent.hover(getByRole('combobox', { name: 'Chapter' }));
  expect(explorer.hoveredId).toBeUndefined();
  mention.element().focus();
  expect(explorer.hoveredId).toBe('osh-mayor-seized');
  await userEvent.keyboard('{Enter}');
  expect(onchoose.mock.calls).toEqual([['osh-mayor-seized']]);
  await expect.element(mention).toHaveAttribute('href', '/e/osh-mayor-seized/');
});

test('a mention of a person marks what they have a part in, and opens their card', async () => {
  const { explorer, getByRole, onchoose, onperson } = await story('adolat');
  const mention = getByRole('link', { name: 'Tohir Yuldashev' });
  await userEvent.hover(mention);
  expect(explorer.hoveredIds).toContain('adolat-founded');
  await mention.click();
  expect(onperson.mock.calls).toEqual([['yuldashev']]);
  expect(onchoose).not.toHaveBeenCalled();
  explorer.follow('yuldashev');
  await getByRole('button', { name: 'Show all' }).click();
  expect(explorer.followed).toBeUndefined();
});

test('a replay stays within the chapter', async () => {
  const { explorer, playback, getByRole } = await story('1999');
  await getByRole('button', { name: 'Replay 1999' }).click();
  expect(playback.playing).toBe(true);
  expect(explorer.scene?.window.year).toBe(1999);
  for (let k = 0; k < 40 && playback.playing; k += 1) {
    playback.speed = 4;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(explorer.window).toEqual({ kind: 'year', year: 1999 });
  playback.pause();
});

test('the text follows a chapter that is chosen elsewhere, and the ends are ends', async () => {
  const { explorer, getByRole } = await story('background');
  await expect
    .element(getByRole('button', { name: 'Previous chapter' }))
    .toHaveAttribute('aria-disabled', 'true');
  explorer.read('after');
  flushSync();
  await expect
    .element(getByRole('button', { name: 'Next chapter' }))
    .toHaveAttribute('aria-disabled', 'true');
  await expect.element(getByRole('combobox', { name: 'Chapter' })).toHaveValue('after');
});

test('a chapter is compared with the one before, what differs is read, and the text comes back', async () => {
  const { explorer, onchoose, getByRole } = await story('2000');
  await getByRole('button', { name: 'Compare with 1999' }).click();
  expect(explorer.compare).toEqual({ kind: 'year', year: 1999 });
  const ended = getByRole('list', { name: 'Ended' }).getByRole('button').first();
  await ended.click();
  expect(onchoose).toHaveBeenCalledOnce();
  const back = getByRole('button', { name: 'Back to the text' });
  await expect.element(back).toHaveAttribute('aria-expanded', 'true');
  await back.click();
  await expect.element(getByRole('list', { name: 'Ended' })).not.toBeInTheDocument();
  // The same chapter, at the top of the text.
  expect(explorer.chapter?.id).toBe('2000');
  await expect.element(getByRole('heading', { name: /^2000/ })).toBeInViewport();
  await getByRole('button', { name: 'What differs' }).click();
  await getByRole('button', { name: 'Next chapter' }).click();
  await expect.element(getByRole('button', { name: 'What differs' })).not.toBeInTheDocument();
});
