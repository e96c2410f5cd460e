/**
 * One EDTF value (a date, a season, a date with unspecified digits, or a one-of set) as the days
 * that it may mean. Intervals stand in `edtf.ts`; `docs/time.md` lists what is held and refused.
 *
 * EDTF: https://www.loc.gov/standards/datetime/, levels 0 and 1, and of level 2 the seasons and
 * the sets without gaps.
 */
import { daysOf, isYear, lastDay, lastYear, parseDate, precisionOf, shiftDate } from './date';
import { dayOf } from './day';
import { ALWAYS, FOREVER } from './span';
import type { Interval } from './span';

/** What was found in a text, and what would have been read there instead. */
export interface Refusal {
  readonly ok: false;
  readonly found: string;
  readonly expected: string;
}

/** The days that a value may mean, and how it is qualified. */
export interface EdtfValue {
  readonly ok: true;
  readonly days: Interval;
  /** Marked `?` or `%`: the source is not sure of it. The bounds stay as they are. */
  readonly uncertain: boolean;
  /** Marked `~` or `%`: the bounds are one unit wider on either side. */
  readonly approximate: boolean;
}

/** First month and number of months of the divisions of a year that EDTF numbers 21 to 41. */
const divisions: Readonly<Record<string, readonly [month: number, months: number]>> = {
  // Spring, summer, autumn, winter: meteorological, and of the northern hemisphere by default.
  ...{ 21: [3, 3], 22: [6, 3], 23: [9, 3], 24: [12, 3] },
  ...{ 25: [3, 3], 26: [6, 3], 27: [9, 3], 28: [12, 3] },
  // The southern hemisphere's.
  ...{ 29: [9, 3], 30: [12, 3], 31: [3, 3], 32: [6, 3] },
  // Quarters, quadrimesters (four months), semestrals (six).
  ...{ 33: [1, 3], 34: [4, 3], 35: [7, 3], 36: [10, 3] },
  ...{ 37: [1, 4], 38: [5, 4], 39: [9, 4] },
  ...{ 40: [1, 6], 41: [7, 6] },
};

const time = String.raw`T(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?|24:00(?::00)?)`;
const dateTime = new RegExp(String.raw`^(-?\d{4}-\d\d-\d\d)${time}(?:Z|[+-]\d\d(?::?\d\d)?)?$`);
const division = /^(-?\d{4})-(2[1-9]|3\d|4[01])$/;
const unspecified = /^(-?)(\d{1,3})(X{1,3})(?:-XX){0,2}$/;
const unspecifiedPart = /^(-?\d{4})(?:-XX){1,2}$|^(-?\d{4}-\d\d)-XX$/;

/** The text that a refusal names, with what it is where that is known. */
export function refuse(text: string, what: string, expected: string): Refusal {
  const shown = text === '' ? 'nothing' : text.length > 80 ? `${text.slice(0, 80)}...` : text;
  return { ok: false, found: what === '' ? shown : `${shown} (${what})`, expected };
}

/** Reads one EDTF value; refuses intervals, `..`, and what a span's bounds cannot hold. */
export function parseValue(text: string): EdtfValue | Refusal {
  if (text.startsWith('{')) {
    return refuse(text, 'a set of several dates', 'one date: every date of a set is a time span');
  }
  return text.startsWith('[') ? parseSet(text) : parseSingle(text);
}

function parseSingle(text: string): EdtfValue | Refusal {
  const mark = /[?~%]$/.exec(text)?.[0] ?? '';
  const body = mark === '' ? text : text.slice(0, -1);
  const uncertain = mark === '?' || mark === '%';
  const approximate = mark === '~' || mark === '%';

  const taken = dateTime.exec(body)?.[1];
  if (taken !== undefined && mark !== '') {
    return refuse(text, 'a qualified date-time', 'a date-time without ?, ~ or %');
  }
  // A date-time gives its date as written: shifting it to another time zone could change the day.
  const date = body.startsWith('Y') && body.includes('-', 2) ? undefined : parseDate(taken ?? body);
  if (date) {
    const days = daysOf(date);
    if (!approximate) return { ok: true, days, uncertain, approximate };
    const before = shiftDate(date, precisionOf(date), -1);
    const after = shiftDate(date, precisionOf(date), 1);
    if (!isYear(before.year) || !isYear(after.year)) {
      return refuse(text, 'approximate, and the last year that is held', 'the same without ~');
    }
    const wider = { from: daysOf(before).from, to: daysOf(after).to };
    return { ok: true, days: wider, uncertain, approximate };
  }

  const season = division.exec(body);
  if (season) {
    if (mark !== '') return refuse(text, 'a qualified season', 'a season without ?, ~ or %');
    return heldDays(daysOfDivision(Number(season[1]), season[2] ?? ''));
  }

  const open = daysOfUnspecified(body);
  if (!open) return refuse(text, ...reason(body));
  if (approximate) {
    return refuse(text, 'approximate, with unspecified digits', 'either X or ~, not both');
  }
  return { ok: true, days: open, uncertain, approximate };
}

