/** Opening a file: the page's side of the worker, with progress, a question, and a way out. */
import type { CrowdDataset } from '../io/crowd/open';
import { limits, sizeText } from '../io/open/limits';
import type { Mapping } from '../io/open/mapping';
import type { OpenedFile, Question } from '../io/open/open';
import type { FromWorker, ToWorker } from '../io/open/worker';
import { addressAsBlob, keepMapping, keptMappings } from './store';

export type Phase =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'working';
      readonly file: string;
      readonly text: string;
      readonly share: number | undefined;
    }
  | { readonly kind: 'asking'; readonly question: Question }
  | { readonly kind: 'failed'; readonly file: string; readonly message: string };

/** A file to open. */
export interface InputFile {
  readonly name: string;
  readonly blob: Blob;
}

/** What several files are called as one: "a.csv and 2 more". */
export function nameOfAll(files: readonly InputFile[]): string {
  const [first, ...more] = files;
  const name = (first?.name ?? '').slice(0, 150);
  return more.length === 0 ? name : `${name} and ${more.length} more`;
}

/** The worker as far as it is used here, so that a test can stand in for it. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

function startWorker(): WorkerLike {
  return new Worker(new URL('../io/open/worker.ts', import.meta.url), { type: 'module' });
}

const progressText = {
  reading: (done: number, total: number) => `Reading: ${sizeText(done)} of ${sizeText(total)}`,
  building: (done: number, total: number) =>
    total === 0
      ? 'Understanding the file'
      : `Opening: ${done.toLocaleString('en')} of ${total.toLocaleString('en')} records`,
};

/** What becomes of files that were opened. */
export interface Opened {
  /** As an atlas, in the explorer of the atlas. */
  readonly whole: (opened: OpenedFile, name: string, files: readonly InputFile[]) => void;
  /** A file of very many records, in an explorer of its own. */
  readonly large: (dataset: CrowdDataset, file: InputFile) => void;
}

/** Up to this size a large file can be read again with the patience that small ones get. */
const againBytes = 50 * 2 ** 20;

/**
 * Whether a large file was understood well enough to be looked at: most of it has place and time,
 * and hardly anything could not be read that the more patient way might.
 */
function isUnderstood({ summary: { report } }: CrowdDataset, size: number): boolean {
  const isPlaced = report.records > 2 * Math.max(report.unplaced, report.undated);
  return isPlaced && (size > againBytes || report.found < report.records / 50);
}

export class Opening {
  phase = $state.raw<Phase>({ kind: 'idle' });
  readonly #start: () => WorkerLike;
  #worker: WorkerLike | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #files: readonly InputFile[] = [];
  #file = '';
  #large: AbortController | undefined;
  readonly #opened: Opened;

  constructor(opened: Opened, start: () => WorkerLike = startWorker) {
    this.#opened = opened;
    this.#start = start;
  }

