import { describe, expect, it } from 'vitest';
import { messagesOf, type Row } from './small-atlas';

const quarrel = 'events.geojson features.0';
const oath = 'events.geojson features.1';
const raid = 'movements.geojson features.0';
const flight = 'movements.geojson features.1';
const base = 'bases.geojson features.0';
const city = 'places.geojson features.2';

function span(start: unknown, end?: unknown) {
  return { timespans: [{ start, ...(end !== undefined && { end }) }] };
}

/** So that the place alone is wrong, and no record that names it. */
const withoutCity = { [`${flight}.properties.to`]: undefined, [`${flight}.geometry`]: null };

describe('the door names what is wrong with time', () => {
  it.each<Row>([
    {
      rule: 'no when',
      patch: { [`${quarrel}.when`]: undefined },
      says: ['events.geojson, record quarrel, when: found nothing, expected an object'],
    },
    {
      rule: 'no timespans',
      patch: { [`${quarrel}.when`]: {} },
      says: ['events.geojson, record quarrel, when.timespans: found nothing, expected a list'],
    },
    {
      rule: 'an impossible date',
      patch: { [`${quarrel}.when`]: span({ in: '1999-13' }) },
      says: [
        'events.geojson, record quarrel, when.timespans[0].start.in: found 1999-13 (no such date), expected a month from 01 to 12 and a day of that month',
      ],
    },
    {
      rule: 'an end before the start',
      patch: { [`${base}.when`]: span({ in: '1998' }, { in: '1997' }) },
      says: [
        'bases.geojson, record valley-base, when.timespans[0].start.in: found 1998, expected a start that is not after the end, 1997',
      ],
    },
    {
      rule: 'an earliest after the latest',
      patch: { [`${quarrel}.when`]: span({ earliest: '1999-12', latest: '1999-10' }) },
      says: [
        'events.geojson, record quarrel, when.timespans[0].start.earliest: found 1999-12, expected a date that is not after latest, 1999-10',
      ],
    },
    {
      rule: 'a date marked as uncertain',
      patch: { [`${quarrel}.when`]: span({ in: '1999?' }) },
      says: [
        'events.geojson, record quarrel, when.timespans[0]: found a date marked ?, ~ or %, expected plain dates: bounds say how vague a date is, standing and claims how sure',
      ],
    },
    {
      rule: 'a time outside the atlas',
      patch: {
        [`${flight}.when`]: span({ in: '1899' }),
        [`${flight}.properties.start`]: '1899-01-01T00:00:00Z',
        [`${flight}.properties.end`]: '1899-12-31T23:59:59Z',
        [`${flight}.properties.when_text`]: '1899',
      },
      says: [
        'movements.geojson, record flight, when: found "1899", expected a time within the atlas\'s span',
      ],
    },
    {
      rule: 'an atlas of a million years',
      patch: { 'atlas.json span.0': 'Y-1000000' },
      says: ['atlas.json, span: found 1000001 BC to 2001, expected at most 100,000 years'],
    },
    {
      rule: 'a time ages away from the others',
      patch: {
        'atlas.json span.0': 'Y-1000000',
        [`${flight}.when`]: span({ in: 'Y-1000000' }),
        [`${flight}.properties.follows`]: [],
        [`${flight}.properties.start`]: undefined,
        [`${flight}.properties.end`]: undefined,
        [`${flight}.properties.when_text`]: undefined,
      },
      says: [
        'movements.geojson, record flight, when: found "1000001 BC", expected a time within 50,000 years of the middle of the records (48002 BC to 51999)',
      ],
    },
    {
      rule: 'a place with an impossible date',
      patch: { [`${city}.when`]: span({ in: 'once' }), ...withoutCity },
      says: [
        'places.geojson, record city, when.timespans[0].start.in: found once, expected an EDTF date, such as 1999, 1999-10, 1999-10-03, 2000-21 or -0043',
      ],
    },
  ])('$rule', ({ patch, says }) => {
    expect(messagesOf(patch)).toEqual(says);
  });
});

describe('the door names what is wrong with order', () => {
  it.each<Row>([
    {
      rule: 'an unknown record',
      patch: { [`${raid}.properties.follows.0`]: 'quarel' },
      says: [
        'movements.geojson, record raid, follows[0]: found "quarel", expected the id of a record (did you mean "quarrel"?)',
      ],
    },
    {
      rule: 'a record that could not be read',
      patch: { [`${quarrel}.properties.title`]: undefined },
      says: ['events.geojson, record quarrel, title: found nothing, expected text'],
    },
    {
      rule: 'a circle',
      patch: { [`${quarrel}.properties.follows`]: ['raid'] },
      says: [
        'movements.geojson, record raid, follows: found a circle: raid -> quarrel -> raid, expected an order without a circle',
      ],
    },
    {
      rule: 'a record that follows itself',
      patch: { [`${quarrel}.properties.follows`]: ['quarrel'] },
      says: [
        'events.geojson, record quarrel, follows: found a circle: quarrel -> quarrel, expected an order without a circle',
      ],
    },
    {
      rule: 'dates that contradict it',
      patch: { [`${raid}.properties.follows.0`]: 'flight' },
      says: [
        'movements.geojson, record raid, follows[0]: found "flight" (January 2000), expected a record that does not start after this one (late 1999)',
      ],
    },
  ])('$rule', ({ patch, says }) => {
    expect(messagesOf(patch)).toEqual(says);
  });
});

describe('the door names what is wrong with derived fields', () => {
  it.each<Row>([
    {
      rule: 'a start out of date',
      patch: { [`${quarrel}.properties.start`]: '1998-01-01T00:00:00Z' },
      says: [
        'events.geojson, record quarrel, start: found "1998-01-01T00:00:00Z", expected "1999-01-01T00:00:00Z" (derived: run "npm run derive:data")',
      ],
    },
    {
      rule: 'an end out of date',
      patch: { [`${quarrel}.properties.end`]: null },
      says: [
        'events.geojson, record quarrel, end: found null, expected "1999-12-31T23:59:59Z" (derived: run "npm run derive:data")',
      ],
    },
    {
      rule: 'an end given to an open span',
      patch: { [`${base}.properties.end`]: '2007-12-31T23:59:59Z' },
      says: [
        'bases.geojson, record valley-base, end: found "2007-12-31T23:59:59Z", expected null (derived: run "npm run derive:data")',
      ],
    },
    {
      rule: 'words out of date',
      patch: { [`${raid}.properties.when_text`]: '1999' },
      says: [
        'movements.geojson, record raid, when_text: found "1999", expected "late 1999" (derived: run "npm run derive:data")',
      ],
    },
    {
      rule: 'words left out',
      patch: { [`${oath}.properties.when_text`]: undefined },
      says: [
        'events.geojson, record oath, when_text: found nothing, expected "undated" (derived: run "npm run derive:data")',
      ],
    },
  ])('$rule', ({ patch, says }) => {
    expect(messagesOf(patch)).toEqual(says);
  });
});
