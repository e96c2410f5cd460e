/**
 * A server of the built site that can be switched off, be slow to change, or fail: what a host and a
 * network do to a reader.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join, extname } from 'node:path';

const folder = join(import.meta.dirname, '../../build');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

const digest = (content: Buffer): string => createHash('sha256').update(content).digest('base64');

export class SiteServer {
  readonly #files = new Map<string, Buffer>();
  #server: Server | undefined;
  #port = 0;
  /** Files that answer 500, by path. */
  readonly broken = new Set<string>();
  /** Files that are still those of the version before, by path. */
  readonly stale = new Set<string>();
  readonly #before = new Map<string, Buffer>();
  /** What was asked for, by path, since the server started. */
  readonly asked: string[] = [];

  /** @param mount the folder of the host that the site stands in: "/" or "/some/where/" */
  constructor(
    readonly mount = '/',
    readonly headersOf: (path: string) => Record<string, string> = () => ({}),
  ) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      this.#files.set(file.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(file));
    }
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}${this.mount}`;
  }

  /** Starts, at the address it had if it was started before. */
  async start(): Promise<void> {
    this.#server = createServer((request, response) => this.#answer(request.url ?? '/', response));
    await new Promise<void>((done) => this.#server?.listen(this.#port, '127.0.0.1', done));
    const address = this.#server.address();
    if (typeof address === 'object' && address !== null) this.#port = address.port;
  }

  /** Stops, with every connection: the network is off. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server?.listening) return;
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    await closed;
  }

  /** Publishes a new version of the site, in which a page reads otherwise. */
  publish(page: string, from: string, to: string): void {
    const file = `${page}index.html`;
    const before = this.#content(file);
    const after = Buffer.from(before.toString('utf8').replaceAll(from, to));
    if (after.equals(before)) throw new Error(`${file}: found no "${from}"`);
    const worker = this.#content('service-worker.js')
      .toString('utf8')
      .replace(digest(before), digest(after))
      .replace(/("version":"\w+)"/, (_, version: string) => `${version}x"`);
    this.#before.set(file, before);
    this.#files.set(file, after);
    this.#files.set('service-worker.js', Buffer.from(worker));
  }

  /** Every path of the site. */
  get paths(): string[] {
    return [...this.#files.keys()];
  }

  #content(path: string): Buffer {
    const content = this.#files.get(path);
    if (!content) throw new Error(`${path}: not in build/`);
    return content;
  }

  #answer(address: string, response: ServerResponse): void {
    const { pathname } = new URL(address, 'http://127.0.0.1');
    const path = pathname.startsWith(this.mount) ? pathname.slice(this.mount.length) : undefined;
    this.asked.push(path ?? pathname);
    const file = path === '' || path?.endsWith('/') ? `${path}index.html` : path;
    const files = this.stale.has(path ?? '') ? this.#before : this.#files;
    const content = file === undefined ? undefined : files.get(file);
    if (path !== undefined && this.broken.has(path)) response.writeHead(500).end();
    else if (file === undefined || !content) response.writeHead(404).end('not found');
    else {
      const type = types[extname(file)] ?? 'text/plain';
      const headers = { 'content-type': type, etag: `"${digest(content)}"` };
      response.writeHead(200, { ...headers, ...this.headersOf(file) }).end(content);
    }
  }
}
