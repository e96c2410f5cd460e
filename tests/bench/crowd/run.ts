/**
 * `npm run bench:crowd`: what a step in time costs at 1,000 to 1,000,000 records, beside a map that
 * only repaints, MapLibre's `setFilter`, deck.gl and Leaflet.TimeDimension; what a frame of a replay
 * costs; and how long large files take to open, and what they hold in memory.
 *
 *   --only=steps,heads,open  parts that are measured; the tables of the others stay as they are
 *   --steps=10               measured steps per row, after the warm-up
 *   --sizes=1000,...         numbers of records
 *   --heads=10,...           numbers of paths
 *   --records=1000000        records of the CSV file that is opened; the GeoJSON file has a tenth
 *   --file=events.csv        a file of yours, which is opened too; as often as you like
 *   --print                  only prints; docs/benchmarks-crowd.md stays as it is
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright';
import { format, resolveConfig } from 'prettier';
import { browserArgs, ensureBrowser } from '../../../scripts/browser.mjs';
import { machineLine, writeBetween } from '../report';
import { headsPart } from './heads';
import { openPart } from './opening';
import { serveCrowd } from './serve';
import { stepsPart } from './steps';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'steps,heads,open' },
    steps: { type: 'string', default: '10' },
    sizes: { type: 'string', default: '1000,10000,100000,1000000' },
    heads: { type: 'string', default: '10,100,1000,10000' },
    records: { type: 'string', default: '1000000' },
    file: { type: 'string', multiple: true, default: [] },
    print: { type: 'boolean', default: false },
  },
});

const numbers = (text: string): number[] => text.split(',').map(Number);
const steps = Number(options.steps);

interface Part {
  readonly page: 'rivals' | 'page';
  readonly run: (browser: Browser, url: string) => Promise<string>;
}

const parts: Readonly<Record<string, Part>> = {
  steps: {
    page: 'rivals',
    run: (browser, url) => stepsPart(browser, url, { sizes: numbers(options.sizes), steps }),
  },
  heads: {
    page: 'rivals',
    run: (browser, url) => headsPart(browser, url, { heads: numbers(options.heads), steps }),
  },
  open: {
    page: 'page',
    run: (browser, url) =>
      openPart(browser, url, { records: Number(options.records), files: options.file }),
  },
};

/** How busy the machine is with other work; beyond the number of its cores, times are too long. */
const load = (): string => (loadavg()[0] ?? NaN).toFixed(1);

/** Puts a part into the document, formatted as all others here are. */
async function write(name: string, text: string): Promise<void> {
  const file = resolve(import.meta.dirname, '../../../docs/benchmarks-crowd.md');
  writeBetween(file, name, text);
  const settings = { ...(await resolveConfig(file)), filepath: file };
  writeFileSync(file, await format(readFileSync(file, 'utf8'), settings));
}

async function measure(name: string, { page, run }: Part): Promise<void> {
  const site = await serveCrowd(page);
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArgs });
  try {
    const before = load();
    const text = await run(browser, site.url);
    const machine = machineLine(browser.version(), steps, 1).replace(
      /; \d+ steps.*/,
      `; load average ${before} when it began.`,
    );
    const written = [machine, text].join('\n\n');
    console.log(written);
    if (!options.print) await write(name, written);
  } finally {
    await browser.close();
    await site.close();
  }
}

for (const name of options.only.split(',')) {
  const part = parts[name];
  if (!part) throw new Error(`--only: found ${name}, expected ${Object.keys(parts).join(', ')}`);
  await measure(name, part);
}
