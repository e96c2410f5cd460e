import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAtlas } from '../../src/lib/core/atlas';
import { parseEdtfSpan } from '../../src/lib/core/edtf';
import { ownColumns } from '../../src/lib/io/own-columns';
import { guarded, writeCsv } from '../../src/lib/io/write-csv';
import { anAtlas, aPlace, aRecord, during } from '../core/records';
import { realAtlas, realIndex } from '../real-atlas';

/** RFC 4180, as plainly as it can be read. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    row.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows.slice(0, -1);
}

function table(text: string): Record<string, string>[] {
  const [head = [], ...rows] = parsed(text.replace(/^\uFEFF/, ''));
  expect(head).toEqual([...ownColumns]);
  return rows.map((row) => {
    expect(row).toHaveLength(head.length);
    return Object.fromEntries(head.map((name, k) => [name, row[k] ?? '']));
  });
}

describe('writeCsv', () => {
  it('has a row for each record of the atlas, with dates that read back as its bounds', () => {
    const rows = table(writeCsv(realAtlas.records, realIndex));
    expect(rows.map(({ id }) => id)).toEqual(realAtlas.records.map(({ id }) => id));
    for (const [k, record] of realAtlas.records.entries()) {
      const { start = '', end = '' } = rows[k] ?? {};
      const [span] = record.spans;
      if (!span) expect([start, end], record.id).toEqual(['', '']);
      else expect(parseEdtfSpan(start, end), record.id).toMatchObject({ ok: true, span });
    }
  });

  it('says where: at its place, at the origin of a movement, nowhere if it is not stated', () => {
    const rows = table(writeCsv(realAtlas.records, realIndex));
    const row = (wanted: string) => rows.find(({ id }) => id === wanted);
    expect(row('kamalov-killed')).toMatchObject({
      place: 'Kara-Suu (town near Osh)',
      precision: 'settlement',
    });
    expect(Number(row('kamalov-killed')?.lon)).toBeCloseTo(72.87, 1);
    expect(row('incursion-batken-1999')).toMatchObject({
      place: '',
      from: 'Tavildara Valley',
      to: 'Batken Region',
    });
    expect(row('imu-founded')).toMatchObject({ lon: '', lat: '', place: '' });
  });

  it('has a row for each of several spans', () => {
    const record = aRecord({ spans: [during(1992), during(1997)] });
    const rows = table(writeCsv([record], indexAtlas(anAtlas({ records: [record] }))));
    expect(rows.map(({ start }) => start)).toEqual(['1992', '1997']);
  });

  it('keeps any text whole, and lets none of it be taken for a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const record = aRecord({ title: text, summary: `=1+"${text}"`, at: ['place'] });
        const place = aPlace({ title: `@${text}` });
        const index = indexAtlas(anAtlas({ places: [place], records: [record] }));
        const [row] = table(writeCsv([record], index));
        expect(row).toMatchObject({
          title: guarded(text),
          summary: `'=1+"${text}"`,
          place: `'@${text}`,
        });
        expect(row?.title ?? '').not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });

  it('leaves numbers and dates before year 1 as they are', () => {
    const record = aRecord({ at: ['place'], spans: [during(-43)] });
    const index = indexAtlas(
      anAtlas({ places: [aPlace({ point: [-70, -3] })], records: [record] }),
    );
    expect(table(writeCsv([record], index))[0]).toMatchObject({
      start: '-0043',
      lon: '-70',
      lat: '-3',
    });
  });
});
