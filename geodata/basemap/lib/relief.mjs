// Tinted shaded relief: a quiet sheet of paper with mountains on it, one picture for each theme.
import sharp from 'sharp';
import {
  frameOf,
  blur,
  readHeights,
  readTexture,
  sharpened,
  smoothed,
  smoothstep,
} from './elevation.mjs';

const EARTH = 6378137;
/** Light from the north-west, as on printed maps, softened by three more lamps. */
const LAMPS = [
  { azimuth: 315, share: 0.55 },
  { azimuth: 350, share: 0.2 },
  { azimuth: 280, share: 0.2 },
  { azimuth: 225, share: 0.05 },
];
const LAMP_HEIGHT = 45;

const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** Brightness from -1 (away from the light) to 1 (facing it), 0 on level ground. */
function shade(heights, frame, exaggeration) {
  const { width, height } = frame;
  const level = Math.sin((LAMP_HEIGHT * Math.PI) / 180);
  const lamps = LAMPS.map(({ azimuth, share }) => {
    const angle = (azimuth * Math.PI) / 180;
    const flat = Math.cos((LAMP_HEIGHT * Math.PI) / 180);
    return { x: Math.sin(angle) * flat, y: Math.cos(angle) * flat, z: level, share };
  });
  const out = new Float32Array(width * height);
  const degree = ((frame.east - frame.west) / width) * (Math.PI / 180);
  for (let row = 0; row < height; row++) {
    const metres = degree * EARTH * Math.cos((frame.latitudeOf(row) * Math.PI) / 180);
    const up = Math.max(0, row - 1) * width;
    const down = Math.min(height - 1, row + 1) * width;
    for (let column = 0; column < width; column++) {
      const left = Math.max(0, column - 1);
      const right = Math.min(width - 1, column + 1);
      const dx = (heights[row * width + right] - heights[row * width + left]) / (2 * metres);
      const dy = (heights[up + column] - heights[down + column]) / (2 * metres);
      const nx = -dx * exaggeration;
      const ny = -dy * exaggeration;
      const length = Math.hypot(nx, ny, 1);
      let sum = 0;
      for (const lamp of lamps) {
        sum += lamp.share * Math.max(0, (nx * lamp.x + ny * lamp.y + lamp.z) / length);
      }
      out[row * width + column] = sum < level ? sum / level - 1 : (sum - level) / (1 - level);
    }
  }
  return out;
}

/** How much lighter than the lowland the ground is at a height. */
function tintAt(steps, height) {
  const next = steps.findIndex(([from]) => from > height);
  if (next === 0) return steps[0][1];
  if (next < 0) return steps.at(-1)[1];
  const [[low, a], [high, b]] = [steps[next - 1], steps[next]];
  return a + ((b - a) * (height - low)) / (high - low);
}

/** 1 on land a little way from the coast, 0 at sea: the picture must not spill over the water. */
async function landMask(countries, frame) {
  const path = countries
    .flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
    )
    .flat()
    .map((ring) => {
      const points = ring.map((point) => frame.pixelOf([point[0], Math.max(-80, point[1])]));
      return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
    })
    .join('');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${frame.width}" height="${frame.height}">` +
    `<rect width="100%" height="100%" fill="#000"/>` +
    `<path fill="#fff" stroke="#fff" stroke-width="0.5" d="${path}"/></svg>`;
  const { data } = await sharp(Buffer.from(svg), { unlimited: true })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return blur(
    Float32Array.from(data, (value) => value / 255),
    frame,
    1,
  ).map((value) => smoothstep(0.55, 1, value));
}

/** 0 at the picture's edges, 1 further in, so that it fades into the plain land colour. */
function fadeAt(frame, row, column, feather) {
  const perDegree = frame.width / (frame.east - frame.west);
  const edge = Math.min(column, frame.width - 1 - column, row, frame.height - 1 - row) / perDegree;
  return smoothstep(0, feather, edge);
}

export async function buildRelief(picture, tiles, countries, options) {
  const frame = frameOf(options.box, options.width);
  const coarse = await readHeights(picture, frame, options.metresPerLevel);
  // The blur takes the edges of JPEG's blocks off the fine picture.
  const texture = blur(await readTexture(tiles, frame), frame, 1);
  const heights = smoothed(sharpened(coarse, texture, frame, options.sharpening), frame);
  const ground = blur(heights, frame, 8);
  const light = shade(heights, frame, options.exaggeration);
  const mask = await landMask(countries, frame);

  const pictures = {};
  for (const [name, theme] of Object.entries(options.themes)) {
    const lowland = rgb(theme.ground);
    const pixels = Buffer.alloc(frame.width * frame.height * 4);
    for (let row = 0; row < frame.height; row++) {
      for (let column = 0; column < frame.width; column++) {
        const i = row * frame.width + column;
        const value = light[i];
        // Height and light change all three channels alike: a change of hue from pixel to pixel would
        // come out of the picture's compression as pink and green blots.
        const change =
          tintAt(theme.tint, ground[i]) + value * (value < 0 ? theme.shadow : theme.light);
        for (let channel = 0; channel < 3; channel++) {
          const sum = Math.round(lowland[channel] + change);
          pixels[i * 4 + channel] = Math.min(255, Math.max(0, sum));
        }
        pixels[i * 4 + 3] = Math.round(255 * mask[i] * fadeAt(frame, row, column, options.feather));
      }
    }
    pictures[name] = await sharp(pixels, {
      raw: { width: frame.width, height: frame.height, channels: 4 },
    })
      .webp({ quality: theme.quality, alphaQuality: 100, effort: 6, smartSubsample: true })
      .toBuffer();
  }
  return pictures;
}
