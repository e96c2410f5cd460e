/** Members that stand twice in one object of a JSON text: parsers keep the last and say nothing. */

/** Texts longer than this are not looked through: it would keep the reader waiting. */
const longest = 10_000_000;

/** What is to be said of a text with such members; undefined where there are none. */
export function twiceNote(json: string): string | undefined {
  if (json.length > longest) return undefined;
  const open: Set<string>[] = [];
  let count = 0;
  let first: { readonly name: string; readonly line: number } | undefined;
  for (const match of json.matchAll(/"([^"\\]*(?:\\.[^"\\]*)*)"\s*(:)?|[{}]/gs)) {
    const [token, name = '', colon] = match;
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (colon) {
      const names = open.at(-1);
      if (names?.has(name)) {
        count++;
        first ??= { name, line: json.slice(0, match.index).split('\n').length };
      }
      names?.add(name);
    }
  }
  if (!first) return undefined;
  const others = count === 1 ? '' : count === 2 ? ', as is one more' : `, as are ${count - 1} more`;
  return `“${first.name}” at line ${first.line} is there a second time in one object${others}: the last one counts.`;
}
