/** The committed atlas and basemap, read as the app reads them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesOf } from '../geodata/folders';
import { indexAtlas } from '../src/lib/core/atlas';
import { readAtlas } from '../src/lib/io/atlas';
import { loadBasemap } from '../src/lib/map/basemap';

function real() {
  const { atlas, problems } = readAtlas(
    filesOf(fileURLToPath(new URL('../geodata/imu/', import.meta.url))),
  );
  if (!atlas) throw new Error(`the atlas cannot be read: ${JSON.stringify(problems)}`);
  return atlas;
}

export const realAtlas = real();
export const realIndex = indexAtlas(realAtlas);

/** The committed files in place of the network. */
export function realBasemap() {
  return loadBasemap('', async (url) => {
    const file = new URL(`../static${url}`, import.meta.url);
    return new Response(readFileSync(file, 'utf8'));
  });
}
