/** What a step in time costs at several sizes, by our layer and by what others use. */
import type { Browser } from 'playwright';
import { median, seeded, shuffled } from '../stats';
import {
  collect,
  digits,
  middle,
  openPage,
  processOf,
  table,
  target,
  taskTime,
  threadTime,
  type Bench,
} from './pages';

const warmUp = 2;
/** Milliseconds of a measurement at least; a step that settles later is waited for. */
const interval = 500;
/** Steps of those that take seconds for each, beyond a hundred thousand records. */
const fewSteps = 3;
const million = 1_000_000;

const ways = [
  { way: 'idle', name: 'idle map: one repaint' },
  { way: 'uniform', name: 'time as a uniform' },
  { way: 'filter', name: '`setFilter`', isSlow: true },
  { way: 'deck', name: 'deck.gl, DataFilterExtension' },
  { way: 'leaflet', name: 'Leaflet.TimeDimension', isSlow: true },
] as const;
type Way = (typeof ways)[number]['way'];

interface Sample {
  readonly task: number;
  /** Milliseconds of all threads of the page's process. */
  readonly threads: number;
  readonly settle: number;
}

interface Measured {
  readonly samples: Sample[];
  readonly bench: Bench;
  readonly loaded: number;
  readonly memory: number;
  /** The page's process, where the system tells. */
  readonly process: number | undefined;
}

async function step({ bench: { page, cdp }, process }: Measured, year: number): Promise<Sample> {
  await page.bringToFront();
  const threads = threadTime(process);
  const before = await taskTime(cdp);
  await page.evaluate((value) => window.bench?.step(value), year);
  await page.waitForTimeout(interval);
  await page.waitForFunction(() => window.bench?.settled() !== undefined, undefined, {
    timeout: 300_000,
    polling: 200,
  });
  const task = (await taskTime(cdp)) - before;
  const settle = await page.evaluate(() => window.bench?.settled() ?? NaN);
  return { task, threads: threadTime(process) - threads, settle };
}

async function load(browser: Browser, url: string): Promise<Measured> {
  const bench = await openPage(browser, url);
  await bench.page.waitForFunction(() => window.bench !== undefined, undefined, {
    timeout: 900_000,
    polling: 500,
  });
  const loaded = await bench.page.evaluate(() => window.bench?.loaded ?? NaN);
  await collect(bench);
  const process = await processOf(browser, bench.page);
  return { samples: [], bench, loaded, memory: process?.own ?? NaN, process: process?.id };
}

const none: Pick<Measured, 'samples'> = { samples: [] };
const task = ({ samples }: Measured): number[] => samples.map((sample) => sample.task);
const threads = ({ samples }: Pick<Measured, 'samples'>): number[] =>
  samples.map((sample) => sample.threads);
const settle = ({ samples }: Measured): number[] => samples.map((sample) => sample.settle);

/** The pages of one size are open at once and take turns. */
async function measure(
  browser: Browser,
  url: string,
  count: number,
  steps: number,
): Promise<Map<Way, Measured>> {
  const random = seeded(count);
  const measured = new Map<Way, Measured>();
  for (const { way } of ways) {
    process.stderr.write(`\r${count}: loading ${way}      `);
    measured.set(way, await load(browser, `${url}?way=${way}&count=${count}`));
  }
  const isFew = (way: Way): boolean =>
    count > 100_000 && ways.some((one) => one.way === way && 'isSlow' in one);
  for (let round = 0; round < warmUp + steps; round++) {
    for (const [way, one] of shuffled([...measured], random)) {
      if (isFew(way) && round >= 1 + fewSteps) continue;
      const sample = await step(one, 1992 + (round % 25));
      if (round >= (isFew(way) ? 1 : warmUp)) one.samples.push(sample);
    }
    process.stderr.write(`\r${count}: round ${round + 1} of ${warmUp + steps}    `);
  }
  for (const { bench } of measured.values()) await bench.page.context().close();
  return measured;
}

/** Measures all sizes, and writes a table with what was aimed at. */
export async function stepsPart(
  browser: Browser,
  url: string,
  { sizes, steps }: { readonly sizes: readonly number[]; readonly steps: number },
): Promise<string> {
  const rows: string[][] = [];
  const medians = new Map<number, Record<Way, number>>();
  let whole: { filter: number; uniform: number } | undefined;
  for (const count of sizes) {
    const measured = await measure(browser, url, count, steps);
    const of = (way: Way): number => {
      const found = measured.get(way);
      return found ? median(task(found)) : NaN;
    };
    const idle = of('idle');
    const ofThreads = (way: Way): number => median(threads(measured.get(way) ?? none));
    if (count === million) whole = { filter: ofThreads('filter'), uniform: ofThreads('uniform') };
    medians.set(count, {
      idle,
      uniform: of('uniform'),
      filter: of('filter'),
      deck: of('deck'),
      leaflet: of('leaflet'),
    });
    for (const { way, name } of ways) {
      const found = measured.get(way);
      if (!found) continue;
      const row = [
        `${count.toLocaleString('en')}: ${name}`,
        middle(task(found)),
        (of(way) / idle).toFixed(1),
        middle(threads(found)),
        middle(settle(found)),
        way === 'idle' ? '–' : digits(found.loaded / 1000),
        digits(found.memory),
        String(found.samples.length),
      ];
      console.error(`\r${row.join(' | ')}`);
      rows.push(row);
    }
  }
  const head = [
    'one step',
    'main thread, ms',
    'x idle map',
    'all threads of the page, ms',
    'settled after, ms',
    'loaded in, s',
    'memory of the page, MB',
    'steps',
  ];
  return [table(head, rows), targets(medians, whole).join('\n')].join('\n\n');
}

function targets(
  medians: ReadonlyMap<number, Record<Way, number>>,
  whole: { readonly filter: number; readonly uniform: number } | undefined,
): string[] {
  const sizes = [...medians.keys()];
  const worst = Math.max(...[...medians.values()].map(({ uniform, idle }) => uniform / idle));
  const ofMillion = medians.get(million);
  const below = ofMillion ? ofMillion.filter / ofMillion.uniform : NaN;
  const least = ofMillion ? ofMillion.filter / ofMillion.idle : NaN;
  const inAll = whole ? whole.filter / whole.uniform : NaN;
  const lead = Math.min(...[...medians.values()].map(({ deck, uniform }) => deck / uniform));
  const growth =
    (medians.get(Math.max(...sizes))?.uniform ?? NaN) /
    (medians.get(Math.min(...sizes))?.uniform ?? NaN);
  return [
    ...target('a step within 1.5 times the idle map at every size; at most', worst, worst <= 1.5),
    ...target(
      `at a million at least 20 times below \`setFilter\`, all threads of the page together`,
      inAll,
      inAll >= 20,
    ),
    ...target(
      `the same, the main thread alone, of which an idle repaint is ${digits(least)}x below`,
      below,
      below >= 20,
    ),
    ...target('below deck.gl at every size; at least', lead, lead > 1),
    ...target(
      'flat growth, at most 1.5 times from the smallest size to the largest',
      growth,
      growth <= 1.5,
    ),
  ];
}
