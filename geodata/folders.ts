import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atlasFiles, readAtlas, type AtlasFile, type AtlasRead } from '../src/lib/io/atlas';
import { viewProblems } from '../src/lib/view/check-views';

/** The folders that were given, or else every folder beside this file that has an atlas.json. */
export function atlasFolders(given: readonly string[]): string[] {
  if (given.length > 0) return [...given];
  const here = fileURLToPath(new URL('.', import.meta.url));
  return readdirSync(here)
    .map((name) => join(here, name))
    .filter((folder) => existsSync(join(folder, atlasFiles.header)))
    .sort();
}

/** The files of an atlas that are there; the door says which are missing. */
export function filesOf(folder: string): AtlasFile[] {
  return Object.values(atlasFiles)
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** An atlas through the whole door, the views of its chapters and entries included. */
export function wholeAtlas(folder: string): AtlasRead {
  const { atlas, problems } = readAtlas(filesOf(folder));
  return atlas ? { atlas, problems: [...problems, ...viewProblems(atlas)] } : { problems };
}
