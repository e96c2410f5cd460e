/** The curated atlas at build time, through the same door as any file. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Atlas } from '../core/model';
import { atlasFiles, readAtlas } from '../io/atlas';
import { problemText } from '../io/problem';
import { viewProblems } from '../view/check-views';

/** The folder of the atlas that is built, from the root of the project; `ATLAS` names another. */
export const atlasFolder = process.env.ATLAS ?? 'geodata/imu';

let read: Atlas | undefined;

/** The atlas of the folder. @throws Error that lists every problem: bad data fails the build. */
export function curatedAtlas(): Atlas {
  if (read) return read;
  const files = Object.values(atlasFiles)
    .map((name) => ({ name, path: join(atlasFolder, name) }))
    // The door says which are missing.
    .filter(({ path }) => existsSync(path))
    .map(({ name, path }) => ({ name, text: readFileSync(path, 'utf8') }));
  const { atlas, problems: found } = readAtlas(files);
  const problems = [...found, ...(atlas ? viewProblems(atlas) : [])];
  if (!atlas || problems.length > 0) {
    throw new Error([`${atlasFolder}:`, ...problems.map(problemText)].join('\n'));
  }
  read = atlas;
  return atlas;
}
