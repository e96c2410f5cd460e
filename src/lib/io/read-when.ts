/** Reads Linked Places `when`: the spans of a record and its time in words. */
import type { AtlasRecord } from '../core/model';
import type { Span } from '../core/span';
import { spanOf } from '../core/when';
import { whenText } from '../core/wording';
import { clean, inside, listOf, report, whole, type Members, type Reader } from './fields';

interface Timespan {
  readonly span: Span;
  readonly words: string;
}

const timespan: Reader<Timespan> = whole((from) => {
  const input = { start: from.value('start'), end: from.value('end'), label: from.value('label') };
  const read = spanOf(input);
  if (!read.ok) return report(inside(from.site, read.field), read.found, read.expected);
  if (read.uncertain || read.approximate) {
    return report(
      from.site,
      'a date marked ?, ~ or %',
      'plain dates: bounds say how vague a date is, standing and claims how sure',
    );
  }
  return { span: read.span, words: read.label ?? whenText(read.span) };
});

const timespans = whole((when: Members) => when.read('timespans', listOf(timespan)));

/** The `when` of a feature, with no timespans for an undated record. */
export function readWhen(feature: Members): Pick<AtlasRecord, 'spans' | 'whenText'> | undefined {
  return clean(feature.site, () => {
    const read = feature.read('when', timespans);
    return (
      read && {
        spans: read.map(({ span }) => span),
        whenText: read.map(({ words }) => words).join('; ') || 'undated',
      }
    );
  });
}
