/** What is measured. A new row of the report is a new entry here, or a page of its own. */
import type { Sample } from './measure';
import { settle, type BenchPage } from './pages';

export interface Scenario {
  readonly id: string;
  /** The row's name in the report. */
  readonly name: string;
  readonly bench: BenchPage;
  /** Not measured: brings the page to where the action begins. */
  readonly prepare?: () => Promise<unknown>;
  readonly act: (year: number) => Promise<unknown>;
  /** Not measured: ends what the action began. */
  readonly finish?: () => Promise<unknown>;
  /** Whether the map comes to rest by itself; a replay does not. */
  readonly settles: boolean;
  /** What `act` does is a step from a year to one beside it: the page takes part in the walk. */
  readonly walks: boolean;
  /** Milliseconds between the action and the measurement. */
  readonly lead?: number;
  /** Whether a sample shows what is meant; another is taken in its place if not. */
  readonly accept?: (sample: Sample) => boolean;
}

/** Milliseconds of what goes on and on before it is measured. */
const lead = 400;

/** Ends what steps at every frame. */
async function stopSteps(bench: BenchPage): Promise<void> {
  await bench.page.evaluate(() => window.probe.stopSteps());
  await settle(bench);
}

const still = { settles: true, walks: false } as const;
const walking = { settles: true, walks: true } as const;

/** Repaints the map at every frame, by the same loop that draws the slider. */
function repaints(bench: BenchPage, id: string, name: string): Scenario {
  const { page } = bench;
  return {
    id,
    name,
    bench,
    act: () => page.evaluate(() => window.probe.stepAlways(window.probe.repaint, 0, 1)),
    lead,
    finish: () => stopSteps(bench),
    settles: false,
    walks: false,
  };
}

/** The page does nothing, then repaints its map once, then repaints at every frame. */
export function idleScenarios(bench: BenchPage): Scenario[] {
  const { page } = bench;
  return [
    { id: 'still', name: 'nothing happens', bench, act: () => Promise.resolve(), ...still },
    {
      id: 'idle',
      name: 'idle map: one repaint',
      bench,
      act: () => page.evaluate(() => window.probe.repaint()),
      ...still,
    },
    repaints(bench, 'idle-frames', 'idle map, repainting at every frame: the whole page'),
  ];
}

/** A year further by the arrow keys: the slider's own input and change events. */
export function stepScenario(bench: BenchPage, name = 'slider step', id = 'step'): Scenario {
  const slider = bench.page.getByRole('slider', { name: 'Year' });
  let at: number | undefined;
  return {
    id,
    name,
    bench,
    prepare: async () => {
      await slider.focus();
      at = Number(await slider.inputValue());
    },
    act: (year) => bench.page.keyboard.press(year > (at ?? year) ? 'ArrowRight' : 'ArrowLeft'),
    ...walking,
  };
}

/** The years between which the slider is drawn. */
export interface Years {
  readonly first: number;
  readonly last: number;
}

/**
 * The handle is drawn, a year at each frame: input events without the change that ends a drag. Where
 * nobody is `told`, there are no events: the map only repaints.
 */
function drag({ page }: BenchPage, years: Years, told = true): () => Promise<void> {
  return async () => {
    // Not by role: the search for it would be measured too.
    const input = await page.waitForSelector('input[type=range][aria-label=Year]');
    await input.evaluate(
      (element, { first, last, told }) => {
        const slider = element as HTMLInputElement;
        // As under a pointer: the year that it comes to is told beside it.
        slider.focus();
        window.probe.stepAlways(
          (year) => {
            slider.valueAsNumber = year;
            if (told) slider.dispatchEvent(new Event('input', { bubbles: true }));
            else window.probe.repaint();
          },
          first,
          last,
        );
      },
      { ...years, told },
    );
  };
}

/** The steps of a drag while it lasts, and what comes once it rests. */
export function dragScenarios(bench: BenchPage, years: Years): Scenario[] {
  const { page } = bench;
  const start = drag(bench, years);
  const finish = () => stopSteps(bench);
  const walks = false;
  return [
    {
      id: 'drag',
      name: 'dragging the slider, a step at each frame: the whole page',
      bench,
      act: start,
      lead,
      finish,
      settles: false,
      walks,
    },
    {
      id: 'thumb',
      name: 'the same, and nobody is told: the map repaints, and the slider its thumb',
      bench,
      act: drag(bench, years, false),
      lead,
      finish,
      settles: false,
      walks,
    },
    {
      id: 'rest',
      name: 'after a drag, once, until everything rests',
      bench,
      prepare: async () => {
        await start();
        await page.waitForTimeout(lead);
      },
      act: () => page.evaluate(() => window.probe.stopSteps()),
      settles: true,
      walks,
    },
  ];
}

/** A map with no page around it: it repaints at every frame, and a step of a drag at each of them. */
export function mapAloneScenarios(bench: BenchPage, years: Years): Scenario[] {
  return [
    repaints(bench, 'idle-map', 'idle map, repainting at every frame: the map alone'),
    {
      id: 'drag-map',
      name: 'dragging the slider, a step at each frame: the map alone',
      bench,
      act: () =>
        bench.page.evaluate(({ first, last }) => {
          const { naive } = window;
          if (naive) window.probe.stepAlways(naive.setYear, first, last);
        }, years),
      lead,
      finish: () => stopSteps(bench),
      settles: false,
      walks: false,
    },
  ];
}

/**
 * The replay from the scene that is shown; each measurement goes on with the next scene. Whole
 * seconds of it, and the frames of a growing line without the change of scene before them.
 */
export function replayScenarios(bench: BenchPage, name = 'replay', id = 'replay'): Scenario[] {
  const { page } = bench;
  const replay = {
    bench,
    // Not by role, nor by the pointer: the search for it would be measured too.
    act: () => page.locator('button.play').evaluate((button: HTMLElement) => button.click()),
    finish: async () => {
      // The date field pauses a replay, and does nothing to one that has come to its end.
      await page.getByRole('textbox', { name: 'Go to date' }).focus();
      await page.getByRole('slider', { name: 'Year' }).focus();
      await settle(bench);
    },
    settles: false,
    walks: false,
  };
  return [
    { id, name, ...replay },
    {
      id: `${id}-frames`,
      name: `${name}, a line growing`,
      lead: 250,
      accept: ({ frames }) => frames > 3,
      ...replay,
    },
  ];
}

/** The same step while the map takes no notice: what list, timeline and address bar cost. */
export async function pageScenario(bench: BenchPage): Promise<Scenario> {
  await bench.page.evaluate(() => window.probe.mute());
  return stepScenario(bench, 'slider step, page without its map', 'page');
}

/** A year further where time is a filter, or a state, of features that stay. */
export function naiveScenario(bench: BenchPage, name: string, id: string): Scenario {
  return {
    id,
    name,
    bench,
    act: (year) => bench.page.evaluate((value) => window.naive?.setYear(value), year),
    ...walking,
  };
}
