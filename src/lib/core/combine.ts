/** Several atlases shown as one: ids that clash are told apart, and each keeps its own sources. */
import { unionOf } from './extent';
import type { Actor, Atlas, AtlasRecord, Claim, Place, Source, SourceRef } from './model';
import { followsOrder } from './order';
import { withinReach } from './reach';

/** New ids of one atlas, where its own are taken. */
type Renaming = (id: string) => string;

interface Renamings {
  readonly record: Renaming;
  readonly place: Renaming;
  readonly actor: Renaming;
  readonly source: Renaming;
}

/** Hands out ids; the first atlas to use one keeps it. Records and places share one set, as links do. */
function renamings(): (atlas: Atlas, position: number) => Renamings {
  const taken = {
    things: new Set<string>(),
    actors: new Set<string>(),
    sources: new Set<string>(),
  };
  const rename = (used: Set<string>, ids: readonly string[], position: number): Renaming => {
    const renamed = new Map<string, string>();
    for (const id of ids) {
      let free = id;
      for (let k = position; used.has(free); k++) free = `${id}.${k}`;
      used.add(free);
      if (free !== id) renamed.set(id, free);
    }
    return (id) => renamed.get(id) ?? id;
  };
  return ({ records, places, actors, sources }, position) => ({
    // An atlas of its own may call a record and a place alike: they are told apart there already.
    ...both(records, places, (ids) => rename(taken.things, ids, position)),
    actor: rename(taken.actors, idsOf(actors), position),
    source: rename(taken.sources, idsOf(sources), position),
  });
}

function both(
  records: readonly AtlasRecord[],
  places: readonly Place[],
  rename: (ids: readonly string[]) => Renaming,
): Pick<Renamings, 'record' | 'place'> {
  const all = rename([...new Set([...idsOf(records), ...idsOf(places)])]);
  return { record: all, place: all };
}

function idsOf(things: readonly { readonly id: string }[]): string[] {
  return things.map(({ id }) => id);
}

function renamedRefs(refs: readonly SourceRef[], { source }: Renamings): SourceRef[] {
  return refs.map((ref) => ({ ...ref, id: source(ref.id) }));
}

function renamedClaim(claim: Claim, to: Renamings): Claim {
  return {
    ...claim,
    by: to.actor(claim.by),
    via: claim.via.map(to.actor),
    source: { ...claim.source, id: to.source(claim.source.id) },
  };
}

function renamedRecord(record: AtlasRecord, to: Renamings): AtlasRecord {
  return {
    ...record,
    id: to.record(record.id),
    at: record.at.map(to.place),
    from: record.from.map(to.place),
    to: record.to.map(to.place),
    actors: record.actors.map(to.actor),
    claims: record.claims.map((claim) => renamedClaim(claim, to)),
    sources: renamedRefs(record.sources, to),
    follows: record.follows.map(to.record),
  };
}

/**
 * Atlases as one, with the span (as far as one reaches) and the bounds of all; what only one atlas can
 * have (chapters, entries, method) is the first's. A single atlas is returned as it is.
 */
export function combineAtlases(atlases: readonly Atlas[], title?: string): Atlas {
  const [first] = atlases;
  if (!first) throw new TypeError('no atlas to show');
  if (atlases.length === 1 && title === undefined) return first;
  const rename = renamings();
  const places: Place[] = [];
  const actors: Actor[] = [];
  const sources: Source[] = [];
  const records: AtlasRecord[] = [];
  atlases.forEach((atlas, position) => {
    const to = rename(atlas, position + 1);
    records.push(...atlas.records.map((record) => renamedRecord(record, to)));
    places.push(
      ...atlas.places.map((place) => ({
        ...place,
        id: to.place(place.id),
        sources: renamedRefs(place.sources, to),
      })),
    );
    actors.push(...atlas.actors.map((actor) => ({ ...actor, id: to.actor(actor.id) })));
    sources.push(...atlas.sources.map((source) => ({ ...source, id: to.source(source.id) })));
  });
  const byId = new Map(records.map((record) => [record.id, record]));
  const bounds = unionOf(atlases.map(({ opening }) => [...opening.bounds]));
  return {
    ...first,
    title: title ?? atlases.map((atlas) => atlas.title).join(' + '),
    summary: atlases.map(({ summary }) => summary).join(' '),
    span: withinReach({
      from: Math.min(...atlases.map(({ span }) => span.from)),
      to: Math.max(...atlases.map(({ span }) => span.to)),
    }),
    opening: { date: 'all', bounds: bounds ?? first.opening.bounds },
    sources,
    actors,
    places,
    records: followsOrder(records).order.flatMap((id) => byId.get(id) ?? []),
  };
}
