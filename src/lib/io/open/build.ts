/** Rows to an atlas: the records, and who and where is named in them. */
import type { Position } from 'geojson';
import type { Actor, Atlas, AtlasRecord, Place, SourceRef } from '../../core/model';
import { contradictsOrder } from '../../core/order';
import { shown } from '../problem';
import { atlasOf, fileSource } from './atlas-of';
import { readEntries, type Progress } from './entries';
import type { End, Entry } from './entry';
import { FilePlaces } from './file-places';
import { Ids } from './ids';
import { journeysOf, type Stop } from './journeys';
import { limits, NotOpened } from './limits';
import type { Mapping } from './mapping';
import type { Own } from './own';
import { Findings, type OpenReport } from './report';
import type { Fault, Table } from './row';

export interface Built {
  readonly atlas: Atlas;
  readonly report: OpenReport;
}

/**
 * Builds the atlas of a file; undefined where it has more records or positions than one bears.
 * @throws NotOpened where there is nothing in it to show.
 */
export function buildAtlas(
  file: string,
  table: Table,
  mapping: Mapping,
  hasGeometry: boolean,
  progress: Progress = () => undefined,
): Built | undefined {
  const findings = new Findings(file, table.unit);
  const builder = new Builder(table.unit);
  const notes = [...table.notes];
  const rows = readEntries(table, mapping, hasGeometry, progress);
  if (!rows) return undefined;
  let opened = 0;
  for (const { at, entry, fault, remarks } of rows) {
    if (builder.records.length > limits.records) return undefined;
    if (fault || !entry) {
      findings.skip(at, fault ?? { found: 'nothing', expected: 'a record' });
      continue;
    }
    opened++;
    for (const remark of [...remarks, ...builder.add(entry)]) findings.remark(at, remark);
  }
  if (opened === 0) throw new NotOpened(nothingText(file, findings));
  builder.connect((row, fault) => findings.remark(row, fault));
  const journeys = builder.journeys();
  if (journeys.length > 0) {
    notes.push(
      `${journeys.length.toLocaleString('en')} ${journeys.length === 1 ? 'journey was' : 'journeys were'} made of points that follow each other; they are marked as inferred.`,
    );
  }
  const atlas = atlasOf(file, table, {
    records: [...builder.records, ...journeys],
    places: builder.places.all,
    actors: [...builder.actors.values()],
  });
  const report: OpenReport = {
    file,
    format: table.format,
    unit: table.unit,
    total: rows.length,
    opened,
    remarked: findings.remarked,
    skipped: findings.skipped,
    notes,
    findings: findings.list,
    found: findings.found,
  };
  return { atlas, report };
}

function nothingText(file: string, { list, found }: Findings): string {
  const [first] = list;
  if (!first) return `${file} has no records.`;
  const { record = '', field, found: value, expected } = first;
  const where = [record, field].filter(Boolean).join(', ');
  const others = found > 1 ? ` ${found - 1} more of its rows cannot be read either.` : '';
  return `Nothing in ${file} can be shown. ${where}: found ${value}, expected ${expected}.${others}`;
}

class Builder {
  readonly records: AtlasRecord[] = [];
  readonly places = new FilePlaces();
  readonly actors = new Map<string, Actor>();
  readonly #unit: string;
  readonly #recordIds = new Ids();
  readonly #actorIds = new Ids();
  /** Records that name the ends of a movement: these are found once all places are known. */
  readonly #ended: { entry: Entry; at: number; sources: readonly SourceRef[] }[] = [];
  /** The id of the last row that was written here. */
  #lastOwn: string | undefined;
  readonly #sequences = new Map<string, { name: string; stops: Stop[] }>();

  constructor(unit: string) {
    this.#unit = unit;
  }

