/** Files for the reader's door, made in the test that tries them. */
import type { Atlas, AtlasRecord } from '../../../src/lib/core/model';
import {
  openFile,
  type Asking,
  type Many,
  type OpenedFile,
  type Options,
} from '../../../src/lib/io/open/open';
import type { Mapping } from '../../../src/lib/io/open/mapping';
import { NotOpened } from '../../../src/lib/io/open/limits';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Opens a text, or bytes, under a name. */
export function open(
  content: string | Uint8Array,
  name: string,
  options?: Options,
): OpenedFile | Asking | Many {
  return openFile(typeof content === 'string' ? bytes(content) : content, name, options);
}

/** Opens a file about which there is nothing to ask. */
export function opened(content: string | Uint8Array, name: string): OpenedFile {
  const outcome = open(content, name);
  if (outcome.kind === 'opened') return outcome;
  const why = outcome.kind === 'question' ? outcome.question.guess.unclear.join(' ') : 'too many';
  throw new Error(`asked about ${name}: ${why}`);
}

/** Goes on with a file that is asked about. */
export function answered(asking: Asking, mapping: Mapping): OpenedFile {
  const outcome = asking.answer(mapping);
  if (outcome.kind === 'opened') return outcome;
  throw new Error('too many records');
}

/** The message with which a file is refused. */
export function refusal(content: string | Uint8Array, name: string): string {
  try {
    open(content, name);
  } catch (error) {
    if (error instanceof NotOpened) return error.message;
    throw error;
  }
  throw new Error(`${name} was opened`);
}

/** A GeoJSON collection as text. */
export function collection(...features: readonly unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features });
}

export function feature(geometry: unknown, properties: unknown, more: object = {}): object {
  return { type: 'Feature', geometry, properties, ...more };
}

export const point = (lon: number, lat: number): object => ({
  type: 'Point',
  coordinates: [lon, lat],
});

/** "title | time | where", in the order of time. */
export function told({ atlas }: OpenedFile): string[] {
  return atlas.records.map(({ title, whenText, at, from, to }) =>
    [title, whenText, whereOf(atlas, at, from, to)].join(' | '),
  );
}

function whereOf(
  { places }: Atlas,
  at: AtlasRecord['at'],
  from: AtlasRecord['from'],
  to: AtlasRecord['to'],
): string {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => places.find((place) => place.id === id)?.title ?? '?').join(', ');
  return from.length + to.length > 0 ? `${names(from)} > ${names(to)}` : names(at);
}

/** "row 3, lat: found x, expected y", with "skipped" before what is not shown. */
export function remarks({ report }: OpenedFile): string[] {
  return report.findings.map(
    ({ record, field, found, expected, skipped }) =>
      `${skipped ? 'skipped ' : ''}${record}, ${field}: found ${found}, expected ${expected}`,
  );
}
