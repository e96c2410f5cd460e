/** How to cite the atlas, or a record or a place of it: CSL-JSON, and what is written of it. */
import { months } from '../core/wording';

/** What is cited. */
export interface Cited {
  /** The atlas's id and title. */
  readonly atlas: { readonly id: string; readonly title: string; readonly version: string };
  /** A record or a place of it, where not the whole is cited; `rests` says on which passages it rests. */
  readonly part?: { readonly id: string; readonly title: string; readonly rests?: string };
  /** Its address, for good. */
  readonly url: string;
  /** The day on which it was looked up, YYYY-MM-DD; left out where nobody has looked yet. */
  readonly accessed?: string;
}

export const publisher = 'Trackway';
const author = 'The Trackway contributors';

interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
}

/** A citation as CSL-JSON has it (https://docs.citationstyles.org). */
export interface CslItem {
  readonly id: string;
  readonly type: 'dataset' | 'entry';
  readonly title: string;
  readonly author: readonly { readonly literal: string }[];
  readonly 'container-title'?: string;
  readonly publisher: string;
  readonly version: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL: string;
  readonly language: 'en';
  readonly note?: string;
}

/** A date as CSL has it, of a text that begins with one. */
function cslDate(text: string | undefined): CslDate | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text ?? '') ?? [];
  if (year === undefined) return undefined;
  return { 'date-parts': [[year, month, day].flatMap((part) => (part ? [Number(part)] : []))] };
}

/** The citation as CSL-JSON. The data's version is its date, where it is one. */
export function cslOf({ atlas, part, url, accessed }: Cited): CslItem {
  const issued = cslDate(atlas.version);
  const looked = cslDate(accessed);
  return {
    id: part ? `trackway-${atlas.id}-${part.id}` : `trackway-${atlas.id}`,
    type: part ? 'entry' : 'dataset',
    title: part?.title ?? atlas.title,
    author: [{ literal: author }],
    ...(part && { 'container-title': atlas.title }),
    publisher,
    version: atlas.version,
    ...(issued && { issued }),
    ...(looked && { accessed: looked }),
    URL: url,
    language: 'en',
    ...(part?.rests && { note: `Rests on: ${part.rests}` }),
  };
}

function dateText(date: CslDate): string {
  const [year, month, day] = date['date-parts'][0] ?? [];
  return [day, month === undefined ? undefined : months[month - 1], year]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** One paragraph, for a footnote. */
export function plainCitation(item: CslItem): string {
  const year = item.issued?.['date-parts'][0]?.[0];
  const container = item['container-title'];
  return [
    `${author}${year === undefined ? '' : ` (${year})`}.`,
    container === undefined ? `${item.title} [data set].` : `“${item.title}”.`,
    ...(container === undefined ? [] : [`In: ${container} [data set].`]),
    `${publisher}, data of ${item.version}.`,
    ...(item.accessed ? [`Accessed ${dateText(item.accessed)}.`] : []),
    item.URL,
    ...(item.note === undefined ? [] : [`(${item.note}.)`]),
  ].join(' ');
}

/** What BibTeX would read as markup. */
function bibtexText(text: string): string {
  const signs: Record<string, string> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  return text.replace(/[\\~^&%$#_{}]/g, (sign) => signs[sign] ?? `\\${sign}`);
}

const pad = (number: number): string => String(number).padStart(2, '0');
const isoDate = (date: CslDate): string => (date['date-parts'][0] ?? []).map(pad).join('-');

/** A BibTeX entry, with the fields that BibLaTeX added for data and addresses. */
export function bibtex(item: CslItem): string {
  const container = item['container-title'];
  const year = item.issued?.['date-parts'][0]?.[0];
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['author', `{${author}}`],
    ['title', `{${bibtexText(item.title)}}`],
    ['booktitle', container && bibtexText(container)],
    ['publisher', publisher],
    ['version', bibtexText(item.version)],
    ['year', year === undefined ? undefined : String(year)],
    ['date', item.issued && isoDate(item.issued)],
    ['url', item.URL],
    ['urldate', item.accessed && isoDate(item.accessed)],
    ['note', item.note && bibtexText(item.note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${container === undefined ? 'misc' : 'incollection'}{${item.id},\n${lines.join(',\n')}\n}\n`;
}

/** A RIS record, for EndNote and others. */
export function ris(item: CslItem): string {
  const slashed = (date: CslDate): string => isoDate(date).replaceAll('-', '/');
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', item['container-title'] === undefined ? 'DATA' : 'ENCYC'],
    ['AU', author],
    ['TI', item.title],
    ['T2', item['container-title']],
    ['PB', publisher],
    ['ET', item.version],
    ['PY', item.issued && String(item.issued['date-parts'][0]?.[0])],
    ['DA', item.issued && slashed(item.issued)],
    ['Y2', item.accessed && slashed(item.accessed)],
    ['UR', item.URL],
    ['LA', item.language],
    ['N1', item.note],
  ];
  const text = lines.flatMap(([tag, value]) =>
    value ? [`${tag}  - ${value.replace(/[\r\n]+/g, ' ')}`] : [],
  );
  return `${[...text, 'ER  - '].join('\r\n')}\r\n`;
}

export const citationFormats = ['Plain', 'BibTeX', 'CSL-JSON', 'RIS'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** A citation in a format. */
export function citation(item: CslItem, format: CitationFormat): string {
  switch (format) {
    case 'Plain':
      return plainCitation(item);
    case 'BibTeX':
      return bibtex(item);
    case 'CSL-JSON':
      return JSON.stringify([item], undefined, 2);
    case 'RIS':
      return ris(item);
  }
}
