/**
 * Prints what the time core makes of many dates, for `timezone.test.ts` to compare between time
 * zones and locales. The first line is what `Date` says there: it shows that the zone took effect.
 */
import { civil, dayOf } from '../../src/lib/core/day';
import { formatEdtfSpan, parseEdtfSpan } from '../../src/lib/core/edtf';
import { spanOf, timespanOf } from '../../src/lib/core/when';
import { formatWindow, intervalOf, parseWindow, stepWindow } from '../../src/lib/core/window';
import { boundsText, whenText } from '../../src/lib/core/wording';

const lines: unknown[] = [new Date(2000, 0, 1).toISOString()];
const atlas = { from: dayOf(-500, 1, 1), to: dayOf(2100, 12, 31) };

for (let day = -900_000; day < 40_000; day += 997) lines.push([day, civil(day)]);

const values = [
  '1999',
  '1999-10',
  '1999-10-03',
  '1999-12-31',
  '2000-01-01',
  '2000-24',
  '1999~',
  '-0043-03-15',
  '1999-10-03T00:00:00Z',
  '1999-10-03T23:59:59-11:00',
  '[1999-10..1999-12]',
];
for (const value of values) {
  for (const end of ['', '2006-08-07', '..']) {
    const time = parseEdtfSpan(value, end);
    if (!time.ok) continue;
    const { span } = time;
    lines.push([span, whenText(span), boundsText(span), timespanOf(span), formatEdtfSpan(span)]);
  }
  lines.push(spanOf({ start: { in: value } }));
}
for (const text of ['1999', '1999-12', '1999-12-31', '1999-12-31/2000-01-01']) {
  const window = parseWindow(text);
  if (!window) continue;
  lines.push([intervalOf(window, atlas), formatWindow(stepWindow(window, 1, atlas))]);
}

process.stdout.write(lines.map((line) => JSON.stringify(line)).join('\n'));
