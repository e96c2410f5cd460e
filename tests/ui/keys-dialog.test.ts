import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import KeysDialog from '../../src/lib/ui/KeysDialog.svelte';

test('opens over the page, names the keys, and Escape closes it', async () => {
  const { component, container, getByRole } = await render(KeysDialog);
  const dialog = container.querySelector('dialog');
  expect(dialog?.open).toBe(false);
  component.show();
  await expect.element(getByRole('dialog', { name: 'Keys' })).toBeVisible();
  for (const key of ['Space', '[', ']', 'Page Up', 'Home', 'Esc', '?']) {
    await expect.element(getByRole('dialog')).toHaveTextContent(key);
  }
  expect(dialog?.contains(document.activeElement)).toBe(true);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => dialog?.open).toBe(false);
});

test('has a button that closes it', async () => {
  const { component, container, getByRole } = await render(KeysDialog);
  component.show();
  await getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => container.querySelector('dialog')?.open).toBe(false);
});

test('of a large file it names the keys that work there, and no others', async () => {
  const { component, container } = await render(KeysDialog, { large: true });
  component.show();
  const names = [...container.querySelectorAll('kbd')].map((key) => key.textContent);
  expect(names).toEqual(expect.arrayContaining(['Space', '↑', '↓', '/', '?']));
  for (const key of ['[', ']']) expect(names).not.toContain(key);
  expect(container.textContent).not.toContain('chapter');
});
