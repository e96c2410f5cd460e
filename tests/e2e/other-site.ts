/** Small servers of a test's own: the built site under a sub-path, and pages of another origin. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

const build = join(import.meta.dirname, '../../build');

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface Site {
  readonly port: number;
  readonly close: () => Promise<void>;
}

function listening(server: Server): Promise<Site> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // On every address of this machine: `localhost` is another origin than 127.0.0.1.
    server.listen(0, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') {
        reject(new Error('no port'));
        return;
      }
      resolve({
        port: address.port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** The built site under a path (`/atlases/trackway`), as a host of files serves it; else 404.html. */
export function serveUnder(base: string): Promise<Site> {
  return listening(
    createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const inside = pathname.startsWith(`${base}/`) ? normalize(pathname.slice(base.length)) : '';
      const named = join(build, inside.endsWith('/') ? `${inside}index.html` : inside);
      const found = inside !== '' && existsSync(named) && statSync(named).isFile();
      const file = found ? named : join(build, '404.html');
      response.writeHead(found ? 200 : 404, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
      });
      createReadStream(file).pipe(response);
    }),
  );
}

/** One page, at any path. */
export function servePage(html: string): Promise<Site> {
  return listening(
    createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(html);
    }),
  );
}
