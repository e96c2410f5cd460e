/** The curated atlas at build time, through the same door as any file. */
import type { Atlas } from '../core/model';
import { readAtlas } from '../io/atlas';
import { problemText } from '../io/problem';
import { viewProblems } from '../view/check-views';

const texts = import.meta.glob<string>('/geodata/imu/*.{json,geojson}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

let read: Atlas | undefined;

/** The atlas of `geodata/imu`. @throws Error that lists every problem: bad data fails the build. */
export function curatedAtlas(): Atlas {
  if (read) return read;
  const files = Object.entries(texts).map(([path, text]) => ({
    name: path.split('/').at(-1) ?? path,
    text,
  }));
  const { atlas, problems: found } = readAtlas(files);
  const problems = [...found, ...(atlas ? viewProblems(atlas) : [])];
  if (!atlas || problems.length > 0) {
    throw new Error(['geodata/imu:', ...problems.map(problemText)].join('\n'));
  }
  read = atlas;
  return atlas;
}
