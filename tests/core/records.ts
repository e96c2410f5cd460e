/** Records and atlases for tests: from a few members, and at random. */
import fc from 'fast-check';
import { dayOf } from '../../src/lib/core/day';
import type { Atlas, AtlasRecord, Claim, Place, Stance } from '../../src/lib/core/model';
import { contradictsOrder } from '../../src/lib/core/order';
import type { Interval, Span } from '../../src/lib/core/span';
import { spans } from './arbitraries';

/** A reported, undated event without a place, but for the members given. */
export function aRecord(members: Partial<AtlasRecord> = {}): AtlasRecord {
  return {
    id: 'record',
    kind: 'event',
    type: 'bombing',
    title: `Title of ${members.id ?? 'record'}`,
    summary: 'A summary.',
    at: [],
    from: [],
    to: [],
    lines: [],
    actors: [],
    standing: 'reported',
    claims: [],
    numbers: [],
    sources: [],
    follows: [],
    spans: [],
    whenText: 'undated',
    ...members,
  };
}

export function aClaim(about: string, stance: Stance): Claim {
  return { about, by: 'someone', via: [], stance, text: 'They say so.', source: { id: 'source' } };
}

/** A settlement at 70 E, 40 N, but for the members given. */
export function aPlace(members: Partial<Place> = {}): Place {
  return {
    id: 'place',
    title: `Title of ${members.id ?? 'place'}`,
    summary: '',
    names: [],
    precision: 'settlement',
    radiusKm: 3,
    point: [70, 40],
    geometry: { type: 'Point', coordinates: members.point ?? [70, 40] },
    sources: [],
    ...members,
  };
}

/** Whole years, both ends inclusive. */
export function years(first: number, last = first): Interval {
  return { from: dayOf(first, 1, 1), to: dayOf(last, 12, 31) };
}

/** A span whose four bounds are days as in `1999-10-03`. */
export function span(start: string, end = start): Span {
  const day = (text: string): number => {
    const [year = 0, month = 1, date = 1] = text.split('-').map(Number);
    return dayOf(year, month, date);
  };
  return {
    earliestStart: day(start),
    latestStart: day(start),
    earliestEnd: day(end),
    latestEnd: day(end),
  };
}

/** A span that starts and ends some time in these years. */
export function during(first: number, last = first): Span {
  const { from, to } = years(first, last);
  return { earliestStart: from, latestStart: to, earliestEnd: from, latestEnd: to };
}

export function anAtlas(members: Partial<Atlas> = {}): Atlas {
  return {
    id: 'atlas',
    title: 'An atlas',
    summary: '',
    version: '1',
    licence: 'CC0',
    span: years(1990, 1999),
    opening: { date: '1995', bounds: [60, 30, 80, 45] },
    actors: [],
    chapters: [],
    method: [],
    entries: [],
    sources: [],
    places: [],
    records: [],
    ...members,
  };
}

/** What random records happen in: four years, and a year of spans beyond either end. */
export const randomSpan = years(2000, 2003);

/**
 * Up to nine records in and around `randomSpan`, of at most so many spans each, a few of them
 * undated. They follow only earlier records of the list, and never against their dates.
 */
function recordsOf(maxSpans: number): fc.Arbitrary<AtlasRecord[]> {
  const some = spans(randomSpan.from - 365, randomSpan.to + 365);
  return fc
    .array(
      fc.record({
        spans: fc.option(fc.array(some, { minLength: 1, maxLength: maxSpans }), {
          freq: 8,
          nil: [],
        }),
        follows: fc.array(fc.nat({ max: 8 }), { maxLength: 2 }),
      }),
      { maxLength: 9 },
    )
    .map((drafts) => {
      const records: AtlasRecord[] = [];
      drafts.forEach(({ spans: own, follows }, k) => {
        const before = [...new Set(follows)].flatMap((index) => records[index] ?? []);
        const held = before.filter((record) => !contradictsOrder(record, { spans: own }));
        records.push(aRecord({ id: `r${k}`, spans: own, follows: held.map(({ id }) => id) }));
      });
      return records;
    });
}

export const randomRecords = recordsOf(1);
/** As above, of records that come and go up to three times. */
export const recurringRecords = recordsOf(3);
