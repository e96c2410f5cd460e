/** One record of a CSV file (RFC 4180), and what stands between its fields. */

/** The delimiter of a header: whichever of comma, semicolon and tab it has most of. */
export function delimiterOf(header: string): string {
  const count = (sign: string): number => header.split(sign).length;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

/** The fields of a record; a quoted one without its quotes. */
export function csvFields(record: string, delimiter: string): string[] {
  if (!record.includes('"')) return record.split(delimiter);
  const fields: string[] = [];
  for (let at = 0; at <= record.length;) {
    if (record[at] === '"') {
      let text = '';
      let from = at + 1;
      let close = record.indexOf('"', from);
      while (close >= 0 && record[close + 1] === '"') {
        text += record.slice(from, close + 1);
        from = close + 2;
        close = record.indexOf('"', from);
      }
      const end = close < 0 ? record.length : close;
      fields.push(text + record.slice(from, end));
      const next = record.indexOf(delimiter, end);
      if (next < 0) return fields;
      at = next + 1;
    } else {
      const next = record.indexOf(delimiter, at);
      fields.push(record.slice(at, next < 0 ? undefined : next));
      if (next < 0) return fields;
      at = next + 1;
    }
  }
  return fields;
}
