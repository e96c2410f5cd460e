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

const numeral = '(\\d{1,2}|[IVXivx]{1,7})';
const centuries = [
  /^C(\d{1,2})$/,
  new RegExp(
    `^${numeral}\\s?(?:st|nd|rd|th|e|è|er|ème|eme|\\.)?[\\s-]*(?:c|cent|century|siècle|s|jahrhunderts?|jhd?|jhdts?|secolo|sec|век|в)\\.?$`,
    'iu',
  ),
  new RegExp(`^(?:siglo|século|secolo|sec\\.|s\\.)\\s?${numeral}$`, 'iu'),
];
const thirds = { early: 0, mid: 1, middle: 1, late: 2 } as const;

/**
 * The first and the last year (astronomical) of a century in words: "19th century", "C19" as
 * OpenStreetMap writes it, "XIXe siècle", "19. Jh. v. Chr.", "siglo XIX", "XIX век"; 1801 to 1900 as
 * people count. "Early", "mid" and "late" are its thirds.
 */
export function centuryOf(text: string): readonly [first: number, last: number] | undefined {
  const part = /^(early|mid|middle|late)[\s-]+(?:the\s)?/i.exec(text);
  const era = /\s*(?:(b\.?\s?c\.?(?:\s?e\.?)?)|a\.?\s?d\.?|c\.?\s?e\.)$/i.exec(text);
  const plain = text.slice(part?.[0].length ?? 0, era?.index).trim();
  const found = centuries.map((form) => form.exec(plain)?.[1]).find(Boolean);
  const number = found === undefined ? 0 : numberOf(found);
  if (number < 1 || number > 40) return undefined;
  const first = era?.[1] ? 1 - 100 * number : 100 * number - 99;
  if (!part) return [first, first + 99];
  const third = thirds[(part[1] ?? '').toLowerCase() as keyof typeof thirds];
  const edges = [0, 33, 67, 100] as const;
  return [first + (edges[third] ?? 0), first + (edges[third + 1] ?? 100) - 1];
}

function numberOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
  const digits = [...numeral.toLowerCase()].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, value, k) => sum + (value < (digits[k + 1] ?? 0) ? -value : value), 0);
}
