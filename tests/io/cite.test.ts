import { describe, expect, it } from 'vitest';
import { bibtex, citation, cslOf, plainCitation, ris, type Cited } from '../../src/lib/io/cite';

const whole: Cited = {
  atlas: { id: 'imu', title: 'Islamic Movement of Uzbekistan, 1991-2007', version: '2026-11-23' },
  url: 'https://example.org/',
  accessed: '2026-12-01',
};
const part: Cited = {
  ...whole,
  part: { id: 'taloqan-siege', title: 'Siege of Taloqan', rests: 'an article, paragraph 2' },
  url: 'https://example.org/e/taloqan-siege/',
};

describe('a citation', () => {
  it('of the atlas names its data, their date, and when it was looked up', () => {
    expect(plainCitation(cslOf(whole))).toBe(
      'The Trackway contributors (2026). Islamic Movement of Uzbekistan, 1991-2007 [data set]. Trackway, data of 2026-11-23. Accessed 1 December 2026. https://example.org/',
    );
  });

  it('of a record stands in the atlas, and says on what it rests', () => {
    expect(plainCitation(cslOf(part))).toBe(
      'The Trackway contributors (2026). “Siege of Taloqan”. In: Islamic Movement of Uzbekistan, 1991-2007 [data set]. Trackway, data of 2026-11-23. Accessed 1 December 2026. https://example.org/e/taloqan-siege/ (Rests on: an article, paragraph 2.)',
    );
  });

  it('is CSL-JSON', () => {
    expect(JSON.parse(citation(cslOf(part), 'CSL-JSON'))).toEqual([
      {
        id: 'trackway-imu-taloqan-siege',
        type: 'entry',
        title: 'Siege of Taloqan',
        author: [{ literal: 'The Trackway contributors' }],
        'container-title': 'Islamic Movement of Uzbekistan, 1991-2007',
        publisher: 'Trackway',
        version: '2026-11-23',
        issued: { 'date-parts': [[2026, 11, 23]] },
        accessed: { 'date-parts': [[2026, 12, 1]] },
        URL: 'https://example.org/e/taloqan-siege/',
        language: 'en',
        note: 'Rests on: an article, paragraph 2',
      },
    ]);
  });

  it('is BibTeX, in which no sign of the title is markup', () => {
    const title = '50% of {x} & y_z';
    const text = bibtex(cslOf({ ...part, part: { id: 'x', title } }));
    expect(text).toMatch(/^@incollection\{trackway-imu-x,\n {2}author = /);
    expect(text).toContain(String.raw`title = {{50\% of \{x\} \& y\_z}}`);
    expect(text).toContain('urldate = {2026-12-01}');
    expect(bibtex(cslOf(whole))).toMatch(/^@misc\{trackway-imu,/);
  });

  it('is RIS: a tag a line, from TY to ER', () => {
    const lines = ris(cslOf(part)).trimEnd().split('\r\n');
    expect(lines[0]).toBe('TY  - ENCYC');
    expect(lines).toContain('DA  - 2026/11/23');
    expect(lines.at(-1)).toBe('ER  -');
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}-/);
  });

  it('leaves out what is not known', () => {
    const text = plainCitation(
      cslOf({ atlas: { ...whole.atlas, version: 'first' }, url: 'https://example.org/' }),
    );
    expect(text).toBe(
      'The Trackway contributors. Islamic Movement of Uzbekistan, 1991-2007 [data set]. Trackway, data of first. https://example.org/',
    );
  });
});
