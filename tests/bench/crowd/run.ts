/**
 * `npm run bench:crowd`: what a step in time costs at 1,000 to 1,000,000 records, beside a map that
 * only repaints, MapLibre's `setFilter` and deck.gl; what a frame of a replay costs; and how long
 * large files take to open. The pages of one size are open at once and take turns.
 *
 *   --steps=10          measured steps per row, after the warm-up
 *   --sizes=1000,...    numbers of records
 *   --all               `setFilter` beyond 100,000 records too: it takes minutes to load
 *   --heads=10,...      numbers of paths
 *   --print             only prints; docs/benchmarks-crowd.md stays as it is
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { browserArgs, ensureBrowser } from '../../../scripts/browser.mjs';
import { machineLine, writeBetween } from '../report';
import { median, quantile, seeded, shuffled } from '../stats';
import { serveCrowd } from './serve';

const { values: options } = parseArgs({
  options: {
    steps: { type: 'string', default: '10' },
    sizes: { type: 'string', default: '1000,10000,100000,1000000' },
    heads: { type: 'string', default: '10,100,1000,10000' },
    all: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
  },
});

const steps = Number(options.steps);
const numbers = (text: string): number[] => text.split(',').map(Number);
const warmUp = 2;
/** Milliseconds of a measurement at least; a step that settles later is waited for. */
const interval = 500;

interface Bench {
  readonly page: Page;
  readonly cdp: CDPSession;
}

async function open(browser: Browser, url: string): Promise<Bench> {
  const context = await browser.newContext({ viewport: { width: 900, height: 600 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => window.bench !== undefined, undefined, { timeout: 300_000 });
  const cdp = await context.newCDPSession(page);
  // Thread time: on a busy machine, wall time would also count other programs' turns.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, cdp };
}

async function taskTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
}

interface Sample {
  readonly task: number;
  readonly settle: number;
}

async function step({ page, cdp }: Bench, year: number): Promise<Sample> {
  await page.bringToFront();
  const before = await taskTime(cdp);
  await page.evaluate((value) => window.bench?.step(value), year);
  await page.waitForTimeout(interval);
  await page.waitForFunction(() => window.bench?.settled() !== undefined, undefined, {
    timeout: 60_000,
    polling: 200,
  });
  const task = (await taskTime(cdp)) - before;
  const settle = await page.evaluate(() => window.bench?.settled() ?? NaN);
  return { task, settle };
}

/** Milliseconds of the main thread for a frame, over frames that follow each other. */
async function frames({ page, cdp }: Bench): Promise<number> {
  await page.bringToFront();
  const before = await taskTime(cdp);
  const drawn = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let tick = 0;
        const until = performance.now() + 1000;
        const next = (): void => {
          window.bench?.step(tick++);
          if (performance.now() < until) requestAnimationFrame(next);
          else done(tick);
        };
        next();
      }),
  );
  return ((await taskTime(cdp)) - before) / drawn;
}

const digits = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
const middle = (values: readonly number[]): string =>
  `${digits(median(values))} (${digits(quantile(values, 0.25))}–${digits(quantile(values, 0.75))})`;
