/**
 * The journeys' own `test`: at the end of each, no page of it has asked another origin for
 * anything, broken the content security policy, thrown, or logged an error.
 */
import {
  test as base,
  expect,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';
import type { BrowserContextOptions } from '@playwright/test';

/** Notes everything that must not happen in a context; returns the list, which grows. */
async function watch(
  context: BrowserContext,
  baseURL: string,
  tolerated?: RegExp,
): Promise<string[]> {
  const wrong: string[] = [];
  const note = (text: string): void => {
    if (!tolerated?.test(text)) wrong.push(text);
  };
  const { origin } = new URL(baseURL);
  context.on('request', (request) => {
    const url = new URL(request.url());
    const local = url.protocol === 'data:' || url.protocol === 'blob:' || url.origin === origin;
    if (!local) note(`request to another origin: ${request.url()}`);
  });
  context.on('weberror', (error) => note(`page error: ${error.error().message}`));
  context.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' || text.includes('Content Security Policy')) {
      note(`console: ${text}`);
    }
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      // Thrown, it reaches the list above as an error of the page.
      throw new Error(`policy violated: ${event.effectiveDirective} by ${event.blockedURI}`);
    });
  });
  return wrong;
}

/** Takes WebGL2 away from every page of a context, as on a machine that cannot draw. */
async function blindfold(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const getContext = Reflect.get(HTMLCanvasElement.prototype, 'getContext') as (
      ...args: unknown[]
    ) => unknown;
    Reflect.set(
      HTMLCanvasElement.prototype,
      'getContext',
      function (this: HTMLCanvasElement, ...args: unknown[]): unknown {
        return args[0] === 'webgl2' ? null : getContext.apply(this, args);
      },
    );
  });
}

interface Options {
  /** Whether the pages have WebGL2. */
  webgl: boolean;
  /** What a journey through a fault brings about itself. */
  tolerated: RegExp | undefined;
}

interface Fixtures {
  /** Opens a page in a browser context of its own, watched like the first. */
  fresh: (options?: BrowserContextOptions) => Promise<Page>;
}

export const test = base.extend<Options & Fixtures>({
  webgl: [true, { option: true }],
  tolerated: [undefined, { option: true }],

  context: async ({ context, baseURL, webgl, tolerated }, use) => {
    const wrong = await watch(context, baseURL ?? '', tolerated);
    if (!webgl) await blindfold(context);
    await use(context);
    expect(wrong, 'nothing from elsewhere, no violations, no errors').toEqual([]);
  },

  fresh: async ({ browser, baseURL, viewport, locale, webgl }, use) => {
    const opened: { context: BrowserContext; wrong: string[] }[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ baseURL, viewport, locale, ...options });
      opened.push({ context, wrong: await watch(context, options.baseURL ?? baseURL ?? '') });
      if (!webgl) await blindfold(context);
      return context.newPage();
    });
    for (const { context } of opened) await context.close();
    expect(
      opened.flatMap(({ wrong }) => wrong),
      'fresh contexts',
    ).toEqual([]);
  },
});

export { expect };

/** The parts of the page by their roles and names, as design and documentation promise them. */
export function parts(page: Page) {
  const list = page.getByRole('list', { name: 'Records', exact: true });
  const map = page.getByRole('region', { name: 'Map', exact: true });
  return {
    list,
    items: list.locator('[data-id]'),
    item: (id: string): Locator => list.locator(`[data-id="${id}"]`),
    map,
    canvas: map.locator('canvas'),
    details: page.getByRole('complementary', { name: 'Details', exact: true }),
    timeline: page.getByRole('region', { name: 'Timeline', exact: true }),
    year: page.getByRole('slider', { name: 'Year', exact: true }),
    slider: (name: string): Locator => page.getByRole('slider', { name, exact: true }),
    button: (name: string): Locator => page.getByRole('button', { name, exact: true }),
    dateField: page.getByRole('textbox', { name: 'Go to date' }),
    window: page.getByRole('combobox', { name: 'Window', exact: true }),
    status: page.getByRole('status'),
    legend: page.getByRole('group').filter({ has: page.getByText('Legend', { exact: true }) }),
    attribution: page.getByRole('group').filter({ hasText: 'OpenStreetMap contributors' }),
    options: page.locator('summary').filter({ hasText: 'Options' }),
  };
}

/** Opens the atlas and waits until the map is ready to show records. */
export async function openAtlas(page: Page, hash = ''): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(parts(page).map.locator('[data-ready="true"]')).toBeAttached({ timeout: 45_000 });
}

/** Opens the atlas where no map can be drawn: ready once the timeline is there. */
export async function openWithoutMap(page: Page, hash = ''): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(parts(page).timeline).toBeVisible();
}

/** The ids in the list, in its order. */
export async function listed(page: Page): Promise<string[]> {
  return parts(page).items.evaluateAll((items) =>
    items.map((item) => item.getAttribute('data-id') ?? ''),
  );
}

/** Waits until the list holds just these records, in any order. */
export async function expectListed(page: Page, ids: readonly string[]): Promise<void> {
  await expect.poll(async () => (await listed(page)).sort()).toEqual([...ids].sort());
}

/** A parameter of the address; undefined where it is left out. */
export function parameter(page: Page, name: string): string | undefined {
  return new URLSearchParams(new URL(page.url()).hash.slice(1)).get(name) ?? undefined;
}

/** Waits until the address has a parameter with this value. */
export async function expectParameter(
  page: Page,
  name: string,
  value: string | undefined,
): Promise<void> {
  await expect.poll(() => parameter(page, name), { message: name }).toBe(value);
}

/** How many entries the page's history has. */
export function historyLength(page: Page): Promise<number> {
  return page.evaluate(() => history.length);
}

/** Opens the options of the timeline. */
export async function openOptions(page: Page): Promise<void> {
  await parts(page).options.click();
  await expect(page.getByRole('combobox', { name: 'Speed' })).toBeVisible();
}

/** Types into the search and waits for what it finds. */
export async function search(page: Page, query: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Search', exact: true }).fill(query);
  await expect(page.getByRole('listbox', { name: 'Results' })).toBeVisible();
}
