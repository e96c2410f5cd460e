/**
 * The explorer of a large file on a page of its own, for the file that its field is given:
 * `?until=0.5` gives up when half of it is read; `?kind=csv|geojson|walks&count=100000` makes one up.
 */
import '@fontsource-variable/source-sans-3/wght.css';
import '../../../../src/routes/app.css';
import { mount } from 'svelte';
import { openCrowd, type CrowdDataset } from '../../../../src/lib/io/crowd/open';
import { openTileset } from '../../../../src/lib/io/crowd/tileset';
import { isTilesetName } from '../../../../src/lib/io/crowd/tileset-name';
import CrowdView from '../../../../src/lib/ui/crowd/CrowdView.svelte';
import { fileOf, pointsCsv, pointsGeoJson, walksGeoJson } from '../synthetic';

declare global {
  interface Window {
    crowd?: {
      /** Milliseconds until the file was read and drawn, and the longest blocks of the page. */
      times?: { read: number; shown: number; whileReading: number; whileShowing: number };
      givenUp?: boolean;
      /** Waits until the worker has answered everything; milliseconds since the last key. */
      rested: () => Promise<number>;
      /** The longest block since it was called last, in milliseconds; 0 if none was over 50. */
      watch: () => number;
    };
  }
}

const query = new URLSearchParams(location.search);
const until = Number(query.get('until') ?? 2);

let blocked = 0;
const observer = new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) blocked = Math.max(blocked, duration);
});
observer.observe({ entryTypes: ['longtask'] });

let [asked, answered, pressed] = [0, 0, 0];
addEventListener('keydown', () => (pressed = performance.now()), { capture: true });

const frame = (): Promise<number> => new Promise(requestAnimationFrame);

const crowd: NonNullable<Window['crowd']> = {
  rested: async () => {
    for (let still = 0; still < 3;) {
      await frame();
      still = asked === 0 ? still + 1 : 0;
    }
    return answered - pressed;
  },
  watch: () => {
    for (const { duration } of observer.takeRecords()) blocked = Math.max(blocked, duration);
    const longest = blocked;
    blocked = 0;
    return longest;
  },
};
window.crowd = crowd;

/** A dataset that tells when its worker is busy. */
function watched(dataset: CrowdDataset): CrowdDataset {
  const ask: CrowdDataset['ask'] = async (name, argument) => {
    asked++;
    try {
      return await dataset.ask(name, argument);
    } finally {
      asked--;
      answered = performance.now();
    }
  };
  return { ...dataset, ask };
}

async function show(file: File): Promise<void> {
  const giveUp = new AbortController();
  crowd.watch();
  const started = performance.now();
  try {
    const open = isTilesetName(file.name) ? openTileset : openCrowd;
    const dataset = await open(file, {
      signal: giveUp.signal,
      onProgress: ({ done, total }) => {
        if (done >= total * until) giveUp.abort();
      },
    });
    const read = performance.now() - started;
    await new Promise((done) => setTimeout(done, 100));
    const whileReading = crowd.watch();
    const target = document.getElementById('app');
    if (!target) return;
    mount(CrowdView, {
      target,
      props: {
        dataset: watched(dataset),
        base: '',
        history: {
          push: (url) => history.pushState(null, '', url),
          replace: (url) => history.replaceState(null, '', url),
        },
      },
    });
    while (!document.querySelector('[data-ready=true]')) await frame();
    const shown = performance.now() - started - 100;
    await new Promise((done) => setTimeout(done, 100));
    crowd.times = { read, shown, whileReading, whileShowing: crowd.watch() };
  } catch (error) {
    if (!giveUp.signal.aborted) throw error;
    crowd.givenUp = true;
  }
}

function made(kind: string, count: number): File {
  if (kind === 'walks') return fileOf(walksGeoJson(count, 60, 1), 'walks.geojson');
  if (kind === 'geojson') return fileOf(pointsGeoJson(count, 1), 'events.geojson');
  return fileOf(pointsCsv(count, 1), 'events.csv');
}

const kind = query.get('kind');
const field = document.querySelector<HTMLInputElement>('#file');
if (kind) {
  field?.remove();
  void show(made(kind, Number(query.get('count') ?? 1000)));
}
field?.addEventListener('change', () => {
  const file = field.files?.[0];
  field.remove();
  if (file) void show(file);
});
