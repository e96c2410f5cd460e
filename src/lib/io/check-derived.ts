import { derivedTime } from './derive';
import { inside, report } from './fields';
import { shown } from './problem';
import type { Draft } from './read-record';

/** Lists derived fields that do not say what the record says. */
export function checkDerived({ record, stated, site }: Draft): void {
  const expected = derivedTime(record);
  for (const field of ['start', 'end', 'when_text'] as const) {
    if (stated[field] === expected[field]) continue;
    report(
      inside(site, field),
      shown(stated[field]),
      `${JSON.stringify(expected[field])} (derived: run "npm run derive:data")`,
    );
  }
}
