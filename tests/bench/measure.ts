/** One measurement: what the page's main thread does from an action until its interval is over. */
import type { BenchPage } from './pages';
import type { Counts } from './probe';

export interface Sample extends Counts {
  /** CPU milliseconds of the main thread, all tasks. */
  task: number;
  /** Of which JavaScript. */
  script: number;
  /** Of which styles and layout. */
  layout: number;
  /** Milliseconds from the action until the map came to rest; 0 where it drew nothing. */
  settle: number;
  /** Seconds that the measurement took. */
  seconds: number;
  /** What its cost is shared by: the steps of a drag, or else the frames. */
  shares: number;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function metrics({ cdp }: BenchPage): Promise<ReadonlyMap<string, number>> {
  const { metrics: list } = await cdp.send('Performance.getMetrics');
  return new Map(list.map(({ name, value }) => [name, value * 1000]));
}

/**
 * Runs `act` and measures the page for `interval` milliseconds. The interval is the same for all,
 * and longer than a step's delayed work: the address bar (0.6 s) and the live region (1.2 s). With a
 * `lead`, the measurement begins that many milliseconds after the action.
 */
export async function measure(
  bench: BenchPage,
  act: () => Promise<unknown>,
  interval: number,
  options: { readonly settles: boolean; readonly lead?: number },
): Promise<Sample> {
  const { page } = bench;
  await page.bringToFront();
  if (options.lead !== undefined) {
    await act();
    await pause(options.lead);
  }
  await page.evaluate(() => window.probe.reset());
  const before = await metrics(bench);
  const started = performance.now();
  if (options.lead === undefined) await act();
  await pause(interval - (performance.now() - started));
  for (let tries = 0; options.settles; tries += 1) {
    if (await page.evaluate(() => window.probe.settled())) break;
    if (tries > 100) throw new Error('the map does not come to rest');
    await pause(100);
  }
  const after = await metrics(bench);
  const seconds = (performance.now() - started) / 1000;
  const delta = (name: string): number => (after.get(name) ?? NaN) - (before.get(name) ?? NaN);
  const { settle, counts } = await page.evaluate(() => {
    const { frames, messages, setData, setFilter, setFeatureState, steps } = window.probe;
    return {
      settle: frames > 0 ? window.probe.idleAt - window.probe.startedAt : 0,
      counts: { frames, messages, setData, setFilter, setFeatureState, steps },
    };
  });
  return {
    ...counts,
    task: delta('TaskDuration'),
    script: delta('ScriptDuration'),
    layout: delta('LayoutDuration') + delta('RecalcStyleDuration'),
    settle,
    seconds,
    shares: Math.max(1, counts.steps || counts.frames),
  };
}
