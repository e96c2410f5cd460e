import { basename, resolve } from 'node:path';
import type { AtlasRead } from '../src/lib/io/atlas';
import { problemText } from '../src/lib/io/problem';

/** What the door says of an atlas: a line for each problem, and a line that sums up. */
export function summaryLines(folder: string, { atlas, problems }: AtlasRead): string[] {
  const counts = [
    ...(atlas === undefined
      ? ['cannot be read']
      : [count(atlas.records.length, 'record'), count(atlas.places.length, 'place')]),
    count(problems.length, 'problem'),
  ];
  const name = basename(resolve(folder));
  return [
    ...problems.map((problem) => `${name}/${problemText(problem)}`),
    `${name}: ${counts.join(', ')}`,
  ];
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
