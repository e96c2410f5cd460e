import type { Feature } from 'geojson';
import { describe, expect, test } from 'vitest';
import { tileKey } from '../../../src/lib/core/crowd/cover';
import { daysOf } from '../../../src/lib/core/date';
import { openArchive } from '../../../src/lib/io/crowd/archive';
import { CrowdSession } from '../../../src/lib/io/crowd/session';
import { Tiles } from '../../../src/lib/io/crowd/tiles';
import { statsOf } from '../../../src/lib/io/crowd/tilestats';
import { events, metadataOf, partOf, pmtiles, pmtilesHeader } from '../../fixtures/pmtiles';

type Layers = Parameters<typeof metadataOf>[0];

const point = (properties: object, coordinates = [71.5, 40.25], id?: number): Feature => ({
  type: 'Feature',
  ...(id !== undefined && { id }),
  geometry: { type: 'Point', coordinates },
  properties: { ...properties },
});

async function fileOf(layers: Layers, more?: object, maxZoom = 3): Promise<File> {
  const bytes = await pmtiles({ layers, metadata: metadataOf(layers, more), maxZoom });
  return new File([bytes], 'events.pmtiles');
}

/** All tiles of a zoom, as a session. */
async function seen(layers: Layers, zoom: number, more?: object) {
  const archive = await openArchive(await fileOf(layers, more, Math.max(3, zoom)));
  const tiles = new Tiles(archive.name, archive.stats);
  const side = 2 ** zoom;
  const fresh = [];
  for (let k = 0; k < side * side; k++) {
    const address = { z: zoom, x: k % side, y: Math.floor(k / side) };
    const data = await archive.tile(address);
    if (data) fresh.push({ ...address, data });
  }
  tiles.keep(fresh.map(tileKey), fresh);
  const source = tiles.source(undefined);
  return { archive, tiles, source, session: new CrowdSession(source), fresh };
}

test.each([
  ['1999~', undefined, { year: 1998 }, { year: 2000 }],
  ['1999-10', '2000', { year: 1999, month: 10 }, { year: 2000 }],
  [1999, undefined, { year: 1999 }, { year: 1999 }],
  [938_908_800, undefined, { year: 1999, month: 10, day: 3 }, { year: 1999, month: 10, day: 3 }],
])('dates stand in tiles as texts or numbers: %s', async (start, end, first, last) => {
  const { source } = await seen({ a: [point({ start, ...(end && { end }) })] }, 2);
  const [earliest, , , latest] = source.read.columns.bounds;
  expect([earliest, latest]).toEqual([daysOf(first).from, daysOf(last).to]);
});

test('a point on the edge of tiles is one record, in the place that it has', async () => {
  const edge = [point({ start: '1999', name: 'Edge' }, [0, 0]), point({ start: '1999' }, [90, 0])];
  for (const zoom of [0, 2, 3]) {
    const { source } = await seen({ a: edge }, zoom);
    expect(source.read.report.records).toBe(2);
  }
  const { session } = await seen({ a: [point({ start: '1999' })] }, 3);
  const { position } = await session.details({ row: 0, window: daysOf({ year: 1999 }) });
  expect(position?.[0]).toBeCloseTo(71.5, 1);
  expect(position?.[1]).toBeCloseTo(40.25, 1);
});

test('a line that tiles cut is one record with all its parts', async () => {
  const line: Feature = {
    type: 'Feature',
    geometry: {
      type: 'LineString',
      coordinates: Array.from({ length: 60 }, (_, k) => [60 + k / 2, 38 + (k % 2)]),
    },
    properties: { name: 'March', start: '1999-10', end: '1999-11' },
  };
  const { source } = await seen({ a: [line] }, 3);
  expect(source.read.report.records).toBe(1);
  expect([...source.read.columns.paths.rows].length).toBeGreaterThan(1);
  expect(new Set(source.read.columns.paths.rows)).toEqual(new Set([0]));
});

test('says what a record has, of which layer it is, and finds it by its id', async () => {
  const { session } = await seen(
    {
      battles: [point({ name: 'Batken', start: '1999-08', dead: 4 }, [70.8, 40], 7)],
      talks: [point({ name: 'Bishkek', start: '1999-09' }, [74.6, 42.9], 9)],
    },
    2,
  );
  const row = session.find(7);
  const details = await session.details({ row: row ?? -1, window: daysOf({ year: 1999 }) });
  expect(details.title).toBe('Batken');
  expect(details.activity).toBe('certain');
  expect(Object.fromEntries(details.fields)).toMatchObject({ dead: '4', layer: 'battles' });
  expect(details.origin).toBe('Record 7 of the layer battles of events.pmtiles');
  expect(session.summary.facets.map(({ name }) => name)).toContain('layer');
  expect(session.find(8)).toBeUndefined();
});

test('another view keeps numbers, fields, filters and colours of what was there before', async () => {
  const layers = { a: events(60).map(({ id: _, ...feature }) => feature) };
  const { tiles, session, fresh } = await seen(layers, 5, { tilestats: undefined });
  const look = {
    colour: 'type',
    text: '',
    choices: [{ field: 'type', only: false, values: ['raid'] }],
  };
  const { colouring } = session.look(look);
  const first = session.summary.facets.find(({ name }) => name === 'type');
  const names = colouring.values.map((value) => first?.values[value]);
  expect(names.toSorted()).toEqual(['battle', 'raid', 'talks']);

  // One tile only: fewer records, the same values in the same colours.
  const [fullest] = fresh.toSorted((a, b) => b.data.byteLength - a.data.byteLength);
  tiles.keep(fullest ? [tileKey(fullest)] : [], []);
  const next = new CrowdSession(tiles.source(session.habits));
  const marks = next.look(look);
  expect(next.summary.count).toBeLessThan(60);
  const field = next.summary.facets.find(({ name }) => name === 'type');
  expect(marks.colouring.values.map((value) => field?.values[value])).toEqual(names);
  expect(marks.shown).toBeLessThan(next.summary.count);
  // Records without an id keep the number they were given.
  const [item] = next.hold({
    window: next.summary.span,
    onlyCertain: false,
    undated: false,
    from: 0,
    to: 1,
  }).items;
  expect(item?.number).toBeLessThan(0);
  expect(session.find(item?.number ?? 0)).toBeDefined();
  expect(next.summary.span).toEqual(session.summary.span);
});

