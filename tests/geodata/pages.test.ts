/** The record pages' data for machines and their preview pictures, from the committed atlas. */
import { describe, expect, test } from 'vitest';
import { indexAtlas } from '../../src/lib/core/atlas';
import { passageId } from '../../src/lib/core/describe';
import { placeJsonLd, recordJsonLd, scriptText, storyJsonLd } from '../../src/lib/server/json-ld';
import { frameOf, project } from '../../src/lib/server/mercator';
import { ownActivity, ownWindow } from '../../src/lib/server/own-window';
import { placePage, recordPage, type RecordPage } from '../../src/lib/server/page-data';
import { atlasAlt, atlasSvg, previewAlt, previewSvg } from '../../src/lib/server/preview';
import { chapterPictureAlt, chapterSvg } from '../../src/lib/server/preview-chapter';
import { escapeXml, textWidth, wrap } from '../../src/lib/server/preview-text';
import { glossary } from '../../src/routes/who/glossary';
import { parseLink } from '../../src/lib/view/link';
import { realAtlas, realBasemap, realIndex } from '../real-atlas';

const basemap = await realBasemap();
const { records, places } = realAtlas;
const ids = [...records, ...places].map(({ id }) => id);

function found<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new Error(`no ${what}`);
  return thing;
}

const record = (id: string) => found(realIndex.records.get(id), id);
const place = (id: string) => found(realIndex.places.get(id), id);
const addresses = { url: 'https://example.org/e/x/', image: 'https://example.org/e/x/preview.png' };

/** The words of a picture, as its reader sees them. */
function wordsIn(svg: string): string {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(' ');
}

describe('preview pictures', () => {
  test.each(ids)('%s: every number is one, and the title is whole', (id) => {
    const svg = found(previewSvg(id, realIndex, basemap), id);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg.startsWith('<svg ') && svg.endsWith('</svg>')).toBe(true);
    const title = found(realIndex.records.get(id) ?? realIndex.places.get(id), id).title;
    expect(wordsIn(svg)).toContain(escapeXml(title));
    expect(previewAlt(id, realIndex)).toContain(title);
  });

  test('an unknown id has none', () => {
    expect(previewSvg('nowhere', realIndex, basemap)).toBeUndefined();
  });

  test('when, how sure, and whom the picture owes its data', () => {
    const words = wordsIn(found(previewSvg('tashkent-bombings-1999', realIndex, basemap), 'svg'));
    expect(words).toContain('certain in 1999 · reported · a claim is disputed');
    expect(words).toContain('© OpenStreetMap contributors');
    expect(words).toContain('GeoNames');
  });

  test('a record without a place says so', () => {
    const words = wordsIn(found(previewSvg('imu-founded', realIndex, basemap), 'svg'));
    expect(words.match(/place not stated/g)).toHaveLength(2);
  });

  test('markup in the data stays text', () => {
    const title = 'A <b>&"bold"</b> title';
    const changed = records.map((one) => (one.id === 'imu-founded' ? { ...one, title } : one));
    const index = indexAtlas({ ...realAtlas, records: changed });
    const svg = found(previewSvg('imu-founded', index, basemap), 'svg');
    expect(svg).not.toContain('<b>');
    expect(wordsIn(svg)).toContain('A &lt;b&gt;&amp;&quot;bold&quot;&lt;/b&gt; title');
    expect(escapeXml('a\u0000b\u000Bc')).toBe('abc');
  });

  test('what crosses 180 degrees is drawn in one', () => {
    const frame = frameOf([20, 40, 190, 80], 1200, 400);
    const [west, east] = [project(frame, [170, 60]), project(frame, [-175, 60])];
    expect(east.x).toBeGreaterThan(west.x);
    expect(east.x - west.x).toBeCloseTo((15 / 360) * frame.scale, 3);
  });

  test('long words are cut, never lost beyond the edge', () => {
    const lines = wrap('many words '.repeat(30), 40, 500, 2);
    expect(lines).toHaveLength(2);
    expect(lines.at(-1)).toMatch(/…$/);
    for (const line of lines) expect(textWidth(line, 40)).toBeLessThanOrEqual(500);
  });
});

