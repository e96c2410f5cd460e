/** Pages of the benchmark of large files: opened, measured, and the memory of their processes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright';
import { median, quantile } from '../stats';

export interface Bench {
  readonly page: Page;
  readonly cdp: CDPSession;
}

/** Opens a page in a context, and so in a process, of its own. */
export async function openPage(browser: Browser, url: string): Promise<Bench> {
  const context = await browser.newContext({ viewport: { width: 900, height: 600 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${url}: ${error.message}`));
  // Some pages are busy from their first script on, for longer than anybody would wait to load.
  await page.goto(url, { waitUntil: 'commit', timeout: 0 });
  const cdp = await context.newCDPSession(page);
  // Thread time: on a busy machine, wall time would also count other programs' turns.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, cdp };
}

/** Milliseconds that the page's main thread has worked. */
export async function taskTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
}

/** What the system says of a page's process, its worker with it; graphics are in another one. */
export interface Process {
  readonly id: number;
  /** Megabytes that are its own and no file's (`RssAnon`). */
  readonly own: number;
  /** The most that was ever resident, files and libraries with it (`VmHWM`). */
  readonly peak: number;
  /** Seconds that its threads have worked. */
  readonly worked: number;
}

/** The processes of all pages, and those in reserve; empty where the system has no /proc. */
async function processes(browser: Browser): Promise<Process[]> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  return processInfo
    .filter(({ type, id }) => type === 'renderer' && existsSync(`/proc/${id}/status`))
    .map(({ id, cpuTime }) => {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      const megabytes = (name: string): number =>
        Number(new RegExp(`${name}:\\s*(\\d+)`).exec(status)?.[1]) / 1024;
      return { id, own: megabytes('RssAnon'), peak: megabytes('VmHWM'), worked: cpuTime };
    });
}

/** Milliseconds that all threads of a process have worked; NaN where the system has no /proc. */
export function threadTime(id: number | undefined): number {
  const tasks = `/proc/${id ?? ''}/task`;
  if (id === undefined || !existsSync(tasks)) return NaN;
  return readdirSync(tasks).reduce((sum, task) => {
    try {
      const [worked] = readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ');
      return sum + Number(worked) / 1e6;
    } catch {
      // A thread that has ended meanwhile.
      return sum;
    }
  }, 0);
}

/** Milliseconds for which a page is made to work, so that its process is known. */
export const madeToWork = 300;

/**
 * The process of a page as it is before it works: that which does while the page is made to. Nothing names it, and the browser
 * starts processes in reserve.
 */
export async function processOf(browser: Browser, page: Page): Promise<Process | undefined> {
  const before = await processes(browser);
  const times = before.map(({ id }) => threadTime(id));
  await page.evaluate((span) => {
    const until = performance.now() + span;
    while (performance.now() < until);
  }, madeToWork);
  const more = before.map(({ id }, k) => threadTime(id) - (times[k] ?? 0));
  return before[more.indexOf(Math.max(...more))];
}

/** Collects what the page does not hold any more, so that only what it holds is measured. */
export async function collect({ page, cdp }: Bench): Promise<void> {
  await cdp.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(500);
}

export const digits = (value: number): string =>
  Number.isNaN(value) ? '–' : value.toFixed(value < 10 ? 1 : 0);

/** A median with its quartiles. */
export const middle = (values: readonly number[]): string =>
  `${digits(median(values))} (${digits(quantile(values, 0.25))}–${digits(quantile(values, 0.75))})`;

export const table = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  [head, head.map((_, k) => (k ? '---:' : '---')), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/** A target and whether it was met, as an item of a list; undefined where nothing was measured. */
export function target(text: string, value: number, isMet: boolean, unit = 'x'): string[] {
  if (Number.isNaN(value)) return [];
  return [`- ${text}: ${digits(value)}${unit}, **${isMet ? 'met' : 'not met'}**`];
}
