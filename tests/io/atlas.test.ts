import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityOf } from '../../src/lib/core/span';
import { daysOf } from '../../src/lib/core/date';
import { readAtlas, type AtlasFile } from '../../src/lib/io/atlas';
import { messages, patched, smallFiles } from './small-atlas';

function replaced(name: string, text: string): AtlasFile[] {
  return smallFiles().map((file) => (file.name === name ? { name, text } : file));
}

function ids(files: readonly AtlasFile[]): string[] | undefined {
  return readAtlas(files).atlas?.records.map(({ id }) => id);
}

describe('readAtlas on a sound atlas', () => {
  const { atlas, problems } = readAtlas(smallFiles());

  it('finds nothing wrong', () => {
    expect(problems).toEqual([]);
  });

  it('reads the header', () => {
    expect(atlas).toMatchObject({
      id: 'small',
      title: 'A small atlas',
      version: '2026-11-23',
      licence: 'CC0',
      span: { from: daysOf({ year: 1990 }).from, to: daysOf({ year: 2001 }).to },
      opening: { date: '1999', bounds: [68, 36, 74, 42] },
      actors: [
        { id: 'riders', kind: 'group', variants: [] },
        { id: 'chief', kind: 'person', variants: [{ text: 'Вождь', lang: 'ru' }] },
      ],
    });
    expect(atlas?.chapters[0]?.span).toEqual({
      earliestStart: daysOf({ year: 1998 }).from,
      latestStart: daysOf({ year: 1998 }).to,
      earliestEnd: daysOf({ year: 1999 }).from,
      latestEnd: daysOf({ year: 1999 }).to,
    });
  });

  it('reads the sources', () => {
    expect(atlas?.sources[0]).toEqual({
      id: 'chronicle',
      title: 'A chronicle',
      author: 'A. Writer',
      issued: '2007-03',
      url: 'https://example.org/chronicle',
      passages: [
        { section: 'ride', paragraph: '1', begins: 'In the year' },
        { section: 'ride', paragraph: '2', begins: 'Later that year' },
      ],
    });
  });

  it('reads a place', () => {
    expect(atlas?.places[0]).toEqual({
      id: 'town',
      title: 'Town',
      summary: 'A town.',
      names: [{ text: 'Город', lang: 'ru' }],
      precision: 'settlement',
      radiusKm: 3,
      point: [71.5, 40.5],
      geometry: { type: 'Point', coordinates: [71.5, 40.5] },
      sources: [{ id: 'gazetteer' }],
    });
  });

  it('reads a movement', () => {
    expect(atlas?.records.find(({ id }) => id === 'raid')).toEqual({
      id: 'raid',
      kind: 'movement',
      type: 'incursion',
      title: 'Raid on the town',
      summary: 'The riders raid the town.',
      at: [],
      from: ['valley'],
      to: ['town'],
      lines: [
        [
          [70.5, 38.9],
          [71.2, 40],
          [71.5, 40.49],
        ],
      ],
      actors: ['riders', 'chief'],
      standing: 'reported',
      claims: [],
      numbers: [{ about: 'riders', value: 600, wording: 'around 600' }],
      sources: [{ id: 'chronicle', section: 'ride', paragraph: '2' }],
      follows: ['quarrel'],
      spans: [
        {
          earliestStart: daysOf({ year: 1999, month: 10 }).from,
          latestStart: daysOf({ year: 1999, month: 12 }).to,
          earliestEnd: daysOf({ year: 1999, month: 10 }).from,
          latestEnd: daysOf({ year: 1999, month: 12 }).to,
        },
      ],
      whenText: 'late 1999',
    });
  });

  it('keeps an open end open and an undated record undated', () => {
    const base = atlas?.records.find(({ kind }) => kind === 'base');
    const later = daysOf({ year: 2001 });
    expect(base && activityOf(base.spans, later)).toBe('certain');
    expect(atlas?.records.find(({ id }) => id === 'oath')).toMatchObject({
      spans: [],
      whenText: 'undated',
      at: [],
    });
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(atlas))).toEqual(atlas);
  });

  it('sorts records in time, undated last', () => {
    expect(ids(smallFiles())).toEqual(['valley-base', 'quarrel', 'raid', 'flight', 'oath']);
  });

  it('sorts by relative order where dates do not tell', () => {
    const files = patched({
      'movements.geojson features.0.when': { timespans: [{ start: { in: '1999' } }] },
      'movements.geojson features.1.when': { timespans: [{ start: { in: '1999' } }] },
      'movements.geojson features.0.properties.follows': ['flight'],
      'movements.geojson features.1.properties.follows': ['quarrel'],
    });
    expect(ids(files)).toEqual(['valley-base', 'quarrel', 'flight', 'raid', 'oath']);
  });
});

