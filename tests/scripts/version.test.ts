import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { versionOf } from '../../scripts/version.mjs';

it('is the same for the same files, and another for another text or name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'version-'));
  const file = join(folder, 'a.txt');
  writeFileSync(file, 'one');
  const first = versionOf(folder);
  expect(versionOf(folder)).toBe(first);
  writeFileSync(file, 'two');
  const second = versionOf(folder);
  expect(second).not.toBe(first);
  renameSync(file, join(folder, 'b.txt'));
  expect(versionOf(folder)).not.toBe(second);
});
