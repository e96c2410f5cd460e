/** What is said around a picture of the view that the explorer shows. */
import { isFiltering } from '../../core/filter';
import { windowText } from '../../core/window';
import { ATTRIBUTION } from '../../map/basemap';
import { legendOf } from '../../map/legend';
import type { Sheet } from '../../map/sheet';
import type { Explorer } from '../../view/explorer.svelte';
import { formatLink } from '../../view/link';
import { siteRoot } from './addresses';

/** Whose data a picture is drawn from, in one line. */
export function creditOf({ atlas }: Explorer): string {
  const ground = ATTRIBUTION.map(({ text }) => text).join(' · ');
  return `Trackway · data of ${atlas.version}, ${atlas.licence} · map ${ground}`;
}

/** What a picture leaves out while two dates are compared; undefined while one is shown. */
export function comparedNote({ window, compare }: Explorer): string | undefined {
  if (!compare) return undefined;
  return `Of the two dates compared it shows the first, ${windowText(window)}, and not ${windowText(compare)}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The words and the legend for the view as it stands. */
export function sheetOf(explorer: Explorer, base: string): Sheet {
  const { present, records, atlas, followed, selectedRecord, selectedPlace } = explorer;
  const open = selectedRecord ?? selectedPlace;
  const count = `${present.length} ${present.length === 1 ? 'record' : 'records'}`;
  const hidden = isFiltering(explorer.filter)
    ? `Filtered: ${records.length} of ${atlas.records.length} records pass.`
    : undefined;
  const compared = comparedNote(explorer);
  return {
    title: atlas.title,
    date: `${capital(windowText(explorer.window))} · ${count}`,
    notes: [
      ...(followed ? [`Following ${followed.name}.`] : []),
      ...(open ? [`Marked: ${open.title}.`] : []),
      ...(hidden === undefined ? [] : [hidden]),
      ...(compared === undefined ? [] : [compared]),
    ],
    legend: legendOf({ present, trail: explorer.trail, following: followed !== undefined }),
    credit: creditOf(explorer),
    link: `${siteRoot(base)}${formatLink(explorer.view)}`,
  };
}
