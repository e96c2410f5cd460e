import { flushSync } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { formatWindow } from '../../src/lib/core/window';
import { Comparison } from '../../src/lib/view/comparison.svelte';
import { Explorer } from '../../src/lib/view/explorer.svelte';
import { parseLink } from '../../src/lib/view/link';
import { Playback } from '../../src/lib/view/playback.svelte';
import Differences from '../../src/lib/ui/Differences.svelte';
import { atlas, colours, words } from './render';

function comparing(fragment: string): Comparison {
  const first = new Explorer(atlas);
  first.open(parseLink(fragment));
  const comparison = new Comparison(first);
  onTestFinished(comparison.follow());
  flushSync();
  return comparison;
}

const dates = ({ first, second }: Comparison) =>
  [first, second].map((one) => formatWindow(one.window));

test('shares filter and selection, and keeps both dates where they are', () => {
  const it = comparing('#date=1999&compare=2003&kinds=base');
  expect(it.second.filter).toEqual(it.first.filter);
  it.first.setFilter({ actor: 'imu' });
  it.first.select('russia-ban');
  flushSync();
  expect(it.second.filter.actor).toBe('imu');
  expect(it.second.selectedId).toBe('russia-ban');
  expect(dates(it)).toEqual(['1999', '2003']);
  it.second.select('waziristan-refuge');
  flushSync();
  expect(it.first.selectedId).toBe('waziristan-refuge');
  it.second.select(undefined);
  flushSync();
  expect(it.first.selectedId).toBeUndefined();
  expect(dates(it)).toEqual(['1999', '2003']);
});

test.each([
  ['#date=1999&compare=2050', /^Nothing is told of 2050: the atlas covers 1979 to 2007\.$/],
  ['#date=1850&compare=1999', /^Nothing is told of 1850: the atlas covers 1979 to 2007\.$/],
  ['#date=1999&compare=1999', /^Both dates are the same\. Still there/],
  ['#date=1999&compare=2000', /^Moved|^Appeared/],
])('of %s it says what can be compared', async (fragment, expected) => {
  const comparison = comparing(fragment);
  const { container } = await render(Differences, {
    comparison,
    colours,
    onchoose: () => undefined,
  });
  expect(words(container)).toMatch(expected);
});

test('says that a replay shows a part of what is compared', async () => {
  const comparison = comparing('#date=1999&compare=2000');
  new Playback(comparison.first).step(1);
  const { container } = await render(Differences, {
    comparison,
    colours,
    onchoose: () => undefined,
  });
  expect(words(container)).toMatch(/^The replay shows a part of 1999\./);
});
