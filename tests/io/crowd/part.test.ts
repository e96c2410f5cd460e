import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOf } from '../../../src/lib/core/date';
import { fileSource } from '../../../src/lib/io/crowd/file-source';
import { collectionFrame, partOf } from '../../../src/lib/io/crowd/part';
import { isTableName } from '../../../src/lib/io/crowd/large';
import { CrowdReader } from '../../../src/lib/io/crowd/read';
import { CrowdSession } from '../../../src/lib/io/crowd/session';

const encoder = new TextEncoder();

/** A file that is open, with all its records shown. */
function open(text: string, name: string): CrowdSession {
  const reader = new CrowdReader(name, isTableName(name));
  reader.push(encoder.encode(text));
  const session = new CrowdSession(fileSource(new Blob([text]), name, reader.finish()));
  session.look({ choices: [], text: '' });
  return session;
}

/** What a window holds, as a file of its own. */
async function saved(session: CrowdSession, window: { from: number; to: number }) {
  session.hold({ window, onlyCertain: false, undated: true, from: 0, to: 0 });
  const { blob, count, extension } = await session.save();
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), count, extension };
}

const whole = { from: -1e6, to: 1e6 };

test('a window of a table is a table with the same header, its rows as they stood', async () => {
  const header = '\ufefftitle;date;latitude;longitude';
  const rows = ['"Siege; of ""K"""', 'Raid', 'Camp'].map(
    (title, k) => `${title};${1998 + k};40;7${k}`,
  );
  const session = open([header, ...rows, ''].join('\r\n'), 'events.csv');
  const years = { from: daysOf({ year: 1998 }).from, to: daysOf({ year: 1999 }).to };
  const { text, extension } = await saved(session, years);
  expect(extension).toBe('csv');
  expect(text.split('\n')).toEqual([header, ...rows.slice(0, 2), '']);
});

test.each([
  ['a last row without an end', 'name,date\nA,1999\nB,1999', 'csv', 'name,date\nA,1999\nB,1999\n'],
  ['a line end within quotes', 'name,date\n"A\nB",1999\n', 'csv', 'name,date\n"A\nB",1999\n'],
  ['tabs', 'name\tdate\nA\t1999\n', 'tsv', 'name\tdate\nA\t1999\n'],
])('a table comes back as it was: %s', async (_what, text, extension, expected) => {
  expect(await saved(open(text, `events.${extension}`), whole)).toEqual({
    text: expected,
    extension,
    count: expected.split('1999').length - 1,
  });
});

test('features are cut out of a collection and of a sequence, as a collection that opens again', async () => {
  const features = [1998, 1999, 2000].map((date) => ({
    type: 'Feature',
    properties: { name: `Year ${date}`, date },
    geometry: { type: 'Point', coordinates: [70, 40] },
  }));
  const { from } = daysOf({ year: 1999 });
  for (const [text, name] of [
    [JSON.stringify({ type: 'FeatureCollection', features }, null, 2), 'events.geojson'],
    [features.map((one) => JSON.stringify(one)).join('\n'), 'events.geojsons'],
    // RFC 8142: a record separator before each.
    [features.map((one) => `\x1e${JSON.stringify(one)}\n`).join(''), 'events.geojsonl'],
  ] as const) {
    const part = await saved(open(text, name), { from, to: 1e6 });
    expect(part.extension).toBe('geojson');
    expect(JSON.parse(part.text)).toEqual({
      type: 'FeatureCollection',
      features: features.slice(1),
    });
    expect(open(part.text, 'part.geojson').summary.count).toBe(2);
  }
});

test('a record with two times is saved once', async () => {
  const when = { timespans: [{ start: { in: '2000' } }, { start: { in: '1990' } }] };
  const feature = { type: 'Feature', properties: { name: 'Camp' }, geometry: null, when };
  const session = open(JSON.stringify(feature), 'camp.geojson');
  expect(session.summary.count).toBe(2);
  const { text, count } = await saved(session, whole);
  expect(count).toBe(1);
  expect(JSON.parse(text)).toEqual({ type: 'FeatureCollection', features: [feature] });
});

test('a file that has changed meanwhile is not cut at places that mean nothing any more', async () => {
  const text = '{"type":"Feature","properties":{"name":"A","date":1999},"geometry":null}';
  const reader = new CrowdReader('a.geojson', false);
  reader.push(encoder.encode(text));
  const session = new CrowdSession(fileSource(new Blob(['{']), 'a.geojson', reader.finish()));
  session.look({ choices: [], text: '' });
  await expect(saved(session, whole)).rejects.toThrow('a.geojson has changed or moved');
});

test('records far apart and out of order come out in the order of the file', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(3_000_000), fc.boolean()), { minLength: 1, maxLength: 12 }),
      async (gaps) => {
        const parts: Uint8Array<ArrayBuffer>[] = [];
        let size = 0;
        const all = gaps.map(([gap, wanted], k) => {
          const bytes = encoder.encode(`{"n":${k}}`);
          parts.push(new Uint8Array(gap), bytes);
          size += gap;
          const stretch = { offset: size, length: bytes.length };
          size += bytes.length;
          return { stretch, wanted, text: `{"n":${k}}` };
        });
        const wanted = all.filter((one) => one.wanted);
        const stretches = wanted.map(({ stretch }) => stretch).reverse();
        const part = await partOf(new Blob(parts), stretches, collectionFrame);
        expect(await part.text()).toBe(
          collectionFrame.before +
            wanted.map(({ text }) => text).join(',\n') +
            collectionFrame.after,
        );
      },
    ),
    { numRuns: 20 },
  );
});
