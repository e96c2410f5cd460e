import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limits } from '../../src/lib/io/open/limits';
import type { OpenedFile } from '../../src/lib/io/open/open';
import type { FromWorker } from '../../src/lib/io/open/worker';
import { Opening, type InputFile, type WorkerLike } from '../../src/lib/view/opening.svelte';

/** A worker that says what the test has it say. */
class Puppet implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  heard: unknown[] = [];
  ended = false;
  postMessage(message: unknown): void {
    this.heard.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: FromWorker): void {
    this.onmessage?.call(this as unknown as Worker, new MessageEvent('message', { data }));
  }
}

const file: InputFile = { name: 'a.csv', blob: new Blob(['name,lat,lon\nA,1,2\n']) };
let workers: Puppet[];
let opened: string[];
let opening: Opening;

/** Opens the file, up to where its worker has been told. */
async function start(): Promise<Puppet> {
  await opening.open([file]);
  const worker = workers.at(-1);
  if (!worker) throw new Error('no worker was started');
  return worker;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  workers = [];
  opened = [];
  opening = new Opening(
    { whole: (_, name) => opened.push(name), large: (_, { name }) => opened.push(name) },
    () => {
      const worker = new Puppet();
      workers.push(worker);
      return worker;
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
});

test('Cancel ends the worker, and what it says afterwards is not heard', async () => {
  const worker = await start();
  expect(worker.heard).toMatchObject([{ type: 'open', name: 'a.csv' }]);
  worker.say({ type: 'progress', stage: 'building', done: 1000, total: 2500 });
  expect(opening.phase).toEqual({
    kind: 'working',
    file: 'a.csv',
    text: 'Opening: 1,000 of 2,500 records',
    share: 0.4,
  });
  opening.cancel();
  expect(worker.ended).toBe(true);
  expect(opening.phase.kind).toBe('idle');
  worker.say({ type: 'opened', opened: {} as OpenedFile });
  vi.advanceTimersByTime(limits.patience * 2);
  expect(opened).toEqual([]);
  expect(opening.phase.kind).toBe('idle');
});

test('a worker that says nothing for a minute is given up, with a message', async () => {
  const worker = await start();
  vi.advanceTimersByTime(limits.patience - 1);
  worker.say({ type: 'progress', stage: 'reading', done: 1, total: 2 });
  vi.advanceTimersByTime(limits.patience - 1);
  expect(opening.phase.kind).toBe('working');
  vi.advanceTimersByTime(1);
  expect(worker.ended).toBe(true);
  expect(opening.phase).toEqual({
    kind: 'failed',
    file: 'a.csv',
    message: 'Nothing happened for 60 seconds. It was given up.',
  });
});

test('a reader may take as long as they like over a question', async () => {
  const worker = await start();
  const question = { key: 'k' } as Extract<FromWorker, { type: 'question' }>['question'];
  worker.say({ type: 'question', question });
  vi.advanceTimersByTime(limits.patience * 10);
  expect(opening.phase.kind).toBe('asking');
  opening.answer({});
  expect(worker.heard).toMatchObject([{ type: 'open' }, { type: 'answer' }]);
  vi.advanceTimersByTime(limits.patience);
  expect(opening.phase.kind).toBe('failed');
});

test('another file takes the place of the one that is being opened', async () => {
  const worker = await start();
  await opening.open([{ ...file, name: 'b.csv' }]);
  expect(worker.ended).toBe(true);
  worker.say({ type: 'opened', opened: {} as OpenedFile });
  expect(opened).toEqual([]);
  workers.at(-1)?.say({ type: 'opened', opened: {} as OpenedFile });
  expect(opened).toEqual(['b.csv']);
});
