/** Checks that a record is drawn where it says it was. */
import type { Position } from 'geojson';
import type { Place } from '../core/model';
import { derivedGeometry, hasDrawnLines } from './derive';
import { inside, report } from './fields';
import { sameGeometry } from './geometry';
import { liesOn, swapHint } from './on-place';
import { shown } from './problem';
import type { Draft } from './read-record';

type Places = ReadonlyMap<string, Place>;

const rederive = '(derived: run "npm run derive:data")';

/** Lists what is wrong with the geometry of a record, all places of which are known. */
export function checkGeometry(draft: Draft, places: Places): void {
  const { record, geometry, site } = draft;
  // A line of the file's own runs where it runs.
  if (record.path === 'given') return;
  if (hasDrawnLines(record)) {
    checkLines(draft, places);
    return;
  }
  const expected = derivedGeometry(record, places);
  if (sameGeometry(geometry, expected)) return;
  const ids = [...record.at, ...record.from, ...record.to];
  report(
    inside(site, 'geometry'),
    shown(geometry),
    expected === null
      ? 'null, since no place is stated'
      : `the geometry of ${ids.join(', ')} ${rederive}`,
  );
}

/** One line per pair of origin and destination, in the order of `from` and then of `to`. */
function checkLines({ record, geometry, path, site }: Draft, places: Places): void {
  const pairs = record.from.flatMap((from) => record.to.map((to) => ({ from, to })));
  const { lines } = record;
  if (lines.length !== pairs.length) {
    const ends = `from ${record.from.join(', ')} to ${record.to.join(', ')}`;
    report(
      inside(site, 'geometry'),
      lines.length === 0 ? shown(geometry) : count(lines.length),
      pairs.length === 1
        ? `a LineString ${ends}`
        : `a MultiLineString of ${count(pairs.length)} ${ends}`,
    );
    return;
  }
  if (path === undefined)
    report(inside(site, 'path'), 'nothing', '"schematic", since it has lines');
  for (const [index, { from, to }] of pairs.entries()) {
    const line = lines[index] ?? [];
    const at = geometry?.type === 'LineString' ? 'geometry' : `geometry line ${index + 1}`;
    checkEnd(line[0], places.get(from), 'start', at);
    checkEnd(line.at(-1), places.get(to), 'end', at);
  }

  function checkEnd(
    end: Position | undefined,
    place: Place | undefined,
    which: 'start' | 'end',
    field: string,
  ): void {
    if (end === undefined || place === undefined || liesOn(place, end)) return;
    const hint = swapHint(end, (other) => liesOn(place, other));
    report(inside(site, field), shown(end), `a line that ${which}s on ${place.id}${hint}`);
  }
}

function count(lines: number): string {
  return lines === 1 ? '1 line' : `${lines} lines`;
}
