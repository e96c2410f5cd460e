/**
 * The copy of the site that the browser keeps, so that it opens with the network off.
 *
 * A copy is a cache of one version, filled only while that version is installed and only with files
 * whose digest is the one that the build wrote down. So what the reader sees is always one whole
 * version: a download that breaks off, or a host that is half way through an update, leaves the
 * version before in place. Nothing is added afterwards; what another host or the reader's own files
 * hold is never in it.
 */

/** What the build lists: paths from the folder of the service worker ("", "who/"), and digests. */
export interface Precache {
  /** Changes with the content, and with nothing else. */
  readonly version: string;
  /** A path and its SHA-256 in base64. */
  readonly files: readonly (readonly [path: string, digest: string])[];
}

/** Enough to fill a line, few enough to leave room for what the reader asks for. */
const atOnce = 4;

export class Copy {
  readonly #scope: string;
  /** Digests by the whole addresses of the files. */
  readonly #digests: ReadonlyMap<string, string>;
  /** Where file names hold a hash: the same name is the same content in every version. */
  readonly #immutable: string;
  readonly #prefix: string;
  readonly #storage: CacheStorage;
  readonly #fetch: typeof fetch;
  /** The name of this version's cache. Sites under other paths of the host have names of their own. */
  readonly name: string;

  /**
   * @param scope the address of the folder that the site stands in, with a slash at its end
   * @param precache what the build lists
   * @param storage where caches are kept
   * @param fetcher the network
   */
  constructor(scope: string, precache: Precache, storage: CacheStorage, fetcher: typeof fetch) {
    this.#scope = scope;
    this.#digests = new Map(
      precache.files.map(([path, digest]) => [new URL(path, scope).href, digest]),
    );
    this.#immutable = new URL('_app/immutable/', scope).href;
    this.#prefix = `trackway ${new URL(scope).pathname} `;
    this.#storage = storage;
    this.#fetch = fetcher;
    this.name = `${this.#prefix}${precache.version}`;
  }

  /** Fills this version's cache. @throws Error if any file is missing or of another version. */
  async install(): Promise<void> {
    const older = await Promise.all((await this.#names()).map((name) => this.#storage.open(name)));
    const cache = await this.#storage.open(this.name);
    const waiting = [...this.#digests];
    const work = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [url, digest] = next;
        await cache.put(url, (await kept(older, url, digest)) ?? (await this.#load(url, digest)));
      }
    };
    try {
      await Promise.all(Array.from({ length: atOnce }, work));
    } catch (error) {
      waiting.length = 0;
      await this.#storage.delete(this.name);
      throw error;
    }
  }

  /**
   * Drops old versions. The last one before stays: a page of it that is still open in another tab
   * finds its scripts there.
   */
  async tidy(): Promise<void> {
    const names = await this.#names();
    const stay = new Set([this.name, names.filter((name) => name !== this.name).at(-1)]);
    const old = names.filter((name) => !stay.has(name));
    await Promise.all(old.map((name) => this.#storage.delete(name)));
  }

  /** What the copy has for a request; undefined leaves it to the browser. */
  answer(request: Request): Promise<Response> | undefined {
    const { origin, pathname, search } = new URL(request.url);
    const url = `${origin}${pathname.replace(/\/index\.html$/, '/')}`;
    const isOurs = request.method === 'GET' && url.startsWith(this.#scope);
    if (!isOurs || request.headers.has('range')) return undefined;
    if (this.#digests.has(url)) return this.#from([this.name], url, request);
    if (request.mode === 'navigate' && this.#digests.has(`${url}/`)) {
      // The page's links are relative, and need the slash.
      return Promise.resolve(Response.redirect(`${url}/${search}`));
    }
    if (url.startsWith(this.#immutable)) {
      return this.#names().then((names) => this.#from(names, url, request));
    }
    return undefined;
  }

  async #from(names: readonly string[], url: string, request: Request): Promise<Response> {
    try {
      for (const name of names) {
        const found = await (await this.#storage.open(name)).match(url);
        if (found) return found;
      }
    } catch {
      // The browser took the cache away, or cannot read it.
    }
    return this.#fetch(request);
  }

  async #load(url: string, digest: string): Promise<Response> {
    // What may have changed is asked for anew; the browser may have a hashed file already.
    const cache = url.startsWith(this.#immutable) ? 'default' : 'no-cache';
    const response = await this.#fetch(url, { cache });
    if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
    const body = await response.arrayBuffer();
    if ((await digestOf(body)) !== digest) throw new Error(`${url}: is not of this version`);
    const headers = new Headers(response.headers);
    // They spoke of how it was sent.
    for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
    return new Response(body, { headers });
  }

  async #names(): Promise<string[]> {
    return (await this.#storage.keys()).filter((name) => name.startsWith(this.#prefix));
  }
}

/** The file out of an older copy, or of one that was broken off, if it is still the same. */
async function kept(caches: Cache[], url: string, digest: string): Promise<Response | undefined> {
  for (const cache of caches) {
    const response = await cache.match(url);
    if (response && (await digestOf(await response.clone().arrayBuffer())) === digest) {
      return response;
    }
  }
  return undefined;
}

async function digestOf(body: ArrayBuffer): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return btoa(String.fromCharCode(...bytes));
}
