/**
 * Trackway's own GeoJSON: the files of an atlas's folder, one of them alone, or all in one
 * collection. They go through the same door as a curated atlas, so that nothing of them is lost;
 * what a single file does not say (names of actors, places, sources) is made of what it does.
 */
import { openedId, type Atlas } from '../../core/model';
import { civil, dayOf } from '../../core/day';
import { formatDate } from '../../core/date';
import { spanOf, type TimespanInput } from '../../core/when';
import { capital } from '../../core/wording';
import { datedDays } from '../../core/reach';
import { ALWAYS, FOREVER } from '../../core/span';
import { atlasFiles, readAtlas, type AtlasFile } from '../atlas';
import type { Problem } from '../problem';
import { limits } from './limits';
import type { Finding, OpenReport } from './report';
import { member } from './row';
import { readShape } from './shape';

const kinds = ['place', 'base', 'movement', 'event'] as const;
type Kind = (typeof kinds)[number];

/** The kind of a feature of Trackway's own; undefined for any other. */
function kindOf(feature: unknown): Kind | undefined {
  const properties = member(feature, 'properties');
  const kind = kinds.find((one) => one === member(properties, 'kind'));
  const mark = member(properties, kind === 'place' ? 'precision' : 'standing');
  return typeof mark === 'string' && Array.isArray(member(properties, 'sources'))
    ? kind
    : undefined;
}

/** Whether a JSON value is a collection of Trackway's own features, and of nothing else. */
export function isTrackway(value: unknown): boolean {
  const features = member(value, 'features');
  return (
    Array.isArray(features) &&
    features.length > 0 &&
    features.every((one) => kindOf(one) !== undefined)
  );
}

/** Opens a collection; undefined where it cannot be completed to an atlas. */
export function openTrackway(value: unknown, file: string): Opened | undefined {
  const features = member(value, 'features') as readonly unknown[];
  const byKind = new Map<Kind, unknown[]>(kinds.map((kind) => [kind, []]));
  for (const feature of features) byKind.get(kindOf(feature) ?? 'event')?.push(feature);
  const made = missingPlaces(features);
  const places = [...(byKind.get('place') ?? []), ...made.values()];
  const collection = (list: readonly unknown[]): string =>
    JSON.stringify({ type: 'FeatureCollection', features: list });
  const files: AtlasFile[] = [
    { name: atlasFiles.header, text: JSON.stringify(headerOf(value, features, file)) },
    { name: atlasFiles.sources, text: JSON.stringify(sourcesOf(value, features)) },
    { name: atlasFiles.place, text: collection(places) },
    ...(['base', 'movement', 'event'] as const).map((kind) => ({
      name: atlasFiles[kind],
      text: collection(byKind.get(kind) ?? []),
    })),
  ];
  const order = features.map((feature) => String(member(feature, 'id')));
  return openFolder(files, file, order, new Set(made.keys()), true);
}

export interface Opened {
  readonly atlas: Atlas;
  readonly report: OpenReport;
}

/** Whether some files are the folder of an atlas. */
export function isFolder(names: readonly string[]): boolean {
  return names.includes(atlasFiles.header) && names.includes(atlasFiles.place);
}

/** Opens the files of an atlas's folder; undefined where they make no atlas. */
export function openFolder(
  files: readonly AtlasFile[],
  file: string,
  order: readonly string[] = [],
  made: ReadonlySet<string> = new Set(),
  own = false,
): Opened | undefined {
  const read = readAtlas(files, own);
  const { atlas } = read;
  if (!atlas || atlas.records.length === 0) return undefined;
  // Places that were made from records cannot tell whether a line fits them.
  const isOfMade = ({ expected }: Problem): boolean =>
    made.size > 0 &&
    [...made].some((id) => expected.includes(id)) &&
    /^a line that|^the geometry of/.test(expected);
  const problems = read.problems.filter((problem) => !isOfMade(problem));
  const shownIds = new Set([...atlas.records, ...atlas.places].map(({ id }) => id));
  const rows = new Map(order.map((id, k) => [id, k + 1]));
  const findings = problems.map((problem): Finding => findingOf(problem, file, rows, shownIds));
  const skipped = new Set(findings.filter((one) => one.skipped).map(({ record }) => record)).size;
  const remarked = new Set(findings.filter((one) => !one.skipped).map(({ record }) => record)).size;
  return {
    atlas,
    report: {
      file,
      format: 'Trackway’s own GeoJSON',
      unit: 'feature',
      total: order.length || shownIds.size,
      opened: atlas.records.length,
      remarked,
      skipped,
      notes: [],
      findings: findings.slice(0, limits.findings),
      found: findings.length,
    },
  };
}

function findingOf(
  problem: Problem,
  file: string,
  rows: ReadonlyMap<string, number>,
  shownIds: ReadonlySet<string>,
): Finding {
  const id = problem.record ?? '';
  return { ...problem, file, row: rows.get(id) ?? 0, skipped: id !== '' && !shownIds.has(id) };
}

/** A name for an id that the file does not explain: "osh-region" is "Osh region". */
function nameOf(id: string): string {
  return capital(id.replaceAll('-', ' '));
}

function texts(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === 'string' && one !== '');
}

const property = (feature: unknown, name: string): unknown =>
  member(member(feature, 'properties'), name);

/** A part of the atlas that the collection carries with it, by itself or under "atlas". */
function carried(value: unknown, name: string): unknown {
  return member(member(value, 'atlas'), name) ?? member(value, name);
}

function listed(value: unknown, name: string): readonly unknown[] {
  const list = carried(value, name);
  return Array.isArray(list) ? list : [];
}

