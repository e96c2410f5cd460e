import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readAtlas, type AtlasFile, type AtlasRead } from '../../src/lib/io/atlas';
import { problemText } from '../../src/lib/io/problem';

export const smallAtlas = fileURLToPath(new URL('../fixtures/atlas-small/', import.meta.url));

/** The files of the small atlas: 3 places, 1 base, 2 movements, 2 events, nothing wrong. */
export function smallFiles(): AtlasFile[] {
  return readdirSync(smallAtlas).map((name) => ({
    name,
    text: readFileSync(`${smallAtlas}${name}`, 'utf8'),
  }));
}

/** Changes by place, `events.geojson features.0.properties.title`; undefined takes a member away. */
export type Patch = Readonly<Record<string, unknown>>;

/** A rule of the door: a patch that breaks it, and all that the door then says. */
export interface Row {
  readonly rule: string;
  readonly patch: Patch;
  readonly says: readonly string[];
}

/** The files of the small atlas with some values changed. */
export function patched(patch: Patch): AtlasFile[] {
  return smallFiles().map(({ name, text }) => {
    const changes = Object.entries(patch).filter(([place]) => place.startsWith(`${name} `));
    if (changes.length === 0) return { name, text };
    const value: unknown = JSON.parse(text);
    for (const [place, next] of changes) set(value, place.slice(name.length + 1).split('.'), next);
    return { name, text: JSON.stringify(value) };
  });
}

function set(value: unknown, path: readonly string[], next: unknown): void {
  const last = path.at(-1) ?? '';
  let target = value;
  for (const step of path.slice(0, -1)) target = member(target, step);
  if (typeof target !== 'object' || target === null) throw new Error(`no ${path.join('.')}`);
  if (next !== undefined) Reflect.set(target, last, next);
  else if (!Reflect.deleteProperty(target, last)) throw new Error(`no ${path.join('.')}`);
}

function member(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null || !(step in value))
    throw new Error(`no ${step}`);
  return Reflect.get(value, step);
}

/** The problems of an atlas as a person reads them. */
export function messages({ problems }: AtlasRead): string[] {
  return problems.map(problemText);
}

/** What the door says to the small atlas with some values changed. */
export function messagesOf(patch: Patch): string[] {
  return messages(readAtlas(patched(patch)));
}
