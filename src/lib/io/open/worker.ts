/** The worker in which files are opened: the page stays free, and ending it ends everything. */
import { NotOpened, limits, sizeText } from './limits';
import type { Mapping } from './mapping';
import {
  openFile,
  openFiles,
  type Asking,
  type Many,
  type OpenedFile,
  type Question,
} from './open';

/** What the page says to the worker. */
export type ToWorker =
  | {
      readonly type: 'open';
      /** What it is called as a whole. */
      readonly name: string;
      readonly files: readonly { readonly name: string; readonly blob: Blob }[];
      readonly remembered: readonly (readonly [key: string, mapping: Mapping])[];
      readonly ask: boolean;
    }
  | { readonly type: 'answer'; readonly mapping: Mapping };

/** What the worker says to the page. */
export type FromWorker =
  | {
      readonly type: 'progress';
      readonly stage: 'reading' | 'building';
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'question'; readonly question: Question }
  | { readonly type: 'opened'; readonly opened: OpenedFile }
  | { readonly type: 'many'; readonly sequence: Blob }
  | { readonly type: 'failed'; readonly message: string };

const say = (message: FromWorker): void => self.postMessage(message);
const building = (done: number, total: number): void =>
  say({ type: 'progress', stage: 'building', done, total });

/** What was asked and waits for its answer. */
let asking: Asking | undefined;

/** The bytes of a file, counted while they come. */
async function bytesOf(blob: Blob, name: string): Promise<Uint8Array> {
  if (blob.size > limits.bytes) {
    throw new NotOpened(
      `${name} has ${sizeText(blob.size)}; at most ${sizeText(limits.bytes)} can be opened.`,
    );
  }
  const bytes = new Uint8Array(blob.size);
  const reader = blob.stream().getReader();
  let done = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes.set(part.value, done);
    done += part.value.length;
    say({ type: 'progress', stage: 'reading', done, total: blob.size });
  }
  return bytes;
}

async function answerTo(message: ToWorker): Promise<OpenedFile | Asking | Many | undefined> {
  if (message.type === 'answer') return asking?.answer(message.mapping, building);
  const files = [];
  for (const { name, blob } of message.files)
    files.push({ name, bytes: await bytesOf(blob, name) });
  building(0, 0);
  const options = {
    remembered: new Map(message.remembered),
    ask: message.ask,
    progress: building,
  };
  const [first] = files;
  if (first && files.length === 1) return openFile(first.bytes, message.name, options);
  return openFiles(files, message.name, options);
}

self.onmessage = ({ data }: MessageEvent<ToWorker>): void => {
  answerTo(data)
    .then((outcome) => {
      if (outcome?.kind === 'question') {
        asking = outcome;
        say({ type: 'question', question: outcome.question });
      } else if (outcome?.kind === 'many') say({ type: 'many', sequence: outcome.sequence });
      else if (outcome) say({ type: 'opened', opened: outcome });
    })
    .catch((error: unknown) => {
      const message =
        error instanceof NotOpened
          ? error.message
          : `The file could not be read: ${error instanceof Error ? error.message : String(error)}`;
      say({ type: 'failed', message });
    });
};
