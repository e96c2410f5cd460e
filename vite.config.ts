import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserPath, browserArgs } from './scripts/browser.mjs';
import { lightFirstLoad } from './scripts/first-load.mjs';
import { notePackages } from './scripts/licences.mjs';

export default defineConfig({
  plugins: process.env.VITEST ? [] : [sveltekit(), lightFirstLoad, notePackages()],
  // The worker that opens files loads each reader when it is needed: only modules can.
  worker: { format: 'es', plugins: () => [notePackages()] },
  build: { target: 'es2022', chunkSizeWarningLimit: 1200 },
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{core,io,view,map,geodata,scripts,service-worker}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 20_000,
        },
        plugins: [svelte()],
      },
      {
        test: {
          name: 'fuzz',
          include: ['tests/fuzz/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
        },
        plugins: [svelte()],
      },
      {
        plugins: [svelte()],
        // What only a worker imports is found late, and the page would be loaded again.
        optimizeDeps: { include: ['pmtiles', '@mapbox/vector-tile', 'pbf'] },
        test: {
          name: 'component',
          include: ['tests/ui/**/*.test.ts'],
          // Workers and maps drawn in software take their time on a busy machine.
          expect: { poll: { timeout: 10_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: browserPath(), args: browserArgs },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
