/** A window as readers write it, beside the form that links have: also in the words of `windowText`. */
import { formatDate, type PartialDate } from './date';
import { parseWindow, type Window } from './window';
import { months } from './wording';

/** "3 October 1999", "Oct. 1999", "1999", "AD 44", "44 BC": day, month, year, era. */
const words =
  /^(?:(\d\d?) (?=\D)(?!bce))?(?:([a-z]{3,9})\.? ?)?(?:(?:ad )?([1-9]\d{0,6})( (?:bce?|ad|ce))?)?$/;

interface Typed {
  readonly day?: number | undefined;
  readonly month?: number | undefined;
  readonly year?: number | undefined;
}

/** A date in words; undefined for anything else. What the first of two dates lacks, the last one says. */
function typedDate(text: string, last?: Typed): Typed | undefined {
  // "3 to 12 October", "44 to 31 BC"
  if (last && /^\d\d?$/.test(text) && last.day) return { ...last, day: Number(text) };
  if (last && /^\d+$/.test(text) && Number(last.year) <= 0) return { year: 1 - Number(text) };
  const [whole, day, name, digits, era = ''] = words.exec(text) ?? [];
  const month = name && months.findIndex((full) => full.toLowerCase().startsWith(name)) + 1;
  if (!whole || month === 0) return undefined;
  const number = Number(digits);
  const year = !digits ? last?.year : era.includes('b') ? 1 - number : number;
  return { year, ...(month && { month }), ...(day && { day: Number(day) }) };
}

/** A date as a link has it, of what may be in words. */
function linked(text: string, last?: Typed): string {
  const { year, month, day } = typedDate(text, last) ?? {};
  if (year === undefined) return text.replace(/^(-?\d{4})-(\d)$/, '$1-0$2');
  return formatDate({ year, ...(month && { month }), ...(day && { day }) } satisfies PartialDate);
}

/**
 * Reads what links hold, what `windowText` says, and the like: "October 1999", "1999–2001",
 * "1999 to 2001", "44 BC", "3 to 12 October 1999", "All years".
 */
export function parseTyped(text: string): Window | undefined {
  const asLink = parseWindow(text.trim());
  if (asLink) return asLink;
  const typed = text.trim().toLowerCase();
  if (/^all( years)?$/.test(typed)) return { kind: 'all' };
  const [first = '', ...rest] = typed
    .replace(/^(\d{4})-(\d{4})$/, '$1/$2')
    .split(/\s*(?:\/|–|—|\s-\s|\bto\b)\s*/);
  const last = rest.at(-1);
  if (last === undefined) return parseWindow(linked(first));
  return parseWindow(
    [linked(first, typedDate(last)), ...rest.map((part) => linked(part))].join('/'),
  );
}
