/** What the story is drawn on: a map whose style is loaded, and the layers that we draw ourselves. */
import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap, PointLike } from 'maplibre-gl';
import { noArea } from './areas';
import { FeatureStates, withMarks } from './feature-states';
import type { Story } from './features';
import { icons } from './icon';
import { noLine } from './lines';
import { MovingLayer } from './moving-layer';
import type { StoryPalette } from './palette';
import { pick, type Hit } from './picking';
import { noPlace } from './places';
import { RestingLabels } from './resting-labels';
import { signBox } from './sign';
import { SignLayer } from './sign-layer';
import type { GrowingLine, PlacedSign } from './signs';
import { storySourceIds } from './story-sources';
import { roomOfSign } from './symbol-style';

/** The ids of what is marked. */
export interface Marked {
  readonly selected: readonly string[];
  readonly hovered: readonly string[];
}

export class Surface {
  readonly map: MapLibreMap;
  readonly #signs: SignLayer;
  readonly #moving: MovingLayer;
  readonly #labels: RestingLabels;
  #gaps = '';
  readonly #lines;
  readonly #areas;
  readonly #places;

  /** Adds what a style cannot hold; after the WebGL context was lost, a new surface does it again. */
  constructor(map: MapLibreMap, colours: StoryPalette) {
    this.map = map;
    if (!map.hasImage(roomOfSign)) map.addImage(roomOfSign, new ImageData(signBox, signBox));
    this.#signs = new SignLayer(icons(colours, Math.min(3, Math.ceil(devicePixelRatio))));
    this.#moving = new MovingLayer(colours);
    for (const layer of [this.#moving, this.#signs]) map.addLayer(layer, layer.before);
    // Not told to the map: its own method also works out anew which tiles each source shows, more than
    // all else that a step in time adds to a repaint. It is the signs that ask for the repaint.
    const { style } = map;
    this.#labels = new RestingLabels(style, (labels) => this.#setData('labels', labels));
    this.#lines = new FeatureStates(style, storySourceIds.lines, noLine);
    this.#areas = new FeatureStates(style, storySourceIds.areas, noArea);
    this.#places = new FeatureStates(style, storySourceIds.places, noPlace);
  }

  #setData(source: keyof typeof storySourceIds, data: FeatureCollection): void {
    void this.map.getSource<GeoJSONSource>(storySourceIds[source])?.setData(data);
  }

  /** Shows the signs of a window, at once or as `SignFade` does; calls back once they are drawn. */
  showSigns(signs: readonly PlacedSign[], fades: boolean, whenDrawn: () => void): void {
    this.#signs.show(signs, fades, whenDrawn);
  }

  /** Shows everything else of a window, and what is marked in it; `passing` as in `RestingLabels`. */
  showRest(
    { lines, areas, places, labels }: Story,
    { selected, hovered }: Marked,
    passing: boolean,
  ): void {
    this.#signs.mark(selected, hovered);
    this.#lines.show(withMarks(lines, noLine, selected, hovered));
    this.#areas.show(withMarks(areas, noArea, selected, hovered));
    this.#places.show(withMarks(places, noPlace, selected, hovered));
    this.#labels.show(labels, selected, hovered, passing);
  }

  /** Shows what moves in a replay, as it stands now. */
  move({ lines, heads }: { lines: readonly GrowingLine[]; heads: readonly PlacedSign[] }): void {
    this.#moving.move(lines);
    this.#signs.move(heads);
  }

  /** Shows the gaps in a path that is followed. */
  showGaps(gaps: FeatureCollection): void {
    const text = gaps.features.length ? JSON.stringify(gaps) : '';
    if (text === this.#gaps) return;
    this.#gaps = text;
    this.#setData('gaps', gaps);
  }

  /** The record or place at a point of the map, as the story shows it. */
  idAt({ x, y }: { x: number; y: number }, story: Story): string | undefined {
    const sign = this.#signs.at({ x, y });
    if (sign !== undefined) return sign;
    const around = 4;
    const box: [PointLike, PointLike] = [
      [x - around, y - around],
      [x + around, y + around],
    ];
    const find = (place: PointLike | [PointLike, PointLike], layers: string[]): Hit[] =>
      this.map.queryRenderedFeatures(place, { layers }).map(({ layer, properties }) => ({
        layer: layer.id,
        id: String(properties.id),
        key: String(properties.key),
      }));
    return pick(
      (layers) => find(box, layers),
      (layers) => find([x, y], layers),
      story,
    );
  }
}
