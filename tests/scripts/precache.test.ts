import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { precached, writePrecache } from '../../scripts/precache.mjs';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function site(files: Readonly<Record<string, string>>): string {
  folder = mkdtempSync(join(tmpdir(), 'trackway-precache-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const files = {
  'index.html': 'home',
  '404.html': 'none',
  _headers: '/*',
  'e/osh/index.html': 'Osh',
  'e/osh/__data.json': '{}',
  'e/osh/preview.png': 'picture',
  '_app/version.json': '{}',
  'service-worker.js': 'start(__PRECACHE__)',
};

test('pages are listed as they are asked for; what nobody reads offline is not', () => {
  expect(precached(site(files)).map(({ path }) => path)).toEqual([
    '',
    'e/osh/',
    'e/osh/__data.json',
  ]);
});

test('the worker gets the list, and a version that changes with the content only', () => {
  const version = (changed = {}): string => {
    const built = site({ ...files, ...changed });
    writePrecache(built);
    const code = readFileSync(join(built, 'service-worker.js'), 'utf8');
    rmSync(built, { recursive: true });
    const list = JSON.parse(/^start\((.+)\)$/.exec(code)?.[1] ?? '') as { version: string };
    return list.version;
  };
  expect(version()).toBe(version());
  expect(version({ _headers: '/e' })).toBe(version());
  expect(version({ 'e/osh/index.html': 'Osh!' })).not.toBe(version());
});

test('a worker without a place for the list stops the build', () => {
  expect(() => writePrecache(site({ ...files, 'service-worker.js': 'start()' }))).toThrow(
    'expected __PRECACHE__ once',
  );
});
