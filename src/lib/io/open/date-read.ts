/**
 * One date as it stands in files of all kinds: EDTF first, then the clothes that tables, archives
 * and programs give it. What could be read in two ways is not guessed: it is said to be ambiguous.
 */
import { daysOf, isDate, type PartialDate } from '../../core/date';
import { civil } from '../../core/day';
import { parseValue, refuse, type Refusal } from '../../core/edtf-value';
import { ALWAYS, FOREVER, type Interval } from '../../core/span';
import { centuryOf, monthOf, partOfYear, seasonOf, withEra, withoutWords } from './date-words';

/** How `03/04/2022` is read: day or month first. */
export const dateOrders = ['dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** The days that a date may mean. */
export interface DateRead {
  readonly ok: true;
  readonly days: Interval;
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

/** A date that was not read; `ambiguous` if it would be with the order of day and month. */
export interface DateRefused extends Refusal {
  readonly ambiguous?: boolean;
}

/** What stands in the place of no value in tables. */
const blank = /^(?:|-+|—|\?|n\/?a|nan|null|none|unknown|undated|no date|n\.?\s?d\.?)$/i;

/** Whether a value says nothing: empty, null, or a table's word for that. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'string' && blank.test(value.trim());
}

/** A word that may be the name of a month, or the beginning of one. */
const monthName = String.raw`(\p{L}{3,10})\.?`;

const expected = 'a date, such as 1999, 1999-10, 1999-10-03, 3 October 1999 or an EDTF date';
const clock = String.raw`(?:[T ]\s*\d{1,2}(?::?\d{2}){1,2}(?:[.,]\d+)?\s*(?:[ap]m)?\s*(?:Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?)?`;

function days(date: PartialDate): DateRead | undefined {
  return isDate(date)
    ? { ok: true, days: daysOf(date), uncertain: false, approximate: false }
    : undefined;
}

function edtf(text: string): DateRead | undefined {
  const value = parseValue(text);
  return value.ok
    ? { ok: true, days: value.days, uncertain: value.uncertain, approximate: value.approximate }
    : undefined;
}

/** A year with any number of digits as EDTF has it. */
export function edtfYear(digits: string, isBefore = digits.startsWith('-')): string {
  const year = Math.abs(Number(digits));
  const sign = isBefore ? '-' : '';
  return year > 9999 ? `Y${sign}${year}` : `${sign}${String(year).padStart(4, '0')}`;
}

/** Seconds or milliseconds since 1970, as the UTC day: between the years 1903 and 5138. */
function epochDay(value: number): DateRead | undefined {
  const size = Math.abs(value);
  const seconds = size >= 1e11 ? value / 1000 : value;
  if (size < 1e8 || size >= 1e14) return undefined;
  const day = Math.floor(seconds / 86_400);
  return { ok: true, days: { from: day, to: day }, uncertain: false, approximate: false };
}

/** A bare number: a year, the digits of a date, or a moment since 1970. */
function fromNumber(value: number): DateRead | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (Number.isInteger(value)) {
    if (Math.abs(value) <= 9999) return days({ year: value });
    const digits = String(value);
    // 19991003: eight digits that are a day of the years 1000 to 2999 are one.
    const date = /^([12]\d{3})(\d\d)(\d\d)$/.exec(digits);
    const day =
      date && days({ year: +(date[1] ?? ''), month: +(date[2] ?? ''), day: +(date[3] ?? '') });
    if (day) return day;
  }
  return serialDay(value) ?? epochDay(value);
}

/** Whether a value is what spreadsheets count days with: 1927 to 2119, shorter ones are years. */
export function isSerial(value: unknown): boolean {
  const text = String(value).trim();
  return /^[1-7]\d{4}(?:[.,]\d+)?$/.test(text);
}

/** The day that a spreadsheet means by a number: days since 30 December 1899. */
function serialDay(value: number): DateRead | undefined {
  if (!isSerial(value)) return undefined;
  const day = Math.floor(value) - 25_569;
  return { ok: true, days: { from: day, to: day }, uncertain: false, approximate: false };
}

/** `12/31/2022`: which part is the month, where the numbers tell or the order does. */
function fromParts(
  text: string,
  [first, second]: readonly [number, number],
  year: number,
  separator: string,
  order: DateOrder | undefined,
): DateRead | DateRefused {
  const dmy = days({ year, month: second, day: first });
  const mdy = days({ year, month: first, day: second });
  // With points the day comes first wherever points are used.
  const known = separator === '.' ? 'dmy' : order;
  const chosen =
    dmy && mdy ? (first === second ? dmy : known && { dmy, mdy }[known]) : (dmy ?? mdy);
  if (chosen) return chosen;
  if (!dmy) return refuse(text, 'no such date', expected);
  return {
    ...refuse(text, 'day or month first?', 'the order of day and month in this column'),
    ambiguous: true,
  };
}

/** `10/1999` and `10.1999`: a month, not two years. */
export const monthAndYear = /^(0?[1-9]|1[0-2])[/.](\d{4})$/;

/** The forms of tables and archives, each with what it means. */
function fromForms(text: string, order: DateOrder | undefined): DateRead | DateRefused | undefined {
  let match: RegExpExecArray | null;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) {
    // -0044 and 0950 are years of four digits; 44 and 950 lack the zeros.
    return fromNumber(Number(text));
  }
  if (
    (match = new RegExp(
      String.raw`^(-?\d{3,4})([-./])(\d{1,2})(?:\2(\d{1,2}))?${clock}$`,
      'i',
    ).exec(text))
  ) {
    const [, year, separator, month, day] = match;
    if (separator === '-' && day === undefined && month?.length === 2 && Number(month) > 12) {
      return edtf(text);
    }
    return days({
      year: +(year ?? ''),
      month: +(month ?? ''),
      ...(day !== undefined && { day: +day }),
    });
  }
  if ((match = monthAndYear.exec(text)))
    return days({ year: +(match[2] ?? ''), month: +(match[1] ?? '') });
  if (new RegExp(String.raw`^\d{1,2}([-./])\d{1,2}\1\d\d${clock}$`, 'i').test(text)) {
    return refuse(text, 'a year of two digits', 'a year of four digits');
  }
  if (
    (match = new RegExp(String.raw`^(\d{1,2})([-./])(\d{1,2})\2(-?\d{3,4})${clock}$`, 'i').exec(
      text,
    ))
  ) {
    return fromParts(
      text,
      [+(match[1] ?? ''), +(match[3] ?? '')],
      +(match[4] ?? ''),
      match[2] ?? '',
      order,
    );
  }
  const worded = fromWords(text);
  if (worded) return worded;
  if ((match = /^(\d{1,6})\s*(?:b\.?\s?c\.?(?:e\.?)?)$/i.exec(text))) {
    return edtf(edtfYear(String(Number(match[1]) - 1), Number(match[1]) > 1));
  }
  if (
    (match = /^(?:a\.?\s?d\.?\s*(\d{1,4})|(\d{1,4})\s*(?:a\.?\s?d\.?|c\.?\s?e\.?))$/i.exec(text))
  ) {
    return edtf(edtfYear(match[1] ?? match[2] ?? ''));
  }
  if ((match = /^(\d{3})0s$/i.exec(text))) return edtf(`${match[1]}X`);
  const part = partOfYear(text);
  if (part) {
    return between({ year: part.year, month: part.from }, { year: part.year, month: part.to });
  }
  if ((match = /^between (.+) and (.+)$/i.exec(text))) {
    const [first, last] = [readDate(match[1], order), readDate(match[2], order)];
    if (!first.ok || !last.ok) return first.ok ? last : first;
    return first.days.from <= last.days.to
      ? { ...first, days: { from: first.days.from, to: last.days.to } }
      : undefined;
  }
  const century = centuryOf(text);
  if (century) return between({ year: century[0] }, { year: century[1] });
  if ((match = /^(\p{L}{3,10}),? (\d{3,4})$/iu.exec(text))) {
    const season = seasonOf(match[1] ?? '');
    if (season !== undefined) return edtf(`${edtfYear(match[2] ?? '')}-${season}`);
  }
  if ((match = /^(before|by|until|after|since|from)\s+(.+)$/i.exec(text))) {
    const bound = readDate(match[2] ?? '', order);
    if (!bound.ok) return bound;
    const isUpper = /^(before|by|until)$/i.test(match[1] ?? '');
    const limits = isUpper
      ? { from: ALWAYS, to: bound.days.to }
      : { from: bound.days.from, to: FOREVER };
    return { ...bound, days: limits };
  }
  return undefined;
}

