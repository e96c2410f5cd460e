/** The panels of Share that need a map, with one that is a plain canvas. */
import { flushSync, mount, unmount } from 'svelte';
import { expect, onTestFinished, test, vi } from 'vitest';
import { formatWindow } from '../../src/lib/core/window';
import { palettes } from '../../src/lib/map/palette';
import type { MapPictures } from '../../src/lib/map/pictures';
import { turnLight } from '../../src/lib/map/turn-light';
import LinkPanel from '../../src/lib/ui/share/LinkPanel.svelte';
import PrintSheet from '../../src/lib/ui/PrintSheet.svelte';
import PicturePanel from '../../src/lib/ui/share/PicturePanel.svelte';
import { pictureOf } from '../../src/lib/ui/share/sheet-of';
import VideoPanel from '../../src/lib/ui/share/VideoPanel.svelte';
import { Comparison } from '../../src/lib/view/comparison.svelte';
import type { Explorer } from '../../src/lib/view/explorer.svelte';
import { parseLink } from '../../src/lib/view/link';
import { Playback } from '../../src/lib/view/playback.svelte';
import { Theme } from '../../src/lib/view/theme.svelte';
import { atlas, explorerAt, words } from './render';

function canvas(): HTMLCanvasElement {
  const made = document.createElement('canvas');
  made.width = 320;
  made.height = 240;
  return made;
}

const pictures: MapPictures = {
  take: (ratio) => ({ canvas: canvas(), width: 320, height: 240, ratio, metresPerPixel: 100 }),
  watch: () => () => undefined,
  settled: () => Promise.resolve(),
};

const palette = palettes.light;

function shown(put: (target: HTMLElement) => object): HTMLElement {
  const target = document.body.appendChild(document.createElement('div'));
  const component = put(target);
  onTestFinished(async () => {
    await unmount(component);
    target.remove();
  });
  flushSync();
  return target;
}

function showVideo(explorer: Explorer) {
  const playback = new Playback(explorer);
  const props = { explorer, playback, pictures, palette };
  return { playback, panel: shown((target) => mount(VideoPanel, { target, props })) };
}

function press(panel: HTMLElement, name: string): void {
  const button = [...panel.querySelectorAll('button')].find((one) => words(one) === name);
  if (!button) throw new Error(`no button ${name}`);
  button.click();
  flushSync();
}

const status = (panel: HTMLElement): string => {
  const said = panel.querySelector('[role="status"]');
  return said ? words(said) : '';
};

test('of two dates that are compared the picture has both, and the video says that it has one', async () => {
  const explorer = explorerAt('1999');
  explorer.open(parseLink('#date=1999&compare=2001'));
  const note = 'it shows the first, 1999, and not 2001';
  const { panel: video } = showVideo(explorer);
  expect(words(video)).toContain(note);
  const heights = [];
  for (const explorers of [[explorer], [explorer, explorerAt('2001')]]) {
    const maps = explorers.map((one) => ({ explorer: one, pictures }));
    const draw = (ratio: number) => pictureOf(maps, '', palette, ratio);
    const props = { draw, file: () => 'view.png' };
    const panel = shown((target) => mount(PicturePanel, { target, props }));
    await expect.poll(() => status(panel)).toMatch(/^640 by \d+ pixels$/);
    heights.push(Number(status(panel).split(' ')[2]));
  }
  // A map more, at two pixels each way; the words may need a line more, too.
  expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBeGreaterThan(2 * 240);
  explorer.setCompare(undefined);
  flushSync();
  expect(words(video)).not.toContain(note);
});

test('a picture in dark colours is turned for paper: light ground, dark words, the same hues', () => {
  const made = canvas();
  const context = made.getContext('2d');
  const at = (x: number): number[] => [...(context?.getImageData(x, 0, 1, 1).data ?? [])];
  ['#14171a', '#f3f0e9', '#f07f2e'].forEach((colour, k) => {
    if (!context) return;
    context.fillStyle = colour;
    context.fillRect(k * 10, 0, 10, 10);
  });
  turnLight(made);
  const [ground = 0] = at(5);
  const [label = 255] = at(15);
  expect(ground).toBeGreaterThan(225);
  expect(label).toBeLessThan(30);
  const [red = 0, green = 0, blue = 0] = at(25);
  expect(red).toBeGreaterThan(green);
  expect(green).toBeGreaterThan(blue);
});

test('the video of a range says how far it is, and cancelled leaves everything as it was', async () => {
  const explorer = explorerAt('2005/2006');
  const { playback, panel } = showVideo(explorer);
  playback.loop = true;
  press(panel, 'Record');
  const bar = panel.querySelector('progress');
  expect(bar?.position).toBeGreaterThanOrEqual(0);
  expect(bar?.position).toBeLessThan(0.5);
  await expect.poll(() => bar?.position ?? 0).toBeGreaterThan(0.1);
  press(panel, 'Cancel');
  await expect.poll(() => status(panel)).toBe('Cancelled: nothing was saved.');
  expect(formatWindow(explorer.window)).toBe('2005/2006');
  expect(explorer.scene).toBeUndefined();
  expect([playback.loop, playback.speed]).toEqual([true, 1]);
});

test('where the browser cannot record, it says so', () => {
  vi.stubGlobal('MediaRecorder', undefined);
  onTestFinished(() => void vi.unstubAllGlobals());
  const { panel } = showVideo(explorerAt('1999'));
  expect(words(panel)).toContain('This browser cannot record video');
  expect(panel.querySelector('button')).toBeNull();
});

test('a link out of a chapter leaves out what it is told to leave out', () => {
  const explorer = explorerAt('all');
  const chapter = atlas.chapters[1]?.id ?? '';
  explorer.read(chapter);
  const { view: seen, whole: parts } = explorer;
  const props = { seen, parts, id: atlas.id, base: '' };
  const panel = shown((target) => mount(LinkPanel, { target, props }));
  const link = (): string => panel.querySelector('input')?.value ?? '';
  const toggle = (name: string): void => {
    const label = [...panel.querySelectorAll('label')].find((one) => words(one) === name);
    label?.querySelector('input')?.click();
    flushSync();
  };
  expect(link()).toMatch(new RegExp(`/#chapter=${chapter}$`));
  toggle('this time');
  expect(link()).not.toMatch(/(date|chapter)=/);
  toggle('this map position');
  expect(link()).not.toMatch(/(map|date|chapter)=/);
  toggle('this time');
  expect(link()).toMatch(/#date=/);
});

test('a dark page is printed in light colours, and is dark again afterwards', async () => {
  const explorer = explorerAt('1999');
  const theme = new Theme();
  theme.show('dark');
  onTestFinished(() => theme.show('system'));
  const printed = vi.spyOn(window, 'print').mockImplementation(() => {
    window.dispatchEvent(new Event('beforeprint'));
    const sheet = document.querySelector('[aria-label="Printed page"]');
    told.push(theme.shown, sheet ? words(sheet).slice(0, 80) : '');
    window.dispatchEvent(new Event('afterprint'));
  });
  onTestFinished(() => printed.mockRestore());
  const told: string[] = [];
  const props = {
    ...{ explorer, comparison: new Comparison(explorer), base: '', theme, palette },
    maps: () => [{ explorer, pictures }],
  };
  shown((target) => mount(PrintSheet, { target, props }));
  const press = new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, cancelable: true });
  window.dispatchEvent(press);
  expect(press.defaultPrevented).toBe(true);
  await expect.poll(() => told).toEqual(['light', expect.stringContaining(`${atlas.title} 1999`)]);
  expect(theme.shown).toBe('dark');
});
