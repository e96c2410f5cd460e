/**
 * What the reader looks at in a large file: window, filters, colours and selection. Map and slider
 * follow at once; what the worker counts and lists follows when it is ready, and says so.
 */
import { chooseAll, toggled, type FieldChoice } from '../core/crowd/choice';
import { fixedBox, type FixedBox } from '../core/crowd/fixed';
import { formatWindow, intervalOf, isOutside, windowAt, type Window } from '../core/window';
import type { Interval } from '../core/span';
import type { CrowdDataset } from '../io/crowd/open';
import type {
  Cells,
  CrowdDetails,
  CrowdItem,
  CrowdSummary,
  CrowdVertices,
  HeldAnswer,
  Look,
  Marks,
} from '../io/crowd/protocol';
import type { Camera } from './camera';
import { choicesOf, linkedChoices } from './crowd-choices';
import type { Step } from './explorer.svelte';
import type { Box } from './box';
import type { Drawing, View } from './link';

/** The `sel` of a record: its number in the file. */
const selection = /^n([1-9]\d{0,15})$/;

export class CrowdExplorer {
  readonly dataset: CrowdDataset;
  /** What is read of the file; of a tileset, what is in view. */
  summary: CrowdSummary = $state.raw() as CrowdSummary;
  vertices: CrowdVertices = $state.raw() as CrowdVertices;
  /** The zoom of the tiles that are shown, of a tileset. */
  tileZoom = $state<number>();
  readonly #opening: Window;
  readonly #openingColour: string | undefined;
  #window: Window = $state.raw({ kind: 'all' });
  #trail = $state(true);
  #onlyCertain = $state(false);
  #choices = $state.raw<readonly FieldChoice[]>([]);
  #box = $state.raw<Box>();
  #text = $state('');
  /** Which file a link names: this one. */
  #data: View['data'];
  /** The names of the fields that give colour and size. */
  #colour = $state<string>();
  #size = $state<string>();
  /** The last step of its own, for the address bar; a new object each time. */
  lastStep = $state.raw<object>({});
  camera = $state.raw<Camera>();
  viewBounds = $state.raw<Box>();
  #onlyInView = $state(false);
  #draw = $state<Drawing>('signs');
  #undated = $state(true);
  /** The rows of the list that are wanted: the visible ones. */
  #wanted: readonly [from: number, to: number] = [0, 30];

  marks = $state.raw<Marks>();
  held = $state.raw<HeldAnswer>();
  cells = $state.raw<Cells>();
  /** Whether counts and list are those of an earlier window. */
  lagging = $state(false);
  /** Whether tiles are on their way. */
  seeing = $state(false);
  selected = $state.raw<CrowdDetails>();
  /** What the last click or hover found; more than one where records lie on top of each other. */
  picked = $state.raw<readonly CrowdItem[]>([]);
  /** What a link named and the file does not have. */
  missing = $state<string>();
  /** The worker's last failure. */
  failure = $state<string>();

