import { expect, test } from 'vitest';
import { fileStem, fileTitle } from '../../src/lib/ui/crowd/file-title';

test.each([
  ['events.csv', 'events.csv', 'events'],
  ['Ereignisse (März) 2001.csv', 'Ereignisse (März) 2001.csv', 'Ereignisse-März-2001'],
  ['घटनाएँ.geojson', 'घटनाएँ.geojson', 'घटनाएँ'],
  ['.csv', '.csv', 'records'],
  ['https://example.org/a/t.pmtiles?key=secret/b', 't.pmtiles', 't'],
  ['https://example.org/M%C3%A4rz.pmtiles', 'März.pmtiles', 'März'],
  ['https://example.org/100%.pmtiles', '100%.pmtiles', '100'],
  ['https://example.org/', 'example.org', 'example'],
])('%s is called %s, and files made of it begin with %s', (file, title, stem) => {
  expect(fileTitle(file)).toBe(title);
  expect(fileStem(file)).toBe(stem.normalize('NFC'));
});
