// Finds a Chromium for the tests, and installs one where there is none.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** Software WebGL2, and no traffic of the browser's own. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // Debian's Chromium asks for it, and in software it only makes each page dearer.
  '--disable-gpu-rasterization',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const fixed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The browser to test with: `CHROMIUM_PATH`, then Playwright's own, then what the system has.
 * @returns {string | undefined} a path, or undefined where there is none
 */
export function browserPath() {
  const own = process.env.CHROMIUM_PATH;
  if (own) {
    if (!existsSync(own)) throw new Error(`CHROMIUM_PATH: found ${own}, expected an existing file`);
    return own;
  }
  const bundled = chromium.executablePath();
  if (existsSync(bundled)) return bundled;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...fixed].find((path) => existsSync(path));
}

/**
 * Like `browserPath`, but installs a browser where there is none: Playwright's, else Debian's.
 * @returns {string}
 */
export function ensureBrowser() {
  const found = browserPath();
  if (found) return found;
  const attempts = [
    ['npx', ['playwright', 'install', 'chromium']],
    ['sh', ['-c', 'apt-get update && apt-get install -y --no-install-recommends chromium']],
    [
      'sh',
      [
        '-c',
        'sudo -n apt-get update && sudo -n apt-get install -y --no-install-recommends chromium',
      ],
    ],
  ];
  for (const [command, args] of attempts) {
    console.log(`no browser found; trying: ${command} ${args.join(' ')}`);
    spawnSync(command, args, { stdio: 'inherit', timeout: 300_000 });
    const installed = browserPath();
    if (installed) return installed;
  }
  throw new Error(
    'no browser: install Chromium or Google Chrome, or set CHROMIUM_PATH to one, and run again',
  );
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split(/[\\/]/).pop() ?? '')) {
  const path = ensureBrowser();
  console.log(`${path}: ${execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()}`);
}
