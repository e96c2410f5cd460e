/** The rows of a CSV text (RFC 4180: quotes, doubled quotes) by the names of its first line. */
export function csvRows(text: string): Record<string, string>[] {
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)];
  const lines: string[][] = [[]];
  for (const [match, quoted, plain = '', end] of cells) {
    if (match === '' && lines.at(-1)?.length === 0) break;
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') lines.push([]);
  }
  const [names = [], ...rows] = lines.filter((line) => line.length > 0);
  return rows.map((row) => {
    if (row.length !== names.length) throw new Error(`${row.length} cells: ${row.join()}`);
    return Object.fromEntries(names.map((name, index) => [name, row[index] ?? '']));
  });
}
