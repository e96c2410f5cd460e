/** Pictures of a running map, for everything that leaves the page: image, print, video. */
import type { Map as MapLibreMap } from 'maplibre-gl';

/** What a map showed at one moment. */
export interface MapPicture {
  readonly canvas: HTMLCanvasElement;
  /** Its size on the page, in CSS pixels; the canvas has `ratio` times as many each way. */
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  /** Metres on the ground that a CSS pixel covers in the middle. */
  readonly metresPerPixel: number;
}

/** Takes pictures of one map. */
export interface MapPictures {
  /** Resolves once everything that the view asks for is drawn. */
  readonly settled: () => Promise<void>;
  /** The map as it stands, at once, with so many pixels to a CSS pixel. */
  readonly take: (ratio: number) => MapPicture;
  /** Calls back with the canvas each time it was drawn, while it can be read; returns how to stop. */
  readonly watch: (call: (canvas: HTMLCanvasElement) => void) => () => void;
}

/** The earth's circumference in metres, and the pixels across the world at zoom 0. */
const circumference = 40_075_016.686;
const worldPixels = 512;

/** Metres to a CSS pixel of a Web Mercator map at a latitude. */
export function metresPerPixel(latitude: number, zoom: number): number {
  return (circumference * Math.cos((latitude * Math.PI) / 180)) / (worldPixels * 2 ** zoom);
}

function copyOf(source: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas');
  copy.width = source.width;
  copy.height = source.height;
  const context = copy.getContext('2d');
  if (!context) throw new Error('no 2D canvas: pictures of the map cannot be made');
  context.drawImage(source, 0, 0);
  return copy;
}

/** Takes pictures of this map. */
export function picturesOf(map: MapLibreMap): MapPictures {
  return {
    settled: async () => {
      await new Promise<void>((resolve) => {
        void map.once('idle', () => resolve());
        map.triggerRepaint();
      });
    },
    take: (ratio) => {
      const own = map.getPixelRatio();
      if (own !== ratio) map.setPixelRatio(ratio);
      // WebGL empties its canvas once the page is composed: it has to be read in the task that draws.
      map.redraw();
      const canvas = copyOf(map.getCanvas());
      if (own !== ratio) {
        map.setPixelRatio(own);
        map.redraw();
      }
      const { clientWidth: width, clientHeight: height } = map.getContainer();
      const scale = metresPerPixel(map.getCenter().lat, map.getZoom());
      return { canvas, width, height, ratio, metresPerPixel: scale };
    },
    watch: (call) => {
      const drawn = (): void => call(map.getCanvas());
      map.on('render', drawn);
      map.triggerRepaint();
      return () => {
        map.off('render', drawn);
      };
    },
  };
}
