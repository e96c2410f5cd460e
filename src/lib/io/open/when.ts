/** Linked Places `when`: its timespans, with the liberties that gazetteers take. */
import type { Span } from '../../core/span';
import { spanOf, type TimespanInput } from '../../core/when';
import { whenText } from '../../core/wording';
import { shown } from '../problem';
import { isBlank } from './date-read';
import { readSide, spanFrom, type SpanRead } from './date-text';
import { member, type Fault } from './row';

/** The time of a row. */
export interface TimeRead {
  /** None for an undated row, and for one whose time could not be read. */
  readonly spans: readonly Span[];
  /** In words: the file's own, or made from the bounds. */
  readonly words: string;
  /** A date was marked as not sure. */
  readonly uncertain: boolean;
  readonly remarks: readonly Fault[];
  /** The fields that were read. */
  readonly fields: readonly string[];
}

/** A row that says nothing of time. */
export const undated: TimeRead = {
  spans: [],
  words: 'undated',
  uncertain: false,
  remarks: [],
  fields: [],
};

/** The time of a `when`; undefined where it says none. */
export function fromWhen(when: unknown): TimeRead | undefined {
  const list = member(when, 'timespans') ?? member(when, 'timespan');
  const timespans: readonly unknown[] = Array.isArray(list) ? list : list ? [list] : [];
  const spans: Span[] = [];
  const words: string[] = [];
  const remarks: Fault[] = [];
  let uncertain = false;
  for (const [index, timespan] of timespans.entries()) {
    const field = `when.timespans[${index}]`;
    const read = readTimespan(timespan, field);
    if ('span' in read) {
      spans.push(read.span);
      words.push(read.label ?? whenText(read.span));
      uncertain ||= read.uncertain;
    } else if (read.found !== '') remarks.push(read);
  }
  const label = member(when, 'label');
  if (spans.length === 0 && remarks.length === 0) {
    return typeof label === 'string' && label !== '' ? { ...undated, words: label } : undefined;
  }
  return {
    ...undated,
    spans,
    words: words.join('; ') || (typeof label === 'string' && label) || 'undated',
    uncertain,
    remarks,
  };
}

/** A timespan as Linked Places has it, or with plain dates and numbers in place of objects. */
function readTimespan(
  timespan: unknown,
  field: string,
): (Pick<SpanRead, 'span' | 'uncertain'> & { label?: string }) | Fault {
  const stated = [member(timespan, 'start'), member(timespan, 'end')];
  const label = member(timespan, 'label');
  // Gazetteers write the number -1 for "not known"; a year 2 BC does not stand beside 1769.
  const [start, end] = stated.map((side, k) =>
    side === -1 && isFar(stated[1 - k]) ? undefined : side,
  );
  if (isBlank(start) && isBlank(end) && stated.includes(-1)) {
    return { field, found: shown(stated), expected: 'dates; -1 was taken for “not known”' };
  }
  const input: TimespanInput = { start: sideObject(start), end: sideObject(end), label };
  const sides = [input.start, input.end].map((side) =>
    Object.values((side as object | undefined) ?? {}).every((value) => isBlank(value)),
  );
  if (sides.every(Boolean)) return { field, found: '', expected: 'a date' };
  const read = spanOf(input);
  if (read.ok)
    return { span: read.span, uncertain: read.uncertain, ...(read.label && { label: read.label }) };
  // Dates in other clothes than ISO 8601's: bounds of one side at a time.
  const sideText = (side: unknown): unknown =>
    member(side, 'in') ?? member(side, 'earliest') ?? member(side, 'latest');
  const [from, to] = [
    readSide(sideText(input.start), 'start'),
    readSide(sideText(input.end), 'end'),
  ];
  const isPlain = [input.start, input.end].every((side) => member(side, 'earliest') === undefined);
  const span = isPlain && from?.ok !== false && to?.ok !== false ? spanFrom(from, to) : undefined;
  if (span)
    return {
      span: span.span,
      uncertain: span.uncertain,
      ...(typeof label === 'string' && label && { label }),
    };
  return { field: `${field}.${read.field}`, found: read.found, expected: read.expected };
}

function isFar(side: unknown): boolean {
  return isBlank(side) || side === -1 || Math.abs(Number(side)) > 100;
}

function sideObject(side: unknown): unknown {
  if (isBlank(side)) return undefined;
  return typeof side === 'object' ? side : { in: typeof side === 'number' ? yearText(side) : side };
}

function yearText(year: number): string {
  return Number.isInteger(year) && Math.abs(year) <= 9999
    ? `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
    : String(year);
}

/** Whether a `when` holds any date or words: exports of gazetteers are full of empty ones. */
export function saysTime(when: unknown): boolean {
  if (typeof when === 'string') return !isBlank(when);
  const list = member(when, 'timespans') ?? member(when, 'timespan');
  const timespans: readonly unknown[] = Array.isArray(list) ? list : [list];
  const isSaid = (side: unknown): boolean =>
    typeof side === 'object' && side !== null
      ? Object.values(side).some((value) => !isBlank(value))
      : !isBlank(side);
  return (
    !isBlank(member(when, 'label')) ||
    timespans.some((one) => isSaid(member(one, 'start')) || isSaid(member(one, 'end')))
  );
}
