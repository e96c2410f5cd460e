/** Builds a page of this folder and serves it from this machine. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, preview } from 'vite';
import type { Site } from '../serve';

const root = resolve(import.meta.dirname, '../../..');

/** Serves `page` or `rivals`, built into a temporary folder, with the basemap of the app. */
export async function serveCrowd(page: 'page' | 'rivals', port = 0): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'trackway-crowd-'));
  await build({
    root: join(import.meta.dirname, page),
    configFile: false,
    publicDir: join(root, 'static'),
    logLevel: 'error',
    plugins: [svelte({ configFile: false })],
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 3000 },
  });
  const server = await preview({
    root: folder,
    configFile: false,
    appType: 'mpa',
    logLevel: 'error',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port, open: false },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error(`${folder}: the server has no address`);
  return {
    url,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
