/** What the reader looks at: one small state object that map, timeline, list and address share. */
import { indexAtlas, recordsIn, standpoint, type AtlasIndex, type Standpoint } from '../core/atlas';
import { contents } from '../core/containment';
import { boundsOf, meets } from '../core/extent';
import {
  categoriesOf,
  noFilter,
  passes,
  passesIn,
  type Contents,
  type Filter,
} from '../core/filter';
import type { Actor, Atlas, AtlasRecord, Chapter, Place } from '../core/model';
import type { Scene } from '../core/replay';
import type { Interval } from '../core/span';
import {
  formatWindow,
  intervalOf,
  isOutside,
  parseWindow,
  windowAt,
  type Window,
} from '../core/window';
import type { Camera } from './camera';
import type { Layout, Split, View } from './link';
import { Rest } from './rest';
import {
  isAtStep,
  stepOf,
  usualRoom,
  withoutStep,
  type Room,
  type Step as StoryStep,
} from './step';

/** How a change enters the history: a new entry, or in place of the present one. */
export type Step = 'push' | 'replace';

/** A wish that the map show something; a new object each time. */
export interface Focus {
  readonly ids: readonly string[];
}

/** What is read of a window, beside what the map draws of it. */
export interface Reading {
  readonly window: Window;
  readonly scene: Scene | undefined;
  readonly held: readonly Standpoint[];
  readonly present: readonly Standpoint[];
  readonly listed: readonly Standpoint[];
  readonly undated: readonly AtlasRecord[];
}

export class Explorer {
  readonly atlas: Atlas;
  readonly index: AtlasIndex;
  /** Which places lie in which. */
  readonly contents: Contents;
  /** What a reader's file calls its records, as it comes; empty for the atlas itself. */
  readonly categories: readonly string[];
  readonly #opening: Window;

  #window: Window = $state.raw({ kind: 'all' });
  #selectedId = $state<string>();
  #actorId = $state<string>();
  #trail = $state(true);
  #layout = $state<Layout>('map');
  #showsUndated = $state(true);
  #scene = $state.raw<Scene>();
  #filter = $state.raw<Filter>(noFilter);
  /** What the link says is shown; an explorer shows the same all its life. */
  #data: View['data'];
  /** The last change that was a step of its own, for the address bar; a new object each time. */
  lastStep = $state.raw<object>({});
  camera = $state.raw<Camera>();
  hoveredId = $state<string>();
  /** The words by which the table is narrowed. */
  words = $state('');
  /** Whether the list leaves out what the map does not show. */
  onlyInView = $state(false);
  /** What the map shows: west, south, east, north. */
  viewBounds = $state.raw<readonly [number, number, number, number]>();
  focus = $state.raw<Focus>();
  /** A wish that the map fly to a camera; a new object each time. */
  flight = $state.raw<Camera>();
  #step = $state.raw<StoryStep>();
  /** Whether what is selected is a chapter's doing, to be marked and not yet opened. */
  #marksOnly = $state(false);
  #compare = $state.raw<Window>();
  #split = $state<Split>('swipe');
  /** What is read while time is passing: that of before. */
  #before = $state.raw<Reading>();
  readonly #rest = new Rest();
  /** How large the map is, in pixels: the steps of the story are drawn for a large one. */
  room: () => Room = () => usualRoom;

