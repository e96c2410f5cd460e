/** What the page does to its main thread, in counts: they are the same on every machine. */
import type { CDPSession } from '@playwright/test';
import { during } from './atlas';
import { expect, expectListed, openWithoutMap, parts, test } from './fixture';

test.use({ webgl: false });

interface Counts {
  readonly nodes: number;
  readonly listeners: number;
  readonly layouts: number;
}

/** Counts of the page after everything that can be thrown away has been. */
async function counts(session: CDPSession): Promise<Counts> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), layouts: of('LayoutCount') };
}

test('stepping through the years asks for nothing, leaves nothing, and lays out little', async ({
  page,
}) => {
  await openWithoutMap(page);
  const { year, item, details, button } = parts(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');

  /** There and back, with a record opened and closed on the way. */
  const round = async (): Promise<void> => {
    for (let k = 0; k < 5; k += 1) await year.press('ArrowRight');
    await expectListed(page, during('2004'));
    for (let k = 0; k < 5; k += 1) await year.press('ArrowLeft');
    await expectListed(page, during('1999'));
    await item('tashkent-bombings-1999').getByRole('button').click();
    await expect(details.getByRole('heading', { level: 2 })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(details).toBeHidden();
  };

  // Later parts of the page come when somebody comes near them, or when it is idle: once.
  await round();
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => {
    // Chromium asks its cache for the icon at every entry of the history.
    if (!request.url().endsWith('/icon.svg')) asked.push(request.url());
  });

  const before = await counts(session);
  for (let k = 0; k < 3; k += 1) await round();
  const after = await counts(session);

  expect(asked).toEqual([]);
  // What held the last of them lets go a moment later.
  await expect
    .poll(async () => (await counts(session)).nodes - before.nodes, {
      message: 'nodes left behind',
    })
    .toBeLessThan(300);
  expect(after.listeners - before.listeners, 'listeners left behind').toBeLessThan(60);
  // 36 steps, openings and closings; a layout for each, and as much again for focus and scrolling.
  expect(after.layouts - before.layouts, 'layouts').toBeLessThan(36 * 2);
  await expect(button('Play')).toBeVisible();
});
