import { expect, test } from 'vitest';
import fc from 'fast-check';
import { formatEdtfSpan } from '../../../src/lib/core/edtf';
import { dayOf } from '../../../src/lib/core/day';
import { isBlank, readDate, type DateOrder } from '../../../src/lib/io/open/date-read';
import { orderOf, readSide, readTimeText } from '../../../src/lib/io/open/date-text';

/** A time as EDTF: "start" or "start/end", with its marks; or what was found. */
function told(value: unknown, order?: DateOrder): string {
  const read = readTimeText(value, order);
  if (!read.ok) return `${read.found}${read.ambiguous ? ' (ambiguous)' : ''}`;
  const { start, end } = formatEdtfSpan(read.span) ?? { start: '?' };
  const marks = (read.uncertain ? ' uncertain' : '') + (read.approximate ? ' approximate' : '');
  return (end === undefined ? start : `${start}/${end}`) + marks;
}

test.each([
  ['1999', '1999'],
  ['1999-10', '1999-10'],
  ['1999-10-03', '1999-10-03'],
  ['1538.02.09', '1538-02-09'],
  ['1999/10/03', '1999-10-03'],
  ['1999-1-3', '1999-01-03'],
  ['950', '0950'],
  ['44', '0044'],
  ['-0044', '-0044'],
  ['-44', '-0044'],
  ['44 BC', '-0043'],
  ['1 BCE', '0000'],
  ['AD 44', '0044'],
  ['1200 CE', '1200'],
  ['1999-23', '1999-23'],
  ['autumn 1999', '1999-23'],
  ['12/31/2022', '2022-12-31'],
  ['31/12/2022', '2022-12-31'],
  ['31.12.2022', '2022-12-31'],
  ['03.04.2022', '2022-04-03'],
  ['04/13/2022 10:30', '2022-04-13'],
  ['3 October 1999', '1999-10-03'],
  ['Oct 3, 1999', '1999-10-03'],
  ['3-Oct-1999', '1999-10-03'],
  ['October 1999', '1999-10'],
  ['1850s', '185X'],
  ['19th century', '[1801..1900]'],
  ['c. 1850', '[1849..1851] approximate'],
  ['~1850', '[1849..1851] approximate'],
  ['1850~', '[1849..1851] approximate'],
  ['1850?', '1850 uncertain'],
  ['1999-2001', '1999/2001'],
  ['1999–2001', '1999/2001'],
  ['1999 to 2001', '1999/2001'],
  ['1999–present', '1999/..'],
  ['1999/2001', '1999/2001'],
  ['before 1850', '[..1850]'],
  ['after 1850', '[1850..]'],
  ['2022-03-04T12:00:00.000Z', '2022-03-04'],
  ['2022-03-04 12:00:00', '2022-03-04'],
  ['19991003', '1999-10-03'],
  ['1667260800', '2022-11-01'],
  [1667260800, '2022-11-01'],
  [1667260800000, '2022-11-01'],
  // What a spreadsheet counts days with.
  ['36526', '2000-01-01'],
  [36526.75, '2000-01-01'],
  // Other languages: months, eras, centuries.
  ['3. März 1918', '1918-03-03'],
  ['1er août 1291', '1291-08-01'],
  ['10 de octubre de 1492', '1492-10-10'],
  ['7 сентября 1812 г.', '1812-09-07'],
  ['mai 1968', '1968-05'],
  ['52 v. Chr.', '-0051'],
  ['52 av. J.-C.', '-0051'],
  ['44 до н. э.', '-0043'],
  ['19. Jh.', '[1801..1900]'],
  ['XIXe siècle', '[1801..1900]'],
  ['XIX век', '[1801..1900]'],
  ['C18', '[1701..1800]'],
  ['late 12th century', '[1168..1200]'],
  ['1st century BC', '[-0099..0000]'],
  ['c. 1200-1250', '[1199..1201]/1250 approximate'],
  ['2nd quarter of the 12th century', '[1126..1150]'],
  ['late 1999', '[1999-09..1999-12]'],
  ['between 1200 and 1210', '[1200..1210]'],
  ['10/1999', '1999-10'],
  ['1999 Oct 3', '1999-10-03'],
  ['Sunday, 3 October 1999', '1999-10-03'],
  ['в 1999 году', '1999'],
  ['été 1916', '1916-22'],
  ['1914–18', '1914/1918'],
  ['1939-45', '1939/1945'],
  ['1914-24', '1914-24'],
  [1999, '1999'],
  [-44, '-0044'],
])('reads %s', (value, expected) => {
  expect(told(value)).toBe(expected);
});

test.each([
  ['2022-13-45', '2022-13-45'],
  ['30.02.1999', '30.02.1999 (no such date)'],
  ['13/14/2022', '13/14/2022 (no such date)'],
  ['3-Oct-99', '3-Oct-99 (a year of two digits)'],
  ['2001–1999', '2001–1999 (it ends before it starts)'],
  ['10/3/99', '10/3/99 (a year of two digits)'],
  ['3 marathon 1999', '3 marathon 1999'],
  ['juin 99', 'juin 99 (a year of two digits)'],
  ['1e999', '1e999'],
  ['soon', 'soon'],
  [true, 'true'],
])('refuses %s', (value, found) => {
  expect(told(value)).toBe(found);
});

test('asks for the order of day and month only where it matters', () => {
  expect(told('03/04/2022')).toBe('03/04/2022 (day or month first?) (ambiguous)');
  expect(told('03/04/2022', 'dmy')).toBe('2022-04-03');
  expect(told('03/04/2022', 'mdy')).toBe('2022-03-04');
  expect(told('04/04/2022')).toBe('2022-04-04');
  expect(orderOf(['03/04/2022', '05/06/2022'])).toEqual({
    order: undefined,
    example: '03/04/2022',
  });
  expect(orderOf(['03/04/2022', '25/06/2022'])).toEqual({ order: 'dmy', example: undefined });
  expect(orderOf(['03/04/2022', '05/26/2022 10:00'])).toEqual({ order: 'mdy', example: undefined });
  expect(orderOf(['1999', '03.04.2022', undefined, 7])).toEqual({
    order: undefined,
    example: undefined,
  });
});

test('takes words for nothing and for an open end as what they mean', () => {
  for (const value of ['', ' - ', 'n/a', 'Unknown', null, undefined])
    expect(isBlank(value)).toBe(true);
  expect(isBlank(0)).toBe(false);
  const open = readSide('present', 'end');
  expect(readSide('9999-12-31', 'end')).toEqual(open);
  expect(readSide('~9999', 'end')).toEqual(open);
  expect(readSide('9999', 'start')).not.toEqual(open);
});

test('reads any day in the clothes of tables as itself', () => {
  const dates = fc.record({
    year: fc.integer({ min: 1000, max: 2999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  });
  fc.assert(
    fc.property(dates, ({ year, month, day }) => {
      const number = dayOf(year, month, day);
      for (const text of [
        `${year}.${month}.${day}`,
        `${day}.${month}.${year}`,
        `${year}-${month}-${day}`,
      ]) {
        const read = readDate(text);
        expect(read.ok && read.days).toEqual({ from: number, to: number });
      }
    }),
  );
});
