/** Where a place of the earth is on the page, and what is painted there. */
import type { Page } from '@playwright/test';
import { parameter, parts } from './fixture';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

/** The camera in the address. */
export function cameraOf(page: Page): Camera {
  const [zoom = NaN, lat = NaN, lon = NaN] = (parameter(page, 'map') ?? '').split('/').map(Number);
  return { zoom, lat, lon };
}

/** Web Mercator, 0 to 1. */
function mercator(lon: number, lat: number): Point {
  const rad = (lat * Math.PI) / 180;
  return {
    x: (lon + 180) / 360,
    y: (1 - Math.log(Math.tan(Math.PI / 4 + rad / 2)) / Math.PI) / 2,
  };
}

/** Where a position is on the page, by the camera and the box of the map. */
export async function onPage(
  page: Page,
  [lon = 0, lat = 0]: readonly number[],
  camera = cameraOf(page),
): Promise<Point> {
  const box = await parts(page).map.boundingBox();
  if (!box) throw new Error('the map has no box');
  const size = 512 * 2 ** camera.zoom;
  const centre = mercator(camera.lon, camera.lat);
  const there = mercator(lon, lat);
  return {
    x: box.x + box.width / 2 + (there.x - centre.x) * size,
    y: box.y + box.height / 2 + (there.y - centre.y) * size,
  };
}

/** Whether the map itself is what a reader sees at a point: no panel, no edge over it. */
export function isClear(page: Page, point: Point): Promise<boolean> {
  return page.evaluate(
    ({ x, y }) =>
      document.elementFromPoint(x, y)?.closest('[aria-label="Map"]') instanceof HTMLElement,
    point,
  );
}

/** A picture of the map alone, decoded: RGBA, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

/** Decodes a PNG in a page of the browser. */
async function decode(page: Page, png: Buffer): Promise<Picture> {
  const { width, height, data } = await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d context');
    context.drawImage(bitmap, 0, 0);
    const pixels = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
    let out = '';
    for (let at = 0; at < pixels.length; at += 0x8000) {
      out += String.fromCharCode(...pixels.subarray(at, at + 0x8000));
    }
    return { width: bitmap.width, height: bitmap.height, data: btoa(out) };
  }, png.toString('base64'));
  return { width, height, data: Buffer.from(data, 'base64') };
}

/** What the middle of the map shows now: the part that legend and Details leave free. */
export async function picture(page: Page): Promise<Picture> {
  const box = await parts(page).canvas.boundingBox();
  if (!box) throw new Error('the map has no box');
  const clip = {
    x: Math.round(box.x + box.width * 0.27),
    y: Math.round(box.y + box.height * 0.15),
    width: Math.round(box.width * 0.34),
    height: Math.round(box.height * 0.75),
  };
  return decode(page, await page.screenshot({ clip }));
}

function at({ width, data }: Picture, x: number, y: number): [number, number, number] {
  const k = (y * width + x) * 4;
  return [data[k] ?? 0, data[k + 1] ?? 0, data[k + 2] ?? 0];
}

/** How many pixels are near a colour. */
export function countNear(shot: Picture, [r, g, b]: readonly number[], within = 24): number {
  let count = 0;
  for (let y = 0; y < shot.height; y += 1) {
    for (let x = 0; x < shot.width; x += 1) {
      const [red, green, blue] = at(shot, x, y);
      const off = Math.max(
        Math.abs(red - (r ?? 0)),
        Math.abs(green - (g ?? 0)),
        Math.abs(blue - (b ?? 0)),
      );
      if (off <= within) count += 1;
    }
  }
  return count;
}

/** How many different colours there are, in steps of 16 of each channel. */
export function colours(shot: Picture): number {
  const seen = new Set<number>();
  for (let y = 0; y < shot.height; y += 2) {
    for (let x = 0; x < shot.width; x += 2) {
      const [r, g, b] = at(shot, x, y);
      seen.add(((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4));
    }
  }
  return seen.size;
}

/** The mean brightness, 0 to 255. */
export function brightness(shot: Picture): number {
  let sum = 0;
  let count = 0;
  for (let y = 0; y < shot.height; y += 4) {
    for (let x = 0; x < shot.width; x += 4) {
      const [r, g, b] = at(shot, x, y);
      sum += (r + g + b) / 3;
      count += 1;
    }
  }
  return sum / count;
}

/** The mean difference of two pictures when the second is moved by some pixels. */
function difference(one: Picture, other: Picture, dx: number, dy: number): number {
  let sum = 0;
  let count = 0;
  for (let y = 8; y < one.height - 8; y += 3) {
    for (let x = 8; x < one.width - 8; x += 3) {
      const [r, g, b] = at(one, x, y);
      const [red, green, blue] = at(other, x + dx, y + dy);
      sum += Math.abs(r - red) + Math.abs(g - green) + Math.abs(b - blue);
      count += 3;
    }
  }
  return sum / count;
}

/** By how many pixels the second picture is moved against the first, and how much then differs. */
export function displacement(
  one: Picture,
  other: Picture,
  reach = 3,
): { dx: number; dy: number; rest: number } {
  let best = { dx: 0, dy: 0, rest: Infinity };
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      const rest = difference(one, other, dx, dy);
      if (rest < best.rest) best = { dx, dy, rest };
    }
  }
  return best;
}
