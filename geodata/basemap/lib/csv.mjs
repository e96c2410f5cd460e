// The recipe's own tables: plain commas, a header line, no quoting.
import { readFileSync } from 'node:fs';

export function readTable(url) {
  const [header, ...rows] = readFileSync(url, 'utf8').trim().split('\n');
  const names = header.split(',');
  return rows.map((row) => {
    const cells = row.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i]]));
  });
}
