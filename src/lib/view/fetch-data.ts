/** Fetches the data that a link names, once the reader has agreed: without credentials or referrer. */
import { limits, NotOpened, sizeText } from '../io/open/limits';
import { unanswered } from '../io/open/remote';
import { addressName } from './address-name';
import type { InputFile } from './opening.svelte';

/** The file at an address. @throws NotOpened with a message for the reader. */
export async function fetchData(url: string, fetcher: typeof fetch = fetch): Promise<InputFile> {
  const { host, pathname } = new URL(url);
  let response: Response;
  try {
    response = await fetcher(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  } catch {
    throw new NotOpened(unanswered(host));
  }
  if (!response.ok) throw new NotOpened(`${host} answered ${response.status} for ${pathname}.`);
  const length = Number(response.headers.get('content-length') ?? 0);
  if (length > limits.bytes) {
    throw new NotOpened(
      `${host} would send ${sizeText(length)}; at most ${sizeText(limits.bytes)} can be opened.`,
    );
  }
  return { name: addressName(new URL(url)), blob: new Blob(await partsOf(response, host)) };
}

/** The body in parts, counted while they come: a server need not say how much it sends. */
async function partsOf(response: Response, host: string): Promise<Uint8Array<ArrayBuffer>[]> {
  const reader = response.body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > limits.bytes) {
      await reader?.cancel();
      throw new NotOpened(
        `${host} sends more than ${sizeText(limits.bytes)}, the most that can be opened.`,
      );
    }
    parts.push(part.value);
  }
  return parts;
}
