import { expect, onTestFinished, test } from 'vitest';
import { shortcutOf } from '../../src/lib/ui/shortcuts';

/** What a key asks for when it is pressed in the innermost element of some markup. */
function asked(markup: string, key: string, modifiers: KeyboardEventInit = {}) {
  const box = document.createElement('div');
  const parsed = new DOMParser().parseFromString(markup, 'text/html');
  box.append(...parsed.body.childNodes);
  document.body.append(box);
  onTestFinished(() => box.remove());
  let target: Element = markup === '' ? document.body : box;
  while (target !== document.body && target.firstElementChild) target = target.firstElementChild;
  let found: ReturnType<typeof shortcutOf>;
  const listen = (event: KeyboardEvent): void => {
    found = shortcutOf(event);
  };
  window.addEventListener('keydown', listen, { once: true });
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...modifiers }));
  return found;
}

const list = '<aside><ol><li tabindex="0"></li></ol></aside>';

test.each<[string, string, string, ReturnType<typeof shortcutOf>]>([
  ['on the map', '<main><div></div></main>', ' ', 'toggle'],
  ['on the timeline', '<section class="timeline"><input type="range"></section>', ' ', 'toggle'],
  ['where nothing has the focus', '', ' ', 'toggle'],
  ['in the list, which it scrolls', list, ' ', undefined],
  ['on a button', '<main><button></button></main>', ' ', undefined],
  ['in a field', '<main><input></main>', ' ', undefined],
  ['in the list', list, '[', 'previous'],
  ['in the list', list, ']', 'next'],
  ['on a button', '<button></button>', ']', 'next'],
  ['in a field', '<input>', ']', undefined],
  ['in a dialog', '<dialog open><p></p></dialog>', ']', undefined],
  ['anywhere', list, '?', 'keys'],
  ['anywhere', list, '/', 'search'],
  ['in a field', '<textarea></textarea>', '?', undefined],
  ['anywhere', '<main></main>', 'a', undefined],
])('%s: %s %s', (_, markup, key, expected) => {
  expect(asked(markup, key)).toBe(expected);
});

test('a key with Ctrl or Meta is the browser’s', () => {
  for (const modifiers of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
    expect(asked('<main></main>', ']', modifiers)).toBeUndefined();
  }
  // AltGr counts as both.
  const altGr = { ctrlKey: true, altKey: true, modifierAltGraph: true };
  expect(asked('<main></main>', ']', altGr)).toBe('next');
});
