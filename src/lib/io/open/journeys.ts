/** Points in sequence become journeys: the dated points of a track, or of somebody, in their order. */
import type { Position } from 'geojson';
import { spanBetween, startOf, endOf } from '../../core/bounds';
import type { AtlasRecord, Place } from '../../core/model';
import { whenText } from '../../core/wording';

/** A dated point of a sequence. */
export interface Stop {
  readonly record: AtlasRecord;
  readonly place: Place;
}

/** A sequence with more stops than this becomes one line, not a leg for each pair. */
export const mostLegs = 40;

/** The journeys of a sequence. `name` is whose it is; ids are made from `id`. */
export function journeysOf(name: string, id: string, stops: readonly Stop[]): AtlasRecord[] {
  const sorted = [...stops]
    .map((stop, order) => ({ stop, order, day: stop.record.spans[0]?.earliestStart ?? 0 }))
    .sort((a, b) => a.day - b.day || a.order - b.order)
    .map(({ stop }) => stop);
  const moves = sorted.slice(1).flatMap((to, k) => {
    const from = sorted[k];
    return from && from.place.id !== to.place.id ? [{ from, to }] : [];
  });
  if (moves.length > mostLegs) return wholeJourney(name, id, sorted);
  return moves.flatMap(({ from, to }, k) => {
    const [left, reached] = [from.record.spans[0], to.record.spans[0]];
    // Left at some time of the first stop or later, arrived at some time of the second or before.
    const span = left && reached && spanBetween(startOf(left), endOf(reached));
    if (!span) return [];
    return [
      {
        ...drawn(legTitle(name, from, to, k), `${id}.${k + 1}`, [from, to]),
        from: [from.place.id],
        to: [to.place.id],
        lines: [[[...from.place.point], [...to.place.point]]],
        spans: [span],
        whenText: whenText(span),
        note: 'The file has two dated points; the straight line between them was added.',
      },
    ];
  });
}

function legTitle(name: string, from: Stop, to: Stop, k: number): string {
  const isNamed = !from.place.unlabelled && !to.place.unlabelled;
  return isNamed ? `${name}: ${from.place.title} to ${to.place.title}` : `${name}, leg ${k + 1}`;
}

function wholeJourney(name: string, id: string, stops: readonly Stop[]): AtlasRecord[] {
  const [first, last] = [stops[0], stops.at(-1)];
  const [left, reached] = [first?.record.spans[0], last?.record.spans[0]];
  const span = left && reached && spanBetween(startOf(left), endOf(reached));
  if (!first || !last || !span) return [];
  const line: Position[] = stops.map(({ place }) => [...place.point]);
  return [
    {
      ...drawn(name, id, [first, last]),
      lines: [line],
      path: 'given',
      spans: [span],
      whenText: whenText(span),
      note: `Made of ${stops.length} dated points of the file, in order of time.`,
    },
  ];
}

/** What both sorts of journey have in common. */
function drawn(title: string, id: string, [first]: readonly [Stop, Stop]): AtlasRecord {
  return {
    id,
    kind: 'movement',
    type: 'journey',
    title,
    summary: '',
    at: [],
    from: [],
    to: [],
    lines: [],
    actors: first.record.actors,
    standing: 'inferred',
    claims: [],
    numbers: [],
    sources: first.record.sources,
    follows: [],
    spans: [],
    whenText: '',
  };
}
