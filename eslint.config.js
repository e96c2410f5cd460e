import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The folders of src/lib, in the order of dependence: each imports only from those before it. */
const folders = ['core', 'io', 'view', 'map', 'ui'];

const direction = folders.map((folder, index) => ({
  files: [`src/lib/${folder}/**/*.{ts,svelte}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: [
              ...folders.slice(index + 1).map((later) => `../${later}/*`),
              '$lib/*',
              '**/routes/**',
              '**/geodata/**',
            ],
            message: `Direction is core -> io -> view -> map -> ui -> routes: src/lib/${folder} imports only from folders to its left, by relative paths.`,
          },
          ...(folder === 'core' || folder === 'io'
            ? [
                {
                  group: ['svelte', 'svelte/*', 'maplibre-gl', '$app/*'],
                  message: `src/lib/${folder} is plain TypeScript: no Svelte, no MapLibre, no DOM.`,
                },
              ]
            : []),
        ],
      },
    ],
  },
}));

export default ts.config(
  {
    ignores: [
      'build/',
      'build-second/',
      '.svelte-kit/',
      'static/',
      'geodata/basemap/node_modules/',
      'test-results/',
      'playwright-report/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-console': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ['scripts/**', 'geodata/**', 'tests/bench/**', 'tests/firefox/**'],
    rules: { 'no-console': 'off' },
  },
  ...direction,
);
