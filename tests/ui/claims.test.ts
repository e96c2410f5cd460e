import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Claims from '../../src/lib/ui/Claims.svelte';
import { index, recordOf, words } from './render';

const claims = (id: string) => render(Claims, { claims: recordOf(id).claims, index });

test('a claim told through others names everybody in the chain, in its order', async () => {
  const { container } = await claims('fissile-claim');
  const text = words(container);
  const [claim] = recordOf('fissile-claim').claims;
  const chain = [claim?.by ?? '', ...(claim?.via ?? [])].map((id) => index.actors.get(id)?.name);
  expect(chain).toHaveLength(3);
  const list = container.querySelector('.chain');
  const told = list ? words(list) : '';
  const places = chain.map((name) => told.indexOf(name ?? '-'));
  expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(text).not.toContain('disputed');
});

test('only a matter on which stances differ is disputed', async () => {
  const { container } = await claims('jones-testimony');
  const matters = [...container.querySelectorAll('section')].map((section) => ({
    title: words(section.querySelector('h4') ?? section),
    stances: new Set([...section.querySelectorAll('.stance')].map(words)),
  }));
  expect(matters.length).toBeGreaterThan(1);
  for (const { title, stances } of matters) {
    const differ = stances.has('asserts') && stances.size > 1;
    expect(title.includes('disputed'), title).toBe(differ);
  }
  expect(matters.some(({ title }) => title.includes('disputed'))).toBe(true);
});

test('each claim stands with who makes it, how, and where', async () => {
  const { container } = await claims('geologists-kidnapped');
  const text = words(container);
  for (const claim of recordOf('geologists-kidnapped').claims) {
    expect(text).toContain(index.actors.get(claim.by)?.name ?? claim.by);
    expect(text).toContain(claim.stance);
    expect(text).toContain(claim.text);
  }
  expect(text.match(/paragraph/g)?.length).toBe(recordOf('geologists-kidnapped').claims.length);
});
