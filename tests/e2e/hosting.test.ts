/** The site with the headers that `static/_headers` asks a host to send. */
import { readFileSync } from 'node:fs';
import { expect, openAtlas, parts } from './fixture';
import { expectKept, testOn } from './served';

interface Rule {
  readonly form: RegExp;
  readonly headers: [name: string, value: string][];
}

const rules = readFileSync('static/_headers', 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .reduce<Rule[]>((found, line) => {
    const [, name, value] = /^\s+([\w-]+): (.+)$/.exec(line) ?? [];
    if (name && value) found.at(-1)?.headers.push([name.toLowerCase(), value]);
    else found.push({ form: new RegExp(`^${line.replace('*', '.*')}$`), headers: [] });
    return found;
  }, []);

/** What a host sends with a file: where several rules name a header, all of their values. */
function headersOf(path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of rules.flatMap((r) => (r.form.test(`/${path}`) ? r.headers : []))) {
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return headers;
}

const test = testOn('/', headersOf);

test('every part works under the headers of static/_headers', async ({ page }) => {
  expect(rules.map(({ headers }) => headers.length)).toEqual([5, 2, 2]);
  // The fixture fails on any violation; a worker's own would stop the map.
  await openAtlas(page, '#map=7/39.8/71&date=1999');
  await expect(parts(page).canvas).toBeVisible();
  await expectKept(page);
  await page.getByRole('link', { name: 'Who is who' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test.describe('what the policy is for', () => {
  // Here violations are what is looked for.
  test.use({ tolerated: /Content Security Policy|policy violated|TrustedHTML|TrustedScript/ });

  test('a script from a string, markup from a string, a script of another kind: all refused', async ({
    page,
  }) => {
    await page.goto('./who/');
    await expect(page.locator('html[data-started]')).toBeAttached();
    const refused = await page.evaluate(async () => {
      const tries: Record<string, () => unknown> = {
        markup: () => (document.createElement('div').innerHTML = '<b>x</b>'),
        code: () => new Function('return 1')(),
        'a worker of another site': () => new Worker('https://elsewhere.example/worker.js'),
        'a worker made of a blob': () =>
          new Worker(URL.createObjectURL(new Blob(['1'], { type: 'text/javascript' }))),
      };
      // What a driver evaluates may use eval until it first waits.
      await new Promise((done) => setTimeout(done));
      return Object.entries(tries).filter(([, attempt]) => {
        try {
          attempt();
          return false;
        } catch {
          return true;
        }
      });
    });
    expect(refused.map(([what]) => what)).toHaveLength(4);
  });
});
