/**
 * What a reader opened, kept in their browser (IndexedDB, which only this site can read) until they
 * forget it. Where storage is blocked or full, everything works for the length of the visit.
 */
import type { Dataset } from './library.svelte';
import type { Mapping } from '../io/open/mapping';

const tables = { datasets: 'datasets', mappings: 'mappings', large: 'large' } as const;

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('storage failed'));
  });
}

function database(): Promise<IDBDatabase> {
  const request = indexedDB.open('trackway', 2);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) {
      request.result.createObjectStore(tables.datasets, { keyPath: 'name' });
      request.result.createObjectStore(tables.mappings);
    }
    request.result.createObjectStore(tables.large);
  };
  return asked(request);
}

/** Runs one request in a transaction of its own; undefined where storage does not work. */
async function run<T>(
  table: string,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  try {
    const db = await database();
    try {
      return await asked(ask(db.transaction(table, mode).objectStore(table)));
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}

/** Keeps a dataset; false where it could not be kept. */
export async function keepDataset(dataset: Dataset): Promise<boolean> {
  const key = await run(tables.datasets, 'readwrite', (store) => store.put(dataset));
  return key !== undefined;
}

export async function keptDataset(name: string): Promise<Dataset | undefined> {
  return run<Dataset | undefined>(tables.datasets, 'readonly', (store) => store.get(name));
}

/** Keeps a file of very many records as it is: what is read of it would be larger. */
export async function keepLarge(name: string, file: Blob): Promise<boolean> {
  const key = await run(tables.large, 'readwrite', (store) => store.put(file, name));
  return key !== undefined;
}

export async function keptLarge(name: string): Promise<Blob | undefined> {
  return run<Blob | undefined>(tables.large, 'readonly', (store) => store.get(name));
}

const addressType = 'text/uri-list';

/** What is kept of a tileset at an address: the address. */
export function addressAsBlob(url: string): Blob {
  return new Blob([url], { type: addressType });
}

/** Whether what is kept is an address in place of a file. */
export function isAddress({ type }: Blob): boolean {
  return type === addressType;
}

/** The names of all files that are kept, as datasets or as they are. */
export async function keptNames(): Promise<readonly string[]> {
  const keys = await Promise.all(
    [tables.datasets, tables.large].map((table) =>
      run(table, 'readonly', (store) => store.getAllKeys()),
    ),
  );
  const names = keys.flatMap((some) => some ?? []);
  return [...new Set(names.filter((key): key is string => typeof key === 'string'))];
}

/** Forgets a file in whichever form it is kept. */
export async function forgetDataset(name: string): Promise<void> {
  for (const table of [tables.datasets, tables.large]) {
    await run(table, 'readwrite', (store) => store.delete(name));
  }
}

/** Remembers what the fields of files with this header mean. */
export async function keepMapping(key: string, mapping: Mapping): Promise<void> {
  await run(tables.mappings, 'readwrite', (store) => store.put({ ...mapping }, key));
}

/** The mappings that were chosen so far, by the key of the header. */
export async function keptMappings(): Promise<readonly (readonly [string, Mapping])[]> {
  const keys = await run(tables.mappings, 'readonly', (store) => store.getAllKeys());
  const values = await run<Mapping[]>(tables.mappings, 'readonly', (store) => store.getAll());
  return (keys ?? []).flatMap((key, k) => {
    const mapping = values?.[k];
    return typeof key === 'string' && mapping ? [[key, mapping] as const] : [];
  });
}
