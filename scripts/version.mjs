// What a build is called: the same for the same files, so that anybody can build a site again and
// compare, and another as soon as one of them differs, so that a page can tell that it is an old one.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files that are in the given folders, and in those within them, in order. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => !path.includes('node_modules') && statSync(path).isFile())
    .sort();
}

/**
 * A name for what the given files and folders hold.
 * @param {...string} paths
 * @returns {string} sixteen hexadecimal digits
 */
export function versionOf(...paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of statSync(path).isFile() ? [path] : filesIn(path)) {
      hash
        .update(`${file.replaceAll('\\', '/')}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}