  /** The window's days. */
  readonly interval: Interval = $derived.by(() => intervalOf(this.#window, this.atlas.span));
  /** Whether the window lies outside of the atlas, of which the source tells nothing. */
  readonly isOutside: boolean = $derived.by(() => isOutside(this.interval, this.atlas.span));
  /** The records that pass the filter, at any time. */
  readonly records: readonly AtlasRecord[] = $derived.by(() =>
    this.atlas.records.filter((record) => passes(record, this.#filter, this.contents)),
  );
  /** What holds or may hold in the window, in order of time, whatever the filter; in a replay, so far. */
  readonly held: readonly Standpoint[] = $derived.by(() => {
    if (this.isOutside) return [];
    const scene = this.#scene;
    const all = recordsIn(this.atlas.records, this.interval);
    return scene ? all.filter(({ record }) => scene.present.has(record.id)) : all;
  });
  /** What of it passes the filter: what the map, the list and the counts show. */
  readonly present: readonly Standpoint[] = $derived.by(() =>
    this.held.filter((standpoint) => passesIn(standpoint, this.#filter, this.contents)),
  );
  /** What of it the list shows: all, or only what meets the map's view. */
  readonly listed: readonly Standpoint[] = $derived.by(() => {
    const view = this.viewBounds;
    if (!this.onlyInView || !view) return this.present;
    return this.present.filter(({ record }) => {
      const bounds = boundsOf(record.id, this.index);
      return bounds !== undefined && meets(bounds, view);
    });
  });
  /** Undated records that pass the filter, while the reader wants them; a replay has none. */
  readonly undated: readonly AtlasRecord[] = $derived.by(() =>
    this.#showsUndated && !this.#scene && !this.#filter.certain
      ? this.records.filter(({ spans }) => spans.length === 0)
      : [],
  );
  /**
   * What list, legend and counts show: the window, or while time is passing the one before it, with
   * its own name. To build them anew at each step of a drag would hold up the map and the slider.
   */
  readonly reading: Reading = $derived.by(
    () =>
      this.#before ?? {
        window: this.#window,
        scene: this.#scene,
        held: this.held,
        present: this.present,
        listed: this.listed,
        undated: this.undated,
      },
  );
  /** What is marked because it is pointed at: a record, a place, or what an actor has a part in. */
  readonly hoveredIds: readonly string[] = $derived.by(() => {
    const id = this.hoveredId;
    if (id === undefined) return [];
    if (this.index.records.has(id) || this.index.places.has(id)) return [id];
    return this.present.flatMap(({ record }) => (record.actors.includes(id) ? record.id : []));
  });
  /** What the map draws: the present, and the undated as what may hold at any time. */
  readonly drawn: readonly Standpoint[] = $derived.by(() => [
    ...this.present,
    ...this.undated.map((record): Standpoint => ({ record, activity: 'possible' })),
  ]);
  /** The selected record, if what is selected is a record. */
  readonly selectedRecord: AtlasRecord | undefined = $derived.by(() =>
    this.#selectedId === undefined ? undefined : this.index.records.get(this.#selectedId),
  );
  /** The selected place, if what is selected is a place. */
  readonly selectedPlace: Place | undefined = $derived.by(() =>
    this.#selectedId === undefined ? undefined : this.index.places.get(this.#selectedId),
  );
  /** The actor whose card is open; then no record or place is selected. */
  readonly selectedActor: Actor | undefined = $derived.by(() =>
    this.#actorId === undefined ? undefined : this.index.actors.get(this.#actorId),
  );
  /**
   * What Details show, as a text that changes with it; undefined while there are none: what a chapter
   * selects is marked only.
   */
  readonly detailed: string | undefined = $derived.by(() => {
    if (this.#marksOnly) return undefined;
    return this.#actorId === undefined ? this.#selectedId : `actor ${this.#actorId}`;
  });

  /** An explorer of an atlas; `like` is another one of it, with which it shares its tables. */
  constructor(atlas: Atlas, like?: Explorer) {
    this.atlas = atlas;
    this.index = like?.index ?? indexAtlas(atlas);
    this.contents = like?.contents ?? contents(atlas.places);
    this.categories = categoriesOf(atlas.records);
    this.#opening = parseWindow(atlas.opening.date) ?? { kind: 'all' };
    this.#window = this.#opening;
  }

  get window(): Window {
    return this.#window;
  }

  get selectedId(): string | undefined {
    return this.#selectedId;
  }

  get trail(): boolean {
    return this.#trail;
  }

  get showsUndated(): boolean {
    return this.#showsUndated;
  }

  setShowsUndated(shows: boolean): void {
    this.#showsUndated = shows;
    this.lastStep = {};
  }

  /** The scene of the replay that is shown, if one is. */
  get scene(): Scene | undefined {
    return this.#scene;
  }

  /** Shows a scene of the replay: its year, and what has begun by then. */
  showScene(scene: Scene): void {
    this.#arrive();
    this.#scene = scene;
    this.#window = scene.window;
  }

  /** Whether time is passing: what is read follows when it rests. */
  get passing(): boolean {
    return this.#before !== undefined;
  }

  /** Shows a window in passing, as the handle of a slider does. */
  passTo(window: Window, step: Step): void {
    this.#before ??= this.reading;
    this.#show(window, step);
    this.#rest.wait(() => this.#arrive());
  }

  /** Time rests. */
  #arrive(): void {
    this.#rest.stop();
    this.#before = undefined;
  }

  /** Shows a window whole; this ends a replay's scene. */
  setWindow(window: Window, step: Step = 'push'): void {
    this.#arrive();
    this.#show(window, step);
  }

  #show(window: Window, step: Step): void {
    this.#scene = undefined;
    if (formatWindow(window) === formatWindow(this.#window)) return;
    this.#window = window;
    if (step === 'push') this.lastStep = {};
  }

  setTrail(trail: boolean): void {
    this.#trail = trail;
    this.lastStep = {};
  }

  /** The actor whose path is followed, if one is. */
  get followed(): Actor | undefined {
    return this.#filter.actor === undefined ? undefined : this.index.actors.get(this.#filter.actor);
  }

  /** Whether records are shown on the map or as a table. */
  get layout(): Layout {
    return this.#layout;
  }

  setLayout(layout: Layout): void {
    this.#layout = layout;
    this.lastStep = {};
  }

  get filter(): Filter {
    return this.#filter;
  }

  /** Changes parts of the filter. */
  setFilter(change: Partial<Filter>): void {
    this.#arrive();
    this.#filter = this.#known({ ...this.#filter, ...change });
    this.lastStep = {};
  }

  /** A filter without actors or places that the atlas does not have. */
  #known(filter: Filter): Filter {
    const { actor, place, category } = filter;
    return {
      ...filter,
      actor: actor !== undefined && this.index.actors.has(actor) ? actor : undefined,
      place: place !== undefined && this.index.places.has(place) ? place : undefined,
      category: this.categories.find((known) => known === category),
    };
  }

  /** Narrows everything to an actor, and shows where the records of the window are. */
  follow(actor: string | undefined): void {
    this.setFilter({ actor });
    const ids = this.present.map(({ record }) => record.id);
    if (actor !== undefined && ids.length > 0) this.focus = { ids };
  }

  /** Selects a record or a place; unknown ids are ignored. */
  select(id: string | undefined, options: { focus?: boolean } = {}): void {
    if (id !== undefined && !this.index.records.has(id) && !this.index.places.has(id)) return;
    // What is selected is to be found in the list.
    this.#arrive();
    if (options.focus && id !== undefined) this.focus = { ids: [id] };
    this.#marksOnly = false;
    const record = id === undefined ? undefined : this.index.records.get(id);
    // What is selected already may be out of time by now.
    if (record) this.bringIntoTime(record);
    if (id === this.#selectedId && this.#actorId === undefined) return;
    this.#selectedId = id;
    this.#actorId = undefined;
    this.lastStep = {};
  }

  /** Opens the card of an actor in place of what is selected; unknown ids are ignored. */
  selectActor(id: string): void {
    if (!this.index.actors.has(id) || id === this.#actorId) return;
    this.#marksOnly = false;
    this.#selectedId = undefined;
    this.#actorId = id;
    this.lastStep = {};
  }

  /** Moves the window to a record that it does not hold, as a step; a wider window becomes a year. */
  bringIntoTime(record: AtlasRecord): void {
    if (this.#bring(record)) this.lastStep = {};
  }

  #bring(record: AtlasRecord): boolean {
    const span = record.spans[0];
    // Of two dates that are compared neither gives way.
    if (this.#compare) return false;
    if (!span || this.held.some((there) => there.record.id === record.id)) return false;
    this.#arrive();
    this.#scene = undefined;
    const { activity } = this.standpointOf(record);
    if (!this.isOutside && (activity === 'certain' || activity === 'possible')) return false;
    const precision = this.#window.kind === 'month' ? 'month' : 'year';
    this.#window = windowAt(Math.max(span.earliestStart, this.atlas.span.from), precision);
    return true;
  }

  /** How the selected record stands to the window. */
  standpointOf(record: AtlasRecord): Standpoint {
    return standpoint(record, this.interval);
  }

  /** The chapter of the story that is read, if one is. */
  get chapter(): Chapter | undefined {
    return this.#step?.chapter;
  }

  /** Whether the chapter asks to be replayed. */
  get stepPlays(): boolean {
    return this.#step?.plays ?? false;
  }

  /** Whether the reader has moved away from what the chapter shows. */
  get hasStrayed(): boolean {
    return this.#step !== undefined && !isAtStep(this.whole, this.#step);
  }

  /** Reads a chapter, and goes to what it shows; without one, leaves the story and stays here. */
  read(id: string | undefined, step: Step = 'push'): void {
    const next = stepOf(this.atlas.chapters, id, this.room());
    if (next) {
      this.open(next.view);
      this.flight = next.view.map;
      this.#marksOnly = true;
    }
    this.#step = next;
    if (step === 'push') this.lastStep = {};
  }

  /** The second window, while two are compared. */
  get compare(): Window | undefined {
    return this.#compare;
  }

  get split(): Split {
    return this.#split;
  }

  /** Compares with a second window, or with none. */
  setCompare(compare: Window | undefined, split: Split = this.#split): void {
    this.#compare = compare;
    this.#split = split;
    this.lastStep = {};
  }

  /** The view as a link holds it. The date is always there: what an atlas opens with may change. */
  get view(): View {
    return withoutStep(this.whole, this.#step);
  }

  /** The view in full, whether or not its chapter says the same. */
  get whole(): View {
    return {
      map: this.camera,
      date: this.#window,
      sel: this.#selectedId,
      kinds: this.#filter.groups,
      standing: this.#filter.standings,
      certain: this.#filter.certain,
      actor: this.#filter.actor,
      place: this.#filter.place,
      category: this.#filter.category,
      who: this.#actorId,
      view: this.layout,
      undated: this.#showsUndated,
      trail: this.#trail,
      q: this.words,
      chapter: this.#step?.chapter.id,
      compare: this.#compare,
      split: this.#compare && this.#split,
      data: this.#data,
    };
  }

  /** What a link without a map position is about: what is selected, or what it is narrowed to. */
  #subjects(): readonly string[] {
    if (this.#selectedId !== undefined) return [this.#selectedId];
    const { actor, place, category } = this.#filter;
    const isNarrowed = [actor, place, category].some((part) => part !== undefined);
    return isNarrowed ? this.present.map(({ record }) => record.id) : [];
  }

  /** Takes a view over from a link: what it leaves out goes back to the default. */
  open(link: View): void {
    this.#arrive();
    this.#step = stepOf(this.atlas.chapters, link.chapter, this.room());
    const view = this.#step && !link.date ? { ...this.#step.view, ...link } : link;
    this.#marksOnly = view !== link && link.sel === undefined;
    this.#compare = view.compare;
    this.#split = view.split ?? 'swipe';
    this.#data = view.data ?? this.#data;
    this.#scene = undefined;
    this.#window = view.date ?? this.#opening;
    this.#trail = view.trail ?? true;
    this.#showsUndated = view.undated ?? true;
    this.#filter = this.#known({
      groups: view.kinds ?? noFilter.groups,
      standings: view.standing ?? noFilter.standings,
      certain: view.certain ?? false,
      actor: view.actor,
      place: view.place,
      category: view.category,
    });
    this.#layout = view.view ?? 'map';
    this.words = view.q ?? '';
    const known =
      view.sel !== undefined &&
      (this.index.records.has(view.sel) || this.index.places.has(view.sel));
    this.#selectedId = known ? view.sel : undefined;
    const isCard = !known && view.who !== undefined && this.index.actors.has(view.who);
    this.#actorId = isCard ? view.who : undefined;
    if (!view.date && this.selectedRecord) this.#bring(this.selectedRecord);
    this.camera = view.map;
    if (!view.map) this.focus = { ids: this.#subjects() };
  }
}