test('takes the whole time, and attribution, from the metadata', async () => {
  const layers = { a: events(60) };
  const archive = await openArchive(
    await fileOf(layers, {
      name: 'Events',
      attribution: '<a href="https://example.org/?a=1&amp;b">&copy; Example</a> and <b>others</b>',
    }),
  );
  expect(archive.title).toBe('Events');
  expect(archive.credits).toEqual([
    { text: '© Example', href: 'https://example.org/?a=1&b' },
    { text: 'and others' },
  ]);
  expect(archive.stats.span).toEqual({
    from: daysOf({ year: 1991, month: 1 }).from,
    to: daysOf({ year: 2000, month: 12 }).to,
  });
  expect(
    statsOf({ vector_layers: 'none', tilestats: { layers: [null, { attributes: 3 }] } }),
  ).toEqual({ layers: [], roles: {}, fields: [], categories: [], span: undefined });
});

describe('says what is wrong', () => {
  const { internalCompression, tileCompression, tileType, zooms } = pmtilesHeader;
  test.each([
    ['pictures', { [tileType]: 2 }, /is a raster tileset \(PNG\).*A vector tileset/],
    ['MapLibre tiles', { [tileType]: 6 }, /MLT.*tippecanoe/],
    ['Brotli', { [tileCompression]: 3 }, /compressed with Brotli/],
    ['Zstandard', { [tileCompression]: 4 }, /compressed with Zstd/],
    ['impossible zooms', { [zooms]: 9 }, /zooms 9 to 3, expected 0 to 24/],
    [
      'another signature',
      { 0: 1 },
      /events\.pmtiles cannot be read as a PMTiles archive: its header/,
    ],
    [
      'a directory that is none',
      { [internalCompression]: 1 },
      /cannot be read as a PMTiles archive/,
    ],
  ])('of %s', async (_, header, message) => {
    const layers = { a: events(9) };
    const bytes = await pmtiles({ layers, metadata: metadataOf(layers), maxZoom: 3, header });
    await expect(openArchive(new File([bytes], 'events.pmtiles'))).rejects.toThrow(message);
  });

  test('of a file that breaks off', async () => {
    const bytes = await pmtiles({ layers: { a: events(9) } });
    for (const length of [0, 60, 140]) {
      const file = new File([bytes.slice(0, length)], 'events.pmtiles');
      await expect(openArchive(file)).rejects.toThrow('events.pmtiles cannot be read as a PMTiles');
    }
  });

  test('of records without dates', async () => {
    const file = await fileOf({ a: [point({ name: 'Osh', height: 963 })] });
    await expect(openArchive(file)).rejects.toThrow(
      'events.pmtiles has no dates: its records have the fields name, height; expected one called start or end',
    );
  });

  test('of a tile that cannot be decoded, and shows the others', async () => {
    const { tiles, fresh } = await seen({ a: events(60) }, 3);
    const [bad, ...good] = fresh;
    if (!bad) throw new Error('no tile');
    tiles.keep(fresh.map(tileKey), [
      { ...bad, data: new Uint8Array([0x1a, 0xff, 7]).buffer },
      ...good,
    ]);
    const { report } = tiles.source(undefined).read;
    expect(report.records).toBeGreaterThan(0);
    expect(report.problems).toMatchObject([
      { file: 'events.pmtiles', record: `tile ${tileKey(bad)}`, expected: 'a vector tile' },
    ]);
  });
});

describe('by address', () => {
  const url = 'https://data.example.org/events.pmtiles';
  const asking =
    (answer: (range: string) => Response | Promise<Response>): typeof fetch =>
    (_, init) =>
      Promise.resolve(answer(new Headers(init?.headers).get('range') ?? ''));

  test('reads parts only', async () => {
    const layers = { a: events(60) };
    const bytes = await pmtiles({ layers, metadata: metadataOf(layers), maxZoom: 3 });
    const asked: string[] = [];
    const archive = await openArchive(url, {
      fetcher: asking((range) => {
        asked.push(range);
        const { body, headers } = partOf(bytes, range);
        return new Response(body, { status: 206, headers });
      }),
    });
    expect(archive.name).toBe(url);
    expect((await archive.tile({ z: 0, x: 0, y: 0 }))?.byteLength).toBeGreaterThan(0);
    expect(asked.every((range) => /^bytes=\d+-\d+$/.test(range))).toBe(true);
  });

  test.each([
    [
      'a server without ranges',
      () => new Response('whole'),
      /whole of \/events\.pmtiles.*range requests/,
    ],
    ['no such file', () => new Response('', { status: 404 }), /data\.example\.org answered 404/],
    [
      'no CORS',
      () => Promise.reject(new TypeError('Failed to fetch')),
      /Nothing came from data\.example\.org.*CORS.*content security policy/,
    ],
  ])('says what is wrong: %s', async (_, answer, message) => {
    await expect(openArchive(url, { fetcher: asking(answer) })).rejects.toThrow(message);
  });
});