  /** Opens files as one; what was being opened is given up. `ask`: ask for columns in any case. */
  async open(files: readonly InputFile[], ask = false): Promise<void> {
    this.cancel();
    if (files.length === 0) return;
    const file = nameOfAll(files);
    this.#files = files;
    this.#file = file;
    this.phase = { kind: 'working', file, text: 'Starting', share: undefined };
    const [only, ...more] = files;
    if (only && more.length === 0 && (await this.#openByParts(only, ask))) return;
    const remembered = await keptMappings();
    // Cancelled, or another file chosen, while the browser was asked.
    if (this.#files !== files) return;
    try {
      const worker = this.#start();
      this.#worker = worker;
      // What one that was given up still says is nothing to the next.
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (worker === this.#worker) this.#hear(data);
      };
      worker.onerror = (event) => {
        if (worker === this.#worker)
          this.#fail(event.message || 'The worker could not be started.');
      };
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
      return;
    }
    this.#say({ type: 'open', name: file, files: [...files], remembered, ask });
  }

  /** Opens what has an explorer of its own: a tileset, or very many records. False where it is neither. */
  async #openByParts(file: InputFile, ask: boolean): Promise<boolean> {
    const files = this.#files;
    try {
      const { isTileset } = await import('../io/crowd/large');
      if (!(await isTileset(file.blob, file.name))) return !ask && (await this.#openLarge(file));
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
      return true;
    }
    if (this.#files === files) await this.#openTiles(file, new File([file.blob], file.name));
    return true;
  }

  /** Opens the tileset at an address, to which the reader has agreed, by range requests. */
  async openRemote(url: string): Promise<void> {
    this.cancel();
    const file = { name: url, blob: addressAsBlob(url) };
    this.#files = [file];
    this.#file = url;
    await this.#openTiles(file, url);
  }

  /** Opens a tileset; what is wrong with it is told. */
  async #openTiles(file: InputFile, from: File | string): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    this.#large = controller;
    this.phase = { kind: 'working', file: file.name, text: 'Reading tiles', share: undefined };
    try {
      const { openTileset } = await import('../io/crowd/tileset');
      const dataset = await openTileset(from, { signal });
      this.#large = undefined;
      this.cancel();
      this.#opened.large(dataset, file);
    } catch (error) {
      if (!signal.aborted) this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  /**
   * Opens a file of very many records, or a sequence that was made of one. False where it is none, or
   * too little of it is understood that way: then the reader is asked what its columns mean, and told
   * what is wrong with it.
   */
  async #openLarge(file: InputFile): Promise<boolean> {
    const controller = new AbortController();
    this.#large = controller;
    try {
      const [{ isLarge, sequenceType }, { openCrowd }] = await Promise.all([
        import('../io/crowd/large'),
        import('../io/crowd/open'),
      ]);
      const isMade = file.blob.type === sequenceType;
      if (!isMade && !(await isLarge(file.blob, file.name))) return false;
      const whole = new File([file.blob], isMade ? `${file.name}.geojsons` : file.name);
      const dataset = await openCrowd(whole, {
        signal: controller.signal,
        onProgress: ({ done, total }) => {
          const text = progressText.reading(done, total);
          this.phase = { kind: 'working', file: file.name, text, share: done / total };
        },
      });
      if (!isMade && !isUnderstood(dataset, file.blob.size)) {
        dataset.close();
        return false;
      }
      this.cancel();
      const { summary } = dataset;
      this.#opened.large({ ...dataset, summary: { ...summary, file: file.name } }, file);
      return true;
    } catch {
      // Given up by the reader; or its errors are told by the way that every other file goes.
      return controller.signal.aborted;
    }
  }

  /** Goes on with a file that turned out to have more records than an atlas bears. */
  async #openMade(file: InputFile): Promise<void> {
    this.#end();
    if (await this.#openLarge(file)) return;
    this.#fail('The file has very many records, and they could not be shown.');
  }

  /** Goes on with the meanings that the reader chose, and remembers them. */
  answer(mapping: Mapping): void {
    if (this.phase.kind !== 'asking') return;
    void keepMapping(this.phase.question.key, mapping);
    this.phase = { kind: 'working', file: this.#file, text: 'Opening', share: undefined };
    this.#say({ type: 'answer', mapping: { ...mapping } });
  }

  /** Gives up. Nothing of the file stays. */
  cancel(): void {
    this.#end();
    this.#files = [];
    this.phase = { kind: 'idle' };
  }

  #say(message: ToWorker): void {
    this.#wait();
    this.#worker?.postMessage(message);
  }

  #hear(message: FromWorker): void {
    const file = this.#file;
    this.#wait();
    if (message.type === 'progress') {
      const { stage, done, total } = message;
      const text = progressText[stage](done, total);
      this.phase = { kind: 'working', file, text, share: total > 0 ? done / total : undefined };
    } else if (message.type === 'question') {
      clearTimeout(this.#watch);
      this.phase = { kind: 'asking', question: message.question };
    } else if (message.type === 'many') void this.#openMade({ name: file, blob: message.sequence });
    else if (message.type === 'failed') this.#fail(message.message);
    else {
      const files = this.#files;
      this.cancel();
      this.#opened.whole(message.opened, file, files);
    }
  }

  /** A worker that says nothing for a minute has met a file that it cannot cope with. */
  #wait(): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(
      () => this.#fail(`Nothing happened for ${limits.patience / 1000} seconds. It was given up.`),
      limits.patience,
    );
  }

  #fail(message: string): void {
    this.#end();
    this.phase = { kind: 'failed', file: this.#file, message };
  }

  #end(): void {
    clearTimeout(this.#watch);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#large?.abort();
    this.#large = undefined;
  }
}
