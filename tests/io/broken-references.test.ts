import { describe, expect, it } from 'vitest';
import { messagesOf, type Row } from './small-atlas';

const quarrel = 'events.geojson features.0';
const raid = 'movements.geojson features.0';
const flight = 'movements.geojson features.1';
const city = 'places.geojson features.2';

/** So that the place alone is wrong, and no record that names it. */
const withoutCity = { [`${flight}.properties.to`]: undefined, [`${flight}.geometry`]: null };

describe('the door names what is wrong with sources', () => {
  it.each<Row>([
    {
      rule: 'no source',
      patch: { [`${quarrel}.properties.sources`]: undefined },
      says: [
        'events.geojson, record quarrel, sources: found nothing, expected at least one source',
      ],
    },
    {
      rule: 'an empty list of sources',
      patch: { [`${quarrel}.properties.sources`]: [] },
      says: ['events.geojson, record quarrel, sources: found [], expected at least one source'],
    },
    {
      rule: 'an unknown source',
      patch: { [`${quarrel}.properties.sources.0.id`]: 'cronicle' },
      says: [
        'events.geojson, record quarrel, sources[0].id: found "cronicle", expected the id of a source in sources.json (did you mean "chronicle"?)',
      ],
    },
    {
      rule: 'an unknown section',
      patch: { [`${quarrel}.properties.sources.0.section`]: 'rides' },
      says: [
        'events.geojson, record quarrel, sources[0].section: found "rides", expected a section of chronicle (did you mean "ride"?)',
      ],
    },
    {
      rule: 'no section',
      patch: { [`${quarrel}.properties.sources.0.section`]: undefined },
      says: [
        'events.geojson, record quarrel, sources[0].section: found nothing, expected a section of chronicle',
      ],
    },
    {
      rule: 'an unknown paragraph',
      patch: { [`${quarrel}.properties.sources.0.paragraph`]: '1-3' },
      says: [
        'events.geojson, record quarrel, sources[0].paragraph: found "1-3", expected a paragraph of section ride of chronicle: 1, 2',
      ],
    },
    {
      rule: 'a paragraph as a number',
      patch: { [`${quarrel}.properties.sources.0.paragraph`]: 1 },
      says: [
        'events.geojson, record quarrel, sources[0].paragraph: found 1, expected a paragraph such as "2", or a range such as "1-2"',
      ],
    },
    {
      rule: 'a place with an unknown source',
      patch: { [`${city}.properties.sources.0.id`]: 'atlas', ...withoutCity },
      says: [
        'places.geojson, record city, sources[0].id: found "atlas", expected the id of a source in sources.json',
      ],
    },
    {
      rule: 'a place without a source',
      patch: { [`${city}.properties.sources`]: [], ...withoutCity },
      says: ['places.geojson, record city, sources: found [], expected a source'],
    },
    {
      rule: 'an address that is no web address',
      patch: {
        'sources.json 0.URL': 'javascript:alert(1)',
        'sources.json 2': { id: 'chronicle', title: 'Kept' },
      },
      says: [
        'sources.json, [0].URL: found "javascript:alert(1)", expected an http or https address',
      ],
    },
    {
      rule: 'a source twice',
      patch: { 'sources.json 2': { id: 'gazetteer', title: 'Again' } },
      says: ['sources.json: found "gazetteer" again, expected every id only once'],
    },
  ])('$rule', ({ patch, says }) => {
    expect(messagesOf(patch)).toEqual(says);
  });
});

describe('the door names what is wrong with claims', () => {
  it.each<Row>([
    {
      rule: 'a claim without who says it',
      patch: { [`${quarrel}.properties.claims.0.by`]: undefined },
      says: [
        'events.geojson, record quarrel, claims[0].by: found nothing, expected the id of the actor who says it',
      ],
    },
    {
      rule: 'a claim by an unknown actor',
      patch: { [`${quarrel}.properties.claims.0.by`]: 'cheif' },
      says: [
        'events.geojson, record quarrel, claims[0].by: found "cheif", expected the id of an actor in atlas.json (did you mean "chief"?)',
      ],
    },
    {
      rule: 'a claim via an unknown actor',
      patch: { [`${quarrel}.properties.claims.0.via.0`]: 'nobody' },
      says: [
        'events.geojson, record quarrel, claims[0].via[0]: found "nobody", expected the id of an actor in atlas.json',
      ],
    },
    {
      rule: 'a claim without a source',
      patch: { [`${quarrel}.properties.claims.0.source`]: undefined },
      says: ['events.geojson, record quarrel, claims[0].source: found nothing, expected an object'],
    },
    {
      rule: 'a claim with an unknown source',
      patch: { [`${quarrel}.properties.claims.0.source.id`]: 'rumour' },
      says: [
        'events.geojson, record quarrel, claims[0].source.id: found "rumour", expected the id of a source in sources.json',
      ],
    },
    {
      rule: 'a second claim that is no object',
      patch: { [`${quarrel}.properties.claims.1`]: 'so they say' },
      says: ['events.geojson, record quarrel, claims[1]: found "so they say", expected an object'],
    },
  ])('$rule', ({ patch, says }) => {
    expect(messagesOf(patch)).toEqual(says);
  });
});

describe('the door names what is wrong with references', () => {
  it.each<Row>([
    {
      rule: 'an unknown place',
      patch: { [`${quarrel}.properties.place`]: 'twon' },
      says: [
        'events.geojson, record quarrel, place: found "twon", expected the id of a place (did you mean "town"?)',
      ],
    },
    {
      rule: 'an unknown place, like no other',
      patch: { [`${quarrel}.properties.place`]: 'somewhere-else' },
      says: [
        'events.geojson, record quarrel, place: found "somewhere-else", expected the id of a place',
      ],
    },
    {
      rule: 'an unknown origin',
      patch: { [`${raid}.properties.from`]: 'vally' },
      says: [
        'movements.geojson, record raid, from: found "vally", expected the id of a place (did you mean "valley"?)',
      ],
    },
    {
      rule: 'an unknown destination among several',
      patch: { [`${raid}.properties.to`]: ['town', 'citty'] },
      says: [
        'movements.geojson, record raid, to[1]: found "citty", expected the id of a place (did you mean "city"?)',
      ],
    },
    {
      rule: 'an empty list of destinations',
      patch: { [`${raid}.properties.to`]: [] },
      says: ['movements.geojson, record raid, to: found [], expected a place id or a list of them'],
    },
    {
      rule: 'an unknown actor',
      patch: { [`${quarrel}.properties.actors.0`]: 'rider' },
      says: [
        'events.geojson, record quarrel, actors[0]: found "rider", expected the id of an actor in atlas.json (did you mean "riders"?)',
      ],
    },
    {
      rule: 'a place that could not be read',
      patch: { [`${city}.properties.radius_km`]: null },
      says: [
        'places.geojson, record city, radius_km: found null, expected a number of at least 0',
        'movements.geojson, record flight, to: found "city", expected a place that could be read',
      ],
    },
  ])('$rule', ({ patch, says }) => {
    expect(messagesOf(patch)).toEqual(says);
  });
});
