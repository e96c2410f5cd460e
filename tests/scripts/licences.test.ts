import { expect, test } from 'vitest';
import { describePackage, licenceProblems } from '../../scripts/licences.mjs';

const one = { name: 'a', version: '1.0.0', licence: 'MIT', author: '', home: '', text: 'MIT ...' };

test.each(['MIT', 'ISC', '(MIT OR GPL-3.0-only)', 'GPL-3.0-only OR Apache-2.0'])(
  '%s may be shipped',
  (licence) => {
    expect(licenceProblems([{ ...one, licence }])).toEqual([]);
  },
);

test.each(['', 'UNLICENSED', 'GPL-3.0-only', 'CC-BY-NC-4.0', 'MIT AND GPL-3.0-only'])(
  '"%s" may not',
  (licence) => {
    expect(licenceProblems([{ ...one, licence }])).toEqual([
      expect.stringContaining(`a 1.0.0: found licence "${licence}", expected one of`),
    ]);
  },
);

test('a licence without its text is no licence', () => {
  expect(licenceProblems([{ ...one, text: '' }])).toEqual([
    'a 1.0.0: found no text of its licence',
  ]);
});

test('a package is described by its own words, wherever its licence stands', () => {
  expect(describePackage('node_modules/svelte')).toMatchObject({
    name: 'svelte',
    licence: 'MIT',
    text: expect.stringContaining('Permission is hereby granted') as string,
  });
  // Its text is a section of its README.
  expect(describePackage('node_modules/murmurhash-js').text).toContain('Permission is hereby');
});
