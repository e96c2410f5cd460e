/** What is written as a table or as KML opens again as the records that it was. */
import { describe, expect, it } from 'vitest';
import { indexAtlas } from '../../src/lib/core/atlas';
import type { Atlas, AtlasRecord } from '../../src/lib/core/model';
import { fieldColumn, fieldName } from '../../src/lib/io/own-columns';
import { writeCsv } from '../../src/lib/io/write-csv';
import { writeKml } from '../../src/lib/io/write-kml';
import { anAtlas, aPlace, aRecord, during } from '../core/records';
import { realAtlas } from '../real-atlas';
import { opened, remarks } from './open/files';
import { ownFiles } from './own-files';

const writers = { csv: writeCsv, kml: writeKml } as const;
type Format = keyof typeof writers;

function again(atlas: Atlas, format: Format) {
  return opened(writers[format](atlas.records, indexAtlas(atlas)), `again.${format}`);
}

/** What has to come back of each record, with names in place of ids: by id, since times may be equal. */
function told({ records, places, actors }: Atlas): unknown[] {
  const placeNames = new Map(places.map(({ id, title }) => [id, title]));
  const actorNames = new Map(actors.map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[], names: ReadonlyMap<string, string>) =>
    ids.map((id) => names.get(id));
  const one = (record: AtlasRecord) => {
    const { id, kind, type, title, summary, standing, spans, whenText } = record;
    const { category, mode, note, fields = [], numbers, follows } = record;
    return {
      ...{ id, kind, type, title, summary, standing, spans, whenText },
      ...{ category, mode, note, fields, numbers, follows },
      claims: record.claims.map(({ about, by, via, stance, text }) => ({
        ...{ about, stance, text },
        by: named([by], actorNames),
        via: named(via, actorNames),
      })),
      at: named(record.at, placeNames),
      from: named(record.from, placeNames),
      to: named(record.to, placeNames),
      actors: named(record.actors, actorNames),
    };
  };
  return [...records].sort((a, b) => (a.id < b.id ? -1 : 1)).map(one);
}

/** How each movement is drawn. */
const lines = ({ records }: Atlas) =>
  new Map(records.map(({ id, lines: drawn, path }) => [id, { drawn, path }]));

describe.each(['csv', 'kml'] as const)('%s', (format) => {
  it('has the curated atlas: dates with four bounds, names, kinds, who, how sure, who says so', () => {
    const read = again(realAtlas, format);
    expect(remarks(read).filter((text) => !text.includes('it stands in the list'))).toEqual([]);
    expect(told(read.atlas)).toEqual(told(realAtlas));
    expect(lines(read.atlas)).toEqual(lines(realAtlas));
    const claim = read.atlas.records.find(({ id }) => id === 'tashkent-bombings-1999')?.claims[0];
    expect(claim?.source.locator).toMatch(/section “1999”, paragraph 1$/);
  });

  it.each(ownFiles)('has %s of a reader’s own, with categories and fields', (_, text, name) => {
    const { atlas: expected } = opened(text, name);
    const read = again(expected, format);
    expect(told(read.atlas)).toEqual(told(expected));
    expect(lines(read.atlas)).toEqual(lines(expected));
    // And once more, since a file goes from hand to hand.
    expect(told(again(read.atlas, format).atlas)).toEqual(told(expected));
  });

  it('has all spans of a record, one that begins like a formula, and a place for each point', () => {
    const places = [aPlace({ id: 'a', title: 'A', point: [1, 2] }), aPlace()];
    const records = [
      aRecord({ id: 'twice', title: '=1+2', spans: [during(1992), during(1997)], at: ['a'] }),
      aRecord({ id: 'marked', title: "'=1", summary: "it's", at: ['place'] }),
    ];
    const atlas = anAtlas({ places, records });
    expect(told(again(atlas, format).atlas)).toEqual(told(atlas));
  });
});

it('a part of an atlas follows only what is in it, and asks nothing where it has no positions', () => {
  const before = aRecord({ id: 'before', spans: [during(1992)] });
  const after = aRecord({ id: 'after', spans: [during(1992)], follows: ['before', 'elsewhere'] });
  const read = again(anAtlas({ records: [before, after] }), 'csv');
  expect(read.atlas.records.map(({ id, follows }) => [id, follows])).toEqual([
    ['before', []],
    ['after', ['before']],
  ]);
});

it('what was changed since and does not fit is told of, and the rest comes back', () => {
  const places = [aPlace({ id: 'a', title: 'A', point: [1, 2] })];
  const claim = {
    ...({ about: 'who', by: 'imu', via: [], stance: 'asserts', text: 'So it was.' } as const),
    source: { id: 'article' },
  };
  const records = [1992, 1997, 1999].map((year) =>
    aRecord({ id: `in-${year}`, spans: [during(year)], at: ['a'], claims: [claim, claim] }),
  );
  const text = writeCsv(records, indexAtlas(anAtlas({ places, records })));
  const changed = text
    .replace(',1992,,1,2,', ',1992,,1,north,')
    .replace(',1997,,', ',199x7,,')
    .replace(/(in-1999.*)asserts/, '$1swears');
  expect(changed.split('swears')).toHaveLength(2);
  const read = opened(changed, 'changed.csv');
  expect(remarks(read)).toEqual([
    expect.stringMatching(/^skipped row 2, lat: found .*north/),
    expect.stringMatching(/^row 3, start: found .*199x7/),
    expect.stringMatching(/^row 4, claims\[1\]\.stance: found "swears"/),
  ]);
  expect(read.atlas.records.map(({ id, claims }) => [id, claims.length]).sort()).toEqual([
    ['in-1997', 2],
    ['in-1999', 1],
  ]);
});

it('a field whose name is taken keeps it', () => {
  for (const name of ['title', 'Remark', 'field:x', 'name']) {
    expect(fieldName(fieldColumn(name))).toBe(name);
  }
  expect(fieldName('standing')).toBeUndefined();
});
