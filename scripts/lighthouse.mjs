// `npm run lighthouse`, after a build: prints scores of the local site. It never fails on them: they
// depend on the machine. Lighthouse is fetched on demand; it is too large to be installed by all.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { ensureBrowser, browserArgs } from './browser.mjs';

const port = 4279;
const host = '127.0.0.1';
const sirv = ['node_modules/sirv-cli/bin.js', 'build', '--host', host, '--port', String(port)];
const server = spawn(process.execPath, [...sirv, '--gzip', '--etag', '--quiet'], {
  env: { ...process.env, HOST: host, PORT: String(port) },
});
await new Promise((done) => setTimeout(done, 1500));

mkdirSync('test-results', { recursive: true });
for (const [name, path] of [
  ['atlas', ''],
  ['record', 'e/incursion-batken-1999/'],
]) {
  const output = `test-results/lighthouse-${name}`;
  const { status } = spawnSync(
    'npx',
    [
      ...['--yes', 'lighthouse@12.8.2', `http://${host}:${port}/${path}`, '--quiet'],
      ...['--no-enable-error-reporting', '--output=json', '--output=html'],
      ...[`--output-path=${output}`, `--chrome-flags=--headless=new ${browserArgs.join(' ')}`],
      ...['--max-wait-for-load=60000'],
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, CHROME_PATH: ensureBrowser() },
    },
  );
  if (status !== 0) {
    console.log(`${name}: lighthouse could not run (status ${status})`);
    continue;
  }
  const { categories } = JSON.parse(readFileSync(`${output}.report.json`, 'utf8'));
  const scores = Object.values(categories).map(
    ({ title, score }) => `${title} ${score === null ? '-' : Math.round(score * 100)}`,
  );
  console.log(`${name}: ${scores.join(', ')}  (${output}.report.html)`);
}
server.kill();
