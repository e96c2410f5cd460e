import { describe, expect, it } from 'vitest';
import { messagesOf, type Row } from './small-atlas';

describe('the door names what is wrong with atlas.json', () => {
  it.each<Row>([
    {
      rule: 'no title',
      patch: { 'atlas.json title': undefined },
      says: ['atlas.json, title: found nothing, expected text'],
    },
    {
      rule: 'a span that ends before it starts',
      patch: { 'atlas.json span': ['2001', '1990'] },
      says: [
        'atlas.json, span: found ["2001","1990"], expected two dates, the earlier first: ["1991", "1992"]',
      ],
    },
    {
      rule: 'a span that is no date',
      patch: { 'atlas.json span.1': 'today' },
      says: ['atlas.json, span[1]: found "today", expected a date: YYYY, YYYY-MM or YYYY-MM-DD'],
    },
    {
      rule: 'an opening date that no address has',
      patch: { 'atlas.json opening.date': 'late 1999' },
      says: [
        'atlas.json, opening.date: found "late 1999", expected a date: YYYY, YYYY-MM or YYYY-MM-DD, two of them (1999/2001), or all',
      ],
    },
    {
      rule: 'bounds out of order',
      patch: { 'atlas.json opening.bounds': [74, 36, 68, 42] },
      says: [
        'atlas.json, opening.bounds: found [74,36,68,42], expected west, south, east, north in degrees',
      ],
    },
    {
      rule: 'bounds that show nothing',
      patch: { 'atlas.json opening.bounds': [0, 0, 10, 10] },
      says: [
        'atlas.json, opening.bounds: found [0,0,10,10], expected a view with at least one place in it',
      ],
    },
    {
      rule: 'swapped bounds',
      patch: { 'atlas.json opening.bounds': [36, 68, 42, 74] },
      says: [
        'atlas.json, opening.bounds: found [36,68,42,74], expected a view with at least one place in it (these or the places look swapped: latitude, longitude)',
      ],
    },
    {
      rule: 'an actor of an unknown kind',
      patch: {
        'atlas.json actors.2': {
          id: 'horse',
          kind: 'animal',
          name: 'The horse',
          role: 'Is ridden.',
        },
      },
      says: [
        'atlas.json, actors[2].kind: found "animal", expected one of person, organisation, state, group',
      ],
    },
    {
      rule: 'an actor twice',
      patch: {
        'atlas.json actors.2': { id: 'chief', kind: 'person', name: 'Another', role: 'Leads.' },
      },
      says: ['atlas.json, actors: found "chief" again, expected every id only once'],
    },
    {
      rule: 'a note on method without its text',
      patch: { 'atlas.json method': [{ title: 'What it rests on' }] },
      says: ['atlas.json, method[0].text: found nothing, expected text'],
    },
    {
      rule: 'a chapter without a span',
      patch: { 'atlas.json chapters.0.span': undefined },
      says: [
        'atlas.json, chapters[0].span: found nothing, expected two dates, the earlier first: ["1991", "1992"]',
      ],
    },
  ])('$rule', ({ patch, says }) => {
    expect(messagesOf(patch)).toEqual(says);
  });
});

describe('the door names what is wrong with a file', () => {
  it.each<Row>([
    {
      rule: 'another type of collection',
      patch: { 'places.geojson type': 'GeometryCollection' },
      says: ['places.geojson, type: found "GeometryCollection", expected "FeatureCollection"'],
    },
    {
      rule: 'features that are no list',
      patch: { 'events.geojson features': {} },
      says: [
        'events.geojson, features: found {}, expected a list of features',
        'movements.geojson, record raid, follows[0]: found "quarrel", expected the id of a record',
      ],
    },
  ])('$rule', ({ patch, says }) => {
    expect(messagesOf(patch)).toEqual(says);
  });
});
