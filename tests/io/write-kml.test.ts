import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAtlas } from '../../src/lib/core/atlas';
import type { AtlasRecord } from '../../src/lib/core/model';
import { ALWAYS, FOREVER } from '../../src/lib/core/span';
import { writeKml } from '../../src/lib/io/write-kml';
import { anAtlas, aPlace, aRecord, during } from '../core/records';
import { realAtlas, realIndex } from '../real-atlas';

/** Parses, and throws on anything that is not well-formed. */
function parsed(text: string): Element[] {
  const document = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(text, 'application/xml');
  return [...document.getElementsByTagName('Placemark')];
}

const textOf = (element: Element | undefined, name: string): string | undefined =>
  element?.getElementsByTagName(name)[0]?.textContent ?? undefined;

function marksOf(record: AtlasRecord): Element[] {
  return parsed(writeKml([record], indexAtlas(anAtlas({ places: [aPlace()], records: [record] }))));
}

/** What the schema allows in a Placemark, in its order (OGC 07-147r2, 9.1 and 9.11). */
const order = ['name', 'description', 'TimeSpan', 'ExtendedData', 'geometry'];
const date = /^-?\d{4,}-\d\d-\d\d$/;

describe('writeKml', () => {
  const marks = parsed(writeKml(realAtlas.records, realIndex));

  it('has every record once, and its parts in the order of the schema', () => {
    expect(marks.map((mark) => mark.getAttribute('id')).sort()).toEqual(
      realAtlas.records.map(({ id }) => id).sort(),
    );
    for (const mark of marks) {
      const names = [...mark.childNodes].map(({ nodeName }) =>
        order.includes(nodeName) ? nodeName : 'geometry',
      );
      expect(names).toEqual(order.filter((name) => names.includes(name)));
    }
  });

  it('has outer bounds as full days, begin not after end, and none for the undated', () => {
    for (const mark of marks) {
      const record = realIndex.records.get(mark.getAttribute('id') ?? '');
      const [begin, end] = [textOf(mark, 'begin'), textOf(mark, 'end')];
      for (const day of [begin, end]) if (day !== undefined) expect(day).toMatch(date);
      if (begin !== undefined && end !== undefined) expect(begin <= end).toBe(true);
      expect(mark.getElementsByTagName('TimeSpan').length > 0).toBe(record?.spans.length !== 0);
    }
  });

  it('leaves an open side out, and counts years as ISO 8601 does', () => {
    const open = { ...during(1999), earliestEnd: FOREVER, latestEnd: FOREVER };
    expect(textOf(marksOf(aRecord({ spans: [open] }))[0], 'TimeSpan')).toBe('1999-01-01');
    const since = { ...during(1999), earliestStart: ALWAYS, latestStart: ALWAYS };
    expect(textOf(marksOf(aRecord({ spans: [since] }))[0], 'TimeSpan')).toBe('1999-12-31');
    const early = marksOf(aRecord({ spans: [during(-43)] }))[0];
    expect(textOf(early, 'begin')).toBe('-0043-01-01');
    const far = marksOf(aRecord({ spans: [during(12000)] }))[0];
    expect(textOf(far, 'end')).toBe('12000-12-31');
    const always = { ...open, earliestStart: ALWAYS, latestStart: ALWAYS };
    expect(textOf(marksOf(aRecord({ spans: [always] }))[0], 'TimeSpan')).toBeUndefined();
  });

  it('draws lines, areas with their holes, and nothing where no place is stated', () => {
    const mark = (id: string) => marks.find((one) => one.getAttribute('id') === id);
    expect(textOf(mark('incursion-batken-1999'), 'LineString')).toMatch(/^1[\d.,\s-]+$/);
    expect(mark('kamalov-killed')?.getElementsByTagName('Point')).toHaveLength(1);
    expect(mark('imu-founded')?.getElementsByTagName('coordinates')).toHaveLength(0);
    const ring = [
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 0],
    ];
    const place = aPlace({ geometry: { type: 'Polygon', coordinates: [ring, ring] } });
    const record = aRecord({ at: ['place'] });
    const [area] = parsed(
      writeKml([record], indexAtlas(anAtlas({ places: [place], records: [record] }))),
    );
    expect(textOf(area, 'outerBoundaryIs')).toBe('0,0 9,0 9,9 0,0');
    expect(area?.getElementsByTagName('innerBoundaryIs')).toHaveLength(1);
  });

  it('keeps markup in the data as text, and is well-formed whatever the text', () => {
    const title = 'A <b>&"bold"</b> ]]> title';
    expect(textOf(marksOf(aRecord({ title }))[0], 'name')).toBe(title);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        expect(marksOf(aRecord({ title: text, summary: text, note: text }))).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
});
