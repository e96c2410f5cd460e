/** What the component tests share: the curated atlas, an explorer of it, and its colours. */
import { readAtlas } from '../../src/lib/io/atlas';
import { indexAtlas } from '../../src/lib/core/atlas';
import type { AtlasRecord } from '../../src/lib/core/model';
import { parseWindow } from '../../src/lib/core/window';
import { palettes } from '../../src/lib/map/palette';
import { Explorer } from '../../src/lib/view/explorer.svelte';

const texts = import.meta.glob<string>('../../geodata/imu/*.{json,geojson}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const read = readAtlas(
  Object.entries(texts).map(([path, text]) => ({ name: path.split('/').at(-1) ?? path, text })),
);
if (!read.atlas) throw new Error('the curated atlas cannot be read');

export const atlas = read.atlas;
export const index = indexAtlas(atlas);
export const colours = palettes.light.story;

/** An explorer that looks at a window, written as in a link. */
export function explorerAt(date: string): Explorer {
  const explorer = new Explorer(atlas);
  const window = parseWindow(date);
  if (!window) throw new Error(`not a window: ${date}`);
  explorer.setWindow(window);
  return explorer;
}

export function recordOf(id: string): AtlasRecord {
  const record = index.records.get(id);
  if (!record) throw new Error(`no record ${id}`);
  return record;
}

/** The text of an element as a reader has it: white space as single spaces. */
export function words(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}