test('the picture of the atlas says what it is, and shows what it opens with', () => {
  const words = wordsIn(atlasSvg(realIndex, basemap));
  expect(words).toContain(realAtlas.title);
  expect(words).toContain('Map of 1999');
  expect(words).toContain('Fergana Valley');
  expect(atlasAlt(realIndex)).toContain(`${realAtlas.records.length} records`);
});

describe('pictures of chapters', () => {
  test.each(realAtlas.chapters)('$id: every number is one, with places and credit', (chapter) => {
    const svg = found(chapterSvg(chapter.id, realIndex, basemap), chapter.id);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(wordsIn(svg)).toContain('© OpenStreetMap contributors');
    expect(chapterPictureAlt(chapter, realIndex)).toMatch(/^Map for “.*”: the \d+ records of /);
  });

  test('an unknown chapter has none', () => {
    expect(chapterSvg('nowhere', realIndex, basemap)).toBeUndefined();
  });

  test('the story is an article in parts, without marks', () => {
    const text = JSON.stringify(storyJsonLd(realAtlas, 'https://example.org/story/'));
    expect(text).toContain('"@type":"Chapter"');
    expect(text).not.toContain('](');
  });
});

describe('JSON-LD', () => {
  test('a record is an Event with its outer bounds', () => {
    const json = recordJsonLd(record('kamalov-killed'), realIndex, addresses);
    expect(json).toMatchObject({
      '@type': 'Event',
      name: 'Kamalov killed in Kara-Suu town',
      startDate: '2006-08-07',
      endDate: '2006-08-07',
      ...addresses,
    });
  });

  test('what is not stated or still open is left out', () => {
    const undated = recordJsonLd(record('imt-rumours'), realIndex, addresses);
    expect(Object.keys(undated)).not.toContain('startDate');
    expect(Object.keys(undated)).not.toContain('location');
    const open = recordJsonLd(record('waziristan-refuge'), realIndex, addresses);
    expect(open).toHaveProperty('startDate');
    expect(open).not.toHaveProperty('endDate');
  });

  test('a place is a Place, no nearer than it is known', () => {
    const json = placeJsonLd(place('osh'), addresses);
    expect(json).toMatchObject({ '@type': 'Place', name: 'Osh', geo: { geoRadius: 3000 } });
  });

  test('cannot end its element, and reads back the same', () => {
    const nasty = { name: '</script><script>alert("&amp;")</script>\u2028' };
    const text = scriptText(nasty);
    expect(text).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(text)).toEqual(nasty);
  });
});

describe('page data', () => {
  test('every dated record is certain in its own window, unless open bounds forbid it', () => {
    for (const one of records) {
      const activity = ownActivity(one, realAtlas);
      expect(['certain', 'undated'], one.id).toContain(activity);
      expect(activity === 'undated', one.id).toBe(one.spans.length === 0);
    }
  });

  test('the link opens the record in that window', () => {
    for (const one of records) {
      const { live } = recordPage(one, realIndex);
      expect(parseLink(live)).toEqual({ sel: one.id, date: ownWindow(one, realAtlas) });
    }
    expect(parseLink(placePage(place('osh'), realIndex).live).sel).toBe('osh');
  });

  test('the neighbours make one row through all records', () => {
    const inTime = ({ neighbours }: RecordPage) =>
      neighbours.find(({ along }) => along === 'in time');
    let page = recordPage(found(records[0], 'first'), realIndex);
    expect(inTime(page)?.before).toBeUndefined();
    const seen = [page.id];
    for (let after = inTime(page)?.after; after; after = inTime(page)?.after) {
      const next = recordPage(record(after.id), realIndex);
      expect(inTime(next)?.before?.id).toBe(page.id);
      seen.push(next.id);
      page = next;
    }
    expect(seen).toEqual(records.map(({ id }) => id));
  });

  test('no shapes travel with a page', () => {
    const page = JSON.stringify(placePage(place('batken-region'), realIndex));
    expect(page).not.toContain('coordinates');
    expect(page.length).toBeLessThan(6000);
  });

  test('the glossary rests on passages that there are', () => {
    const passages = new Set(
      realAtlas.sources.flatMap((source) =>
        source.passages.map((one) => passageId({ id: source.id, ...one })),
      ),
    );
    for (const { term, source } of glossary) expect(passages, term).toContain(passageId(source));
  });
});
