// `npm run lighthouse`, after a build: prints scores of the local site, and what costs them. It never
// fails on them: they depend on the machine. Lighthouse is fetched on demand; it is too large to be
// installed by all.
import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureBrowser, browserArgs } from './browser.mjs';

const port = 4279;
const host = '127.0.0.1';
/** A page that takes longer is given up: a machine without a GPU draws maps slowly. */
const patience = 280_000;

/** Runs a command and what it starts; what is not done in time is ended whole. */
function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
      detached: true,
    });
    const watch = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), patience);
    child.on('exit', (status) => {
      clearTimeout(watch);
      resolve(status);
    });
  });
}

// Hosts of files compress text; this one serves what was compressed before.
const site = mkdtempSync(join(tmpdir(), 'trackway-lighthouse-'));
cpSync('build', site, { recursive: true });
for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  if (entry.isFile() && /\.(css|html|js|json|mjs|svg|txt|xml)$/.test(file)) {
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)));
  }
}

const sirv = ['node_modules/sirv-cli/bin.js', site, '--host', host, '--port', String(port)];
const server = spawn(process.execPath, [...sirv, '--gzip', '--etag', '--quiet'], {
  env: { ...process.env, HOST: host, PORT: String(port) },
});
await new Promise((done) => setTimeout(done, 1500));

try {
  mkdirSync('test-results', { recursive: true });
  for (const { name, path, screen } of [
    { name: 'atlas-phone', path: '', screen: 'mobile' },
    { name: 'atlas-desktop', path: '', screen: 'desktop' },
    { name: 'record-phone', path: 'e/incursion-batken-1999/', screen: 'mobile' },
  ]) {
    const output = `test-results/lighthouse-${name}`;
    const status = await run(
      'npx',
      [
        ...['--yes', 'lighthouse@12.8.2', `http://${host}:${port}/${path}`, '--quiet'],
        ...['--no-enable-error-reporting', '--output=json', '--output=html'],
        ...[`--output-path=${output}`, `--chrome-flags=--headless=new ${browserArgs.join(' ')}`],
        // A picture of the whole page and traces of a map that is drawn in software never come to an end.
        ...['--max-wait-for-load=30000', '--disable-full-page-screenshot'],
        ...(screen === 'desktop' ? ['--preset=desktop'] : []),
      ],
      { CHROME_PATH: ensureBrowser() },
    );
    if (status !== 0) {
      console.log(`${name}: lighthouse did not come to an end (status ${status})`);
      continue;
    }
    const { audits, categories } = JSON.parse(readFileSync(`${output}.report.json`, 'utf8'));
    const scores = Object.values(categories).map(
      ({ title, score }) => `${title} ${score === null ? '-' : Math.round(score * 100)}`,
    );
    console.log(`${name}: ${scores.join(', ')}  (${output}.report.html)`);
    for (const { title, auditRefs } of Object.values(categories)) {
      for (const { id, weight } of auditRefs) {
        const { score, title: what, displayValue = '' } = audits[id];
        if (weight > 0 && score !== null && score < 0.9) {
          console.log(`  ${title}: ${what} ${displayValue}`);
        }
      }
    }
  }
} finally {
  server.kill();
  rmSync(site, { recursive: true });
}
