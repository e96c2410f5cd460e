/** A name for pasted text, by what it looks like. */
export function pastedName(text: string): string {
  const [first] = text.trim();
  if (first === '{' || first === '[') return 'pasted.geojson';
  return first === '<' ? 'pasted.kml' : 'pasted.csv';
}
