import { describe, expect, it } from 'vitest';
import { rewritten } from '../../geodata/rewrite';
import { readAtlas, type AtlasFile } from '../../src/lib/io/atlas';
import { messages, patched, smallFiles } from '../io/small-atlas';

/** The files with those that were rewritten in place of the old. */
function after(files: readonly AtlasFile[]): AtlasFile[] {
  const texts = new Map(rewritten(files).map(({ name, text }) => [name, text]));
  return files.map(({ name, text }) => ({ name, text: texts.get(name) ?? text }));
}

describe('rewritten', () => {
  it('leaves an atlas that is up to date as it is', () => {
    expect(after(smallFiles())).toEqual(smallFiles());
  });

  it('mends all derived fields, and nothing else', () => {
    const stale = patched({
      'events.geojson features.0.properties.start': undefined,
      'events.geojson features.0.properties.end': '1066',
      'events.geojson features.0.properties.when_text': 7,
      'events.geojson features.0.geometry': undefined,
      'events.geojson features.1.geometry': { type: 'Point', coordinates: [1, 2] },
      'bases.geojson features.0.geometry': null,
      'movements.geojson features.1.geometry': { type: 'Point', coordinates: [1, 2] },
    });
    expect(readAtlas(stale).problems).toHaveLength(7);
    expect(after(stale)).toEqual(smallFiles());
  });

  it('follows a place that has moved', () => {
    const moved = patched({
      'places.geojson features.0.geometry.coordinates': [71.51, 40.5],
      'movements.geojson features.0.geometry.coordinates.2': [71.51, 40.5],
    });
    expect(messages(readAtlas(after(moved)))).toEqual([]);
  });

  it('does not draw lines', () => {
    const files = patched({ 'movements.geojson features.0.geometry': null });
    expect(messages(readAtlas(after(files)))).toEqual([
      'movements.geojson, record raid, geometry: found null, expected a LineString from valley to town',
    ]);
  });

  it('leaves a record alone that cannot be read', () => {
    const files = patched({
      'events.geojson features.0.properties.event': 'brawl',
      'events.geojson features.0.properties.start': 'then',
    });
    const events = after(files).find(({ name }) => name === 'events.geojson');
    expect(events?.text).toContain('"start": "then"');
  });

  it('writes nothing where the atlas cannot be read', () => {
    expect(rewritten(patched({ 'atlas.json title': undefined }))).toEqual([]);
  });
});
