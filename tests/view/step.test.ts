import { describe, expect, it } from 'vitest';
import type { Chapter } from '../../src/lib/core/model';
import { Explorer } from '../../src/lib/view/explorer.svelte';
import { formatLink, parseLink } from '../../src/lib/view/link';
import { fitted, stepOf, usualRoom } from '../../src/lib/view/step';
import { anAtlas, aPlace, aRecord, during, span } from '../core/records';
import { realAtlas } from '../real-atlas';

const chapter = (id: string, view?: string): Chapter => ({
  id,
  title: id,
  text: '',
  span: during(1994, 1996),
  sources: [],
  ...(view !== undefined && { view }),
});

const atlas = anAtlas({
  chapters: [
    chapter('first', 'map=6/40/70&date=1995&sel=may&kinds=event'),
    chapter('second'),
    chapter('third', 'date=1996&play=1'),
  ],
  places: [aPlace({ id: 'osh' })],
  records: [
    aRecord({ id: 'may', spans: [span('1995-05-01')] }),
    aRecord({ id: 'june', spans: [span('1996-06-01')], actors: ['chief'] }),
  ],
  actors: [{ id: 'chief', kind: 'person', name: 'The chief', variants: [], role: '' }],
});

const link = (it: Explorer) => formatLink(it.view);

describe('a step', () => {
  it('shows what its view says, or else the years of the chapter', () => {
    const it = new Explorer(atlas);
    it.read('first');
    expect(it.camera).toMatchObject({ zoom: 6, lat: 40, lon: 70 });
    expect(it.flight).toBe(it.camera);
    expect(it.selectedId).toBe('may');
    expect(it.filter.groups).toEqual(['event']);
    it.read('second');
    expect(formatLink({ date: it.window })).toBe('#date=1994/1996');
    expect(it.selectedId).toBeUndefined();
    expect(stepOf(atlas.chapters, 'third', usualRoom)?.plays).toBe(true);
    expect(stepOf(atlas.chapters, 'nowhere', usualRoom)).toBeUndefined();
  });

  it('marks what it selects; the reader opens it', () => {
    const it = new Explorer(atlas);
    it.read('first');
    expect([it.selectedId, it.detailed]).toEqual(['may', undefined]);
    it.select('may');
    expect(it.detailed).toBe('may');
  });

  it('is a short link while nothing is changed, and then says what is', () => {
    const it = new Explorer(atlas);
    it.read('first');
    expect(link(it)).toBe('#chapter=first');
    it.setWindow({ kind: 'year', year: 1996 });
    expect(it.hasStrayed).toBe(true);
    expect(link(it)).toBe('#map=6/40/70&date=1996&sel=may&kinds=event&chapter=first');
    it.read('first');
    it.camera = { zoom: 7, lat: 40, lon: 70, bearing: 0, pitch: 0 };
    expect(link(it)).toContain('map=7/40/70&date=1995');
    it.camera = undefined;
    expect(link(it)).toBe('#chapter=first');
  });

  it('opens again from either link', () => {
    const it = new Explorer(atlas);
    it.open(parseLink('#chapter=first'));
    expect([it.chapter?.id, it.selectedId, it.detailed]).toEqual(['first', 'may', undefined]);
    it.open(parseLink('#date=1996&sel=june&chapter=first'));
    expect([it.chapter?.id, it.detailed, it.hasStrayed]).toEqual(['first', 'june', true]);
    expect(it.camera).toBeUndefined();
    it.open(parseLink('#chapter=gone&date=1996'));
    expect([it.chapter, link(it)]).toEqual([undefined, '#date=1996']);
  });

  it('keeps the view when the story is left', () => {
    const it = new Explorer(atlas);
    it.read('first');
    it.read(undefined);
    expect(it.chapter).toBeUndefined();
    expect([it.selectedId, it.detailed]).toEqual(['may', undefined]);
    expect(link(it)).toBe('#map=6/40/70&date=1995&sel=may&kinds=event');
  });

  it('shows on a small map as much as on the usual one', () => {
    const camera = { zoom: 6, lat: 40, lon: 70, bearing: 0, pitch: 0 };
    expect(fitted(camera, usualRoom)).toEqual(camera);
    expect(fitted(camera, { width: 5000, height: 4000 }).zoom).toBe(6);
    expect(fitted(camera, { width: usualRoom.width / 2, height: 690 }).zoom).toBe(5);
    expect(fitted({ ...camera, zoom: 0.5 }, { width: 10, height: 10 }).zoom).toBe(0);
    // Above a sheet, which covers as much again: at zoom 6, 345 pixels are 2.9 degrees at 40 north.
    const above = fitted(camera, { ...usualRoom, below: 690 });
    expect(above).toMatchObject({ zoom: 6, lon: camera.lon });
    expect(camera.lat - above.lat).toBeCloseTo((345 * 360 * Math.cos(0.68)) / (512 * 64), 0);
    expect(fitted(camera, { width: 0, height: 0 }).zoom).toBe(6);
  });

  it('of an actor who is pointed at marks the records in the window', () => {
    const it = new Explorer(atlas);
    it.setWindow({ kind: 'year', year: 1996 });
    it.hoveredId = 'chief';
    expect(it.hoveredIds).toEqual(['june']);
    it.hoveredId = 'osh';
    expect(it.hoveredIds).toEqual(['osh']);
    it.hoveredId = undefined;
    expect(it.hoveredIds).toEqual([]);
  });
});

it('every chapter of the atlas selects something that its time holds', () => {
  for (const { id } of realAtlas.chapters) {
    const it = new Explorer(realAtlas);
    it.read(id);
    expect(
      it.present.map(({ record }) => record.id),
      id,
    ).toContain(it.selectedId);
    expect(link(it)).toBe(`#chapter=${id}`);
  }
});
