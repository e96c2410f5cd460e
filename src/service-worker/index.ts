/** The service worker: answers from the copy of its own version, and from nothing else. */
import { Copy, type Precache } from './precache';

/** Put in by the build, once every file is written: see `scripts/precache.mjs`. */
declare const __PRECACHE__: Precache;

declare const self: ServiceWorkerGlobalScope;

const scope = new URL('.', self.location.href).href;
const copy = new Copy(scope, __PRECACHE__, self.caches, (...args) => self.fetch(...args));

self.addEventListener('install', (event) => event.waitUntil(copy.install()));

// Pages of the version before keep their worker until they are closed or the reader asks.
self.addEventListener('activate', (event) => {
  event.waitUntil(copy.tidy().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data === 'activate') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const answer = copy.answer(event.request);
  if (answer) event.respondWith(answer);
});
