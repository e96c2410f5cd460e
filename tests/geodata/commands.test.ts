import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { patched, smallAtlas } from '../io/small-atlas';

const root = fileURLToPath(new URL('../../', import.meta.url));

function run(script: string, ...folders: string[]): { lines: string[]; code: number | null } {
  const jiti = join(root, 'node_modules/jiti/lib/jiti-cli.mjs');
  const args = [jiti, join(root, 'geodata', script), ...folders];
  const { stdout, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { lines: stdout.split('\n').filter(Boolean), code: status };
}

describe('the commands', { timeout: 30_000 }, () => {
  let folder = '';
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'atlas-')), 'small');
    cpSync(smallAtlas, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(join(folder, '..'), { recursive: true });
  });

  it('check:data sums up a sound atlas', () => {
    expect(run('check.ts', folder)).toEqual({
      lines: ['small: 5 records, 3 places, 0 problems'],
      code: 0,
    });
  });

  it('check:data lists problems and fails, derive:data mends what is derived', () => {
    const stale = patched({ 'events.geojson features.0.properties.start': null });
    for (const { name, text } of stale) writeFileSync(join(folder, name), text);
    const problem =
      'small/events.geojson, record quarrel, start: found null, expected "1999-01-01T00:00:00Z" (derived: run "npm run derive:data")';
    expect(run('check.ts', folder)).toEqual({
      lines: [problem, 'small: 5 records, 3 places, 1 problem'],
      code: 1,
    });

    const { lines, code } = run('derive.ts', folder);
    expect(lines).toContain(`wrote ${join(folder, 'events.geojson')}`);
    expect(lines.at(-1)).toBe('small: 5 records, 3 places, 0 problems');
    expect(code).toBe(0);
    const [mended, sound] = [folder, smallAtlas].map((each) =>
      readFileSync(join(each, 'events.geojson'), 'utf8'),
    );
    expect(mended).toBe(sound);
  });

  it('check:data fails on a folder that is no atlas', () => {
    const { lines, code } = run('check.ts', join(folder, '..'));
    expect(lines).toHaveLength(7);
    expect(lines.at(-1)).toMatch(/: cannot be read, 6 problems$/);
    expect(code).toBe(1);
  });

  it('check:data finds the atlases of the project by itself', () => {
    const { lines, code } = run('check.ts');
    expect(lines).toContain('imu: 68 records, 33 places, 0 problems');
    expect(code).toBe(0);
  });
});
