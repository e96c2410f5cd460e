/** Pictures against pictures: `npm run test:visual`, and with `-- -u` to take the baselines anew. */
import { defineConfig } from '@playwright/test';
import journeys from './playwright.config';

export default defineConfig({
  ...journeys,
  testDir: 'tests/visual',
  // Beside the differences that a failed run leaves: expected, actual and diff.
  outputDir: 'test-results/visual',
  snapshotPathTemplate: '{testDir}/baselines/{arg}{ext}',
  reporter: [['list'], ['json', { outputFile: 'test-results/visual.json' }]],
  expect: {
    timeout: 30_000,
    // Another version of the browser smooths edges and letters otherwise: a pixel counts if its
    // colour is clearly another, and a picture fails if a good part of it is.
    toHaveScreenshot: { threshold: 0.25, maxDiffPixelRatio: 0.02, animations: 'disabled' },
  },
});
