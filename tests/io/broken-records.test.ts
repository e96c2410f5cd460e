import { describe, expect, it } from 'vitest';
import { messagesOf, type Row } from './small-atlas';

const quarrel = 'events.geojson features.0';
const oath = 'events.geojson features.1';
const raid = 'movements.geojson features.0';
const flight = 'movements.geojson features.1';
const town = 'places.geojson features.0';
const city = 'places.geojson features.2';

describe('the door names what is wrong with ids and kinds', () => {
  it.each<Row>([
    {
      rule: 'no id',
      patch: { [`${quarrel}.id`]: undefined },
      says: [
        'events.geojson, record feature 1, id: found nothing, expected an id of lower-case words joined by hyphens, such as "tashkent-bombings-1999"',
        'movements.geojson, record raid, follows[0]: found "quarrel", expected the id of a record',
      ],
    },
    {
      rule: 'a number for an id',
      patch: { [`${quarrel}.id`]: 7 },
      says: [
        'events.geojson, record feature 1, id: found 7, expected an id of lower-case words joined by hyphens, such as "tashkent-bombings-1999"',
        'movements.geojson, record raid, follows[0]: found "quarrel", expected the id of a record',
      ],
    },
    {
      rule: 'an id that no address can hold',
      patch: { [`${quarrel}.id`]: 'The Quarrel' },
      says: [
        'events.geojson, record The Quarrel, id: found "The Quarrel", expected an id of lower-case words joined by hyphens, such as "tashkent-bombings-1999"',
        'movements.geojson, record raid, follows[0]: found "quarrel", expected the id of a record',
      ],
    },
    {
      rule: 'two ids',
      patch: { [`${quarrel}.properties.id`]: 'dispute' },
      says: [
        'events.geojson, record quarrel, properties.id: found "dispute", expected the feature\'s id again, "quarrel"',
      ],
    },
    {
      rule: 'no properties',
      patch: { [`${quarrel}.properties`]: null },
      says: ['events.geojson, record quarrel, properties: found null, expected an object'],
    },
    {
      rule: 'something that is no feature',
      patch: { [`${quarrel}.type`]: 'Point' },
      says: ['events.geojson, record quarrel, type: found "Point", expected "Feature"'],
    },
    {
      rule: 'nothing where a feature should be',
      patch: { [quarrel]: null },
      says: [
        'events.geojson, record feature 1: found null, expected an object',
        'movements.geojson, record raid, follows[0]: found "quarrel", expected the id of a record',
      ],
    },
    {
      rule: 'the same id twice in a file',
      patch: { [`${oath}.id`]: 'quarrel', [`${oath}.properties.id`]: 'quarrel' },
      says: [
        'events.geojson, record quarrel, id: found "quarrel" again, expected an id of its own: events.geojson has this one',
      ],
    },
    {
      rule: 'the id of a place',
      patch: { [`${oath}.id`]: 'town', [`${oath}.properties.id`]: 'town' },
      says: [
        'events.geojson, record town, id: found "town" again, expected an id of its own: places.geojson has this one',
      ],
    },
    {
      rule: 'the kind of another file',
      patch: { [`${quarrel}.properties.kind`]: 'base' },
      says: ['events.geojson, record quarrel, kind: found "base", expected "event"'],
    },
    {
      rule: 'a place of another kind',
      patch: { [`${city}.properties.kind`]: 'town' },
      says: [
        'places.geojson, record city, kind: found "town", expected "place"',
        'movements.geojson, record flight, to: found "city", expected a place that could be read',
      ],
    },
  ])('$rule', ({ patch, says }) => {
    expect(messagesOf(patch)).toEqual(says);
  });
});

