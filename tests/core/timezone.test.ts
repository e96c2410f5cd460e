import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const path = (from: string) => fileURLToPath(new URL(from, import.meta.url));

/** The report as a process in another time zone and locale writes it. */
function report(zone: string, locale: string): { date: string; lines: string[] } {
  const cli = path('../../node_modules/jiti/lib/jiti-cli.mjs');
  const output = execFileSync(process.execPath, [cli, path('./timezone-report.ts')], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone, LC_ALL: locale, JITI_FS_CACHE: 'false' },
  });
  const [date = '', ...lines] = output.split('\n');
  return { date: String(JSON.parse(date)), lines };
}

describe('time', { timeout: 60_000 }, () => {
  const utc = report('UTC', 'C');

  it.each([
    ['Pacific/Kiritimati', 'en_GB.UTF-8', '1999-12-31T10:00:00.000Z'],
    ['America/Los_Angeles', 'en_US.UTF-8', '2000-01-01T08:00:00.000Z'],
    ['Asia/Tashkent', 'fa_IR.UTF-8', '1999-12-31T19:00:00.000Z'],
  ])('is the same in %s (%s)', (zone, locale, date) => {
    const there = report(zone, locale);
    expect(there.date).toBe(date);
    expect(there.lines.length).toBeGreaterThan(900);
    expect(there.lines).toEqual(utc.lines);
  });
});
