// Heights out of a grey picture of the world, resampled to Web Mercator.
//
// The picture is equirectangular, 5.27 arc-minutes a pixel, one byte a pixel in steps of 25 m. Shaded
// as it is, every step would show as a terrace; so plains are smoothed widely and mountains little.
import sharp from 'sharp';

const mercator = (lat) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
const latitude = (y) => ((2 * Math.atan(Math.exp(y)) - Math.PI / 2) * 180) / Math.PI;

/** The picture's raster: pixel size, and the latitude of each row in Mercator. */
export function frameOf([west, south, east, north], width) {
  const top = mercator(north);
  const span = ((east - west) * Math.PI) / 180;
  const height = Math.round((width * (top - mercator(south))) / span);
  return {
    west,
    east,
    width,
    height,
    latitudeOf: (row) => latitude(top - ((row + 0.5) / width) * span),
    pixelOf: ([lon, lat]) => [
      ((lon - west) / (east - west)) * width,
      ((top - mercator(lat)) / span) * width,
    ],
  };
}

/** The four weights of a cubic B-spline: it passes near the values, not through, and has no edges. */
function spline(t) {
  return [
    (1 - t) ** 3 / 6,
    (3 * t ** 3 - 6 * t ** 2 + 4) / 6,
    (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6,
    t ** 3 / 6,
  ];
}

/** A grey raster on the frame, by B-spline; `raster` says where it lies on the globe. */
function resample(raster, frame) {
  const { data, width, height, west, north, degrees } = raster;
  const at = (x, y) =>
    data[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))];
  const out = new Float32Array(frame.width * frame.height);
  for (let row = 0; row < frame.height; row++) {
    const y = (north - frame.latitudeOf(row)) / degrees - 0.5;
    const wy = spline(y - Math.floor(y));
    for (let column = 0; column < frame.width; column++) {
      const lon = frame.west + ((column + 0.5) / frame.width) * (frame.east - frame.west);
      const x = (lon - west) / degrees - 0.5;
      const wx = spline(x - Math.floor(x));
      let sum = 0;
      for (let j = 0; j < 4; j++) {
        for (let i = 0; i < 4; i++) {
          sum += wx[i] * wy[j] * at(Math.floor(x) - 1 + i, Math.floor(y) - 1 + j);
        }
      }
      out[row * frame.width + column] = sum;
    }
  }
  return out;
}

/** The coarse picture: true heights, in steps. */
export async function readHeights(picture, frame, metresPerLevel) {
  // The grey profile in the file is a print profile: the numbers are heights and must stay.
  const { data, info } = await sharp(picture, { ignoreIcc: true })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raster = {
    data,
    width: info.width,
    height: info.height,
    west: -180,
    north: 90,
    degrees: 360 / info.width,
  };
  return resample(raster, frame).map((level) => level * metresPerLevel);
}

/** Smooths the steps that JPEG leaves between its blocks of 8 pixels, along one direction. */
function deblock(tile, size, step, stride) {
  const LARGEST = 14;
  for (let line = 0; line < size; line++) {
    for (let edge = 8; edge + 1 < size; edge += 8) {
      const at = (offset) => line * stride + (edge + offset) * step;
      const jump = tile[at(0)] - tile[at(-1)];
      if (Math.abs(jump) > LARGEST) continue;
      for (const [offset, share] of [
        [-3, 0.12],
        [-2, 0.22],
        [-1, 0.36],
        [0, -0.36],
        [1, -0.22],
        [2, -0.12],
      ]) {
        if (edge + offset < size) tile[at(offset)] += jump * share;
      }
    }
  }
}

/** The fine picture, out of tiles of 22.5 degrees: sharper, but its greys are not heights. */
export async function readTexture(folder, frame) {
  const SPAN = 22.5;
  const SIZE = 675;
  const first = Math.floor((frame.west + 180) / SPAN);
  const last = Math.floor((frame.east + 180) / SPAN);
  const rows = [1, 2, 3];
  const width = (last - first + 1) * SIZE;
  const data = new Float32Array(width * rows.length * SIZE);
  const name = (number) => String(number).padStart(6, '0');
  for (const [j, row] of rows.entries()) {
    for (let column = first; column <= last; column++) {
      const grey = await sharp(`${folder}/${name(row)}/${name(row)}_${name(column)}.jpg`)
        .extractChannel(0)
        .raw()
        .toBuffer();
      const tile = Float32Array.from(grey);
      deblock(tile, SIZE, 1, SIZE);
      deblock(tile, SIZE, SIZE, 1);
      for (let y = 0; y < SIZE; y++) {
        data.set(
          tile.subarray(y * SIZE, (y + 1) * SIZE),
          (j * SIZE + y) * width + (column - first) * SIZE,
        );
      }
    }
  }
  const raster = {
    data,
    width,
    height: rows.length * SIZE,
    west: first * SPAN - 180,
    north: 90 - rows[0] * SPAN,
    degrees: SPAN / SIZE,
  };
  return resample(raster, frame);
}

/**
 * The coarse picture's heights with the fine picture's shapes. What a grey of the fine picture means
 * is learned from the coarse one; then only what is too small for the coarse one is added to it.
 */
export function sharpened(heights, texture, frame, radius) {
  const LEVELS = 256;
  const sums = new Float64Array(LEVELS);
  const counts = new Float64Array(LEVELS);
  const dull = blur(texture, frame, radius * 2);
  const plain = blur(heights, frame, radius * 2);
  for (let i = 0; i < dull.length; i++) {
    const level = Math.round(dull[i]);
    sums[level] += plain[i];
    counts[level] += 1;
  }
  // Heights must rise with the grey; a grey that hardly occurs takes its neighbour's height.
  const meaning = new Float32Array(LEVELS);
  for (let level = 1; level < LEVELS; level++) {
    const mean = counts[level] > 200 ? sums[level] / counts[level] : 0;
    meaning[level] = Math.max(meaning[level - 1], mean);
  }
  const fine = texture.map((value) => {
    const level = Math.min(LEVELS - 2, Math.floor(value));
    return meaning[level] + (meaning[level + 1] - meaning[level]) * (value - level);
  });
  const coarse = blur(fine, frame, radius);
  return heights.map((height, i) => height + fine[i] - coarse[i]);
}

/** Three box blurs each way, which come close to a Gaussian of the given radius. */
export function blur(values, { width, height }, radius) {
  let from = Float32Array.from(values);
  const pass = (count, length, step, stride) => {
    const to = new Float32Array(from.length);
    for (let line = 0; line < count; line++) {
      const start = line * stride;
      const value = (i) => from[start + Math.min(length - 1, Math.max(0, i)) * step];
      let sum = 0;
      for (let i = -radius; i <= radius; i++) sum += value(i);
      for (let i = 0; i < length; i++) {
        to[start + i * step] = sum / (2 * radius + 1);
        sum += value(i + radius + 1) - value(i - radius);
      }
    }
    from = to;
  };
  for (let i = 0; i < 3; i++) {
    pass(height, width, 1, width);
    pass(width, height, width, 1);
  }
  return from;
}

const smoothstep = (low, high, value) => {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
};

/** Flat country takes the wide blur, steep country keeps its ridges. */
export function smoothed(heights, frame) {
  const wide = blur(heights, frame, 9);
  const rough = heights.map((height, i) => Math.abs(height - wide[i]));
  const ruggedness = blur(rough, frame, 8);
  return heights.map((height, i) => {
    const share = smoothstep(25, 110, ruggedness[i]);
    return wide[i] + (height - wide[i]) * share;
  });
}

export { smoothstep };
