import { distance } from '@turf/turf';
import type { Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Place } from '../../src/lib/core/model';
import type { Basemap } from '../../src/lib/map/basemap';
import { withoutLabelsOf } from '../../src/lib/map/labels';
import { aPlace } from '../core/records';
import { realAtlas, realBasemap } from '../real-atlas';

let basemap: Basemap;
let left: Basemap;
beforeAll(async () => {
  basemap = await realBasemap();
  left = withoutLabelsOf(realAtlas.places, basemap);
});

const towns = ({ towns: { features } }: Basemap) =>
  features.map(({ properties }) => properties.name);
const labels = ({ labels: { features } }: Basemap) =>
  features.map(({ properties }) => properties.name);

describe('labels of the basemap under the atlas', () => {
  it.each([
    'Tashkent',
    'Namangan',
    'Dushanbe',
    'Osh',
    'Bishkek',
    'Taloqan',
    'Kabul',
    'Peshawar',
    'Wana',
    'Kara-Suu',
  ])('the town %s is taken out, since it is a place of the atlas', (name) => {
    expect(towns(basemap)).toContain(name);
    expect(towns(left)).not.toContain(name);
  });

  it.each(['Kunduz', 'Garm', 'Tavildara', 'Jirgatal', 'Fergana', 'Batken', 'Andijan', 'Khujand'])(
    'the town %s stays, since it is not',
    (name) => {
      expect(towns(basemap)).toContain(name);
      expect(towns(left)).toContain(name);
    },
  );

  it.each(['Uzbekistan', 'Tajikistan', 'Afghanistan', 'Federally Administered Tribal Areas'])(
    'the label %s is taken out',
    (name) => {
      expect(labels(basemap)).toContain(name);
      expect(labels(left)).not.toContain(name);
    },
  );

  it.each(['Turkmenistan', 'India', 'South Kazakhstan', 'North-West Frontier Province'])(
    'the label %s stays',
    (name) => {
      expect(labels(basemap)).toContain(name);
      expect(labels(left)).toContain(name);
    },
  );

  it('a town is only taken out for a settlement beside it', () => {
    const kept = new Set(left.towns.features);
    const settlements = realAtlas.places.filter(({ precision }) => precision === 'settlement');
    for (const town of basemap.towns.features.filter((feature) => !kept.has(feature))) {
      const near = settlements.filter(
        ({ point }) => distance([...point], town.geometry.coordinates) < 15,
      );
      expect(near.length, town.properties.name).toBeGreaterThan(0);
    }
  });

  it('no settlement of the atlas is named twice', () => {
    const settlements = realAtlas.places.filter(({ precision }) => precision === 'settlement');
    for (const { point, title } of settlements) {
      const twice = left.towns.features.filter(
        ({ geometry }) => distance([...point], geometry.coordinates) < 2,
      );
      expect(twice, title).toEqual([]);
    }
  });

  it('everything else of the basemap stays as it is', () => {
    for (const [key, part] of Object.entries(left)) {
      if (key !== 'towns' && key !== 'labels') expect(part).toBe(Reflect.get(basemap, key));
    }
    expect(Object.keys(left).sort()).toEqual(Object.keys(basemap).sort());
  });
});

describe('withoutLabelsOf', () => {
  function namesLeft(place: Partial<Place>, town: string, at: Position): string[] {
    const collection = {
      type: 'FeatureCollection' as const,
      features: [
        {
          type: 'Feature' as const,
          geometry: { type: 'Point' as const, coordinates: at },
          properties: { name: town, country: 'KG', size: 3, zoom: 6 },
        },
      ],
    };
    return towns(withoutLabelsOf([aPlace(place)], { ...basemap, towns: collection }));
  }

  it.each<[string, Partial<Place>, string, Position, boolean]>([
    ['the same name, here', { title: 'Osh' }, 'Osh', [70, 40], false],
    ['the same name in other letters', { title: 'OSH' }, 'Osh', [70, 40], false],
    ['a longer title, near', { title: 'Kara-Suu (town)' }, 'Kara-Suu', [70.05, 40], false],
    ['a longer title, far', { title: 'Kara-Suu (town)' }, 'Kara-Suu', [73, 40], true],
    ['another name, here', { title: 'Osh' }, 'Uzgen', [70, 40], true],
    ['a short word in common', { title: 'Kok Jar' }, 'Kok Tal', [70, 40], true],
  ])('%s', (_, place, town, at, stays) => {
    expect(namesLeft(place, town, at)).toEqual(stays ? [town] : []);
  });

  it('without places takes nothing out', () => {
    const same = withoutLabelsOf([], basemap);
    expect(same.towns.features).toEqual(basemap.towns.features);
    expect(same.labels.features).toEqual(basemap.labels.features);
  });
});
