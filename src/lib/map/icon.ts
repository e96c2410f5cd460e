/** Signs as pictures for the map: the paths of `sign.ts`, drawn on a canvas. */
import type { StoryPalette } from './palette';
import { groups } from '../core/group';
import { signBox, signName, signStrokes, type Stroke } from './sign';
import { standings } from '../core/model';

/** The picture of a halo. */
export const haloName = 'halo';

export interface Icon {
  readonly name: string;
  readonly image: ImageData;
}

function draw(strokes: readonly Stroke[], pixelRatio: number): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = signBox * pixelRatio;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas: the signs of the map cannot be drawn');
  context.scale(pixelRatio, pixelRatio);
  context.lineCap = 'butt';
  context.lineJoin = 'round';
  for (const { path, fill, stroke, width, dash } of strokes) {
    const shape = new Path2D(path);
    if (fill) {
      context.fillStyle = fill;
      context.fill(shape);
    }
    if (stroke) {
      context.strokeStyle = stroke;
      context.lineWidth = width ?? 1;
      context.setLineDash([...(dash ?? [])]);
      context.stroke(shape);
    }
  }
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Every sign of the map, and the halo of what is selected, with that many pixels to a CSS pixel. */
export function icons(colours: StoryPalette, pixelRatio: number): Icon[] {
  const signs = groups.flatMap((group) =>
    (['certain', 'possible'] as const).flatMap((certainty) =>
      standings.flatMap((standing) =>
        [false, true].map((disputed) => ({ group, certainty, standing, disputed })),
      ),
    ),
  );
  const halo: Stroke = {
    path: 'M2 16a14 14 0 1 0 28 0a14 14 0 1 0 -28 0Z',
    fill: colours.halo,
    stroke: colours.selected,
    width: 2.2,
  };
  return [
    ...signs.map((sign) => ({
      name: signName(sign),
      image: draw(signStrokes(sign, colours), pixelRatio),
    })),
    { name: haloName, image: draw([halo], pixelRatio) },
  ];
}
