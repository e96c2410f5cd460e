import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Copy, type Precache } from '../../src/service-worker/precache';

const scope = 'https://host.example/some/where/';

/** Caches as a browser has them, as far as a copy uses them. */
function storage(): CacheStorage {
  const caches = new Map<string, Map<string, Response>>();
  const open = (name: string) => {
    const entries = caches.get(name) ?? new Map<string, Response>();
    caches.set(name, entries);
    return Promise.resolve({
      match: (url: string) => Promise.resolve(entries.get(url)?.clone()),
      put: (url: string, response: Response) => Promise.resolve(void entries.set(url, response)),
    });
  };
  return {
    open,
    keys: () => Promise.resolve([...caches.keys()]),
    delete: (name: string) => Promise.resolve(caches.delete(name)),
  } as unknown as CacheStorage;
}

const site = { '': 'home', 'e/osh/': 'Osh', '_app/immutable/a.1.js': 'one' };
type Site = Readonly<Record<string, string>>;

function precache(version: string, files: Site): Precache {
  const digest = (text: string) => createHash('sha256').update(text).digest('base64');
  return { version, files: Object.entries(files).map(([path, text]) => [path, digest(text)]) };
}

/** A network that serves a site, and notes what it was asked for. */
function network(files: Site) {
  const asked: string[] = [];
  const fetcher = (input: RequestInfo | URL): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input);
    const path = url.slice(scope.length);
    asked.push(path);
    const text = files[path];
    const headers = { 'content-type': 'text/html', 'content-encoding': 'gzip', vary: 'Origin' };
    return Promise.resolve(new Response(text ?? null, { status: text ? 200 : 404, headers }));
  };
  return { asked, fetcher: fetcher as typeof fetch };
}

const request = (path: string, init?: RequestInit, mode?: string): Request => {
  const made = new Request(new URL(path, scope), init);
  return mode
    ? new Proxy(made, { get: (t, key) => (key === 'mode' ? mode : Reflect.get(t, key)) })
    : made;
};

async function installed(files: Site, version = '1', caches = storage()) {
  const net = network(files);
  const copy = new Copy(scope, precache(version, files), caches, net.fetcher);
  await copy.install();
  return { copy, caches, ...net };
}

describe('what it answers', () => {
  test.each([
    ['', 'home'],
    ['?embed', 'home'],
    ['index.html', 'home'],
    ['e/osh/', 'Osh'],
    ['e/osh/index.html', 'Osh'],
    ['e/osh/?x-sveltekit-invalidated=01', 'Osh'],
  ])('"%s" from the copy', async (path, text) => {
    const { copy, asked } = await installed(site);
    asked.length = 0;
    expect(await (await copy.answer(request(path)))?.text()).toBe(text);
    expect(asked).toEqual([]);
  });

  test.each([
    ['another host', request('https://elsewhere.example/some/where/')],
    ['another site of this host', request('https://host.example/other/')],
    ['what is not listed', request('e/osh/preview.png')],
    ['a form', request('', { method: 'POST', body: 'x' })],
    ['a part of a file', request('', { headers: { range: 'bytes=0-9' } })],
    ['a broken address', request('%E0%A4%A')],
  ])('not %s', async (_, asked) => {
    const { copy } = await installed(site);
    expect(copy.answer(asked)).toBeUndefined();
  });

  test('an address without its slash is sent on', async () => {
    const { copy } = await installed(site);
    const answer = await copy.answer(request('e/osh?a=1', {}, 'navigate'));
    expect(answer?.headers.get('location')).toBe(`${scope}e/osh/?a=1`);
  });

  test('from the network what the browser has thrown away', async () => {
    const { copy, caches, asked } = await installed(site);
    await caches.delete(copy.name);
    asked.length = 0;
    expect(await (await copy.answer(request('e/osh/')))?.text()).toBe('Osh');
    expect(asked).toEqual(['e/osh/']);
  });
});

describe('installing', () => {
  test('keeps the headers, but for those of the way it was sent', async () => {
    const { copy } = await installed(site);
    const headers = (await copy.answer(request('')))?.headers;
    expect([...(headers?.keys() ?? [])]).toEqual(['content-type']);
  });

  test.each([
    ['missing', { ...site, 'e/osh/': '' }],
    ['of another version', { ...site, 'e/osh/': 'Osh!' }],
  ])('fails whole if a file is %s', async (_, served) => {
    const caches = storage();
    const copy = new Copy(scope, precache('1', site), caches, network(served).fetcher);
    await expect(copy.install()).rejects.toThrow('e/osh/');
    expect(await caches.keys()).toEqual([]);
  });

  test('fetches only what changed since the version before', async () => {
    const { caches } = await installed(site);
    const { asked } = await installed({ ...site, 'e/osh/': 'Osh, mended' }, '2', caches);
    expect(asked).toEqual(['e/osh/']);
  });

  test('keeps the version before for open tabs, and none older', async () => {
    const { caches } = await installed(site);
    await caches.open('trackway /other/ 1');
    await (await installed(site, '2', caches)).copy.tidy();
    const files = { '': 'home', '_app/immutable/a.2.js': 'two' };
    const { copy, asked } = await installed(files, '3', caches);
    await copy.tidy();
    expect(await caches.keys()).toEqual([
      'trackway /other/ 1',
      'trackway /some/where/ 2',
      'trackway /some/where/ 3',
    ]);
    asked.length = 0;
    const script = await copy.answer(request('_app/immutable/a.1.js'));
    expect(await script?.text()).toBe('one');
    expect(asked).toEqual([]);
  });
});
