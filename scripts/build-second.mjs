// Builds the example atlas of `geodata/README.md` beside the site, and looks whether it is there.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const folder = 'tests/fixtures/atlas-beagle';
const target = 'build-second';
const { title } = JSON.parse(readFileSync(`${folder}/atlas.json`, 'utf8'));

const { status } = spawnSync('npm', ['run', 'build'], {
  stdio: 'inherit',
  env: { ...process.env, ATLAS: folder, BUILD_DIR: target },
  shell: process.platform === 'win32',
});
const page = status === 0 ? readFileSync(`${target}/index.html`, 'utf8') : '';
const wrong = status !== 0 || !page.includes(`${title}</h1>`) || page.includes('Uzbekistan');
if (wrong) console.error(`${target}/index.html is not the page of ${folder}`);
process.exitCode = wrong ? 1 : 0;
