/** The words that dates have in tables of several languages: months, eras, centuries. */

/** Of each month its names in English, German, French, Spanish, Italian, Portuguese, Dutch, Russian. */
const months = [
  'january januar jänner janvier enero gennaio janeiro januari январь января',
  'february februar février febrero febbraio fevereiro februari февраль февраля',
  'march märz mars marzo março maart mrt март марта',
  'april avril abril aprile апрель апреля',
  'may mai mayo maggio maio mei май мая',
  'june juni juin junio giugno junho июнь июня',
  'july juli juillet julio luglio julho июль июля',
  'august août agosto augustus август августа',
  'september septembre septiembre settembre setembro сентябрь сентября',
  'october oktober octobre octubre ottobre outubro октябрь октября',
  'november novembre noviembre ноябрь ноября',
  'december dezember décembre diciembre dicembre dezembro декабрь декабря',
].map((names) => names.split(' ').map(folded));

function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The number of a month by its name or the first letters of it, three or more; undefined where two begin so. */
export function monthOf(word: string): number | undefined {
  const start = folded(word);
  if (start.length < 3) return undefined;
  const found = months.flatMap((names, k) =>
    names.some((name) => name.startsWith(start)) ? [k + 1] : [],
  );
  return found.length === 1 ? found[0] : undefined;
}

const before =
  /[\s,]*(?:v\.?\s?(?:Chr|u\.?\s?Z)\.?|av(?:ant)?\.?\s?J\.?[-\s]{0,2}C\.?|a\.\s?C\.?|до\s+н\.?\s?э\.?)$/iu;
const since =
  /[\s,]*(?:n\.?\s?(?:Chr|u\.?\s?Z)\.?|ap(?:r(?:ès)?)?\.?\s?J\.?[-\s]{0,2}C\.?|d\.\s?C\.?|н\.?\s?э\.?)$/iu;

/** A date with its era in English: "52 v. Chr.", "52 av. J.-C." and "52 до н. э." are "52 BC". */
export function withEra(text: string): string {
  if (before.test(text)) return text.replace(before, ' BC');
  return since.test(text) ? text.replace(since, ' AD') : text;
}

/** What may stand around a date without a meaning of its own: weekdays, "in", "the year", a full stop. */
const around =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+|in(?: the year)?\s+|im Jahre?\s+|en(?: l’an)?\s+|в\s+)|(?<=\d)(?:\.|\s+г(?:\.|од[ау]?)?)$/giu;

/** A date without the words around it. */
export function withoutWords(text: string): string {
  return text.replace(around, '');
}

/** The months of a part of a year: "early", "mid" and "late" are thirds, as they are of centuries. */
export function partOfYear(
  text: string,
): { readonly year: number; readonly from: number; readonly to: number } | undefined {
  const match =
    /^(?:(early|(?:beginning|start) of)|(mid(?:dle)?(?: of)?)|(late|end of))(?:\s|-)+(\d{3,4})$/i.exec(
      text,
    );
  if (!match) return undefined;
  const from = match[1] ? 1 : match[2] ? 5 : 9;
  return { year: Number(match[4]), from, to: from + 3 };
}

const numeral = '(\\d{1,2}|[IVXivx]{1,7})';
const centuries = [
  /^C(\d{1,2})$/,
  new RegExp(
    `^${numeral}\\s?(?:st|nd|rd|th|e|è|er|ème|eme|\\.)?[\\s-]*(?:c|cent|century|siècle|s|jahrhunderts?|jhd?|jhdts?|secolo|sec|век|в)\\.?$`,
    'iu',
  ),
  new RegExp(`^(?:siglo|século|secolo|sec\\.|s\\.)\\s?${numeral}$`, 'iu'),
];
/** Parts of a century, in years from its first: thirds, halves, quarters. */
const centuryParts: readonly (readonly [form: RegExp, from: number, to: number])[] = [
  [/^early\b/i, 0, 33],
  [/^mid(?:dle)?\b/i, 33, 67],
  [/^late\b/i, 67, 100],
  [/^(?:1st|first) half\b/i, 0, 50],
  [/^(?:2nd|second) half\b/i, 50, 100],
  [/^(?:1st|first) quarter\b/i, 0, 25],
  [/^(?:2nd|second) quarter\b/i, 25, 50],
  [/^(?:3rd|third) quarter\b/i, 50, 75],
  [/^(?:4th|fourth|last) quarter\b/i, 75, 100],
];

/** Seasons, spring first, as EDTF numbers them from 21 on. */
const seasons = [
  'spring fruhling fruhjahr printemps primavera весна весной',
  'summer sommer ete verano estate verao лето летом',
  'autumn fall herbst automne otono autunno outono осень осенью',
  'winter hiver invierno inverno зима зимой',
].map((names) => names.split(' ').map(folded));

/** The number that EDTF has for a season, by its name; undefined for any other word. */
export function seasonOf(word: string): number | undefined {
  const at = seasons.findIndex((names) => names.includes(folded(word)));
  return at < 0 ? undefined : 21 + at;
}

/**
 * The first and the last year (astronomical) of a century in words: "19th century", "C19" as
 * OpenStreetMap writes it, "XIXe siècle", "19. Jh. v. Chr.", "siglo XIX", "XIX век"; 1801 to 1900 as
 * people count. "Early", "mid" and "late" are its thirds; halves and quarters are as they say.
 */
export function centuryOf(text: string): readonly [first: number, last: number] | undefined {
  const part = centuryParts.find(([form]) => form.test(text));
  const rest = part ? text.replace(part[0], '').replace(/^[\s-]*(?:of\s)?(?:the\s)?/i, '') : text;
  const era = /\s*(?:(b\.?\s?c\.?(?:\s?e\.?)?)|a\.?\s?d\.?|c\.?\s?e\.)$/i.exec(rest);
  const plain = rest.slice(0, era?.index).trim();
  const found = centuries.map((form) => form.exec(plain)?.[1]).find(Boolean);
  const number = found === undefined ? 0 : numberOf(found);
  if (number < 1 || number > 40) return undefined;
  const first = era?.[1] ? 1 - 100 * number : 100 * number - 99;
  const [from, to] = part ? [part[1], part[2]] : [0, 100];
  return [first + from, first + to - 1];
}

function numberOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
  const digits = [...numeral.toLowerCase()].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, value, k) => sum + (value < (digits[k + 1] ?? 0) ? -value : value), 0);
}
