/** Reading by keyboard alone: going from stop to stop, each of which must be seen. */
import type { Page } from '@playwright/test';
import { expect } from './fixture';

interface Focused {
  readonly name: string;
  readonly role: string;
  readonly visible: boolean;
  readonly outlined: boolean;
}

/** What has the focus, whether it can be seen, and whether it shows that it has the focus. */
function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const box = element.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const label =
      element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    return {
      name: element.getAttribute('aria-label') ?? (label ?? element.textContent).trim(),
      role: element.tagName.toLowerCase(),
      visible: top !== null && (element.contains(top) || top.contains(element)),
      outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0,
    };
  });
}

/** Presses a key until the focus is where it should be; each stop on the way must be seen. */
export async function press(
  page: Page,
  key: string,
  until: (stop: Focused) => boolean,
): Promise<void> {
  const stops: string[] = [];
  for (let k = 0; k < 80; k += 1) {
    await page.keyboard.press(key);
    const stop = await focused(page);
    stops.push(stop.name.slice(0, 40));
    if (stop.role !== 'body') {
      expect(stop.visible, `${stop.name} is seen`).toBe(true);
      expect(stop.outlined, `${stop.name} shows its focus`).toBe(true);
    }
    if (until(stop)) return;
  }
  throw new Error(`not reached with ${key}: ${stops.join(' | ')}`);
}

/** Goes to the stop of a name with Tab, or with Shift+Tab. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  await press(page, key, (stop) =>
    typeof name === 'string' ? stop.name === name : name.test(stop.name),
  );
}
