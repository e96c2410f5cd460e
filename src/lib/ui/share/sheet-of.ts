/** What is said around a picture of the view that the explorer shows. */
import { isFiltering } from '../../core/filter';
import { windowText } from '../../core/window';
import { capital } from '../../core/wording';
import { ATTRIBUTION } from '../../map/basemap';
import { legendOf } from '../../map/legend';
import type { MapPictures } from '../../map/pictures';
import type { Palette } from '../../map/palette';
import { drawSheet, type Sheet, type SheetMap } from '../../map/sheet';
import type { Explorer } from '../../view/explorer.svelte';
import { formatLink } from '../../view/link';
import { siteRoot } from './addresses';

/** A map on the page, and the explorer whose window it shows: two of them while dates are compared. */
export interface ShownMap {
  readonly explorer: Explorer;
  readonly pictures: MapPictures;
}

/** Whose data a picture is drawn from, in one line with those of the map. */
export function creditLine(data: string): string {
  const ground = ATTRIBUTION.map(({ text }) => text).join(' · ');
  return `Trackway · data of ${data} · map ${ground}`;
}

/** The same for what the explorer shows. */
export function creditOf({ atlas }: Explorer): string {
  return creditLine(`${atlas.version}, ${atlas.licence}`);
}

/** What a video leaves out while two dates are compared; undefined while one is shown. */
export function comparedNote({ window, compare }: Explorer): string | undefined {
  if (!compare) return undefined;
  return `Of the two dates compared it shows the first, ${windowText(window)}, and not ${windowText(compare)}.`;
}

/** Pictures of the maps as they stand, each with its date on it where there are two. */
export function picturesOf(maps: readonly ShownMap[], ratio: number): SheetMap[] {
  return maps.map(({ explorer, pictures }) => ({
    picture: pictures.take(ratio),
    ...(maps.length > 1 && { label: capital(windowText(explorer.window)) }),
  }));
}

/** The view of these maps as one picture, with all that it needs to stand alone. */
export function pictureOf(
  maps: readonly ShownMap[],
  base: string,
  palette: Palette,
  ratio: number,
): HTMLCanvasElement {
  const [first, ...others] = maps.map(({ explorer }) => explorer);
  if (!first) throw new Error('There is no map to draw.');
  return drawSheet(picturesOf(maps, ratio), sheetOf([first, ...others], base), palette);
}

/** The words and the legend for the view as it stands: the explorers are those of its maps. */
export function sheetOf(explorers: readonly [Explorer, ...Explorer[]], base: string): Sheet {
  const [explorer] = explorers;
  const { records, atlas, followed, selectedRecord, selectedPlace } = explorer;
  const open = selectedRecord ?? selectedPlace;
  const dates = explorers.map(({ window }) => windowText(window)).join(' and ');
  const counts = explorers.map(({ present }) => present.length);
  const count = `${counts.join(' and ')} ${counts.join() === '1' ? 'record' : 'records'}`;
  return {
    title: atlas.title,
    date: `${capital(dates)}${counts.length > 1 ? ', compared' : ''} · ${count}`,
    notes: [
      ...(followed ? [`Following ${followed.name}.`] : []),
      ...(open ? [`Marked: ${open.title}.`] : []),
      ...(isFiltering(explorer.filter)
        ? [`Filtered: ${records.length} of ${atlas.records.length} records pass.`]
        : []),
    ],
    legend: legendOf({
      present: explorers.flatMap(({ present }) => present),
      trail: explorer.trail,
      following: followed !== undefined,
    }),
    credit: creditOf(explorer),
    link: `${siteRoot(base)}${formatLink(explorer.view)}`,
  };
}