describe('the door names what is wrong with words', () => {
  it.each<Row>([
    {
      rule: 'an unknown event',
      patch: { [`${quarrel}.properties.event`]: 'brawl' },
      says: [
        'events.geojson, record quarrel, event: found "brawl", expected one of agreement, appointment, arrests, arrival, attack, ban, bombing, claim, clash, defeat, departure, designation, diplomacy, founding, funding, kidnapping, killing, politics, preparation, repression, siege, statement, war',
      ],
    },
    {
      rule: 'an unknown movement',
      patch: { [`${raid}.properties.movement`]: 'walk' },
      says: [
        'movements.geojson, record raid, movement: found "walk", expected one of incursion, relocation, withdrawal, escape, recruitment, deployment, journey, transfer',
      ],
    },
    {
      rule: 'an unknown mode',
      patch: { [`${flight}.properties.mode`]: 'rail' },
      says: ['movements.geojson, record flight, mode: found "rail", expected one of air, unknown'],
    },
    {
      rule: 'an unknown path',
      patch: { [`${raid}.properties.path`]: 'surveyed' },
      says: ['movements.geojson, record raid, path: found "surveyed", expected "schematic"'],
    },
    {
      rule: 'an unknown standing',
      patch: { [`${quarrel}.properties.standing`]: 'certain' },
      says: [
        'events.geojson, record quarrel, standing: found "certain", expected one of reported, estimated, claimed, inferred',
      ],
    },
    {
      rule: 'an unknown precision',
      patch: { [`${town}.properties.precision`]: 'town' },
      says: [
        'places.geojson, record town, precision: found "town", expected one of exact, settlement, district, region, country, supranational, unknown',
        'movements.geojson, record raid, to: found "town", expected a place that could be read',
        'events.geojson, record quarrel, place: found "town", expected a place that could be read',
      ],
    },
    {
      rule: 'an unknown stance',
      patch: { [`${quarrel}.properties.claims.0.stance`]: 'says' },
      says: [
        'events.geojson, record quarrel, claims[0].stance: found "says", expected one of asserts, doubts, denies',
      ],
    },
    {
      rule: 'an empty title',
      patch: { [`${quarrel}.properties.title`]: ' ' },
      says: ['events.geojson, record quarrel, title: found " ", expected text'],
    },
    {
      rule: 'a summary that is no text',
      patch: { [`${quarrel}.properties.summary`]: 7 },
      says: ['events.geojson, record quarrel, summary: found 7, expected text'],
    },
    {
      rule: 'actors that are no list',
      patch: { [`${quarrel}.properties.actors`]: 'riders' },
      says: ['events.geojson, record quarrel, actors: found "riders", expected a list'],
    },
    {
      rule: 'a number without its wording',
      patch: { [`${raid}.properties.numbers.0.wording`]: undefined },
      says: ['movements.geojson, record raid, numbers[0].wording: found nothing, expected text'],
    },
    {
      rule: 'a number in words',
      patch: { [`${raid}.properties.numbers.0.value`]: '600' },
      says: ['movements.geojson, record raid, numbers[0].value: found "600", expected a number'],
    },
    {
      rule: 'a negative radius',
      patch: { [`${town}.properties.radius_km`]: -1 },
      says: [
        'places.geojson, record town, radius_km: found -1, expected a number of at least 0',
        'movements.geojson, record raid, to: found "town", expected a place that could be read',
        'events.geojson, record quarrel, place: found "town", expected a place that could be read',
      ],
    },
    {
      rule: 'no label point',
      patch: { [`${town}.properties.label_point`]: undefined },
      says: [
        'places.geojson, record town, label_point: found nothing, expected a position: longitude, latitude',
        'movements.geojson, record raid, to: found "town", expected a place that could be read',
        'events.geojson, record quarrel, place: found "town", expected a place that could be read',
      ],
    },
    {
      rule: 'a name without its text',
      patch: { [`${town}.names.0.toponym`]: undefined },
      says: [
        'places.geojson, record town, names[0].toponym: found nothing, expected text',
        'movements.geojson, record raid, to: found "town", expected a place that could be read',
        'events.geojson, record quarrel, place: found "town", expected a place that could be read',
      ],
    },
  ])('$rule', ({ patch, says }) => {
    expect(messagesOf(patch)).toEqual(says);
  });
});
