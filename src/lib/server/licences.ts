/** The packages that the built site is made of, with the texts of their licences. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atlasFolder, curatedAtlas } from './atlas';

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly licence: string;
  readonly author: string;
  /** Empty where the package states none. */
  readonly home: string;
  readonly text: string;
}

/** Written while the scripts are built, which comes before the pages: `scripts/licences.mjs`. */
const file = join('.svelte-kit', 'shipped.json');

/** In the order of their names; none while the site is served for development. */
export function shippedPackages(): readonly ShippedPackage[] {
  if (!existsSync(file)) return [];
  return JSON.parse(readFileSync(file, 'utf8')) as ShippedPackage[];
}

/** The licence of a part of the project itself. */
export function ownLicence(path: string): string {
  return readFileSync(join(...path.split('/')), 'utf8').trim();
}

/** The licence of the atlas's data: the text in its folder, else the name in its header. */
export function atlasLicence(): string {
  const path = join(atlasFolder, 'LICENSE');
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : curatedAtlas().licence;
}
