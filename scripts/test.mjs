// `npm test`: every check in turn, each as its own command; the last line counts the tests.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';

const results = 'test-results';
const env = { ...process.env, CHROMIUM_PATH: ensureBrowser() };

/** Runs an npm script; its output goes straight through. */
function run(name, ...args) {
  console.log(`\n--- ${name}`);
  const words = ['run', name, ...(args.length ? ['--', ...args] : [])];
  const { status } = spawnSync('npm', words, {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** Reads `passed` and `failed` out of a reporter's JSON; a missing report is a failure. */
function count(file, read) {
  try {
    return read(JSON.parse(readFileSync(`${results}/${file}`, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const vitest = (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests });
const playwright = ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
});

/** The titles of the tests that failed, out of either reporter's JSON. */
function failures(file) {
  let report;
  try {
    report = JSON.parse(readFileSync(`${results}/${file}`, 'utf8'));
  } catch {
    return [`no report in ${results}/${file}`];
  }
  const ofVitest = (report.testResults ?? []).flatMap((one) => {
    const failed = one.assertionResults.filter(({ status }) => status === 'failed');
    // A file that cannot be loaded has no tests.
    if (one.status === 'failed' && failed.length === 0) return [`${one.name}: ${one.message}`];
    return failed.map(
      ({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0] ?? ''}`,
    );
  });
  const inSuite = ({ title, suites = [], specs = [] }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map((spec) => {
        const messages = spec.tests.flatMap((one) =>
          one.results.map(({ error }) => error?.message ?? ''),
        );
        return `${title}: ${spec.title}: ${messages.join('\n')}`;
      }),
    ...suites.flatMap(inSuite),
  ];
  return [...ofVitest, ...(report.suites ?? []).flatMap(inSuite)];
}

/** What a suite came to; read at once, since the next suite empties the folder. */
const outcome = (name, ok, file, read) => ({
  name,
  ok,
  ...count(file, read),
  failures: ok ? [] : failures(file),
});

const reportTo = (file) => [
  '--reporter=default',
  '--reporter=json',
  `--outputFile=${results}/${file}`,
];

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const checks = ['lint', 'check', 'check:data'].map((name) => ({ name, ok: run(name) }));
const suites = [
  { name: 'test:unit', args: reportTo('unit.json'), file: 'unit.json', read: vitest },
  { name: 'test:fuzz', args: reportTo('fuzz.json'), file: 'fuzz.json', read: vitest },
  {
    name: 'test:component',
    args: reportTo('component.json'),
    file: 'component.json',
    read: vitest,
  },
].map(({ name, args, file, read }) => outcome(name, run(name, ...args), file, read));

const built = run('build');
checks.push({ name: 'build', ok: built });
if (built) {
  for (const name of ['check:licences', 'budgets']) checks.push({ name, ok: run(name) });
  const ok = run('test:e2e');
  suites.push(outcome('test:e2e', ok, 'e2e.json', playwright));
  for (const [name, read] of [
    ['visual', playwright],
    ['firefox', (report) => report],
  ]) {
    const fine = run(`test:${name}`);
    suites.push(outcome(`test:${name}`, fine, `${name}.json`, read));
  }
}

// A newcomer's atlas, which has to build with nothing but its folder named.
const second = run('build:second');
checks.push({ name: 'build:second', ok: second });

const broken = [...checks, ...suites].filter(({ ok }) => !ok).map(({ name }) => name);
const sum = (key) => suites.reduce((total, suite) => total + suite[key], 0);
const failed = Math.max(sum('failed'), 0) + checks.filter(({ ok }) => !ok).length;
const passed = sum('passed') + checks.filter(({ ok }) => ok).length;
// Said again at the end: the tail of a long log should tell what to look for.
for (const failure of suites.flatMap(({ failures }) => failures)) {
  console.log(`\nfailed: ${failure}`);
}
if (broken.length > 0) console.log(`\nfailed: ${broken.join(', ')}`);
console.log(`\n${passed} passed, ${broken.length > 0 ? Math.max(1, failed) : failed} failed`);
process.exitCode = broken.length > 0 || failed > 0 ? 1 : 0;
