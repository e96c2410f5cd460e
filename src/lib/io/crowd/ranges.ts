/** Parts of a file at an address, by HTTP range requests (RFC 9110, section 14). */
import { EtagMismatch, type RangeResponse, type Source } from 'pmtiles';
import { NotOpened } from '../open/limits';
import { unanswered } from '../open/remote';

/**
 * What the reader of a tileset reads from: without credentials or referrer, and only parts. Runs in
 * the page, where the content security policy holds; a worker of its own would be outside of it.
 */
export class RangeSource implements Source {
  readonly #url: string;
  readonly #fetch: typeof fetch;

  constructor(url: string, fetcher: typeof fetch = (...args) => fetch(...args)) {
    this.#url = url;
    this.#fetch = fetcher;
  }

  getKey(): string {
    return this.#url;
  }

  /**
   * @throws NotOpened where the server does not answer or has no parts to give
   * @throws EtagMismatch where the file has changed since its header was read
   */
  async getBytes(
    offset: number,
    length: number,
    signal?: AbortSignal,
    etag?: string,
  ): Promise<RangeResponse> {
    const { host, pathname } = new URL(this.#url);
    let response: Response;
    try {
      response = await this.#fetch(this.#url, {
        headers: { range: `bytes=${offset}-${offset + length - 1}` },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal,
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new NotOpened(unanswered(host));
    }
    if (response.status === 200) {
      await response.body?.cancel();
      throw new NotOpened(
        `${host} sends the whole of ${pathname} where a part was asked for: it does not support range requests, which a tileset needs. Download the file and open it here, or put it on a host that does.`,
      );
    }
    if (response.status !== 206) {
      throw new NotOpened(`${host} answered ${response.status} for ${pathname}.`);
    }
    const found = response.headers.get('etag');
    // A weak one says nothing of bytes.
    const strong = found?.startsWith('W/') ? undefined : (found ?? undefined);
    if (etag && strong && etag !== strong) throw new EtagMismatch(`${pathname} has changed`);
    return { data: await response.arrayBuffer(), etag: strong };
  }
}
