/**
 * A custom layer of the map: what it draws is worked out anew at each frame, so that a step in time
 * costs no more than a repaint. To add one, put it among the layers of `surface.ts`: a surface is
 * made anew after the map's WebGL context was lost.
 */
import type {
  CustomLayerInterface,
  CustomRenderMethodInput,
  Map as MapLibreMap,
} from 'maplibre-gl';
import type { MapView } from './projection';

export abstract class DrawnLayer implements CustomLayerInterface {
  abstract readonly id: string;
  /** The layer of the style under which it lies; on top of all if it is undefined. */
  abstract readonly before: string | undefined;
  readonly type = 'custom';
  protected map: MapLibreMap | undefined;
  #width = 0;
  #height = 0;

  /** Makes what the layer needs of a context. */
  protected abstract make(gl: WebGL2RenderingContext): void;
  protected abstract drop(gl: WebGL2RenderingContext): void;
  protected abstract draw(gl: WebGL2RenderingContext, view: MapView): void;

  /** Draws a frame soon. */
  protected repaint(): void {
    this.map?.triggerRepaint();
  }

  // Reading the size of an element at each frame would lay the page out at each frame.
  readonly #measure = (): void => {
    const container = this.map?.getContainer();
    this.#width = container?.clientWidth ?? 0;
    this.#height = container?.clientHeight ?? 0;
  };

  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.map = map;
    this.#measure();
    map.on('resize', this.#measure);
    this.make(gl);
  }

  onRemove(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    map.off('resize', this.#measure);
    this.map = undefined;
    this.drop(gl);
  }

  render(gl: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    if (!this.map) return;
    this.draw(gl, {
      matrix: defaultProjectionData.mainMatrix,
      width: this.#width,
      height: this.#height,
      zoom: this.map.getZoom(),
    });
  }
}
