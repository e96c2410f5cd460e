// What a build does so that the first load of a page is small.

const never = '\0never';

/**
 * Kit links in a page the styles of every part that the server's code can reach, also of those that
 * only browsers fetch, later. In the server's build these lead nowhere; in browsers they bring their
 * styles with them.
 * @type {import('vite').Plugin}
 */
const laterWithStyles = {
  name: 'later-with-styles',
  enforce: 'pre',
  applyToEnvironment: ({ config }) => config.consumer === 'server',
  resolveId: (source, _importer, { kind }) =>
    kind === 'dynamic-import' && source.endsWith('.svelte') ? never : undefined,
  load: (id) => (id === never ? 'export default undefined;' : undefined),
};

/**
 * Small files compress badly, and cost a request each. What is loaded together is one file: what every
 * page needs, what the atlas shares with other pages, and the rest that the atlas needs at first. What
 * is fetched later is left as the bundler splits it.
 * @returns {import('vite').Plugin}
 */
function fewFiles() {
  const [site, atlas, others] = [new Set(), new Set(), new Set()];
  return {
    name: 'few-files',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    buildEnd() {
      const reach = (found, id) => {
        if (found.has(id)) return;
        found.add(id);
        for (const next of this.getModuleInfo(id)?.importedIds ?? []) reach(found, next);
      };
      for (const id of this.getModuleIds()) {
        if (/\/entry\.js$|\/client-optimized\/app\.js$|\/routes\/\+layout\.svelte$/.test(id))
          reach(site, id);
        else if (/\/routes\/\+page\.(svelte|ts)$/.test(id)) reach(atlas, id);
        else if (/\/routes\/.+\/\+page\.(svelte|ts)$/.test(id)) reach(others, id);
      }
      // It names all pages. In a file that the pages import, what these share would be taken for
      // something that comes later, and be told to no browser in advance.
      for (const id of site) if (id.endsWith('/client-optimized/app.js')) site.delete(id);
    },
    outputOptions: (options) => ({
      ...options,
      codeSplitting: {
        groups: [
          { name: 'site', priority: 3, test: (id) => site.has(id) },
          { name: 'shared', priority: 2, test: (id) => atlas.has(id) && others.has(id) },
          { name: 'atlas', priority: 1, test: (id) => atlas.has(id) },
        ],
      },
    }),
  };
}

export const lightFirstLoad = [laterWithStyles, fewFiles()];
