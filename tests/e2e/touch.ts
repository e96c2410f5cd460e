/** Fingers on the screen, one or two, through the browser's own input: gestures follow as on a phone. */
import type { Page } from '@playwright/test';

type Point = readonly [x: number, y: number];

/** Puts fingers down, moves each along its way in small steps, and lifts them. */
export async function touch(
  page: Page,
  ...fingers: readonly { readonly from: Point; readonly to: Point }[]
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : fingers.map(({ from, to }, id) => ({
              id,
              x: from[0] + (to[0] - from[0]) * share,
              y: from[1] + (to[1] - from[1]) * share,
            })),
    });
  const steps = 12;
  await send('touchStart', 0);
  for (let step = 1; step <= steps; step++) await send('touchMove', step / steps);
  // Held still before they are lifted: what was moved does not glide on.
  await page.waitForTimeout(120);
  await send('touchMove', 1);
  await send('touchEnd', 1);
  await session.detach();
}
