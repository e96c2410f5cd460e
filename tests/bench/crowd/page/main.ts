/**
 * The explorer of a large file on a page of its own, with a made-up file:
 * `?kind=csv|geojson|walks&count=100000`.
 */
import '@fontsource-variable/source-sans-3/wght.css';
import '../../../../src/routes/app.css';
import { mount } from 'svelte';
import { openCrowd } from '../../../../src/lib/io/crowd/open';
import CrowdView from '../../../../src/lib/ui/crowd/CrowdView.svelte';
import { fileOf, pointsCsv, pointsGeoJson, walksGeoJson } from '../synthetic';

declare global {
  interface Window {
    /** Milliseconds that opening took, and the longest that the page was blocked meanwhile. */
    opened?: { took: number; blocked: number; bytes: number };
  }
}

const query = new URLSearchParams(location.search);
const count = Number(query.get('count') ?? 1000);
const kind = query.get('kind') ?? 'csv';

function made(): File {
  if (kind === 'walks') return fileOf(walksGeoJson(count, 60, 1), 'walks.geojson');
  if (kind === 'geojson') return fileOf(pointsGeoJson(count, 1), 'events.geojson');
  return fileOf(pointsCsv(count, 1), 'events.csv');
}

async function start(): Promise<void> {
  const file = made();
  await new Promise((done) => setTimeout(done, 300));
  let blocked = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) blocked = Math.max(blocked, duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  const started = performance.now();
  const dataset = await openCrowd(file);
  const took = performance.now() - started;
  await new Promise((done) => setTimeout(done, 100));
  observer.disconnect();
  window.opened = { took, blocked, bytes: file.size };
  const target = document.getElementById('app');
  if (!target) return;
  mount(CrowdView, {
    target,
    props: {
      dataset,
      base: '',
      history: {
        push: (url) => history.pushState(null, '', url),
        replace: (url) => history.replaceState(null, '', url),
      },
    },
  });
}

void start();
