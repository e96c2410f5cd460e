/**
 * What runs inside a measured page: it notes when the map last drew and came to rest, and counts
 * what a step asks of it. It adds no frame and no timer of its own.
 */

/** The part of a MapLibre map that the bench needs. */
export interface ProbedMap {
  /** Where a state arrives, whether by the map's own method or not. */
  style: object;
  on: (event: 'render' | 'idle', listener: () => void) => unknown;
  triggerRepaint: () => void;
}

/** What has happened since the probe was last reset. */
export interface Counts {
  /** Frames that the map drew. */
  frames: number;
  /** Messages to MapLibre's workers. */
  messages: number;
  setData: number;
  setFilter: number;
  setFeatureState: number;
  /** Steps of a drag. */
  steps: number;
}

export interface Probe extends Counts {
  map: ProbedMap | undefined;
  startedAt: number;
  renderedAt: number;
  idleAt: number;
  attach: (map: ProbedMap) => void;
  reset: () => void;
  /** The map's work is done: it came to rest after the last frame it drew. */
  settled: () => boolean;
  repaint: () => void;
  /** From now on the map ignores what it is told to show. */
  mute: () => void;
  /** Steps to another year at every frame from now on, forth and back between two, until stopped. */
  stepAlways: (step: (year: number) => void, first: number, last: number) => void;
  stopSteps: () => void;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Installs `window.probe`. Playwright sends its source to the page, so it refers to nothing else. */
export function installProbe(): void {
  type Method = (...values: unknown[]) => unknown;
  const count = (target: object, method: string, key: keyof Counts): void => {
    const methods = target as Record<string, Method | undefined>;
    const original = methods[method];
    if (!original) throw new Error(`the map has no ${method}`);
    methods[method] = function (this: unknown, ...values: unknown[]) {
      probe[key] += 1;
      return original.apply(this, values);
    };
  };
  const sourceOf = (map: ProbedMap): object =>
    (map as unknown as { getSource: (id: string) => object }).getSource('story-lines');
  let [isStepping, stepping] = [false, 0];
  const probe: Probe = {
    frames: 0,
    messages: 0,
    setData: 0,
    setFilter: 0,
    setFeatureState: 0,
    steps: 0,
    map: undefined,
    startedAt: 0,
    renderedAt: 0,
    idleAt: 0,
    attach(map) {
      if (probe.map) return;
      probe.map = map;
      map.on('render', () => {
        probe.frames += 1;
        probe.renderedAt = performance.now();
      });
      map.on('idle', () => {
        probe.idleAt = performance.now();
      });
      count(map, 'setFilter', 'setFilter');
      count(map.style, 'setFeatureState', 'setFeatureState');
      const sources = Object.getPrototypeOf(sourceOf(map)) as object;
      count(sources, 'setData', 'setData');
    },
    reset() {
      probe.frames = probe.messages = probe.steps = 0;
      probe.setData = probe.setFilter = probe.setFeatureState = 0;
      probe.startedAt = probe.renderedAt = probe.idleAt = performance.now();
    },
    settled: () => probe.idleAt >= probe.renderedAt,
    repaint: () => probe.map?.triggerRepaint(),
    mute() {
      const { map } = probe;
      if (!map) return;
      const source = sourceOf(map);
      for (const [target, method] of [
        [map.style, 'setFeatureState'],
        [map, 'triggerRepaint'],
        [Object.getPrototypeOf(source) as object, 'setData'],
      ] as const) {
        (target as Record<string, Method>)[method] = () => undefined;
      }
    },
    stepAlways(step, first, last) {
      isStepping = true;
      let [year, by] = [first, 1];
      // Between two frames, as input comes: the next one draws it. From within a frame, every other
      // step would be drawn together with the one before it.
      const again = (): void => {
        if (!isStepping) return;
        stepping = requestAnimationFrame(() => setTimeout(again));
        if (year + by > last || year + by < first) by = -by;
        year += by;
        probe.steps += 1;
        step(year);
      };
      again();
    },
    stopSteps: () => {
      isStepping = false;
      cancelAnimationFrame(stepping);
    },
  };
  window.probe = probe;
  count(Worker.prototype, 'postMessage', 'messages');
}
