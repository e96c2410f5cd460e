/** Rewrites the derived fields: `npm run derive:data`, or with the path of an atlas. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atlasFolders, filesOf, wholeAtlas } from './folders';
import { rewritten } from './rewrite';
import { summaryLines } from './summary';

for (const folder of atlasFolders(process.argv.slice(2))) {
  for (const { name, text } of rewritten(filesOf(folder))) {
    const path = join(folder, name);
    if (readFileSync(path, 'utf8') === text) continue;
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
  const read = wholeAtlas(folder);
  for (const line of summaryLines(folder, read)) console.log(line);
  if (read.problems.length > 0) process.exitCode = 1;
}
