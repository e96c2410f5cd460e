import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    // `BUILD_DIR`: where the site is written, so that a second atlas can be built beside the first.
    adapter: adapter({ pages: process.env.BUILD_DIR ?? 'build', fallback: '404.html' }),
    // The sub-path a host serves the site under, for instance "/trackway": one setting for all links.
    paths: { base: process.env.BASE_PATH ?? '', relative: true },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        // Kit's route announcer is the one element with a style attribute; this is its hash.
        'style-src': ['self'],
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        // Hosts from which a link may fetch data once the reader agrees: none unless the build says so.
        'connect-src': ['self', ...(process.env.DATA_HOSTS ?? '').split(/\s+/).filter(Boolean)],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'object-src': ['none'],
        'frame-src': ['self'],
        'base-uri': ['none'],
        'form-action': ['none'],
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'default'],
      },
    },
    // The map's state lives in the fragment, which names no element of the page.
    prerender: { handleMissingId: 'ignore' },
    typescript: {
      config: (config) => {
        config.include.push('../geodata/**/*.ts', '../scripts/**/*.ts', '../*.config.ts');
        config.exclude.push('../geodata/basemap/node_modules/**');
      },
    },
  },
};
