/** The results as Markdown, with the words of the machine that they come from. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type, arch } from 'node:os';
import type { Sample } from './measure';
import { median, quantile } from './stats';

export interface Row {
  readonly id: string;
  readonly name: string;
  readonly samples: readonly Sample[];
}

const digits = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
const middle = (values: readonly number[]): string =>
  `${digits(median(values))} (${digits(quantile(values, 0.25))}–${digits(quantile(values, 0.75))})`;

function samplesOf(rows: readonly Row[], id: string): readonly Sample[] {
  const row = rows.find((entry) => entry.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row.samples;
}

/** How a row compares to the idle map: by the medians, and the quartiles of the rounds' own ratios. */
function ratio(values: readonly number[], idle: readonly number[]): string {
  const rounds = values.map((value, k) => value / (idle[k] ?? NaN));
  const quartiles = `${quantile(rounds, 0.25).toFixed(1)}–${quantile(rounds, 0.75).toFixed(1)}`;
  return `${(median(values) / median(idle)).toFixed(1)} (${quartiles})`;
}

const task = (samples: readonly Sample[]): number[] => samples.map((sample) => sample.task);
const perFrame = (samples: readonly Sample[]): number[] =>
  samples.map((sample) => sample.task / sample.shares);
const perSecond = (samples: readonly Sample[]): number[] =>
  samples.map((sample) => sample.task / sample.seconds);

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, k) => (k ? '---:' : '---'))), ...lines.map(line)].join(
    '\n',
  );
}

/** Rows of one action each: a step, or a repaint. */
export function stepTable(rows: readonly Row[]): string {
  const idle = task(samplesOf(rows, 'idle'));
  const of = (samples: readonly Sample[], key: keyof Sample): number[] =>
    samples.map((sample) => sample[key]);
  return table(
    [
      'one step',
      'main thread, ms',
      'x idle map',
      'of it script, ms',
      'styles and layout, ms',
      'frames',
      'settled after, ms',
      '`setData`',
      'worker messages',
    ],
    rows.map(({ name, samples }) => [
      name,
      middle(task(samples)),
      ratio(task(samples), idle),
      digits(median(of(samples, 'script'))),
      digits(median(of(samples, 'layout'))),
      digits(median(of(samples, 'frames'))),
      median(of(samples, 'settle')) > 0 ? middle(of(samples, 'settle')) : '–',
      digits(median(of(samples, 'setData'))),
      digits(median(of(samples, 'messages'))),
    ]),
  );
}

/** Rows that draw frame after frame. */
export function frameTable(rows: readonly Row[]): string {
  const idle = samplesOf(rows, 'idle-frames');
  return table(
    [
      'frame after frame',
      'main thread per frame or step, ms',
      'x idle frame',
      'main thread per second, ms',
      'x idle second',
      'frames per second',
      'worker messages per second',
    ],
    rows.map(({ name, samples }) => [
      name,
      middle(perFrame(samples)),
      ratio(perFrame(samples), perFrame(idle)),
      middle(perSecond(samples)),
      ratio(perSecond(samples), perSecond(idle)),
      digits(median(samples.map((sample) => sample.frames / sample.seconds))),
      digits(median(samples.map((sample) => sample.messages / sample.seconds))),
    ]),
  );
}

/**
 * The budget of a slider step, judged where the page has to stay fluid, at a step of a drag: as for
 * large files, it compares a map with the same map idle. What the page around it adds is said beside
 * it, and so is what comes when time rests.
 */
export function budgetLine(rows: readonly Row[], budget: number, records: number): string {
  const middleOf = (id: string, of: (samples: readonly Sample[]) => number[]): number =>
    median(of(samplesOf(rows, id)));
  const step = (id: string): string =>
    `${(middleOf(id, task) / middleOf('idle', task)).toFixed(1)}x`;
  const drag = (id: string, idle: string): number =>
    middleOf(id, perFrame) / middleOf(idle, perFrame);
  const map = drag('drag-map', 'idle-map');
  return [
    `**Budget:** main-thread cost of a slider step <= ${budget}x the idle map, in the same run. ` +
      `At ${records} records, while the slider is drawn:`,
    '',
    `- the map: ${map.toFixed(1)}x, **${map <= budget ? 'met' : 'not met'}**`,
    `- the page with slider, date, and what is told of the year, beside the page with its map idle: ` +
      `${drag('drag', 'idle-frames').toFixed(1)}x`,
    '',
    'When time rests, for which there is no budget:',
    '',
    `- after a drag, once: ${step('rest')} an idle repaint`,
    `- after a single step, with the step: ${step('step')}`,
    `- of that, the map with its labels: ${step('own')}`,
  ].join('\n');
}

export function machineLine(browser: string, steps: number, seed: number): string {
  const [cpu] = cpus();
  return (
    `${cpu?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, ` +
    `${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${arch()}; Chromium ${browser}, headless, ` +
    `software GL (ANGLE on SwiftShader); ${steps} steps each after warm-up, seed ${seed}.`
  );
}

/** Puts the results between the markers of a Markdown file, and leaves the rest as it is. */
export function writeBetween(file: string, name: string, text: string): void {
  const [from, to] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const old = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [start, end] = [old.indexOf(from), old.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`${file}: found no ${from} and ${to}`);
  writeFileSync(file, `${old.slice(0, start + from.length)}\n\n${text}\n\n${old.slice(end)}`);
}
