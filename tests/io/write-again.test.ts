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
    const { category, mode, note, fields = [] } = record;
    return {
      ...{ id, kind, type, title, summary, standing, spans, whenText },
      ...{ category, mode: mode === 'air' ? mode : undefined, note, fields },
      at: named(record.at, placeNames),
      from: named(record.from, placeNames),
      to: named(record.to, placeNames),
      actors: named(record.actors, actorNames),
    };
  };
  return [...records].sort((a, b) => (a.id < b.id ? -1 : 1)).map(one);
}

/** Where each record is, as far as KML can say it. */
const lines = ({ records }: Atlas) =>
  new Map(records.map(({ id, lines: drawn, path }) => [id, { drawn, path }]));

describe.each(['csv', 'kml'] as const)('%s', (format) => {
  it('has the curated atlas: dates with four bounds, names, kinds, who, how sure', () => {
    const read = again(realAtlas, format);
    expect(remarks(read).filter((text) => !text.includes('it stands in the list'))).toEqual([]);
    expect(told(read.atlas)).toEqual(told(realAtlas));
    if (format === 'kml') expect(lines(read.atlas)).toEqual(lines(realAtlas));
  });

  it.each(ownFiles)('has %s of a reader’s own, with categories and fields', (_, text, name) => {
    const { atlas } = opened(text, name);
    const isPointOnly = (record: AtlasRecord) => format === 'kml' || record.at.length < 2;
    const expected = { ...atlas, records: atlas.records.filter(isPointOnly) };
    const read = again(expected, format);
    expect(told(read.atlas)).toEqual(told(expected));
    if (format === 'kml') expect(lines(read.atlas)).toEqual(lines(expected));
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

it('a field whose name is taken keeps it', () => {
  for (const name of ['title', 'Remark', 'field:x', 'name']) {
    expect(fieldName(fieldColumn(name))).toBe(name);
  }
  expect(fieldName('standing')).toBeUndefined();
});
