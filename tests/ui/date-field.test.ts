import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { formatWindow, parseWindow, type Window } from '../../src/lib/core/window';
import DateField from '../../src/lib/ui/DateField.svelte';

async function field(window: Window = { kind: 'year', year: 1999 }) {
  const ongo = vi.fn<(window: Window) => void>();
  const screen = await render(DateField, { window, ongo, onenter: () => undefined });
  return { ongo, ...screen, input: screen.getByRole('textbox', { name: 'Go to date' }) };
}

test.each(['2001', '1999-10', '1999-10-03', '1995/1998', 'all', '-0043', ' 2001 '])(
  'takes "%s"',
  async (typed) => {
    const { ongo, input, container } = await field();
    await input.fill(typed);
    await userEvent.keyboard('{Enter}');
    expect(ongo.mock.calls.map(([window]) => formatWindow(window))).toEqual([typed.trim()]);
    expect(container.querySelector('[role="alert"]')).toBeNull();
  },
);

test('takes a date in words', async () => {
  const { ongo, input } = await field();
  await input.fill('August to October 1999');
  await userEvent.keyboard('{Enter}');
  await vi.waitUntil(() => ongo.mock.calls.length > 0);
  expect(ongo.mock.calls.map(([window]) => formatWindow(window))).toEqual(['1999-08/1999-10']);
});

test.each([
  '1999',
  '1999-10',
  '1999-10-03',
  '1995/1998',
  '1999-08/2000-10',
  '1999-08-06/2000-10-31',
])('shows all of "%s" where there is little room', async (shown) => {
  const { input, container } = await field(parseWindow(shown));
  container.style.display = 'inline-flex';
  const element = input.element() as HTMLInputElement;
  expect(element.value).toBe(shown);
  expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
});

test.each(['soon', '1999-13', '2001-02-29', '2001/1999', '', '<b>1999</b>'])(
  'refuses "%s" and says what it takes',
  async (typed) => {
    const { ongo, input, getByRole } = await field();
    await input.fill(typed);
    await userEvent.keyboard('{Enter}');
    expect(ongo).not.toHaveBeenCalled();
    await expect.element(getByRole('alert')).toHaveTextContent(/1999-10/);
    await expect.element(input).toHaveAttribute('aria-invalid', 'true');
    await expect.element(input).toHaveAccessibleDescription(/1999-10/);
  },
);

test.each([
  ['-0043', '44 BC'],
  ['0044', 'AD 44'],
  ['-0043/-0030', '44 to 31 BC'],
  ['Y12000', '12000'],
])('says %s in words, and takes it back so', async (date, words) => {
  const window = parseWindow(date);
  const { input, ongo } = await field(window);
  await expect.element(input).toHaveValue(words);
  await input.click();
  await userEvent.keyboard('{Enter}');
  await vi.waitUntil(() => ongo.mock.calls.length > 0);
  expect(ongo.mock.calls[0]?.[0]).toEqual(window);
});

test('Escape takes back what was typed', async () => {
  const { input } = await field();
  await input.fill('soon');
  await userEvent.keyboard('{Escape}');
  await expect.element(input).toHaveValue('1999');
});

test('what is left behind goes back to the window', async () => {
  const { input, container } = await field();
  await input.fill('soon');
  await userEvent.keyboard('{Enter}');
  await userEvent.tab();
  await expect.element(input).toHaveValue('1999');
  expect(container.querySelector('[role="alert"]')).toBeNull();
});

test('says what can be typed before anything is wrong', async () => {
  const { input } = await field();
  await expect.element(input).toHaveAccessibleDescription(/a month \(1999-10\)/);
});

test('shows the window as a link writes it', async () => {
  const { input } = await field({ kind: 'range', from: { year: 1995 }, to: { year: 1998 } });
  await expect.element(input).toHaveValue('1995/1998');
});
