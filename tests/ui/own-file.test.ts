/** The explorer's panels over a file of a reader's own, as it comes from the door. */
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { openFile } from '../../src/lib/io/open/open';
import Details from '../../src/lib/ui/Details.svelte';
import Facets from '../../src/lib/ui/Facets.svelte';
import { Explorer } from '../../src/lib/view/explorer.svelte';
import { colours } from './render';

function explorerOf(csv: string): Explorer {
  const outcome = openFile(new TextEncoder().encode(csv), 'own.csv');
  if (outcome.kind !== 'opened') throw new Error(outcome.kind);
  return new Explorer(outcome.atlas);
}

test('a place of very many records tells fifty, and more as they are asked for', async () => {
  const rows = Array.from({ length: 130 }, (_, k) => `Raid ${k},${1800 + k},Osh,40.5,72.8`);
  const explorer = explorerOf(['title,year,place,lat,lon', ...rows].join('\n'));
  explorer.select('place:Osh');
  const { getByRole } = await render(Details, { explorer, colours, onclose: () => undefined });
  const told = (): number => document.querySelectorAll('ol.rows > li').length;
  expect(told()).toBe(50);
  await getByRole('button', { name: 'Show 50 more of 130' }).click();
  expect(told()).toBe(100);
  await expect.element(getByRole('button', { name: 'Raid 50', exact: true })).toHaveFocus();
  await getByRole('button', { name: 'Show 30 more of 130' }).click();
  expect(told()).toBe(130);
});

test('a file without people and named places has no filters for them', async () => {
  const explorer = explorerOf(
    'name,type,year,lat,lon\nAcre,siege,1291,33,35\nTyre,raid,1187,33,36\n',
  );
  const { getByRole } = await render(Facets, { explorer });
  await expect.element(getByRole('group', { name: 'Category' })).toBeVisible();
  expect(getByRole('group', { name: 'Who' }).elements()).toEqual([]);
  expect(getByRole('group', { name: 'Where' }).elements()).toEqual([]);
});
