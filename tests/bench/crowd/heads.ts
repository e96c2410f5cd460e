/** What a frame of a replay costs, from ten moving heads to ten thousand. */
import type { Browser } from 'playwright';
import { median, shuffled, seeded } from '../stats';
import { middle, openPage, table, target, taskTime, type Bench } from './pages';

/** Rounds at most; each takes a second for each page. */
const mostRounds = 6;

interface Frames {
  /** Milliseconds of the main thread for each frame. */
  readonly task: number;
  readonly perSecond: number;
}

/** A second of frames that follow each other. */
async function frames({ page, cdp }: Bench): Promise<Frames> {
  await page.bringToFront();
  const before = await taskTime(cdp);
  const { drawn, took } = await page.evaluate(
    () =>
      new Promise<{ drawn: number; took: number }>((done) => {
        const bench = window.bench;
        const [first, started] = [bench?.drawn() ?? 0, performance.now()];
        let tick = 0;
        const next = (): void => {
          bench?.step(tick++);
          const took = performance.now() - started;
          const drawn = (bench?.drawn() ?? 0) - first;
          if (took < 1000 || drawn < 2) requestAnimationFrame(next);
          else done({ drawn, took });
        };
        next();
      }),
  );
  return { task: ((await taskTime(cdp)) - before) / drawn, perSecond: (1000 * drawn) / took };
}

/** Measures replays of several sizes in turns, and writes a table. */
export async function headsPart(
  browser: Browser,
  url: string,
  { heads, steps }: { readonly heads: readonly number[]; readonly steps: number },
): Promise<string> {
  const all = [
    { name: 'idle map', query: 'way=idle' },
    ...heads.map((count) => ({
      name: `${count.toLocaleString('en')} heads with their trails`,
      query: `way=heads&count=${count}`,
    })),
  ];
  const benches: Bench[] = [];
  for (const { query, name } of all) {
    process.stderr.write(`\rloading ${name}        `);
    const bench = await openPage(browser, `${url}?${query}`);
    await bench.page.waitForFunction(() => window.bench !== undefined, undefined, {
      timeout: 600_000,
      polling: 500,
    });
    benches.push(bench);
  }
  const random = seeded(heads.length);
  const samples = all.map((): Frames[] => []);
  for (let round = 0; round < 1 + Math.min(mostRounds, steps); round++) {
    for (const [k, bench] of shuffled([...benches.entries()], random)) {
      const taken = await frames(bench);
      if (round > 0) samples[k]?.push(taken);
    }
  }
  for (const { page } of benches) await page.context().close();
  const task = (k: number): number[] => (samples[k] ?? []).map((sample) => sample.task);
  const rates = (k: number): number[] => (samples[k] ?? []).map((sample) => sample.perSecond);
  const idle = median(task(0));
  const rows = all.map(({ name }, k) => [
    name,
    middle(task(k)),
    (median(task(k)) / idle).toFixed(1),
    middle(rates(k)),
  ]);
  const most = median(task(all.length - 1)) / idle;
  return [
    table(
      ['frame after frame', 'main thread per frame, ms', 'x idle frame', 'frames per second'],
      rows,
    ),
    target(`a frame with most heads within 1.5 times the idle map's`, most, most <= 1.5).join('\n'),
  ].join('\n\n');
}
