/** How long large files take to open, what they hold in memory, and what a drag over them costs. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { once } from 'node:events';
import type { FeatureCollection } from 'geojson';
import type { Browser } from 'playwright';
import { metadataOf, pmtiles } from '../../fixtures/pmtiles';
import { median } from '../stats';
import {
  collect,
  digits,
  madeToWork,
  middle,
  openPage,
  processOf,
  table,
  target,
  taskTime,
  type Bench,
} from './pages';
import { pointsCsv, pointsGeoJson } from './synthetic';

interface Source {
  readonly name: string;
  readonly file: string;
  /** What it is made of; a file that is there already needs none. */
  readonly parts?: Iterable<string | Uint8Array> | AsyncIterable<Uint8Array>;
  /** Seconds in which it should be open. */
  readonly aim?: number;
  /** Megabytes that page and worker should hold at most. */
  readonly room?: number;
}

const seed = 1;
/** Records of the smallest file. */
const fewest = 6000;
/** Steps of a drag, a year each. */
const dragged = 24;

/** A tileset of points, as others make it of the same file. */
async function* pointsTileset(count: number): AsyncGenerator<Uint8Array> {
  const text = [...pointsGeoJson(count, seed)].join('');
  const { features } = JSON.parse(text) as FeatureCollection;
  const layers = { events: features };
  yield await pmtiles({ layers, metadata: metadataOf(layers), maxZoom: 5 });
}

