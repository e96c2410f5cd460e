import { defineConfig } from '@playwright/test';
import { browserArgs, browserPath } from './scripts/browser.mjs';

const port = Number(process.env.PORT ?? 4273);

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Two cores, and each page draws its map in software.
  workers: process.env.CI ? 2 : undefined,
  timeout: 60_000,
  // Maps drawn in software on a busy machine: trying again tells a slow machine from a broken page.
  retries: process.env.CI ? 2 : 0,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'UTC',
    locale: 'en-GB',
    // Journeys meet the network and its faults; the offline ones allow the service worker.
    serviceWorkers: 'block',
    launchOptions: { executablePath: browserPath(), args: browserArgs },
    trace: 'retain-on-failure',
  },
  webServer: {
    command: `npx sirv build --host 127.0.0.1 --port ${port} --etag --quiet`,
    port,
    reuseExistingServer: !process.env.CI,
  },
});
