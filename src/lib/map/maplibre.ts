/**
 * What is used of MapLibre. Fetched as one, and asked for by name, so that what is not used of it
 * (markers, popups, controls) is not fetched; its rules stand in `maplibre.css`.
 */
import { Map, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

setWorkerUrl(workerUrl);

export { Map, ScaleControl };
