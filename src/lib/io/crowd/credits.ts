/** The attribution of a tileset, which is HTML by custom, as text and links: it comes from a stranger. */

export interface Credit {
  readonly text: string;
  readonly href?: string;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  reg: '®',
  middot: '·',
};

/** A text without tags, its entities as what they stand for. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
      if (name) return named[String(name).toLowerCase()] ?? (whole as string);
      const code = decimal ? Number(decimal) : parseInt(String(hex), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : (whole as string);
    })
    .replace(/\s+/g, ' ')
    .trim();
}

const link = /<a\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>(.*?)<\/a\s*>/gis;

/** The parts of an attribution in their order; addresses other than of the web are left out. */
export function creditsOf(html: string): Credit[] {
  const credits: Credit[] = [];
  const add = (part: string, href?: string): void => {
    const text = plainText(part);
    if (text !== '') credits.push({ text, ...(href !== undefined && { href }) });
  };
  let at = 0;
  for (const match of html.slice(0, 2000).matchAll(link)) {
    add(html.slice(at, match.index));
    const address = plainText(match[1] ?? match[2] ?? match[3] ?? '');
    const isWeb = /^https?:\/\//i.test(address) && URL.canParse(address);
    add(match[4] ?? '', isWeb ? new URL(address).href : undefined);
    at = match.index + match[0].length;
  }
  add(html.slice(at, 2000));
  return credits;
}
