import { area, booleanPointInPolygon, distance } from '@turf/turf';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { areaFeatures } from '../../src/lib/map/areas';
import { aPlace } from '../core/records';
import { realAtlas } from '../real-atlas';

const { features } = areaFeatures(realAtlas.places);
const byId = new Map(features.map((feature) => [feature.properties.id, feature]));

describe('areas of the atlas', () => {
  it('are one for every place', () => {
    expect(features.map(({ properties }) => properties.id).sort()).toEqual(
      realAtlas.places.map(({ id }) => id).sort(),
    );
  });

  it('have closed rings of at least four positions, on the globe', () => {
    for (const { geometry, properties } of features) {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      for (const ring of polygons.flat()) {
        expect(ring.length, properties.id).toBeGreaterThanOrEqual(4);
        expect(ring.at(-1), properties.id).toEqual(ring[0]);
        for (const [lon = NaN, lat = NaN] of ring) {
          expect(Math.abs(lon) <= 180 && Math.abs(lat) <= 90, properties.id).toBe(true);
        }
      }
    }
  });

  it('hold the point of their place', () => {
    for (const { id, point } of realAtlas.places) {
      const feature = byId.get(id);
      expect(feature && booleanPointInPolygon([...point], feature), id).toBe(true);
    }
  });

  it('are the polygon of the place, or the circle about it', () => {
    for (const { id, point, geometry, radiusKm } of realAtlas.places) {
      const drawn = byId.get(id)?.geometry;
      if (geometry.type !== 'Point') {
        expect(drawn, id).toBe(geometry);
        continue;
      }
      const [ring = []] = (drawn as Polygon).coordinates;
      for (const position of ring) {
        expect(distance([...point], position), id).toBeCloseTo(radiusKm, 3);
      }
    }
  });

  it('lie with the small ones on top', () => {
    const radii = features.map(
      ({ properties }) => realAtlas.places.find(({ id }) => id === properties.id)?.radiusKm ?? NaN,
    );
    expect(radii).toEqual([...radii].sort((a, b) => b - a));
    const ids = features.map(({ properties }) => properties.id);
    expect(ids.indexOf('namangan')).toBeGreaterThan(ids.indexOf('fergana-valley'));
    expect(ids.indexOf('fergana-valley')).toBeGreaterThan(ids.indexOf('uzbekistan'));
  });
});

describe('areaFeatures', () => {
  it('has no area of an exact point', () => {
    expect(areaFeatures([aPlace({ radiusKm: 0 })]).features).toEqual([]);
  });

  it('makes a circle of the right size', () => {
    const [feature] = areaFeatures([aPlace({ radiusKm: 20 })]).features;
    const square = feature ? area(feature) / 1e6 : NaN;
    expect(square / (Math.PI * 20 ** 2)).toBeCloseTo(1, 2);
  });

  it('leaves the places as they were', () => {
    const places = [aPlace({ id: 'small', radiusKm: 1 }), aPlace({ id: 'large', radiusKm: 9 })];
    areaFeatures(places);
    expect(places.map(({ id }) => id)).toEqual(['small', 'large']);
  });
});
