/**
 * Fields of a large file with some of their values, as a link has them: `type:battle:raid,side:`.
 *
 * A field and its values are parted by colons, fields by commas; the empty value stands for records
 * that say nothing there. In a name or a value `,`, `:` and `%` are written `%2C`, `%3A` and `%25`.
 */
export interface FieldValues {
  readonly field: string;
  readonly values: readonly string[];
}

/** Longer, a link is none that can be sent. */
const longest = 1500;
const control = /[\p{Cc}\p{Cs}]/u;

function decode(text: string): string | undefined {
  try {
    const plain = decodeURIComponent(text);
    return control.test(plain) || plain.length > 200 ? undefined : plain;
  } catch {
    return undefined;
  }
}

const encode = (text: string): string =>
  text.replace(/[%,:]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Reads the parameter; undefined where it names no field. The first of two for a field holds. */
export function parseFieldValues(text: string): readonly FieldValues[] | undefined {
  const found = new Map<string, readonly string[]>();
  for (const part of text.slice(0, longest).split(',')) {
    const [field = '', ...values] = part.split(':').map(decode);
    if (!field || found.has(field)) continue;
    found.set(field, [...new Set(values.filter((value) => value !== undefined))]);
  }
  const all = [...found].map(([field, values]) => ({ field, values }));
  return all.length > 0 ? all : undefined;
}

/** Writes them as `parseFieldValues` reads them; undefined where that would be too long. */
export function formatFieldValues(all: readonly FieldValues[]): string | undefined {
  const text = all.map(({ field, values }) => [field, ...values].map(encode).join(':')).join(',');
  return text === '' || text.length > longest ? undefined : text;
}
