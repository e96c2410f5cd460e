import { describe, expect, it } from 'vitest';
import { readAtlas } from '../../src/lib/io/atlas';
import { problemText } from '../../src/lib/io/problem';
import { viewProblems } from '../../src/lib/view/check-views';
import { messagesOf, patched, type Row } from './small-atlas';

describe('the door names what is wrong with a chapter', () => {
  it.each<Row>([
    {
      rule: 'a mention of nothing',
      patch: { 'atlas.json chapters.0.text': 'The [chief](chef) rides.' },
      says: [
        'atlas.json, record ride, text: found "chef", expected the id of a record, a place or an actor (did you mean "chief"?)',
      ],
    },
    {
      rule: 'a mention that is not closed',
      patch: { 'atlas.json chapters.0.text': 'The [chief](the chief) rides.' },
      says: [
        'atlas.json, record ride, text: found "The [chief](the chief) rides.", expected a mention such as [the raid](some-record)',
      ],
    },
    {
      rule: 'a source that is not there',
      patch: { 'atlas.json chapters.0.sources': [{ id: 'bok' }] },
      says: [
        'atlas.json, record ride, sources[0].id: found "bok", expected the id of a source in sources.json',
      ],
    },
    {
      rule: 'a view that is no text',
      patch: { 'atlas.json chapters.0.view': 1999 },
      says: ['atlas.json, chapters[0].view: found 1999, expected text'],
    },
  ])('$rule', ({ patch, says }) => {
    expect(messagesOf(patch)).toEqual(says);
  });

  it.each([
    ['date=1999&sel=raid&kinds=incursion', []],
    [
      'date=soon&sel=riad',
      [
        'found "date=soon", expected a part of a link such as date=1999 or sel=some-record',
        'found "riad", expected the id of a record or a place (did you mean "raid"?)',
      ],
    ],
    [
      'datum=1999',
      ['found "datum=1999", expected a part of a link such as date=1999 or sel=some-record'],
    ],
    ['date=1999&date=2000', ['found "date=2000", expected date only once']],
    ['actor=chef', ['found "chef", expected the id of an actor (did you mean "chief"?)']],
    ['chapter=rides', ['found "rides", expected the id of a chapter (did you mean "ride"?)']],
  ])('view %s', (view, says) => {
    const { atlas } = readAtlas(patched({ 'atlas.json chapters.0.view': view }));
    expect(atlas && viewProblems(atlas).map(problemText)).toEqual(
      says.map((text) => `atlas.json, record ride, view: ${text}`),
    );
  });
});
