/** The places of a reader's file: what happens at one place is shown at one place. */
import type { Position } from 'geojson';
import type { Place, SourceRef } from '../../core/model';
import { positionText } from './coordinates';
import type { Entry } from './entry';
import { Ids } from './ids';
import { areaGeometry, areaRadius, labelPoint, type Shape } from './shape';

export class FilePlaces {
  readonly all: Place[] = [];
  readonly #ids = new Ids('place:');
  /** By name and position. */
  readonly #known = new Map<string, Place>();

  /** The places of an entry: a point for each of its points, and one for all its areas. */
  of(entry: Entry, shape: Shape, sources: readonly SourceRef[]): Place[] {
    const areas = areaGeometry(shape.areas);
    const places = shape.points.map((point, k) => {
      const place = entry.own ? entry.own.places[k] || undefined : entry.place;
      return this.at({ ...entry, place }, point, sources);
    });
    if (areas) {
      const name = entry.own ? entry.own.places[0] || undefined : entry.place;
      places.unshift(
        this.#add({
          title: name ?? entry.title,
          geometry: areas,
          point: labelPoint(shape.areas),
          precision: entry.own?.precision ?? 'region',
          radiusKm: entry.own?.radiusKm ?? areaRadius(shape.areas),
          names: entry.names ?? [],
          sources,
          unlabelled: name === undefined || (entry.own !== undefined && name === entry.title),
        }),
      );
    }
    return [...new Set(places)];
  }

  /** The place of an entry's name at a point: the one that is known, or a new one. */
  at(entry: Entry, point: Position, sources: readonly SourceRef[]): Place {
    // What has other names is a place itself, as the entries of a gazetteer are.
    const name = entry.place ?? (entry.names?.length ? entry.title : undefined);
    const key = JSON.stringify([name ?? '', point]);
    const known = this.#known.get(key);
    if (known) return known;
    const place = this.#add({
      title: name ?? positionText(point),
      geometry: { type: 'Point', coordinates: point },
      point,
      precision: entry.own?.precision ?? 'exact',
      radiusKm: entry.own?.radiusKm ?? 0,
      names: entry.place === undefined ? (entry.names ?? []) : [],
      sources,
      // A sign's own label is the title; a place that has the same name would repeat it.
      unlabelled: name === undefined || name === entry.title,
    });
    this.#known.set(key, place);
    return place;
  }

  #add(parts: Omit<Place, 'id' | 'summary'>): Place {
    const place = { id: this.#ids.of(parts.title).id, summary: '', ...parts };
    this.all.push(place);
    return place;
  }
}
