/** Builds what is measured, and serves it from this machine. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, preview } from 'vite';

const root = resolve(import.meta.dirname, '../..');

export interface Site {
  readonly url: string;
  readonly close: () => Promise<void>;
}

async function serve(folder: string): Promise<Site> {
  const server = await preview({
    root: folder,
    configFile: false,
    appType: 'mpa',
    logLevel: 'error',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0, open: false },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error(`${folder}: the server has no address`);
  return { url, close: () => server.close() };
}

/** The built app; builds it where that has not been done. */
export async function serveApp(folder = join(root, 'build')): Promise<Site> {
  if (!existsSync(join(folder, 'index.html'))) {
    if (folder !== join(root, 'build')) throw new Error(`${folder}: found no index.html`);
    console.error('no build/: building the app');
    await build({ root, logLevel: 'error' });
  }
  return serve(folder);
}

/** The page in `naive/`, built into a temporary folder, with the atlas of the built app. */
export async function serveNaive(appFolder = join(root, 'build')): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'trackway-bench-'));
  await build({
    root: join(import.meta.dirname, 'naive'),
    configFile: false,
    publicDir: join(root, 'static'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
  });
  await cp(join(appFolder, 'atlas'), join(folder, 'atlas'), { recursive: true });
  const site = await serve(folder);
  return {
    url: site.url,
    close: async () => {
      await site.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