describe('readAtlas on a broken atlas', () => {
  it('skips a record that cannot be read, and keeps the rest', () => {
    const files = patched({ 'events.geojson features.0.properties.standing': 'sure' });
    expect(ids(files)).toEqual(['valley-base', 'raid', 'flight', 'oath']);
    expect(readAtlas(files).atlas?.records[1]?.follows).toEqual([]);
  });

  it('skips a record that names what is not there', () => {
    const files = patched({ 'events.geojson features.0.properties.place': 'village' });
    expect(ids(files)).toEqual(['valley-base', 'raid', 'flight', 'oath']);
  });

  it('keeps a record the drawing or derived fields of which are wrong', () => {
    const files = patched({
      'movements.geojson features.0.geometry': null,
      'events.geojson features.0.properties.start': null,
    });
    expect(ids(files)).toHaveLength(5);
    expect(readAtlas(files).problems).toHaveLength(2);
  });

  it('keeps the first of two features with one id', () => {
    const files = patched({
      'events.geojson features.1.id': 'quarrel',
      'events.geojson features.1.properties.id': 'quarrel',
    });
    expect(ids(files)).toEqual(['valley-base', 'quarrel', 'raid', 'flight']);
  });

  it('ends a circle somewhere', () => {
    const files = patched({ 'events.geojson features.0.properties.follows': ['raid'] });
    expect(ids(files)).toHaveLength(5);
  });

  it('says where a file is not JSON, and reads the others', () => {
    const read = readAtlas(
      replaced('events.geojson', '{\n  "type": "FeatureCollection"\n  "x": 1}'),
    );
    expect(messages(read)).toEqual([
      'events.geojson: found "\\"" at line 3, column 3, expected "," or "}"',
      'movements.geojson, record raid, follows[0]: found "quarrel", expected the id of a record',
    ]);
    expect(read.atlas?.records.map(({ id }) => id)).toEqual(['valley-base', 'raid', 'flight']);
  });

  it('names a missing file', () => {
    const read = readAtlas(smallFiles().filter(({ name }) => name !== 'bases.geojson'));
    expect(messages(read)).toEqual([
      'bases.geojson: found no such file, expected a file of this name in the atlas',
    ]);
    expect(read.atlas?.records).toHaveLength(4);
  });

  it.each(['atlas.json', 'sources.json', 'places.geojson'])(
    'has no atlas without %s, and one problem',
    (missing) => {
      const read = readAtlas(smallFiles().filter(({ name }) => name !== missing));
      expect(read.atlas).toBeUndefined();
      expect(messages(read)).toEqual([
        `${missing}: found no such file, expected a file of this name in the atlas`,
      ]);
    },
  );

  it('ignores files with other names', () => {
    const read = readAtlas([...smallFiles(), { name: 'LICENSE', text: 'CC0' }]);
    expect(read.problems).toEqual([]);
  });
});

describe('readAtlas on anything', () => {
  /** Puts a value in place of the nth value of a JSON text. */
  function graft(text: string, place: number, graftText: string): string {
    let count = 0;
    const walk = (value: unknown): unknown => {
      if (count++ === place) return '\u0000graft';
      if (Array.isArray(value)) return value.map(walk);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, walk(member)]));
    };
    return JSON.stringify(walk(JSON.parse(text))).replace('"\\u0000graft"', () => graftText);
  }

  const hostile = fc.oneof(
    fc.json(),
    fc.constantFrom('1e999', '-0', '{"__proto__":{"polluted":1}}', '[[[]]]', '""', 'null'),
    fc.constant(`${'['.repeat(60)}${']'.repeat(60)}`),
  );

  it('never throws on values that should not be there', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(90), hostile, (which, place, value) => {
        const files = smallFiles().map((file, index) =>
          index === which ? { ...file, text: graft(file.text, place, value) } : file,
        );
        const { atlas, problems } = readAtlas(files);
        expect(problems.every(({ found, expected }) => found && expected)).toBe(true);
        expect(atlas === undefined || Array.isArray(atlas.records)).toBe(true);
        expect({}).not.toHaveProperty('polluted');
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws on files that are something else', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.json()), { maxLength: 6 }), (texts) => {
        const names = smallFiles().map(({ name }) => name);
        const files = texts.map((text, index) => ({ name: names[index] ?? 'other', text }));
        expect(readAtlas(files).problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it('does not choke on 30,000 places, timespans and problems', { timeout: 30_000 }, () => {
    const [town] = readAtlas(smallFiles()).atlas?.places ?? [];
    const towns = Array.from({ length: 30_000 }, (_, index) => ({
      type: 'Feature',
      id: `town-${index}`,
      geometry: town?.geometry,
      properties: {
        ...{ id: `town-${index}`, kind: 'place', title: 'Town', summary: 'A town.' },
        ...{ precision: 'settlement', radius_km: 3, label_point: town?.point },
        sources: [{ id: 'gazetteer' }],
      },
    }));
    const many = <T>(value: T): T[] => towns.map(() => value);
    const files = patched({
      'events.geojson features.0.when.timespans': many({ start: { in: '1999' } }),
      'events.geojson features.1.properties.actors': many('rider'),
    });
    const places = JSON.stringify({ type: 'FeatureCollection', features: towns });
    const { atlas, problems } = readAtlas(
      files.map(({ name, text }) => ({ name, text: name === 'places.geojson' ? places : text })),
    );
    expect(atlas?.places).toHaveLength(30_000);
    expect(problems.length).toBeGreaterThan(30_000);
  });

  it('is not polluted by __proto__ anywhere in its files', () => {
    const files = smallFiles().map(({ name, text }) => ({
      name,
      text: text
        .replaceAll('{', '{"__proto__":{"polluted":true,"note":"from nowhere"},')
        .replaceAll(',}', '}'),
    }));
    const { atlas, problems } = readAtlas(files);
    expect(problems).toEqual([]);
    expect(atlas).toEqual(readAtlas(smallFiles()).atlas);
    expect(atlas?.records[0]).not.toHaveProperty('polluted');
    expect(atlas?.records[0]?.note).toBeUndefined();
    expect({}).not.toHaveProperty('polluted');
  });
});
