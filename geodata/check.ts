/** Checks atlases: `npm run check:data`, or `npm run check:data -- path/to/atlas`. */
import { atlasFolders, wholeAtlas } from './folders';
import { summaryLines } from './summary';

const folders = atlasFolders(process.argv.slice(2));
if (folders.length === 0) {
  console.error('No folder with an atlas.json.');
  process.exitCode = 1;
}
for (const folder of folders) {
  const read = wholeAtlas(folder);
  for (const line of summaryLines(folder, read)) console.log(line);
  if (read.problems.length > 0) process.exitCode = 1;
}