/** A value without a mark. */
export function heldDays(days: Interval): EdtfValue {
  return { ok: true, days, uncertain: false, approximate: false };
}

/** The days of a season or part of a year; one that begins in December ends in the next year. */
function daysOfDivision(year: number, code: string): Interval {
  const [month, months] = divisions[code] ?? [1, 12];
  const last = shiftDate({ year, month }, 'month', months - 1);
  return { from: dayOf(year, month, 1), to: lastDay(last) };
}

/** `199X`, `19XX`, `1999-XX`, `1999-XX-XX`, `1999-10-XX`: the last digits are not known. */
function daysOfUnspecified(text: string): Interval | undefined {
  const part = unspecifiedPart.exec(text);
  const date = part && parseDate(part[1] ?? part[2] ?? '');
  if (date) return daysOf(date);
  const [, sign, digits = '', unknown = ''] = unspecified.exec(text) ?? [];
  if (digits.length + unknown.length !== 4) return undefined;
  const size = 10 ** unknown.length;
  const least = Number(digits) * size;
  const most = least + size - 1;
  // There is no year -0000, so that -000X begins at -0001.
  const years = sign === '-' ? [-most, -Math.max(least, 1)] : [least, most];
  const [first = 0, last = 0] = years;
  return { from: dayOf(first, 1, 1), to: dayOf(last, 12, 31) };
}

/** Why a text is not held: what it is, and what would be. */
function reason(body: string): readonly [what: string, expected: string] {
  if (/^Y-?\d+$/.test(body)) {
    return /^Y-?[1-9]\d{4,}$/.test(body)
      ? ['a year too far away', `a year from -${lastYear} to ${lastYear}`]
      : ['a year in the long form', 'Y and five digits or more, or a year of four digits'];
  }
  if (/^Y?-?\d+E\d+/.test(body)) return ['an exponential year', 'a year in digits'];
  if (/^Y?-?\d+(E\d+)?S\d+$/.test(body)) return ['significant digits', 'a year, or 19XX'];
  if (/^Y/.test(body)) return ['a long year with more', 'a long year alone, such as Y12000'];
  if (/[?~%]/.test(body)) {
    return ['a qualified part of a date', 'a mark at the end, for the whole date'];
  }
  if (/^-?XXXX/.test(body)) return ['no digit is specified', 'no date at all, for undated'];
  if (/X/.test(body)) {
    return ['digits unspecified inside a date', 'X for the last digits: 199X, 1999-XX, 1999-10-XX'];
  }
  if (body.includes('/')) return ['an interval', 'one date'];
  if (body === '..') return ['an open bound', 'a date'];
  if (/^-?\d{4}-\d\d(-\d\d)?$/.test(body)) {
    return ['no such date', 'a month from 01 to 12 and a day of that month'];
  }
  return ['', 'an EDTF date, such as 1999, 1999-10, 1999-10-03, 2000-21 or -0043'];
}

/** A one-of set: `[1999-10..1999-12]`, `[..1999]`, `[1999..]`, or members that adjoin. */
function parseSet(text: string): EdtfValue | Refusal {
  if (!text.endsWith(']')) return refuse(text, 'a set without its ]', 'a set such as [1992..1995]');
  const members: Interval[] = [];
  for (const member of text.slice(1, -1).split(',')) {
    const days = parseMember(member.trim(), text);
    if ('ok' in days) return days;
    members.push(days);
  }
  members.sort((a, b) => a.from - b.from);
  let from = FOREVER;
  let to = ALWAYS;
  for (const member of members) {
    if (member.from > to + 1 && from !== FOREVER) {
      return refuse(text, 'a set with gaps', 'a set without gaps, such as [1992..1995]');
    }
    from = Math.min(from, member.from);
    to = Math.max(to, member.to);
  }
  return heldDays({ from, to });
}

function parseMember(member: string, set: string): Interval | Refusal {
  const bounds = member.split('..');
  const [first = '', last = first] = bounds;
  if (bounds.length > 2 || (first === '' && last === '')) {
    return refuse(set, 'a set without dates', 'a set such as [1992..1995]');
  }
  const from = first === '' ? heldDays({ from: ALWAYS, to: ALWAYS }) : parseSingle(first);
  const to = last === '' ? heldDays({ from: FOREVER, to: FOREVER }) : parseSingle(last);
  if (!from.ok) return from;
  if (!to.ok) return to;
  if ([from, to].some((value) => value.uncertain || value.approximate)) {
    return refuse(set, 'a qualified date in a set', 'a set of dates without ?, ~ or %');
  }
  if (from.days.from > to.days.to) {
    return refuse(set, 'a set that ends before it begins', 'the earlier date first');
  }
  return { from: from.days.from, to: to.days.to };
}
