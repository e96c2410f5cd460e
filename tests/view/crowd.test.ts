import { expect, test } from 'vitest';
import { intervalOf, parseWindow } from '../../src/lib/core/window';
import type { CrowdDataset } from '../../src/lib/io/crowd/open';
import { CrowdExplorer } from '../../src/lib/view/crowd.svelte';

interface Asked {
  readonly name: string;
  readonly argument: unknown;
  readonly answer: (answer: unknown) => Promise<void>;
}

/** A dataset whose worker answers when the test says so. */
function slowDataset(): { readonly dataset: CrowdDataset; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const ask = (name: string, argument: unknown): Promise<unknown> =>
    new Promise((resolve) => {
      const answer = async (value: unknown): Promise<void> => {
        asked.splice(asked.indexOf(entry), 1);
        resolve(value);
        // What waits for it goes on.
        await new Promise((done) => setTimeout(done));
      };
      const entry = { name, argument, answer };
      asked.push(entry);
    });
  const span = { from: 7305, to: 18261 };
  const summary = { span, facets: [], bins: { first: 1990, years: 1, count: 30 } };
  return { dataset: { summary, ask } as unknown as CrowdDataset, asked };
}

test('a drag over a million records asks for one window at a time, and for the last', async () => {
  const { dataset, asked } = slowDataset();
  const explorer = new CrowdExplorer(dataset);
  await asked[0]?.answer({});
  expect(asked.map(({ name }) => name)).toEqual(['hold']);
  await asked[0]?.answer({ from: 0, items: [] });
  expect(explorer.lagging).toBe(false);

  let most = 0;
  for (let year = 1991; year <= 2015; year++) {
    explorer.setWindow({ kind: 'year', year }, 'replace');
    most = Math.max(most, asked.length);
    // The map follows at once, and the counts say that they do not yet.
    expect(explorer.interval).toEqual(intervalOf({ kind: 'year', year }, dataset.summary.span));
    expect(explorer.lagging).toBe(true);
  }
  expect(most).toBe(1);
  const windows: unknown[] = [];
  while (asked[0]) {
    windows.push((asked[0].argument as { window: unknown }).window);
    await asked[0].answer({ from: 0, items: [], certain: windows.length });
  }
  const { span } = dataset.summary;
  expect(windows).toEqual([1991, 2015].map((year) => intervalOf({ kind: 'year', year }, span)));
  expect(explorer.held?.certain).toBe(2);
  expect(explorer.lagging).toBe(false);
});

test('while filters are worked out, counts and list say that they lag', async () => {
  const { dataset, asked } = slowDataset();
  const explorer = new CrowdExplorer(dataset);
  await asked[0]?.answer({});
  await asked[0]?.answer({ from: 0, items: [] });
  explorer.setWindow({ kind: 'year', year: 1999 });
  explorer.setText('raid');
  explorer.setText('raids');
  expect(asked.map(({ name }) => name)).toEqual(['hold', 'look', 'look']);
  expect(explorer.lagging).toBe(true);
  while (asked[0]) {
    expect(explorer.lagging).toBe(true);
    await asked[0].answer({ from: 0, items: [] });
  }
  expect(explorer.lagging).toBe(false);
});

test('a window outside of the file’s time is one of which nothing is told', () => {
  const { dataset } = slowDataset();
  const explorer = new CrowdExplorer(dataset);
  for (const [text, isOutside] of [
    ['1989', true],
    ['1990', false],
    ['1850/1989', true],
    ['1850/2050', false],
    ['2019', false],
    ['2050', true],
    ['all', false],
  ] as const) {
    explorer.setWindow(parseWindow(text) ?? { kind: 'all' });
    expect(explorer.isOutside, text).toBe(isOutside);
  }
});
