/** Opens a file of very many records in a worker of its own. */
import type {
  Answer,
  Argument,
  Call,
  CallName,
  CrowdProgress,
  CrowdSummary,
  CrowdVertices,
  FromCrowdWorker,
} from './protocol';
import type { Tileset } from './tileset';

/** A large file that is open. What it says comes from its worker, which keeps the page free. */
export interface CrowdDataset {
  readonly summary: CrowdSummary;
  readonly vertices: CrowdVertices;
  ask: Ask;
  /** Ends the worker and frees what it holds; nothing can be asked any more. */
  close: () => void;
  /** Where not everything is in memory: the tileset of which what is in view is read. */
  readonly tileset?: Tileset;
}

type Ask = <Name extends CallName>(name: Name, argument: Argument<Name>) => Promise<Answer<Name>>;

export interface OpenOptions {
  readonly onProgress?: (progress: CrowdProgress) => void;
  /** Ends the worker at once, and with it everything that was read. */
  readonly signal?: AbortSignal;
}

/** Starts the worker of a dataset. `end` tells whoever waits for an answer why none will come. */
function startCrowdWorker(onProgress?: (progress: CrowdProgress) => void): {
  readonly ask: Ask;
  readonly end: (why: unknown) => void;
} {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<
    number,
    { resolve: (answer: never) => void; reject: (why: unknown) => void }
  >();
  let calls = 0;

  function end(why: unknown): void {
    worker.terminate();
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  }

  worker.onmessage = ({ data }: MessageEvent<FromCrowdWorker>) => {
    if (data.type === 'progress') {
      onProgress?.(data.progress);
      return;
    }
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.type === 'answer') call?.resolve(data.answer as never);
    else call?.reject(new Error(data.message));
  };
  worker.onerror = (event) =>
    end(new Error(`The file could not be read: ${event.message || 'the worker did not start'}.`));

  function ask<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Answer<Name>> {
    return new Promise((resolve, reject) => {
      const id = ++calls;
      waiting.set(id, { resolve, reject });
      const call: Call<Name> = { id, name, argument };
      worker.postMessage(call);
    });
  }
  return { ask, end };
}

/** What a dataset is opened with: a worker that ends with the signal, or where opening fails. */
export async function openWith<T extends object>(
  { onProgress, signal }: OpenOptions,
  open: (ask: Ask) => Promise<T>,
): Promise<T & { readonly ask: Ask; readonly close: () => void }> {
  signal?.throwIfAborted();
  const { ask, end } = startCrowdWorker(onProgress);
  const abort = (): void => end(signal?.reason);
  signal?.addEventListener('abort', abort);
  try {
    const opened = await open(ask);
    return { ...opened, ask, close: () => end(new Error('the file was closed')) };
  } catch (error) {
    end(error);
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/**
 * Reads a GeoJSON file, a GeoJSON sequence or a CSV file of up to two million records.
 *
 * @throws Error, for the reader, where nothing of the file can be shown; the signal's reason if
 * it was aborted
 */
export function openCrowd(file: File, options: OpenOptions = {}): Promise<CrowdDataset> {
  return openWith(options, (ask) => ask('open', { blob: file, name: file.name }));
}
