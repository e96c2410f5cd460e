import { expect, test } from 'vitest';
import { grouped, matchingFindings, reportCsv, summaryText } from '../../../src/lib/io/open/report';
import { opened } from './files';

const { report } = opened(
  'title,date,lat,lon\nA,soon,1,2\nB,later,1,2\nC,1999,north,2\n"=1+1",when,1,2\nD,1999,1,2\n',
  'r.csv',
);

test('counts what was opened, with a remark and not', () => {
  expect(summaryText(report)).toBe('4 records opened, 3 with a remark; 1 skipped');
});

test('groups findings by what was expected, the skipped first', () => {
  expect(
    grouped(report.findings).map(({ field, skipped, findings }) => [
      field,
      skipped,
      findings.map(({ row }) => row),
    ]),
  ).toEqual([
    ['lat', true, [4]],
    ['date', false, [2, 3, 5]],
  ]);
});

test('is searched by any of its words', () => {
  expect(matchingFindings(report.findings, 'later DATE').map(({ row }) => row)).toEqual([3]);
  expect(matchingFindings(report.findings, 'skipped latitude').map(({ row }) => row)).toEqual([4]);
  expect(matchingFindings(report.findings, 'nothing of it')).toEqual([]);
});

test('is written as CSV, in which nothing is a formula', () => {
  const finding = {
    file: 'a',
    row: 2,
    skipped: true,
    field: 'x',
    found: '=1+1',
    expected: 'a, "b"',
  };
  expect(reportCsv({ ...report, findings: [finding] })).toBe(
    'file,row,result,field,found,expected\r\na,2,skipped,x,\'=1+1,"a, ""b"""\r\n',
  );
});
