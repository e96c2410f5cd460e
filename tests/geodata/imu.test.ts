import { distance } from '@turf/turf';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../geodata/folders';
import { isDisputed } from '../../src/lib/core/claims';
import { parseEdtfSpan } from '../../src/lib/core/edtf';
import { readAtlas } from '../../src/lib/io/atlas';
import { problemText } from '../../src/lib/io/problem';
import { csvRows } from './csv';

/**
 * The facts of the source, one row per record, and the gazetteer, one row per place: the atlas
 * must say what they say.
 */
const folder = fileURLToPath(new URL('../../geodata/imu/', import.meta.url));
const fixture = (name: string) =>
  csvRows(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'));

const { atlas, problems } = readAtlas(filesOf(folder));
const records = atlas?.records ?? [];
const places = new Map(atlas?.places.map((place) => [place.id, place]));

const facts = fixture('facts.csv').map((row) => ({
  id: row.id ?? '',
  kind: row.kind ?? '',
  start: row.start ?? '',
  end: row.end ?? '',
  where: row.where ?? '',
  actors: (row.actors ?? '').split(';'),
  standing: row.standing ?? '',
  claims: row.claims ?? '',
  source: (row.source ?? '').split(';'),
  note: row.note ?? '',
}));
const gazetteer = fixture('gazetteer.csv').map((row) => ({
  id: row.id ?? '',
  point: [Number(row.lon), Number(row.lat)],
  kind: row.kind ?? '',
}));

const placeIds = (text: string) => (text === 'place-not-stated' ? [] : text.split('+'));

function recordOf(id: string) {
  const record = records.find((each) => each.id === id);
  if (record === undefined) throw new Error(`no record ${id}`);
  return record;
}

function placeOf(id: string) {
  const place = places.get(id);
  if (place === undefined) throw new Error(`no place ${id}`);
  return place;
}

it('has no problems', () => {
  expect(problems.map(problemText)).toEqual([]);
});

it('has every record of the source, and no other', () => {
  expect(facts).toHaveLength(68);
  expect(records.map(({ id }) => id).sort()).toEqual(facts.map(({ id }) => id).sort());
  const count = (kind: string) => records.filter((record) => record.kind === kind).length;
  expect([count('base'), count('movement'), count('event')]).toEqual([8, 22, 38]);
});

describe.each(facts)('$id', (fact) => {
  it('is of the kind and type', () => {
    const { kind, type } = recordOf(fact.id);
    expect(kind === 'base' ? 'base' : `${kind}/${type}`).toBe(fact.kind);
  });

  it('has the bounds', () => {
    const undated = fact.start === '' && fact.end === '';
    const time = parseEdtfSpan(fact.start, fact.end);
    expect(time.ok).toBe(!undated);
    expect(recordOf(fact.id).spans).toEqual(time.ok ? [time.span] : []);
  });

  it('is in its places', () => {
    const { at, from, to } = recordOf(fact.id);
    const [first = '', second] = fact.where.split('>');
    expect({ at, from, to }).toEqual(
      second === undefined
        ? { at: placeIds(first), from: [], to: [] }
        : { at: [], from: placeIds(first), to: placeIds(second) },
    );
  });

  it('has the standing and the actors', () => {
    const { standing, actors } = recordOf(fact.id);
    expect(standing).toBe(fact.standing);
    expect(actors).toEqual(fact.actors);
  });

  it('rests on the paragraphs', () => {
    const paragraphs = recordOf(fact.id).sources.map(
      ({ section, paragraph }) => `${section}:${paragraph}`,
    );
    expect(paragraphs).toEqual(expect.arrayContaining(fact.source));
  });

  it('keeps the relative order, the mode and the disputes', () => {
    const record = recordOf(fact.id);
    const follows = [...fact.note.matchAll(/follows ([a-z0-9-]+)/g)].map(([, id]) => id);
    expect(record.follows).toEqual(expect.arrayContaining(follows));
    expect(record.mode === 'air').toBe(fact.note.includes('mode air'));
    const disputed = /\b(?:doubts|denies)\b/.test(fact.claims);
    if (disputed) expect(isDisputed(record)).toBe(true);
    if (fact.claims === '') expect(isDisputed(record)).toBe(false);
  });
});

describe('places', () => {
  it('are all that the article names', () => {
    const named = [
      'osh',
      'bishkek',
      'fata',
      'pakistan',
      'kyrgyzstan',
      'kazakhstan',
      'china',
      'japan',
    ];
    const used = facts.flatMap(({ where }) => where.split('>').flatMap(placeIds));
    expect([...named, ...used].filter((id) => !places.has(id))).toEqual([]);
  });

  const known = gazetteer.filter(({ id }) => places.has(id));

  it.each(known)('$id is where the gazetteer has it', ({ id, point, kind }) => {
    const place = placeOf(id);
    expect(distance(place.point, point)).toBeLessThanOrEqual(place.radiusKm);
    const isPoint = kind === 'city' || kind === 'town';
    expect(place.geometry.type === 'Point').toBe(isPoint);
  });

  it('say in a note where they were read, if not in the gazetteer', () => {
    const ids = new Set(gazetteer.map(({ id }) => id));
    const others = [...places.values()].filter(({ id, note }) => !ids.has(id) && !note);
    expect(others.map(({ id }) => id)).toEqual([]);
  });

  it('keeps the two Kara-Su apart, and each record at its own', () => {
    const [valley, town] = [placeOf('kara-su-valley'), placeOf('kara-suu-town')];
    expect(distance(valley.point, town.point)).toBeGreaterThan(200);
    expect(recordOf('climbers-kidnapped').at).toEqual(['kara-su-valley']);
    expect(recordOf('kamalov-killed').at).toEqual(['kara-suu-town']);
  });
});

it('draws no record the place of which is not stated, and every other', () => {
  const drawn = filesOf(folder)
    .filter(({ name }) => name.endsWith('.geojson') && name !== 'places.geojson')
    .flatMap(({ text }) => {
      const { features } = JSON.parse(text) as { features: { id: string; geometry: unknown }[] };
      return features.filter(({ geometry }) => geometry !== null).map(({ id }) => id);
    });
  const placed = facts.filter(({ where }) => where.split('>').some((end) => placeIds(end).length));
  expect(drawn.sort()).toEqual(placed.map(({ id }) => id).sort());
});

it('writes coordinates with at most 4 decimals', () => {
  const fine = filesOf(folder).flatMap(({ name, text }) =>
    name.endsWith('.geojson') ? (text.match(/[[,]-?\d+\.\d{5,}/g) ?? []) : [],
  );
  expect(fine).toEqual([]);
});
