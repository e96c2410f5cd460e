import { expect, test } from 'vitest';
import { scenes } from '../../src/lib/core/replay';
import { isAway, sceneText } from '../../src/lib/view/scene-text';
import { Explorer } from '../../src/lib/view/explorer.svelte';
import { anAtlas, aPlace, aRecord, during, span, years } from '../core/records';

const atlas = anAtlas({
  span: years(1990, 1995),
  records: [
    aRecord({ id: 'a', title: 'A raid', spans: [span('1990-05-01')] }),
    aRecord({ id: 'b', kind: 'base', type: 'base', title: 'A base', spans: [during(1992)] }),
    aRecord({ id: 'c', title: 'A bombing', spans: [during(1992)] }),
    ...['d', 'e', 'f'].map((id) => aRecord({ id, spans: [during(1995)] })),
  ],
});
const all = scenes(atlas.records, atlas.span);

test.each<[number, string, string]>([
  [1990, 'A raid', '1990: nothing new that passes the filter'],
  [1991, '1991: nothing recorded', '1991: nothing recorded'],
  [1992, 'A base · A bombing', 'A base'],
  [1993, '1993–1994: nothing recorded', '1993–1994: nothing recorded'],
  [1995, '3 records, in no stated order', '1995: nothing new that passes the filter'],
])('a scene of %s says "%s", of bases alone "%s"', (year, whole, narrowed) => {
  const explorer = new Explorer(atlas);
  const scene = all.find(({ window }) => window.year === year);
  if (!scene) throw new Error(`no scene of ${year}`);
  expect(sceneText(scene, explorer)).toBe(whole);
  explorer.setFilter({ groups: ['base'] });
  expect(sceneText(scene, explorer)).toBe(narrowed);
});

test.each<[string, [number, number, number, number] | undefined, boolean]>([
  ['the map shows it', [60, 30, 80, 50], false],
  ['the map shows something else', [10, 30, 20, 50], true],
  ['there is no map', undefined, false],
])('what begins is away or not: %s', (_, view, away) => {
  const records = [aRecord({ id: 'a', at: ['osh'], spans: [span('1990-05-01')] })];
  const there = anAtlas({ span: years(1990), places: [aPlace({ id: 'osh' })], records });
  const explorer = new Explorer(there);
  explorer.viewBounds = view;
  const [scene] = scenes(records, there.span);
  expect(scene && isAway(scene, explorer)).toBe(away);
});
