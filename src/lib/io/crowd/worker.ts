/** The worker that reads a large file and answers for it; ending it frees everything. */
import { fileSource } from './file-source';
import { isTableName } from './large';
import type { Answer, Argument, Call, CallName, CrowdCalls, FromCrowdWorker } from './protocol';
import { CrowdReader } from './read';
import { CrowdSession } from './session';
import type { Tiles } from './tiles';

const chunkBytes = 4 * 2 ** 20;

let session: CrowdSession | undefined;

function say(message: FromCrowdWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

/** The typed arrays of an answer, which the page takes over. */
function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
  else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) buffersOf(member, found);
  }
  return found;
}

async function open({ blob, name }: { readonly blob: Blob; readonly name: string }) {
  const reader = new CrowdReader(name, isTableName(name));
  for (let done = 0; done < blob.size; done += chunkBytes) {
    const chunk = await blob.slice(done, done + chunkBytes).arrayBuffer();
    reader.push(new Uint8Array(chunk));
    const progress = {
      done: Math.min(blob.size, done + chunkBytes),
      total: blob.size,
      records: reader.count,
    };
    say({ type: 'progress', progress });
  }
  session = new CrowdSession(fileSource(blob, name, reader.finish()));
  const { summary, vertices } = session;
  return { summary, vertices };
}

let tiles: Tiles | undefined;

async function see({
  name,
  keys,
  fresh,
  stats,
  look,
}: Argument<'tiles'>): Promise<Answer<'tiles'>> {
  // Who opens a file needs no reader of tiles.
  const { Tiles } = await import('./tiles');
  tiles ??= new Tiles(name, stats);
  tiles.keep(keys, fresh);
  session = new CrowdSession(tiles.source(session?.habits));
  const { summary, vertices } = session;
  return { summary, vertices, marks: session.look(look) };
}

const ready = (): CrowdSession => {
  if (!session) throw new Error('no file is open');
  return session;
};

type Handlers = {
  readonly [Name in CallName]: (
    argument: Parameters<CrowdCalls[Name]>[0],
  ) => ReturnType<CrowdCalls[Name]> | Promise<ReturnType<CrowdCalls[Name]>>;
};

const handlers: Handlers = {
  open,
  tiles: see,
  look: (look) => ready().look(look),
  hold: (query) => ready().hold(query),
  items: (range) => ready().items(range),
  find: (number) => ready().find(number),
  details: (query) => ready().details(query),
  pick: (query) => ready().pick(query),
  cells: (level) => ready().cells(level),
  save: () => ready().save(),
};

/** Milliseconds without a question after which the worker has time for what nobody waits for. */
const quiet = 400;
let idle: ReturnType<typeof setTimeout> | undefined;

self.onmessage = ({ data: { id, name, argument } }: MessageEvent<Call>): void => {
  clearTimeout(idle);
  const handler = handlers[name] as (argument: unknown) => unknown;
  new Promise((resolve) => resolve(handler(argument)))
    .then((answer) => say({ type: 'answer', id, answer }, [...buffersOf(answer)]))
    .catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      say({ type: 'failed', id, message });
    })
    .finally(() => {
      clearTimeout(idle);
      idle = setTimeout(() => session?.index(), quiet);
    });
};
