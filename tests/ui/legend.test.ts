import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { groupNames } from '../../src/lib/core/group';
import { parseWindow } from '../../src/lib/core/window';
import Legend from '../../src/lib/ui/Legend.svelte';
import { colours, explorerAt, words } from './render';

async function legendAt(date: string) {
  const explorer = explorerAt(date);
  const { container } = await render(Legend, { explorer, colours, open: true });
  return { explorer, text: () => words(container), container };
}

test('explains each kind that is there, and no other', async () => {
  const { explorer, text } = await legendAt('1999');
  for (const name of Object.values(groupNames)) expect(text()).toContain(name);

  explorer.setWindow(parseWindow('1985') ?? { kind: 'all' });
  flushSync();
  expect(text()).toContain(groupNames.other);
  for (const group of ['incursion', 'relocation', 'base', 'event'] as const) {
    expect(text(), group).not.toContain(groupNames[group]);
  }
});

test('explains certainty, standing and dispute only where they occur', async () => {
  const { explorer, text } = await legendAt('1999');
  expect(text()).toMatch(/may hold/);
  expect(text()).toMatch(/Claimed/);
  expect(text()).toMatch(/Inferred/);
  expect(text()).toMatch(/claim about it is disputed/);
  expect(text()).not.toMatch(/Estimated/);

  explorer.setWindow(parseWindow('2000') ?? { kind: 'all' });
  flushSync();
  expect(text()).toMatch(/Estimated/);
  expect(text()).not.toMatch(/claim about it is disputed/);
});

test('folds, and can be opened by keyboard as any summary', async () => {
  const { container } = await legendAt('1999');
  const box = container.querySelector('details');
  expect(box?.open).toBe(true);
  container.querySelector('summary')?.click();
  await expect.poll(() => box?.open).toBe(false);
});
