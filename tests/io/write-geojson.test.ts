import { check } from '@placemarkio/check-geojson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whenText } from '../../src/lib/core/wording';
import { combineAtlases } from '../../src/lib/core/combine';
import type { Atlas } from '../../src/lib/core/model';
import { readAtlas } from '../../src/lib/io/atlas';
import { narrowed } from '../../src/lib/io/narrow';
import {
  placeFeature,
  recordFeature,
  timespansOf,
  writeGeojson,
} from '../../src/lib/io/write-geojson';
import { during, span } from '../core/records';
import { realAtlas, realIndex } from '../real-atlas';
import { opened, remarks } from './open/files';
import { ownFiles } from './own-files';
import { smallFiles } from './small-atlas';

function small(): Atlas {
  const { atlas } = readAtlas(smallFiles());
  if (!atlas) throw new Error('the small atlas cannot be read');
  return atlas;
}

/** The atlas as it comes back from the file that was written of it. */
const roundTrip = (atlas: Atlas) => opened(writeGeojson(atlas), 'exported.geojson');

/** Members that are `undefined` are not there in a file, nor are empty fields and flags that are off. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      (key === 'fields' && Array.isArray(part) && part.length === 0) ||
      (key === 'unlabelled' && part === false)
        ? undefined
        : part,
    ),
  );

/** An atlas with its records in the order of their ids: those of one day may change places. */
function byId(atlas: Atlas): unknown {
  const records = [...atlas.records].sort((a, b) => (a.id < b.id ? -1 : 1));
  return plain({ ...atlas, records });
}

describe('an atlas in one file', () => {
  it.each([
    ['the curated atlas', realAtlas],
    ['the small atlas', small()],
  ])('%s comes back as it was, and nothing is wrong with it', (_, atlas) => {
    const read = roundTrip(atlas);
    expect(remarks(read)).toEqual([]);
    expect(plain(read.atlas)).toEqual(plain({ ...atlas, id: 'file' }));
  });

  it('is GeoJSON to its last member', () => {
    expect(() => check(writeGeojson(realAtlas))).not.toThrow();
  });

  it('has an id in the properties, too, and times that other programs read', () => {
    const record = realIndex.records.get('kamalov-killed');
    if (!record) throw new Error('no record');
    const { id, properties, when } = recordFeature(record, realIndex.places);
    expect(properties).toMatchObject({
      id,
      kind: 'event',
      event: 'killing',
      place: 'kara-suu-town',
      start: '2006-08-07T00:00:00Z',
      end: '2006-08-07T23:59:59Z',
    });
    expect(when?.timespans).toEqual([{ start: { in: '2006-08-07' } }]);
  });

  it('keeps the scripts of a name', () => {
    const place = realIndex.places.get('namangan');
    expect(place && placeFeature(place).names).toContainEqual({ toponym: 'Наманган', lang: 'ru' });
  });

  it('what is wrong in a changed file is said by the door, and the rest is read', () => {
    const json = JSON.parse(writeGeojson(small())) as {
      features: { id: string; properties: Record<string, unknown> }[];
    };
    const event = json.features.find(({ properties }) => properties.kind === 'event');
    if (!event) throw new Error('no event');
    event.properties.event = 'rumour';
    const read = opened(JSON.stringify(json), 'changed.geojson');
    expect(remarks(read)[0]).toContain(`skipped ${event.id}, event: found "rumour"`);
    expect(read.atlas.records).toHaveLength(small().records.length - 1);
  });
});

describe('a file of a reader’s own', () => {
  it.each(ownFiles)('comes back whole: %s', (_, text, name) => {
    const { atlas } = opened(text, name);
    const read = roundTrip(atlas);
    expect(remarks(read)).toEqual([]);
    expect(byId(read.atlas)).toEqual(byId(atlas));
  });

  it('comes back whole beside the curated atlas', () => {
    const own = ownFiles.map(([, text, name]) => opened(text, name).atlas);
    const atlas = combineAtlases([realAtlas, ...own]);
    const read = roundTrip(atlas);
    expect(remarks(read)).toEqual([]);
    expect(byId(read.atlas)).toEqual(byId({ ...atlas, id: 'file' }));
  });
});

describe('some records', () => {
  it('make an atlas with which nothing is wrong, whichever they are', () => {
    fc.assert(
      fc.property(fc.subarray([...realAtlas.records], { minLength: 1 }), (chosen) => {
        const part = narrowed(realAtlas, chosen);
        const read = roundTrip(part);
        // Where no record has a place there is nothing that the map could open on.
        const expected = part.places.length > 0 ? [] : remarks(read);
        expect(remarks(read)).toEqual(expected);
        // The order between two may have hung on one that is not there.
        expect(byId(read.atlas)).toEqual(byId({ ...part, id: 'file' }));
        expect(part.records).toHaveLength(chosen.length);
      }),
      { numRuns: 60 },
    );
  });

  it('bring the places, actors and sources that they name, and no others', () => {
    const record = realIndex.records.get('tashkent-bombings-1999');
    const part = narrowed(realAtlas, record ? [record] : []);
    expect(part.places.map(({ id }) => id)).toEqual(['tashkent']);
    expect(part.actors.map(({ id }) => id)).toContain('karimov');
    expect(part.actors.length).toBeLessThan(realAtlas.actors.length);
    expect(part.sources.map(({ id }) => id)).toContain('article-2015');
  });
});

describe('timespansOf', () => {
  const [first, second] = [during(1999), span('2000-03-01', '2000-05-31')];

  it('labels only what the bounds do not say', () => {
    expect(timespansOf([first], '1999')).toEqual([{ start: { in: '1999' } }]);
    expect(timespansOf([first], 'late; perhaps')[0]?.label).toBe('late; perhaps');
  });

  it('gives each span its own words', () => {
    const words = `${whenText(first)}; in spring; or so`;
    expect(timespansOf([first, second], words).map(({ label }) => label)).toEqual([
      undefined,
      'in spring; or so',
    ]);
  });
});
