/* eslint-disable svelte/prefer-svelte-reactivity -- maps and sets here are replaced whole, never changed */
/** What is open: the atlas of the site, the files of the reader, and which of them are shown. */
import { combineAtlases } from '../core/combine';
import { edited, type Edits } from '../core/edit';
import type { Atlas } from '../core/model';
import type { OpenReport } from '../io/open/report';
import { refText, type DataRef } from './data-ref';
import type { InputFile } from './opening.svelte';
import { forgetDataset, keepDataset, keepLarge, keptDataset, keptNames } from './store';

/** A file that was opened. Plain data, so that the browser can keep it. */
export interface Dataset {
  /** Its name, which is its key: opening a file of the same name replaces it. */
  readonly name: string;
  readonly atlas: Atlas;
  readonly report: OpenReport;
  /** The files themselves, where their columns may be given other meanings. */
  readonly files?: readonly InputFile[];
  readonly edits: Edits;
}

export class Library {
  readonly curated: Atlas;
  #datasets = $state.raw<ReadonlyMap<string, Dataset>>(new Map());
  #refs = $state.raw<readonly DataRef[]>([]);
  /** The names of all files that the browser keeps or that are open now. */
  names = $state.raw<readonly string[]>([]);
  /** Counts what was shown so far: another explorer for each. */
  version = $state(0);
  /** Files that could not be kept, and will be gone after the visit. */
  #unkept = $state.raw<ReadonlySet<string>>(new Set());

  /** The datasets that are shown. */
  readonly shown: readonly Dataset[] = $derived.by(() =>
    this.#refs.flatMap((ref) => this.#datasets.get(nameOf(ref) ?? '') ?? []),
  );
  /** What a link asks for and is not there. */
  readonly missing: readonly DataRef[] = $derived.by(() =>
    this.#refs.filter((ref) => ref.kind !== 'atlas' && !this.#datasets.has(nameOf(ref) ?? '')),
  );
  /** Whether the atlas of the site is shown with them. */
  readonly withAtlas: boolean = $derived.by(() => this.#refs.some(({ kind }) => kind === 'atlas'));
  /** All that is shown, as one atlas. */
  readonly atlas: Atlas = $derived.by(() => {
    const own = this.shown.map(({ atlas, edits }) => edited(atlas, edits));
    if (own.length === 0) return this.curated;
    return combineAtlases(this.withAtlas ? [this.curated, ...own] : own);
  });

  constructor(curated: Atlas) {
    this.curated = curated;
  }

  get refs(): readonly DataRef[] {
    return this.#refs;
  }

  /** Whether a file outlives the visit. */
  isKept(name: string): boolean {
    return !this.#unkept.has(name);
  }

  /** Reads which files the browser keeps. */
  async recall(): Promise<void> {
    this.names = [...new Set([...(await keptNames()), ...this.#datasets.keys()])].sort();
  }

  /** Shows what a link names, as far as it is there; `anew` even if it is shown already. */
  async show(refs: readonly DataRef[], anew = false): Promise<void> {
    const wanted = refs.flatMap((ref) => nameOf(ref) ?? []);
    const fetched = await Promise.all(
      wanted.filter((name) => !this.#datasets.has(name)).map((name) => keptDataset(name)),
    );
    const found = fetched.filter((dataset) => dataset !== undefined);
    if (found.length > 0) {
      this.#datasets = new Map([
        ...this.#datasets,
        ...found.map((one) => [one.name, one] as const),
      ]);
    }
    const isSame = !anew && sameRefs(refs, this.#refs) && found.length === 0;
    this.#refs = refs;
    if (!isSame) this.version++;
  }

  /** Takes a file in and keeps it. It is shown by the next `show`. */
  async add(dataset: Dataset): Promise<void> {
    this.#datasets = new Map(this.#datasets).set(dataset.name, dataset);
    const isKept = await keepDataset(dataset);
    const unkept = new Set(this.#unkept);
    if (isKept) unkept.delete(dataset.name);
    else unkept.add(dataset.name);
    this.#unkept = unkept;
    await this.recall();
  }

  /** Keeps a file of very many records; it has an explorer of its own. */
  async addLarge(name: string, file: Blob): Promise<void> {
    await keepLarge(name, file);
    await this.recall();
  }

  /** Changes what a dataset is called, whose it is, or its frame. */
  async edit(name: string, edits: Edits): Promise<void> {
    const dataset = this.#datasets.get(name);
    if (!dataset) return;
    await this.add({ ...dataset, edits });
    this.version++;
  }

  /** Forgets a file for good. What shows it is to be left before. */
  async forget(name: string): Promise<void> {
    const datasets = new Map(this.#datasets);
    datasets.delete(name);
    this.#datasets = datasets;
    await forgetDataset(name);
    await this.recall();
  }
}

/** The name under which a reference's dataset is kept. */
export function nameOf(ref: DataRef): string | undefined {
  if (ref.kind === 'atlas') return undefined;
  return ref.kind === 'local' ? ref.name : ref.url;
}

export function sameRefs(a: readonly DataRef[], b: readonly DataRef[]): boolean {
  return (
    a.length === b.length &&
    a.every((ref, k) => refText(ref) === refText(b[k] ?? { kind: 'atlas' }))
  );
}
