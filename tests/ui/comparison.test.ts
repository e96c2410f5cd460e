import { flushSync } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import { formatWindow } from '../../src/lib/core/window';
import { Comparison } from '../../src/lib/view/comparison.svelte';
import { Explorer } from '../../src/lib/view/explorer.svelte';
import { parseLink } from '../../src/lib/view/link';
import { atlas } from './render';

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