  /**
   * Adds an entry; returns what is to be said of it. A shape of lines and of points or areas becomes
   * two records: a movement, and what is where it is.
   */
  add(entry: Entry): Fault[] {
    const { shape, own } = entry;
    if (own) return this.#addOwn(entry, own);
    const isMixed = shape && shape.lines.length > 0 && shape.points.length + shape.areas.length > 0;
    if (!isMixed) return this.#add(entry);
    const id = entry.id ?? entry.title;
    return [
      ...this.#add({ ...entry, shape: { ...shape, points: [], areas: [] } }),
      ...this.#add({ ...entry, id: `${id}.points`, shape: { ...shape, lines: [] } }),
    ];
  }

  /** A row that was written here; what has several spans has a row for each. */
  #addOwn(entry: Entry, own: Own): Fault[] {
    const last = this.records.length - 1;
    const before = this.records[last];
    if (!before || this.#lastOwn !== entry.id) {
      this.#lastOwn = entry.id;
      return this.#add(entry, own);
    }
    this.records[last] = { ...before, spans: [...before.spans, ...entry.time.spans] };
    return [];
  }

  #add(entry: Entry, own?: Own): Fault[] {
    const remarks: Fault[] = [];
    const id = this.#recordIds.of(entry.id ?? entry.title);
    if (entry.id !== undefined && id.repeated) {
      remarks.push({
        field: 'id',
        found: shown(entry.id),
        expected: 'every id only once; it was numbered',
      });
    }
    const locator = [`${this.#unit} ${entry.at}`, ...(own?.sources ? [own.sources] : [])];
    const sources: SourceRef[] = [{ id: fileSource, locator: locator.join(': ').slice(0, 300) }];
    const { shape } = entry;
    const isMovement = own ? own.kind === 'movement' : Boolean(shape?.lines.length);
    const at = shape && !isMovement ? this.places.of(entry, shape, sources) : [];
    const record: AtlasRecord = {
      id: id.id,
      kind: own?.kind ?? (isMovement ? 'movement' : 'event'),
      type: own?.type ?? (isMovement ? 'movement' : 'event'),
      category: entry.category ?? (own ? undefined : isMovement ? 'path' : 'record'),
      title: entry.title,
      summary: entry.summary,
      at: at.map((place) => place.id),
      from: [],
      to: [],
      lines: shape?.lines ?? [],
      ...(shape?.lines.length && !own?.schematic && { path: 'given' as const }),
      ...(own?.mode && { mode: own.mode }),
      actors: whose(entry).map((name) => this.#actor(name)),
      standing: entry.standing,
      claims: (own?.claims ?? []).map(({ by, via, source, ...claim }) => ({
        ...claim,
        by: this.#actor(by),
        via: via.map((name) => this.#actor(name)),
        source: { id: fileSource, locator: source.slice(0, 300) },
      })),
      numbers: own?.numbers ?? [],
      sources,
      // What is not in the file is left out once all of it is known.
      follows: own?.follows ?? [],
      spans: entry.time.spans,
      whenText: entry.time.words,
      fields: entry.fields,
      ...(own?.note !== undefined && { note: own.note }),
    };
    if (own ? own.from.length + own.to.length > 0 : (entry.from ?? entry.to))
      this.#ended.push({ entry, at: this.records.length, sources });
    this.records.push(record);
    const [place] = at;
    // What was written here has its journeys among its rows.
    if (!own && place && at.length === 1 && record.spans.length === 1)
      this.#join(entry, { record, place });
    return remarks;
  }

  #join(entry: Entry, stop: Stop): void {
    const name = entry.track ?? (entry.actors.length === 1 ? entry.actors[0] : undefined);
    if (name === undefined) return;
    // Somebody's events are not a journey; positions that have no other title are.
    if (entry.track === undefined && entry.title !== name && entry.title !== entry.place) return;
    const sequence = this.#sequences.get(name);
    if (sequence) sequence.stops.push(stop);
    else this.#sequences.set(name, { name, stops: [stop] });
  }

  /** The journeys of the points that follow each other, once all are known. */
  journeys(): AtlasRecord[] {
    return [...this.#sequences.values()].flatMap(({ name, stops }) =>
      stops.length < 2 ? [] : journeysOf(name, this.#recordIds.of(`journey-${name}`).id, stops),
    );
  }

  /** Gives movements their ends: by position, by the ends of their line, or by a place of that name. */
  connect(remark: (row: number, fault: Fault) => void): void {
    const named = new Map(this.places.all.map((place) => [place.title.toLowerCase(), place]));
    // A list of places and moves in one table: the places are called as their rows are.
    const byId = new Map(this.places.all.map((place) => [place.id, place]));
    for (const { title, at } of this.records) {
      const place = at.length === 1 ? byId.get(at[0] ?? '') : undefined;
      const name = title.toLowerCase();
      if (place && !named.has(name)) named.set(name, place);
    }
    for (const { entry, at, sources } of this.#ended) {
      const record = this.records[at];
      if (!record) continue;
      if (entry.own) {
        this.records[at] = this.#between(record, entry, entry.own, named);
        continue;
      }
      const line = record.lines[0];
      const find = (end: End | undefined, position: Position | undefined): Place | undefined => {
        if (!end) return undefined;
        const where = end.position ?? position;
        if (where) return this.places.at({ ...entry, place: end.name }, [...where], sources);
        return end.name === undefined ? undefined : named.get(end.name.toLowerCase());
      };
      const from = find(entry.from, line?.[0]);
      const to = find(entry.to, line?.at(-1));
      for (const [field, end, place] of [
        ['from', entry.from, from],
        ['to', entry.to, to],
      ] as const) {
        if (!end || place) continue;
        const expected = 'a place of this file by its title, or columns with its position';
        remark(entry.at, { field, found: shown(end.name), expected });
      }
      if (!from && !to) continue;
      // A row with a position of its own happened there, wherever it names ends.
      if (record.at.length > 0) continue;
      const straight = from && to && !line ? [[[...from.point], [...to.point]]] : record.lines;
      this.records[at] = {
        ...record,
        kind: 'movement',
        type: 'movement',
        category: entry.category ?? 'movement',
        from: from ? [from.id] : [],
        to: to ? [to.id] : [],
        lines: straight,
      };
    }
    this.#order();
  }

  /** Records follow what is in the file, and that cannot be later by its dates. */
  #order(): void {
    const byId = new Map(this.records.map((record) => [record.id, record]));
    for (const [k, record] of this.records.entries()) {
      if (record.follows.length === 0) continue;
      const follows = record.follows.filter((id) => {
        const before = byId.get(id);
        return before !== undefined && !contradictsOrder(before, record);
      });
      this.records[k] = { ...record, follows };
    }
  }

  /** A movement that was written here, between its ends: the places of their names, else new ones. */
  #between(
    record: AtlasRecord,
    entry: Entry,
    own: Own,
    named: ReadonlyMap<string, Place>,
  ): AtlasRecord {
    const placesOf = (ends: readonly End[]): Place[] =>
      ends.flatMap(({ name, position }) => {
        const known = name === undefined ? undefined : named.get(name.toLowerCase());
        if (known || !position) return known ?? [];
        return this.places.at({ ...entry, place: name }, [...position], record.sources);
      });
    const [from, to] = [placesOf(own.from), placesOf(own.to)];
    const straight = from.flatMap(({ point: start }) =>
      to.map(({ point: end }): Position[] => [[...start], [...end]]),
    );
    return {
      ...record,
      from: from.map(({ id }) => id),
      to: to.map(({ id }) => id),
      lines: record.lines.length > 0 ? record.lines : straight,
    };
  }

  #actor(name: string): string {
    const known = this.actors.get(name);
    if (known) return known.id;
    const id = this.#actorIds.of(name).id;
    this.actors.set(name, { id, kind: 'group', name, variants: [], role: '' });
    return id;
  }
}

/** Who a record concerns; a track is somebody too, so that it can be followed. */
function whose({ actors, track }: Entry): readonly string[] {
  return actors.length > 0 || track === undefined ? actors : [track];
}
