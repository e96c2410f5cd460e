import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadParts, deadPartText } from '../../src/lib/view/dead-parts';
import { formatLink, parseLink } from '../../src/lib/view/link';
import { realAtlas, realIndex } from '../real-atlas';

const told = (fragment: string) =>
  deadParts(fragment, realIndex).map(({ kind, name, found }) => `${kind} ${name} ${found}`);

describe('deadParts', () => {
  it.each<[string, string, string[]]>([
    ['nothing in an empty link', '', []],
    ['nothing where all of it can be shown', '#date=1999&sel=osh&actor=imu&kinds=base', []],
    ['nothing in a bare position', '#6/39.7/70.9', []],
    ['no anchor', '#records', []],
    ['no tracker', '#date=1999&utm_source=x&fbclid=y', []],
    ['a record that is gone', '#date=1999&sel=gone', ['id sel gone']],
    ['a selection may be a place, too', '#sel=wana', []],
    [
      'an actor and a place',
      '#actor=nobody&place=nowhere',
      ['id actor nobody', 'id place nowhere'],
    ],
    ['somebody’s card', '#who=nobody', ['id who nobody']],
    ['a chapter that is gone', '#chapter=gone', ['id chapter gone']],
    ['a category that the file does not have', '#category=siege', ['id category siege']],
    [
      'data over plain http',
      '#data=http://example.org/a.csv',
      ['value data http://example.org/a.csv'],
    ],
    ['data over plain http on this machine', '#data=http://localhost:8000/a.csv', []],
    ['one of several data', '#data=local:a.csv,ftp://x.org/b,atlas', ['member data ftp://x.org/b']],
    ['an actor is no place', '#place=namangani', ['id place namangani']],
    ['a newer parameter', '#date=1999&globe=1', ['parameter globe 1']],
    ['a newer value', '#view=globe', ['value view globe']],
    ['a value nobody can read', '#date=soon', ['value date soon']],
    ['no empty value', '#date=&sel=', []],
    ['a newer member of a choice', '#kinds=base,rumour', ['member kinds rumour']],
    ['newer members only', '#kinds=rumour', ['value kinds rumour']],
    ['nothing chosen', '#standing=none', []],
    ['of duplicates what counts', '#date=1999&date=soon&sel=osh&sel=gone', []],
    ['a readable one after one that is not', '#date=soon&date=1999', []],
    [
      'a part twice, once',
      '#globe=1&globe=2&date=soon&date=later',
      ['parameter globe 1', 'value date soon'],
    ],
    [
      'what every object has',
      '#constructor=1&__proto__=2',
      ['parameter constructor 1', 'parameter __proto__ 2'],
    ],
    ['broken encoding, as it stands', '#sel=%E0%A4%A', ['value sel %E0%A4%A']],
    ['a chapter that is gone', '#chapter=gone', ['id chapter gone']],
    ['long text, cut', `#sel=${'a'.repeat(101)}`, [`value sel ${'a'.repeat(60)}…`]],
  ])('%s: %s', (_, fragment, expected) => {
    expect(told(fragment)).toEqual(expected);
  });

  it('never throws, and finds nothing in a link that the app wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const part of deadParts(`#${text}&${text}=${text}`, realIndex)) {
          expect(deadPartText(part).length).toBeLessThan(250);
        }
        const known = {
          ...parseLink(text),
          sel: undefined,
          actor: undefined,
          place: undefined,
          who: undefined,
          chapter: undefined,
        };
        expect(deadParts(formatLink(known), realIndex)).toEqual([]);
      }),
    );
    for (const { id } of realAtlas.records) expect(told(`#sel=${id}`)).toEqual([]);
  });

  it('is said in sentences', () => {
    expect(deadParts('#sel=gone&x=1&date=soon&kinds=base,y', realIndex).map(deadPartText)).toEqual([
      'This atlas has no record or place “gone”: it may have been renamed or taken out.',
      '“x” is nothing that this version knows; a newer one may have written it.',
      '“date=soon” cannot be read; it is left at its default.',
      '“y” of “kinds” is nothing that this version knows.',
    ]);
  });
});