function headerOf(value: unknown, features: readonly unknown[], file: string): object {
  const stem = file.replace(/\.[^.]{1,8}$/, '');
  const actors = listed(value, 'actors');
  const known = new Set(actors.map((actor) => member(actor, 'id')));
  const named = features.flatMap((feature) => [
    ...texts(property(feature, 'actors')),
    ...claimsOf(feature).flatMap((claim) => [
      ...texts(member(claim, 'by')),
      ...texts(member(claim, 'via')),
    ]),
  ]);
  const unknown = [...new Set(named)].filter((id) => !known.has(id));
  return {
    id: openedId,
    title: carried(value, 'title') ?? carried(value, 'name') ?? stem,
    summary: carried(value, 'summary') ?? `Opened from ${file}.`,
    version: carried(value, 'version') ?? 'as opened',
    licence: carried(value, 'licence') ?? 'not stated in the file',
    span: carried(value, 'span') ?? spanOfAll(features),
    opening: carried(value, 'opening') ?? { date: 'all', bounds: boundsOfAll(features) },
    chapters: carried(value, 'chapters') ?? [],
    method: carried(value, 'method') ?? [],
    entries: carried(value, 'entries') ?? [],
    actors: [
      ...actors,
      ...unknown.map((id) => ({
        id,
        kind: 'group',
        name: nameOf(id),
        role: 'Named in the file by this id only.',
      })),
    ],
  };
}

function claimsOf(feature: unknown): readonly unknown[] {
  const claims = property(feature, 'claims');
  return Array.isArray(claims) ? claims : [];
}

function sourcesOf(value: unknown, features: readonly unknown[]): object[] {
  const given = listed(value, 'sources').filter(
    (one): one is object => typeof one === 'object' && one !== null,
  );
  const known = new Set(given.map((source) => member(source, 'id')));
  const used = features.flatMap((feature) => [
    ...(property(feature, 'sources') as unknown[]),
    ...claimsOf(feature).map((claim) => member(claim, 'source')),
  ]);
  const ids = new Set(used.flatMap((ref) => texts(member(ref, 'id'))));
  return [
    ...given,
    ...[...ids].filter((id) => !known.has(id)).map((id) => ({ id, title: nameOf(id) })),
  ];
}

/** The places that records name and the file does not have, as far as a record's geometry shows them. */
function missingPlaces(features: readonly unknown[]): ReadonlyMap<string, object> {
  const known = new Set(
    features.filter((one) => kindOf(one) === 'place').map((one) => member(one, 'id')),
  );
  const made = new Map<string, object>();
  const add = (id: string, geometry: unknown): void => {
    if (known.has(id) || made.has(id)) return;
    const { shape } = readShape(geometry);
    const point = shape?.points[0] ?? shape?.areas[0]?.[0]?.[0];
    if (!shape || !point) return;
    const isPoint = shape.points.length > 0;
    made.set(id, {
      type: 'Feature',
      id,
      geometry: isPoint ? { type: 'Point', coordinates: point } : geometry,
      properties: {
        id,
        kind: 'place',
        title: nameOf(id),
        summary: 'Named in the file by its id only.',
        precision: isPoint ? 'unknown' : 'region',
        radius_km: 0,
        label_point: point,
        sources: sourcesOf(undefined, features)
          .slice(0, 1)
          .map((source) => ({ id: member(source, 'id') })),
      },
    });
  };
  for (const feature of features) {
    const geometry = member(feature, 'geometry');
    for (const id of texts(property(feature, 'place'))) add(id, geometry);
    const [from, to] = [texts(property(feature, 'from')), texts(property(feature, 'to'))];
    const lines = readShape(geometry).shape?.lines ?? [];
    if (from.length > 0 && to.length > 0) {
      // One line per pair, in the order of the origins, then of the destinations.
      for (const [k, line] of lines.entries()) {
        const start = from[Math.floor(k / to.length)];
        const end = to[k % to.length];
        if (start !== undefined) add(start, { type: 'Point', coordinates: line[0] });
        if (end !== undefined) add(end, { type: 'Point', coordinates: line.at(-1) });
      }
    } else for (const id of [...from, ...to]) add(id, geometry);
  }
  return made;
}

function spanOfAll(features: readonly unknown[]): [string, string] {
  let from = FOREVER as number;
  let to = ALWAYS as number;
  for (const feature of features) {
    const list = member(member(feature, 'when'), 'timespans');
    for (const timespan of Array.isArray(list) ? (list as unknown[]) : []) {
      const read = spanOf((timespan ?? {}) as TimespanInput);
      if (!read.ok) continue;
      for (const day of datedDays([read.span])) {
        from = Math.min(from, day);
        to = Math.max(to, day);
      }
    }
  }
  if (from > to) from = to = dayOf(2000, 1, 1);
  return [formatDate({ year: civil(from).year }), formatDate({ year: civil(to).year })];
}

function boundsOfAll(features: readonly unknown[]): [number, number, number, number] {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  const shapes = features.flatMap((feature) => readShape(member(feature, 'geometry')).shape ?? []);
  // Points and lines are where things happen; a country that is named somewhere is not.
  const near = shapes.flatMap(({ points, lines }) => [...points, ...lines.flat()]);
  for (const all of [near.length > 0 ? near : shapes.flatMap(({ areas }) => areas.flat(2))]) {
    for (const [lon = 0, lat = 0] of all) {
      box[0] = Math.min(box[0], lon);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon);
      box[3] = Math.max(box[3], lat);
    }
  }
  if (box[0] > box[2]) return [-180, -60, 180, 75];
  // A single point has no box; the door wants one.
  return [box[0] - 0.05, box[1] - 0.05, box[2] + 0.05, box[3] + 0.05].map((side, k) =>
    k % 2 === 0 ? Math.max(-180, Math.min(180, side)) : Math.max(-90, Math.min(90, side)),
  ) as [number, number, number, number];
}