  readonly interval: Interval = $derived.by(() => intervalOf(this.#window, this.summary.span));
  /** Whether the window lies outside of the file's time, of which the file tells nothing. */
  readonly isOutside: boolean = $derived.by(() => isOutside(this.interval, this.summary.span));

  #seeAgain = false;
  #holding = false;
  #holdAgain = false;
  #looks = 0;
  /** The last of them that was answered. */
  #looked = 0;
  #selections = 0;

  constructor(dataset: CrowdDataset) {
    this.dataset = dataset;
    const { summary } = dataset;
    this.summary = summary;
    this.vertices = dataset.vertices;
    this.tileZoom = dataset.tileset?.zoom;
    this.#opening = windowAt(summary.span.from, 'year');
    if (summary.bins.years > 1 || summary.bins.count < 3) this.#opening = { kind: 'all' };
    this.#window = this.#opening;
    this.#openingColour = summary.facets[0]?.name;
    this.#colour = this.#openingColour;
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
  get choices(): readonly FieldChoice[] {
    return this.#choices;
  }
  get box(): Box | undefined {
    return this.#box;
  }
  get text(): string {
    return this.#text;
  }
  get colour(): string | undefined {
    return this.#colour;
  }
  get size(): string | undefined {
    return this.#size;
  }
  get draw(): Drawing {
    return this.#draw;
  }
  /** Whether records without a time are shown, whatever the window. */
  get undated(): boolean {
    return this.#undated;
  }
  get onlyInView(): boolean {
    return this.#onlyInView;
  }
  /** Whether any filter is on. */
  get filtering(): boolean {
    return (
      this.#choices.length > 0 || this.#box !== undefined || this.#text !== '' || this.#onlyCertain
    );
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
    this.lastStep = {};
    void this.#hold();
  }

  setDraw(draw: Drawing): void {
    this.#draw = draw;
    this.lastStep = {};
    void this.#hold();
  }

  setUndated(undated: boolean): void {
    this.#undated = undated;
    this.lastStep = {};
    void this.#hold();
  }

  /** Leaves a value of a field out, or takes it in again. */
  toggle(field: string, value: string): void {
    this.#choices = toggled(this.#choices, field, value);
    this.#lookAsStep();
  }

  /** Shows all values of a field, or none. */
  chooseAll(field: string, all: boolean): void {
    this.#choices = chooseAll(this.#choices, field, all);
    this.#lookAsStep();
  }

  setText(text: string): void {
    this.#text = text;
    void this.#look();
  }

  setBox(box: Box | undefined): void {
    this.#box = box;
    this.#lookAsStep();
  }

  setColour(colour: string | undefined): void {
    this.#colour = colour;
    this.#lookAsStep();
  }

  setSize(size: string | undefined): void {
    this.#size = size;
    this.#lookAsStep();
  }

  clearFilters(): void {
    this.#choices = [];
    this.#box = undefined;
    this.#text = '';
    this.#onlyCertain = false;
    this.#lookAsStep();
  }

  #lookAsStep(): void {
    this.lastStep = {};
    void this.#look();
  }

  /** The map has come to rest somewhere else. */
  moved(camera: Camera, bounds: Box): void {
    this.camera = camera;
    this.viewBounds = bounds;
    if (this.dataset.tileset) void this.#see();
    if (this.#onlyInView || this.#draw !== 'signs') void this.#hold();
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
      undated: this.#undated,
    };
    return (await this.#ask(() => this.dataset.ask('pick', query))) ?? [];
  }

  /** Selects a row as a step of its own; by its record's number, should rows change meanwhile. */
  async select(row: number | undefined, number?: number): Promise<void> {
    if (await this.#show(row, number)) this.lastStep = {};
  }

  /** Shows a row's Details, or none; false where something else was to be shown meanwhile. */
  async #show(row: number | undefined, number?: number): Promise<boolean> {
    const turn = ++this.#selections;
    this.missing = undefined;
    if (row === undefined) {
      this.selected = undefined;
      return true;
    }
    const query = { row, number, window: this.interval };
    const details = await this.#ask(() => this.dataset.ask('details', query));
    if (turn !== this.#selections || !details) return false;
    this.selected = details;
    return true;
  }

  /** The view as a link holds it. */
  get view(): View {
    const { selected } = this;
    return {
      map: this.camera,
      date: this.#window,
      // What a tileset has no id for cannot be named.
      ...(selected && selected.number > 0 && { sel: `n${selected.number}` }),
      certain: this.#onlyCertain,
      trail: this.#trail,
      undated: this.#undated,
      ...(this.#text && { q: this.#text }),
      data: this.#data,
      // Of a tileset not all values are known.
      ...linkedChoices(this.#choices, this.dataset.tileset ? [] : this.summary.facets),
      ...(this.#colour !== this.#openingColour && { colour: this.#colour ?? '' }),
      ...(this.#size !== undefined && { size: this.#size }),
      draw: this.#draw,
      ...(this.#box && { box: this.#box }),
      inview: this.#onlyInView,
    };
  }

  /** A field of a link; undefined where the file has none of that name. */
  #known(name: string | undefined, fields: readonly { readonly name: string }[]) {
    const isKnown = this.dataset.tileset || fields.some((field) => field.name === name);
    return isKnown ? name : undefined;
  }

  /** Takes a view over from a link. */
  open(view: View): void {
    this.#data = view.data ?? this.#data;
    this.#window = view.date ?? this.#opening;
    this.#trail = view.trail ?? true;
    this.#onlyCertain = view.certain ?? false;
    this.#undated = view.undated ?? true;
    this.#draw = view.draw ?? 'signs';
    this.#onlyInView = view.inview ?? false;
    if (view.map) this.camera = view.map;
    const { facets, numbers } = this.summary;
    const wish = JSON.stringify(this.#wish());
    this.#text = view.q ?? '';
    this.#box = view.box;
    this.#size = this.#known(view.size, numbers);
    const colour = view.colour === '' ? undefined : this.#known(view.colour, facets);
    this.#colour = view.colour === '' ? undefined : (colour ?? this.#openingColour);
    this.#choices = choicesOf(view, (field) => this.#known(field, facets) !== undefined);
    if (JSON.stringify(this.#wish()) === wish) void this.#hold();
    else void this.#look();
    void this.#openSelection(view.sel);
  }

  async #openSelection(sel: string | undefined): Promise<void> {
    if (sel === undefined) {
      await this.#show(undefined);
      return;
    }
    const number = Number(selection.exec(sel)?.[1]);
    const row = Number.isNaN(number)
      ? undefined
      : await this.#ask(() => this.dataset.ask('find', number));
    if (row === undefined) this.missing = sel;
    else await this.#show(row, number);
  }

  async #ask<T>(question: () => Promise<T>): Promise<T | undefined> {
    try {
      return await question();
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      return undefined;
    }
  }

  #wish(): Look {
    return {
      colour: this.#colour,
      size: this.#size,
      choices: this.#choices,
      ...(this.#box && { box: fixedBox(this.#box) }),
      text: this.#text,
    };
  }

  /** Reads the tiles in view; while some are on their way only the last view waits. */
  async #see(): Promise<void> {
    const { tileset } = this.dataset;
    this.#seeAgain = true;
    if (this.seeing || !tileset) return;
    this.seeing = true;
    while (this.#seeAgain && this.camera && this.viewBounds) {
      this.#seeAgain = false;
      const view = { bounds: this.viewBounds, zoom: this.camera.zoom };
      const seen = await this.#ask(() => tileset.see(view, () => this.#wish()));
      if (!seen) continue;
      this.failure = seen.failure;
      this.summary = seen.summary;
      this.vertices = seen.vertices;
      this.marks = seen.marks;
      this.tileZoom = seen.zoom;
      await this.#hold();
      await this.#findAgain();
    }
    this.seeing = false;
  }

  /** The rows have changed; the record that is selected may be another one of them, or none. */
  async #findAgain(): Promise<void> {
    const { selected, missing } = this;
    this.picked = [];
    if (!selected) {
      // What a link named may lie in these tiles.
      if (missing !== undefined) await this.#openSelection(missing);
      return;
    }
    const row = await this.#ask(() => this.dataset.ask('find', selected.number));
    if (this.selected === selected) this.selected = { ...selected, row: row ?? -1 };
  }

  /** Filters, colours and sizes anew; of several wishes the last is shown. */
  async #look(): Promise<void> {
    const turn = ++this.#looks;
    this.lagging = true;
    const marks = await this.#ask(() => this.dataset.ask('look', this.#wish()));
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
        undated: this.#undated,
        ...(this.#onlyInView && this.viewBounds && { box: fixedBox(this.viewBounds) }),
        from,
        to,
      };
      const held = await this.#ask(() => this.dataset.ask('hold', query));
      if (held) this.held = held;
      const level = levelOf(this.#draw, this.camera?.zoom ?? 1);
      this.cells =
        level === undefined ? undefined : await this.#ask(() => this.dataset.ask('cells', level));
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

/** Of which grid the counts are drawn: density needs one whose cells are not seen as such. */
function levelOf(draw: Drawing, zoom: number): number | undefined {
  if (draw === 'signs') return undefined;
  return gridLevel(zoom) + (draw === 'density' ? 3 : 0);
}
