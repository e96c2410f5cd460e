/** "source" beside "target" is where something begins; alone it is who says so. */
import { expect, test } from 'vitest';
import { opened, remarks } from './files';

test('who says so is no place', () => {
  const file = opened('title,date,lat,lon,source\nA,1999,1,2,Suetonius\n', 'sources.csv');
  expect(remarks(file)).toEqual([]);
  const [record] = file.atlas.records;
  expect(JSON.stringify(record?.fields)).toContain('Suetonius');
});

test('a source beside a target is', () => {
  const rows = 'A,,1,2,,\nB,,3,4,,\nMarch,1999,,,A,B\n';
  const file = opened(`title,date,lat,lon,source,target\n${rows}`, 'march.csv');
  expect(remarks(file)).toEqual([]);
  const march = file.atlas.records.find(({ title }) => title === 'March');
  expect(march?.kind).toBe('movement');
});
