/**
 * What the reader looks at in a large file: window, filters, colours and selection. Map and slider
 * follow at once; what the worker counts and lists follows when it is ready, and says so.
 */
import { fixedBox, type FixedBox } from '../core/crowd/fixed';
import { formatWindow, intervalOf, windowAt, type Window } from '../core/window';
import type { Interval } from '../core/span';
import type { CrowdDataset } from '../io/crowd/open';
import type { Cells, CrowdDetails, CrowdItem, HeldAnswer, Marks } from '../io/crowd/protocol';
import type { Camera } from './camera';
import type { Step } from './explorer.svelte';
import type { View } from './link';

/** Degrees: west, south, east, north. */
type Box = readonly [number, number, number, number];

/** The `sel` of a record: its number in the file. */
const selection = /^n([1-9]\d{0,8})$/;

export class CrowdExplorer {
  readonly dataset: CrowdDataset;
  readonly #opening: Window;
  #window: Window = $state.raw({ kind: 'all' });
  #trail = $state(true);
  #onlyCertain = $state(false);
  /** For each facet the numbers of the values that are left out. */
  #hidden = $state.raw<readonly (readonly number[])[]>([]);
  #box = $state.raw<Box>();
  #text = $state('');
  /** Which file a link names: this one. */
  #data: View['data'];
  #colour = $state<number>();
  #size = $state<number>();
  /** The last step of its own, for the address bar; a new object each time. */
  lastStep = $state.raw<object>({});
  camera = $state.raw<Camera>();
  viewBounds = $state.raw<Box>();
  #onlyInView = $state(false);
  /** Whether places are counted in a grid instead of drawn one by one. */
  #grid = $state(false);
  /** The rows of the list that are wanted: the visible ones. */
  #wanted: readonly [from: number, to: number] = [0, 30];

  marks = $state.raw<Marks>();
  held = $state.raw<HeldAnswer>();
  cells = $state.raw<Cells>();
  /** Whether counts and list are those of an earlier window. */
  lagging = $state(false);
  selected = $state.raw<CrowdDetails>();
  /** What the last click or hover found; more than one where records lie on top of each other. */
  picked = $state.raw<readonly CrowdItem[]>([]);
  /** What a link named and the file does not have. */
  missing = $state<string>();
  /** The worker's last failure. */
  failure = $state<string>();

