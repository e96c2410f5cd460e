/**
 * `npm run bench`: what a step in time costs the page's main thread, next to a map that only
 * repaints and next to a filter per layer. All pages are open at once and take turns, so that
 * whatever else the machine does falls on all of them; only ratios travel to other machines.
 *
 *   --steps=30       measured steps per row, after the warm-up
 *   --seed=1         seed of the walk through the years and of the order of turns
 *   --app=build      the built app
 *   --also=name:dir  another build of the app, measured beside it; may be repeated
 *   --only=id,id     only these rows, those of the budget and the idle map
 *   --print          only prints; docs/benchmarks.md stays as it is
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { browserArgs, ensureBrowser } from '../../scripts/browser.mjs';
import { recordsIn } from '../../src/lib/core/atlas';
import { civil } from '../../src/lib/core/day';
import type { Atlas } from '../../src/lib/core/model';
import { intervalOf } from '../../src/lib/core/window';
import { measure, type Sample } from './measure';
import { openApp, openNaive } from './pages';
import { budgetLine, frameTable, machineLine, stepTable, writeBetween, type Row } from './report';
import {
  dragScenarios,
  idleScenarios,
  mapAloneScenarios,
  naiveScenario,
  pageScenario,
  replayScenarios,
  stepScenario,
  type Scenario,
} from './scenarios';
import { serveApp, serveNaive, type Site } from './serve';
import { seeded, shuffled, yearWalk } from './stats';

const root = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: {
    steps: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    app: { type: 'string', default: resolve(root, 'build') },
    also: { type: 'string', multiple: true, default: [] },
    only: { type: 'string' },
    print: { type: 'boolean', default: false },
  },
});

/** Rounds before the measured ones: scripts are compiled and caches filled. */
const warmUp = 8;
/** Milliseconds of a measurement, the same for every row. */
const interval = 1600;
/** Times the idle map that a slider step may cost. */
const budget = 1.5;

/** Takes a sample of a scenario, and another where it did not show what is meant. */
async function sample(scenario: Scenario, year: number): Promise<Sample> {
  for (let tries = 0; tries < 40; tries += 1) {
    await scenario.prepare?.();
    const taken = await measure(scenario.bench, () => scenario.act(year), interval, scenario);
    await scenario.finish?.();
    if (scenario.accept?.(taken) ?? true) return taken;
  }
  throw new Error(`${scenario.id}: no sample shows what is meant`);
}

/** Measures all scenarios in turns. */
async function measureAll(
  scenarios: readonly Scenario[],
  years: readonly number[],
  random: () => number,
): Promise<Row[]> {
  const samples = new Map(scenarios.map(({ id }) => [id, [] as Sample[]]));
  for (const [round, year] of years.entries()) {
    for (const scenario of shuffled(scenarios, random)) {
      // What grows is rare in a replay: its pages warm up in the rows that take any scene.
      if (round < warmUp && scenario.accept) continue;
      const taken = await sample(scenario, year);
      if (round >= warmUp) samples.get(scenario.id)?.push(taken);
    }
    process.stderr.write(`\rround ${round + 1} of ${years.length}`);
  }
  process.stderr.write('\n');
  return scenarios.map(({ id, name }) => ({ id, name, samples: samples.get(id) ?? [] }));
}

/** The years of the walk: from the first that differs from the next one, to the last of the atlas. */
function eventfulYears({ records, span }: Atlas): { first: number; last: number } {
  const held = (year: number): string =>
    recordsIn(records, intervalOf({ kind: 'year', year }, span))
      .map(({ record }) => record.id)
      .join();
  const last = civil(span.to).year;
  let first = civil(span.from).year;
  while (first < last - 1 && held(first) === held(first + 1)) first += 1;
  return { first, last };
}

async function main(): Promise<void> {
  const [steps, seed] = [Number(options.steps), Number(options.seed)];
  const random = seeded(seed);
  const app = await serveApp(options.app);
  const sites: Site[] = [app];
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArgs });
  try {
    const atlas = (await (await fetch(`${app.url}atlas/imu.json`)).json()) as Atlas;
    const { first, last } = eventfulYears(atlas);
    const years = yearWalk(first, last, warmUp + steps, random);
    const start = years.shift() ?? first;
    const middle = Math.round((first + last) / 2);
    const drawn = { first: middle - 4, last: middle + 4 };
    const naive = await serveNaive(options.app);
    sites.push(naive);

    const main = await openApp(browser, app.url, start);
    const scenarios: Scenario[] = [
      ...idleScenarios(main),
      stepScenario(main),
      ...dragScenarios(await openApp(browser, app.url, middle - 4), drawn),
      await pageScenario(await openApp(browser, app.url, start)),
      naiveScenario(
        await openNaive(browser, `${naive.url}?own`, start),
        'step of the map alone, no page around it',
        'own',
      ),
      ...mapAloneScenarios(await openNaive(browser, `${naive.url}?own`, middle - 4), drawn),
      naiveScenario(
        await openNaive(browser, naive.url, start),
        '`setFilter` on every story layer, no page around it',
        'filter',
      ),
      naiveScenario(
        await openNaive(browser, `${naive.url}?state`, start),
        'feature state of what changed, no page around it',
        'state',
      ),
      ...replayScenarios(await openApp(browser, app.url, start)),
    ];
    for (const also of options.also) {
      const [name = '', folder = ''] = also.split(':');
      const site = await serveApp(resolve(folder));
      sites.push(site);
      const stepping = await openApp(browser, site.url, start);
      const replaying = await openApp(browser, site.url, start);
      scenarios.push(
        stepScenario(stepping, `slider step, ${name}`, `${name}-step`),
        ...replayScenarios(replaying, `replay, ${name}`, `${name}-replay`),
      );
    }

    const only = options.only && [
      'idle',
      'idle-frames',
      'step',
      'drag',
      'idle-map',
      'drag-map',
      'rest',
      'own',
      ...options.only.split(','),
    ];
    const chosen = scenarios.filter(({ id }) => !only || only.includes(id));
    const rows = await measureAll(chosen, years, random);
    const single = new Set(scenarios.flatMap(({ settles, id }) => (settles ? id : [])));
    const text = [
      budgetLine(rows, budget, atlas.records.length),
      machineLine(browser.version(), steps, seed),
      stepTable(rows.filter(({ id }) => single.has(id))),
      frameTable(rows.filter(({ id }) => !single.has(id))),
    ].join('\n\n');
    console.log(text);
    if (!options.print && !only) writeBetween(resolve(root, 'docs/benchmarks.md'), 'results', text);
  } finally {
    await browser.close();
    for (const site of sites) await site.close();
  }
}

await main();