async function written(folder: string, { file, parts }: Source): Promise<string> {
  if (!parts) return file;
  const path = join(folder, file);
  const stream = createWriteStream(path);
  for await (const part of parts) if (!stream.write(part)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
  return path;
}

/** Drags the slider year by year; what a step costs the page, and when the counts follow. */
async function drag({
  page,
  cdp,
}: Bench): Promise<{ task: number; lag: number[]; blocked: number }> {
  const slider = page.getByRole('slider', { name: 'Year' });
  await slider.focus();
  await page.keyboard.press('Home');
  await page.evaluate(() => window.crowd?.rested());
  const before = await taskTime(cdp);
  await page.evaluate(() => window.crowd?.watch());
  const lag: number[] = [];
  for (let k = 0; k < dragged; k++) {
    await page.keyboard.press('ArrowRight');
    const took = await page.evaluate(() => window.crowd?.rested());
    lag.push(took ?? NaN);
  }
  const task = ((await taskTime(cdp)) - before) / dragged;
  return { task, lag, blocked: (await page.evaluate(() => window.crowd?.watch())) ?? NaN };
}

/** Opens the explorer's page, and waits until its field takes a file. */
async function openReady(browser: Browser, url: string): Promise<Bench> {
  const bench = await openPage(browser, url);
  await bench.page.waitForFunction(() => window.crowd !== undefined);
  return bench;
}

/** Opens a file and gives it up half-way; what is left of it. */
async function giveUp(browser: Browser, url: string, path: string) {
  const bench = await openReady(browser, `${url}?until=0.5`);
  await collect(bench);
  const before = await processOf(browser, bench.page);
  await bench.page.locator('#file').setInputFiles(path);
  await bench.page.waitForFunction(() => window.crowd?.givenUp, undefined, { timeout: 300_000 });
  await bench.page.waitForTimeout(1000);
  await collect(bench);
  const process = await processOf(browser, bench.page);
  const workers = bench.page.workers().length;
  await bench.page.context().close();
  return {
    left: (process?.own ?? NaN) - (before?.own ?? NaN),
    peak: process?.peak ?? NaN,
    workers,
  };
}

async function openFile(browser: Browser, url: string, path: string) {
  const bench = await openReady(browser, url);
  const before = await processOf(browser, bench.page);
  await bench.page.locator('#file').setInputFiles(path);
  await bench.page.locator('[data-ready=true]').waitFor({ timeout: 600_000 });
  await bench.page.evaluate(() => window.crowd?.rested());
  const times = await bench.page.evaluate(() => window.crowd?.times);
  const early = await processOf(browser, bench.page);
  // The index of places is built after the first picture.
  await bench.page.waitForTimeout(4000);
  await collect(bench);
  const process = await processOf(browser, bench.page);
  const cost = await drag(bench);
  await bench.page.context().close();
  return {
    times,
    worked: (early?.worked ?? NaN) - (before?.worked ?? NaN) - madeToWork / 1000,
    own: process?.own ?? NaN,
    peak: process?.peak ?? NaN,
    cost,
  };
}

/** Opens files of several formats, and those that are given, and writes tables of what they cost. */
export async function openPart(
  browser: Browser,
  url: string,
  { records, files }: { readonly records: number; readonly files: readonly string[] },
): Promise<string> {
  const tenth = Math.round(records / 10);
  const text = (count: number): string => count.toLocaleString('en');
  const sources: readonly Source[] = [
    {
      // What the start of a map costs by itself, as far as a file can be small and still open here.
      name: `GeoJSON, ${text(fewest)} records`,
      file: 'few.geojson',
      parts: pointsGeoJson(fewest, seed),
    },
    {
      name: `GeoJSON, ${text(tenth)} records`,
      file: 'events.geojson',
      parts: pointsGeoJson(tenth, seed),
      aim: 4,
    },
    {
      name: `CSV, ${text(records)} records`,
      file: 'events.csv',
      parts: pointsCsv(records, seed),
      room: 600,
    },
    {
      name: `PMTiles of ${text(tenth)} records`,
      file: 'events.pmtiles',
      parts: pointsTileset(tenth),
    },
    ...files.map((file) => ({ name: basename(file), file })),
  ];
  const folder = await mkdtemp(join(tmpdir(), 'trackway-files-'));
  const opened: string[][] = [];
  const freed: string[][] = [];
  const drags: string[][] = [];
  const aims: string[] = [];
  /** The longest block of the smallest file until it is drawn: the map's own start. */
  let start: number | undefined;
  try {
    for (const source of sources) {
      const path = await written(folder, source);
      const { times, worked, own, peak, cost } = await openFile(browser, url, path);
      const { read = NaN, shown = NaN, whileReading = NaN, whileShowing = NaN } = times ?? {};
      const block = (value: number): string => (value > 0 ? digits(value) : 'under 50');
      opened.push([
        source.name,
        digits((await stat(path)).size / 2 ** 20),
        digits(read / 1000),
        digits(shown / 1000),
        digits(worked),
        block(whileReading),
        block(whileShowing),
        digits(own),
        digits(peak),
      ]);
      drags.push([source.name, digits(cost.task), middle(cost.lag), block(cost.blocked)]);
      // Of a tileset only what is in view is read: there is nothing to give up half-way.
      if (!path.endsWith('.pmtiles')) {
        const left = await giveUp(browser, url, path);
        freed.push([source.name, digits(left.peak), digits(left.left), String(left.workers)]);
      }
      const { aim, room } = source;
      if (aim) {
        aims.push(...target(`${source.name} in ${aim} s`, read / 1000, read <= aim * 1000, ' s'));
      }
      aims.push(
        ...target(
          `${source.name}: the page blocked for 100 ms at most while it is read (what is under 50 ms is not told)`,
          whileReading,
          whileReading <= 100,
          ' ms',
        ),
      );
      if (start !== undefined) {
        aims.push(
          ...target(
            `${source.name}: until it is drawn the page is blocked for at most 100 ms more than by the start of the map with ${text(fewest)} records`,
            whileShowing - start,
            whileShowing - start <= 100,
            ' ms',
          ),
        );
      }
      start ??= whileShowing;
      if (room) aims.push(...target(`${source.name}: ${room} MB at most`, own, own < room, ' MB'));
      aims.push(
        ...target(
          `${source.name}: counts and list follow a step within 100 ms`,
          median(cost.lag),
          median(cost.lag) <= 100,
          ' ms',
        ),
      );
      console.error([...opened, ...drags, ...freed].map((row) => row.join(' | ')).join('\n'));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return [
    table(
      [
        'opening a file',
        'MB',
        'read, s',
        'drawn, s',
        'processor time, s',
        'longest block while reading, ms',
        'and until drawn, ms',
        'memory, MB',
        'most memory, MB',
      ],
      opened,
    ),
    table(
      [
        'a drag, year by year',
        'main thread per step, ms',
        'counts follow after, ms',
        'longest block, ms',
      ],
      drags,
    ),
    table(['given up half-way', 'most memory, MB', 'left of it, MB', 'workers left'], freed),
    aims.join('\n'),
  ].join('\n\n');
}