  readonly interval: Interval = $derived.by(() =>
    intervalOf(this.#window, this.dataset.summary.span),
  );

  #holding = false;
  #holdAgain = false;
  #looks = 0;
  /** The last of them that was answered. */
  #looked = 0;
  #selections = 0;

  constructor(dataset: CrowdDataset) {
    this.dataset = dataset;
    const { summary } = dataset;
    this.#opening = windowAt(summary.span.from, 'year');
    if (summary.bins.years > 1 || summary.bins.count < 3) this.#opening = { kind: 'all' };
    this.#window = this.#opening;
    this.#colour = summary.facets.length > 0 ? 0 : undefined;
    this.#hidden = summary.facets.map(() => []);
    void this.#look();
  }

  get window(): Window {
    return this.#window;
  }
  get trail(): boolean {
    return this.#trail;
  }
  get onlyCertain(): boolean {
    return this.#onlyCertain;
  }
  get hidden(): readonly (readonly number[])[] {
    return this.#hidden;
  }
  get box(): Box | undefined {
    return this.#box;
  }
  get text(): string {
    return this.#text;
  }
  get colour(): number | undefined {
    return this.#colour;
  }
  get size(): number | undefined {
    return this.#size;
  }
  get grid(): boolean {
    return this.#grid;
  }
  get onlyInView(): boolean {
    return this.#onlyInView;
  }
  /** Whether any filter is on. */
  get filtering(): boolean {
    const isHiding = this.#hidden.some((values) => values.length > 0);
    return isHiding || this.#box !== undefined || this.#text !== '' || this.#onlyCertain;
  }

  setWindow(window: Window, step: Step = 'push'): void {
    if (formatWindow(window) === formatWindow(this.#window)) return;
    this.#window = window;
    this.picked = [];
    if (step === 'push') this.lastStep = {};
    void this.#hold();
  }

  setTrail(trail: boolean): void {
    this.#trail = trail;
    this.lastStep = {};
  }

  setOnlyCertain(only: boolean): void {
    this.#onlyCertain = only;
    this.lastStep = {};
    void this.#hold();
  }

  setOnlyInView(only: boolean): void {
    this.#onlyInView = only;
    void this.#hold();
  }

  setGrid(grid: boolean): void {
    this.#grid = grid;
    void this.#hold();
  }

  /** Leaves a value of a facet out, or takes it in again. */
  toggle(facet: number, value: number): void {
    this.#hidden = this.#hidden.map((values, k) => {
      if (k !== facet) return values;
      return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
    });
    void this.#look();
  }

  setText(text: string): void {
    this.#text = text;
    void this.#look();
  }

  setBox(box: Box | undefined): void {
    this.#box = box;
    void this.#look();
  }

  setColour(colour: number | undefined): void {
    this.#colour = colour;
    void this.#look();
  }

  setSize(size: number | undefined): void {
    this.#size = size;
    void this.#look();
  }

  clearFilters(): void {
    this.#hidden = this.#hidden.map(() => []);
    this.#box = undefined;
    this.#text = '';
    this.#onlyCertain = false;
    void this.#look();
  }

  /** The map has come to rest somewhere else. */
  moved(camera: Camera, bounds: Box): void {
    this.camera = camera;
    this.viewBounds = bounds;
    if (this.#onlyInView || this.#grid) void this.#hold();
  }

  /** The list shows other rows. */
  want(from: number, to: number): void {
    this.#wanted = [from, to];
    const held = this.held;
    if (!held || (from >= held.from && to <= held.from + held.items.length)) return;
    void this.#listMore(held);
  }

  /** Other rows of what is held already: nothing has to be counted again. */
  async #listMore(held: HeldAnswer): Promise<void> {
    const [from, to] = this.#wanted;
    const items = await this.#ask(() => this.dataset.ask('items', { from, to }));
    const isWanted = this.held === held && this.#wanted[0] === from;
    if (items && isWanted) this.held = { ...held, from, items };
  }

  async pick(box: FixedBox): Promise<readonly CrowdItem[]> {
    const query = {
      box,
      window: this.interval,
      trail: this.#trail,
      onlyCertain: this.#onlyCertain,
    };
    return (await this.#ask(() => this.dataset.ask('pick', query))) ?? [];
  }

  async select(row: number | undefined): Promise<void> {
    const turn = ++this.#selections;
    this.missing = undefined;
    if (row === undefined) {
      this.selected = undefined;
      this.lastStep = {};
      return;
    }
    const query = { row, window: this.interval };
    const details = await this.#ask(() => this.dataset.ask('details', query));
    if (turn !== this.#selections || !details) return;
    this.selected = details;
    this.lastStep = {};
  }

  /** The view as a link holds it. */
  get view(): View {
    const { selected } = this;
    return {
      map: this.camera,
      date: this.#window,
      ...(selected && { sel: `n${selected.number}` }),
      certain: this.#onlyCertain,
      trail: this.#trail,
      data: this.#data,
    };
  }

  /** Takes a view over from a link. */
  open(view: View): void {
    this.#data = view.data ?? this.#data;
    this.#window = view.date ?? this.#opening;
    this.#trail = view.trail ?? true;
    this.#onlyCertain = view.certain ?? false;
    if (view.map) this.camera = view.map;
    void this.#hold();
    void this.#openSelection(view.sel);
  }

  async #openSelection(sel: string | undefined): Promise<void> {
    if (sel === undefined) {
      this.selected = undefined;
      return;
    }
    const number = Number(selection.exec(sel)?.[1]);
    const row = Number.isNaN(number)
      ? undefined
      : await this.#ask(() => this.dataset.ask('find', number));
    if (row === undefined) this.missing = sel;
    else await this.select(row);
  }

  async #ask<T>(question: () => Promise<T>): Promise<T | undefined> {
    try {
      return await question();
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      return undefined;
    }
  }

  /** Filters, colours and sizes anew; of several wishes the last is shown. */
  async #look(): Promise<void> {
    const turn = ++this.#looks;
    this.lagging = true;
    const look = {
      colour: this.#colour,
      size: this.#size,
      hidden: this.#hidden,
      ...(this.#box && { box: fixedBox(this.#box) }),
      text: this.#text,
    };
    const marks = await this.#ask(() => this.dataset.ask('look', look));
    if (turn !== this.#looks) return;
    this.#looked = turn;
    if (marks) this.marks = marks;
    await this.#hold();
  }

  /** Counts and lists the window; while the worker is busy the last wish waits, and only that. */
  async #hold(): Promise<void> {
    this.lagging = true;
    if (this.#holding) {
      this.#holdAgain = true;
      return;
    }
    this.#holding = true;
    do {
      this.#holdAgain = false;
      const [from, to] = this.#wanted;
      const query = {
        window: this.interval,
        onlyCertain: this.#onlyCertain,
        ...(this.#onlyInView && this.viewBounds && { box: fixedBox(this.viewBounds) }),
        from,
        to,
      };
      const held = await this.#ask(() => this.dataset.ask('hold', query));
      if (held) this.held = held;
      this.cells = this.#grid
        ? await this.#ask(() => this.dataset.ask('cells', gridLevel(this.camera?.zoom ?? 1)))
        : undefined;
    } while (this.#holdAgain);
    this.#holding = false;
    this.lagging = this.#looked < this.#looks;
  }

  close(): void {
    this.dataset.close();
  }
}

/** A grid whose cells are some 32 to 64 pixels wide. */
export function gridLevel(zoom: number): number {
  return Math.max(3, Math.min(20, Math.floor(zoom) + 4));
}
