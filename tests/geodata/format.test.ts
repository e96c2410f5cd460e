import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFeatures } from '../../geodata/format';

const collection = {
  type: 'FeatureCollection',
  features: [
    {
      properties: {
        when_text: '1999',
        'marker-color': '#f00',
        title: 'A',
        id: 'a',
        sources: [{ id: 's', section: 'one' }],
        claims: Array.from({ length: 2 }, () => ({ about: 'x'.repeat(40), by: 'y'.repeat(40) })),
      },
      geometry: { type: 'LineString', coordinates: Array.from({ length: 30 }, () => [70.5, 40]) },
      when: { timespans: [] },
      id: 'a',
      type: 'Feature',
    },
    { type: 'Feature', id: 'b', properties: {}, geometry: null },
  ],
};

describe('formatFeatures', () => {
  it('writes members in order, a property per line and a geometry on one', () => {
    expect(formatFeatures(collection)).toBe(`{
  "type": "FeatureCollection",
  "features": [
    {
      "type": "Feature",
      "id": "a",
      "geometry": { "type": "LineString", "coordinates": [${'[70.5,40],'.repeat(29)}[70.5,40]] },
      "when": { "timespans": [] },
      "properties": {
        "id": "a",
        "title": "A",
        "claims": [
          {
            "about": "${'x'.repeat(40)}",
            "by": "${'y'.repeat(40)}"
          },
          {
            "about": "${'x'.repeat(40)}",
            "by": "${'y'.repeat(40)}"
          }
        ],
        "sources": [{ "id": "s", "section": "one" }],
        "when_text": "1999",
        "marker-color": "#f00"
      }
    },
    {
      "type": "Feature",
      "id": "b",
      "geometry": null,
      "properties": {}
    }
  ]
}
`);
  });

  it('says the same as before, and the same again', () => {
    const feature = fc.oneof(
      fc.jsonValue(),
      fc.record({ id: fc.string(), properties: fc.jsonValue(), geometry: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(fc.array(feature), (features) => {
        const text = formatFeatures({ features });
        const value = JSON.parse(text) as { features: unknown[] };
        // JSON has no -0.
        expect(value).toEqual(JSON.parse(JSON.stringify({ features })));
        expect(formatFeatures(value)).toBe(text);
      }),
    );
  });
});