const dayFirst = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th|er|[.º])?[ -]?(?:de |d’)?${monthName}(?: del? )?[ ,./-]*(\\d{1,4})(?: г(?:\\.|ода)?)?${clock}$`,
  'iu',
);
const monthFirst = new RegExp(
  `^${monthName} (\\d{1,2})(?:st|nd|rd|th)?,? (-?\\d{3,4})${clock}$`,
  'iu',
);
const yearFirst = new RegExp(`^(\\d{4})[ -]${monthName}[ -](\\d{1,2})$`, 'iu');
const monthOnly = new RegExp(`^${monthName}(?: del? )?[ ,-]+(\\d{2,4})(?: г(?:\\.|ода)?)?$`, 'iu');

/** A date with the name of its month: "3 October 1999", "3. März 1918", "7 сентября 1812 г.". */
function fromWords(text: string): DateRead | DateRefused | undefined {
  const [first, second, third, alone] = [dayFirst, monthFirst, yearFirst, monthOnly].map((form) =>
    form.exec(text),
  );
  const [day, name, year] = first
    ? [first[1], first[2], first[3]]
    : second
      ? [second[2], second[1], second[3]]
      : third
        ? [third[3], third[2], third[1]]
        : [undefined, alone?.[1], alone?.[2]];
  const month = name === undefined ? undefined : monthOf(name);
  if (month === undefined || year === undefined) return undefined;
  if (year.length < 3) return refuse(text, 'a year of two digits', 'a year of four digits');
  return days({ year: +year, month, ...(day !== undefined && { day: +day }) });
}

function between(first: PartialDate, last: PartialDate): DateRead {
  return {
    ok: true,
    days: { from: daysOf(first).from, to: daysOf(last).to },
    uncertain: false,
    approximate: false,
  };
}

export const about =
  /^(?:~|≈|c(?=[\s\d])|ca?\.|ca(?=[\s\d])|circa|about|around|approx(?:\.|imately)?|um(?= )|vers(?= )|env\.|ок\.|около)\s*/iu;

/**
 * One date. `order` says how `03/04/2022` is read; without it such a date is refused as ambiguous.
 * Moments are read as the day that is written, those since 1970 as the day in UTC.
 */
export function readDate(value: unknown, order?: DateOrder): DateRead | DateRefused {
  if (typeof value === 'number') return fromNumber(value) ?? refuse(String(value), '', expected);
  if (typeof value !== 'string') return refuse(JSON.stringify(value) ?? 'nothing', '', expected);
  // Longer than any date; what follows need not be quick on prose.
  if (value.length > 120) return refuse(value, '', expected);
  const text = withEra(withoutWords(value.trim().replace(/\s+/g, ' ')));
  const known = edtf(text) ?? fromForms(text, order);
  if (known) return known;
  const plain = text.replace(about, '').replace(/[?~%]+$/, '');
  if (plain !== text && plain !== '') return qualified(text, plain, order);
  return refuse(text, '', expected);
}

/** A date marked as approximate or uncertain in any way that is not EDTF's own. */
function qualified(
  text: string,
  plain: string,
  order: DateOrder | undefined,
): DateRead | DateRefused {
  const read = readDate(plain, order);
  if (!read.ok) return read;
  const uncertain = /\?|%/.test(text);
  if (!about.test(text) && !/[~%]$/.test(text)) return { ...read, uncertain: true };
  const { from, to } = read.days;
  const day = civil(from);
  const isYear = day.month === 1 && day.day === 1 && to - from >= 364;
  // As EDTF's "~": one unit wider on either side.
  const wide = isYear ? 365 : to > from ? 31 : 1;
  const widened = isYear
    ? { from: daysOf({ year: day.year - 1 }).from, to: daysOf({ year: civil(to).year + 1 }).to }
    : { from: from - wide, to: to + wide };
  return { ok: true, days: widened, uncertain, approximate: true };
}
