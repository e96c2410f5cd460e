// Which packages a built site is made of, and whether their licences allow that.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Written by each build, read by the page of licences and by `npm run check:licences`. */
export const shippedFile = '.svelte-kit/shipped.json';

/** Licences that let anybody use, change and pass on what is built. A new one is looked at first. */
export const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
]);

/** Packages that come as one file with others already in it; its source maps say which. */
const bundles = new Set(['maplibre-gl']);

/** The folder of the package that a module stands in; undefined for the project's own. */
function packageFolder(id) {
  const path = id.replaceAll('\\', '/').replace(/^(\0|\/@fs)/, '');
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
  return found?.[1] === undefined ? undefined : resolve(found[1]);
}

/** Where a dependency of a package is installed, as Node looks for it. */
function installed(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
    if (folder === dirname(folder)) throw new Error(`${name}: is in ${from}, but not installed`);
  }
}

function manifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** The text of a package's licence, and of a notice where there is one; else that of its README. */
function textOf(folder) {
  const files = readdirSync(folder).sort();
  const texts = files
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length > 0) return texts.join('\n\n');
  const readme = files.find((file) => /^readme/i.test(file));
  const section = /^#+ *licen[cs]e[^\n]*\n([^]+?)(?=^#|(?![^]))/im;
  const said = readme && section.exec(readFileSync(join(folder, readme), 'utf8'))?.[1]?.trim();
  return said || keptText(folder);
}

/** The text that a package's own repository has, of one that comes without; empty where none is kept. */
function keptText(folder) {
  const kept = join(import.meta.dirname, 'licence-texts', `${manifest(folder).name}.txt`);
  return existsSync(kept) ? readFileSync(kept, 'utf8').trim() : '';
}

/**
 * What a package says about itself.
 * @param {string} folder
 */
export function describePackage(folder) {
  const { name, version, license, author, homepage, repository } = manifest(folder);
  const source = typeof repository === 'string' ? repository : repository?.url;
  const home = homepage ?? source?.replace(/^git\+/, '').replace(/\.git$/, '');
  return {
    name,
    version,
    licence: typeof license === 'string' ? license : (license?.type ?? ''),
    author: typeof author === 'string' ? author.replace(/ *[<(].*/, '') : (author?.name ?? ''),
    home: /^https?:/.test(home ?? '') ? home : '',
    text: textOf(folder),
  };
}

/** The packages that a bundle has in it. */
function inside(folder) {
  const maps = readdirSync(join(folder, 'dist')).filter((file) => /(?<!dev\.mjs)\.map$/.test(file));
  const names = maps.flatMap((file) => {
    const { sources } = JSON.parse(readFileSync(join(folder, 'dist', file), 'utf8'));
    return sources.map((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1]);
  });
  if (maps.length === 0) throw new Error(`${folder}: found no source map that says what is in it`);
  return [...new Set(names)].filter(Boolean).map((name) => installed(name, folder));
}

/** The folders of the packages of this build: workers are bundled apart, and before the page. */
const noted = new Set();

/**
 * A Vite plugin that notes which packages the scripts, styles and fonts of the site come from. The
 * bundles of workers need it among their own plugins.
 * @returns {import('vite').Plugin}
 */
export function notePackages() {
  let isSite = false;
  return {
    name: 'note-packages',
    apply: 'build',
    configResolved: (config) => {
      isSite = !config.build.ssr;
    },
    generateBundle(_, bundle) {
      if (!isSite) return;
      const modules = Object.values(bundle).flatMap((part) =>
        part.type === 'chunk' ? part.moduleIds : part.originalFileNames,
      );
      const folders = modules.map(packageFolder).filter((folder) => folder !== undefined);
      const bundled = folders.filter((folder) => bundles.has(manifest(folder).name));
      for (const folder of [...folders, ...[...new Set(bundled)].flatMap(inside)])
        noted.add(folder);
      const packages = [...noted].map(describePackage).sort((a, b) => (a.name < b.name ? -1 : 1));
      mkdirSync(dirname(shippedFile), { recursive: true });
      writeFileSync(shippedFile, JSON.stringify(packages, undefined, 1));
    },
  };
}

/**
 * What is wrong with the licences of some packages, a line each.
 * @param {ReturnType<typeof describePackage>[]} packages
 */
export function licenceProblems(packages) {
  return packages.flatMap(({ name, version, licence, text }) => {
    const choices = licence.replace(/[()]/g, '').split(/ OR /);
    return [
      ...(choices.some((choice) => allowed.has(choice))
        ? []
        : [
            `${name} ${version}: found licence "${licence}", expected one of ${[...allowed].join(', ')}`,
          ]),
      ...(text ? [] : [`${name} ${version}: found no text of its licence`]),
    ];
  });
}