const table = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  [head, head.map((_, k) => (k ? '---:' : '---')), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const ways = [
  { way: 'idle', name: 'idle map: one repaint' },
  { way: 'uniform', name: 'time as a uniform' },
  { way: 'filter', name: '`setFilter`' },
  { way: 'deck', name: 'deck.gl, DataFilterExtension' },
] as const;

async function stepRows(browser: Browser, url: string, count: number): Promise<string[][]> {
  const measured = ways.filter(({ way }) => way !== 'filter' || count <= 100_000 || options.all);
  const random = seeded(count);
  const benches = new Map<string, Bench>();
  const loaded = new Map<string, number>();
  for (const { way } of measured) {
    const bench = await open(browser, `${url}?way=${way}&count=${count}`);
    benches.set(way, bench);
    loaded.set(way, await bench.page.evaluate(() => window.bench?.loaded ?? NaN));
  }
  const samples = new Map(measured.map(({ way }) => [way as string, [] as Sample[]]));
  for (let round = 0; round < warmUp + steps; round++) {
    for (const [way, bench] of shuffled([...benches], random)) {
      const sample = await step(bench, 1992 + (round % 25));
      if (round >= warmUp) samples.get(way)?.push(sample);
    }
    process.stderr.write(`\r${count}: round ${round + 1} of ${warmUp + steps} `);
  }
  for (const { page } of benches.values()) await page.context().close();
  const task = (way: string): number[] => (samples.get(way) ?? []).map((sample) => sample.task);
  const idle = median(task('idle'));
  const rows = measured.map(({ way, name }) => [
    `${count.toLocaleString('en')}: ${name}`,
    middle(task(way)),
    (median(task(way)) / idle).toFixed(1),
    middle((samples.get(way) ?? []).map(({ settle }) => settle)),
    way === 'idle' ? '–' : digits((loaded.get(way) ?? NaN) / 1000),
  ]);
  console.error(rows.map((row) => row.join(' | ')).join('\n'));
  return rows;
}

async function headRows(browser: Browser, url: string): Promise<string[][]> {
  const counts = numbers(options.heads);
  const all = [{ name: 'idle map', query: 'way=idle', count: 0 }].concat(
    counts.map((count) => ({
      name: `${count.toLocaleString('en')} heads with their trails`,
      query: `way=heads&count=${count}`,
      count,
    })),
  );
  const benches: Bench[] = [];
  for (const { query } of all) benches.push(await open(browser, `${url}?${query}`));
  const samples = all.map((): number[] => []);
  for (let round = 0; round < 1 + Math.min(5, steps); round++) {
    for (const [k, bench] of benches.entries()) {
      const taken = await frames(bench);
      if (round > 0) samples[k]?.push(taken);
    }
  }
  for (const { page } of benches) await page.context().close();
  const idle = median(samples[0] ?? []);
  console.error(samples.map((taken) => middle(taken)).join('\n'));
  return all.map(({ name }, k) => [
    name,
    middle(samples[k] ?? []),
    (median(samples[k] ?? []) / idle).toFixed(1),
  ]);
}

/** Megabytes of the largest page's process, its worker with it, without graphics; Linux only. */
async function memoryOf(browser: Browser): Promise<string> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => `/proc/${id}/status`)
    .filter(existsSync)
    .map((file) => Number(/RssAnon:\s*(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]) / 1024);
  return sizes.length > 0 ? String(Math.round(Math.max(...sizes))) : '–';
}

async function openRows(browser: Browser, url: string): Promise<string[][]> {
  const files = [
    { name: 'GeoJSON, 100,000 records', query: 'kind=geojson&count=100000' },
    { name: 'CSV, 1,000,000 records', query: 'kind=csv&count=1000000' },
  ];
  const rows: string[][] = [];
  for (const { name, query } of files) {
    const context = await browser.newContext({ viewport: { width: 1024, height: 640 } });
    const page = await context.newPage();
    await page.goto(`${url}?${query}`);
    await page.locator('[data-ready=true]').waitFor({ timeout: 300_000 });
    await page.waitForTimeout(2000);
    const opened = await page.evaluate(() => window.opened);
    const { took = NaN, blocked = NaN, bytes = NaN } = opened ?? {};
    const memory = await memoryOf(browser);
    rows.push([
      name,
      digits(bytes / 2 ** 20),
      digits(took / 1000),
      blocked > 0 ? digits(blocked) : 'under 50',
      memory,
    ]);
    await context.close();
  }
  return rows;
}

async function main(): Promise<void> {
  const [rivals, page] = [await serveCrowd('rivals'), await serveCrowd('page')];
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArgs });
  try {
    const stepped: string[][] = [];
    for (const count of numbers(options.sizes)) {
      stepped.push(...(await stepRows(browser, rivals.url, count)));
    }
    const text = [
      machineLine(browser.version(), steps, 1),
      table(
        ['one step', 'main thread, ms', 'x idle map', 'settled after, ms', 'loaded in, s'],
        stepped,
      ),
      table(
        ['frame after frame', 'main thread per frame, ms', 'x idle frame'],
        await headRows(browser, rivals.url),
      ),
      table(
        [
          'opening a file',
          'MB',
          'seconds',
          'longest block of the page, ms',
          'memory of page and worker, MB',
        ],
        await openRows(browser, page.url),
      ),
    ].join('\n\n');
    console.log(text);
    const file = resolve(import.meta.dirname, '../../../docs/benchmarks-crowd.md');
    if (!options.print) writeBetween(file, 'results', text);
  } finally {
    await browser.close();
    await rivals.close();
    await page.close();
  }
}

await main();
