import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { binsOf } from '../../../src/lib/core/crowd/bins';
import CrowdHistogram from '../../../src/lib/ui/crowd/CrowdHistogram.svelte';
import { years } from '../../core/records';

test.each([
  [-8000, 2020, 900],
  [-8000, 2020, 360],
  [-400_000, 2020, 900],
  [1990, 2019, 360],
])('labels from %d to %d have room on %d pixels', async (first, last, width) => {
  const { container } = await render(CrowdHistogram, {
    bins: binsOf(years(first, last)),
    marks: undefined,
    colours: [],
    chosen: { from: first, to: first },
    first,
    last,
    thumb: 20,
    width,
    height: 64,
    onchoose: () => undefined,
  });
  const track = container.querySelector('svg')?.getBoundingClientRect();
  const labels = [...container.querySelectorAll('text')].map((text) =>
    text.getBoundingClientRect(),
  );
  expect(labels.length).toBeGreaterThan(2);
  for (const [k, { left, right }] of labels.entries()) {
    expect(left - (labels[k - 1]?.right ?? -Infinity)).toBeGreaterThan(2);
    // What stands beside the track is not far.
    expect(left).toBeGreaterThan((track?.left ?? 0) - 15);
    expect(right).toBeLessThan((track?.right ?? 0) + 15);
  }
});
