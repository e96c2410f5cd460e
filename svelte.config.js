import adapter from '@sveltejs/adapter-static';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { withPrecache } from './scripts/precache.mjs';
import { versionOf } from './scripts/version.mjs';

/** The policy's word for each script that stands in `src/app.html`; Kit knows only its own. */
const pageScripts = [
  ...readFileSync(new URL('src/app.html', import.meta.url), 'utf8').matchAll(
    /<script>([^]*?)<\/script>/g,
  ),
].map(([, code = '']) => `sha256-${createHash('sha256').update(code).digest('base64')}`);

/** Where the site is written: `BUILD_DIR`, so that a second atlas can be built beside the first. */
const folder = process.env.BUILD_DIR ?? 'build';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: withPrecache(adapter({ pages: folder, fallback: '404.html' }), folder),
    version: {
      name: versionOf(
        ...['src', 'static', 'scripts', process.env.ATLAS ?? 'geodata/imu'],
        ...['package-lock.json', 'svelte.config.js', 'vite.config.ts'],
      ),
    },
    // src/lib/view/offline.svelte.ts registers it.
    serviceWorker: { register: false },
    // The sub-path a host serves the site under, for instance "/trackway": one setting for all links.
    paths: { base: process.env.BASE_PATH ?? '', relative: true },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self', ...pageScripts],
        // Kit's route announcer is the one element with a style attribute; this is its hash.
        'style-src': ['self'],
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        // Hosts from which a link may fetch data once the reader agrees: none unless the build says so.
        'connect-src': ['self', ...(process.env.DATA_HOSTS ?? '').split(/\s+/).filter(Boolean)],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'object-src': ['none'],
        'frame-src': ['self'],
        'base-uri': ['none'],
        'form-action': ['none'],
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'default'],
      },
    },
    // The map's state lives in the fragment, which names no element of the page.
    prerender: { handleMissingId: 'ignore' },
    typescript: {
      config: (config) => {
        config.include.push('../geodata/**/*.ts', '../scripts/**/*.ts', '../*.config.ts');
        config.exclude.push('../geodata/basemap/node_modules/**');
      },
    },
  },
};
