/**
 * The derived fields of a record: what other tools need, computed from what the record states.
 *
 * QGIS and kepler.gl want `start` and `end` as full date-times; null in either is an open or
 * unknown bound to both.
 */
import type { Geometry, Position } from 'geojson';
import { civil } from '../core/day';
import type { AtlasRecord, Place } from '../core/model';
import { ALWAYS, FOREVER, type Day, type Span } from '../core/span';
import type { AtlasGeometry } from './geometry';

export interface DerivedTime {
  /** The first moment of the earliest start, UTC; null if that is open or the record is undated. */
  readonly start: string | null;
  /** The last second of the latest end, UTC; null likewise. */
  readonly end: string | null;
  /** The time in words. */
  readonly when_text: string;
}

/**
 * A calendar day as ISO 8601 has it. Years outside 0-9999 take the sign and six digits that
 * ECMAScript reads: -000043-03-15.
 */
function isoDay(day: Day): string {
  const { year, month, day: date } = civil(day);
  const digits = String(Math.abs(year));
  const isoYear =
    year >= 0 && year <= 9999
      ? digits.padStart(4, '0')
      : `${year < 0 ? '-' : '+'}${digits.padStart(6, '0')}`;
  return [isoYear, String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
}

/** The outer bounds of a record's spans and its time in words. */
export function derivedTime({
  spans,
  whenText,
}: {
  readonly spans: readonly Span[];
  readonly whenText: string;
}): DerivedTime {
  const first = spans.reduce((day, span) => Math.min(day, span.earliestStart), FOREVER);
  const last = spans.reduce((day, span) => Math.max(day, span.latestEnd), ALWAYS);
  return {
    start: spans.length === 0 || first <= ALWAYS ? null : `${isoDay(first)}T00:00:00Z`,
    end: spans.length === 0 || last >= FOREVER ? null : `${isoDay(last)}T23:59:59Z`,
    when_text: whenText,
  };
}

/** Whether both ends of a movement are stated, so that its geometry is drawn and not derived. */
export function hasDrawnLines(record: Pick<AtlasRecord, 'from' | 'to'>): boolean {
  return record.from.length > 0 && record.to.length > 0;
}

/**
 * The geometry of a record that has no lines: its place's; null where no place is stated. Several
 * places (a movement from an unknown origin to a list of them) give their label points.
 */
export function derivedGeometry(
  record: Pick<AtlasRecord, 'at' | 'from' | 'to'>,
  places: ReadonlyMap<string, Place>,
): Geometry | null {
  const stated = [...record.at, ...record.from, ...record.to]
    .map((id) => places.get(id))
    .filter((place) => place !== undefined);
  const [only] = stated;
  if (only === undefined) return null;
  if (stated.length === 1) return only.geometry;
  const coordinates: Position[] = stated.map((place) => [...place.point]);
  return { type: 'MultiPoint', coordinates } satisfies AtlasGeometry;
}
