import { expect, test } from 'vitest';
import { failureOf, isFatal } from '../../src/lib/map/failure';

test.each([
  ['Failed to initialize WebGL', 'this browser offers no WebGL 2', false],
  ['Worker failed to load. Check that the worker URL is correct.', 'a part of it stopped', true],
  ['Failed to fetch', 'a part of it could not be loaded', true],
  ['error loading dynamically imported module: x.js', 'a part of it could not be loaded', true],
  ['/basemap/region.json: not TopoJSON', '/basemap/region.json: not TopoJSON', true],
])('%s', (message, reason, again) => {
  expect(failureOf(new Error(message))).toEqual({ reason, again });
});

test('only a worker that is gone ends a map that runs', () => {
  expect(isFatal(new Error('Worker failed to load'))).toBe(true);
  expect(isFatal(new Error('relief-light.webp: Failed to fetch'))).toBe(false);
});
