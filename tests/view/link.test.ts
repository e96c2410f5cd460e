import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groups } from '../../src/lib/core/group';
import { firstDay, lastDay } from '../../src/lib/core/date';
import { standings } from '../../src/lib/core/model';
import { windowOf, type Window } from '../../src/lib/core/window';
import { formatBox, parseBox, type Box } from '../../src/lib/view/box';
import { formatCamera, parseCamera, type Camera } from '../../src/lib/view/camera';
import {
  drawings,
  formatLink,
  layouts,
  linkThemes,
  parseLink,
  splits,
  type View,
} from '../../src/lib/view/link';
import { speeds } from '../../src/lib/view/playback.svelte';
import { dates } from '../core/arbitraries';
import { realAtlas } from '../real-atlas';

const published = JSON.parse(
  readFileSync(new URL('../fixtures/links.json', import.meta.url), 'utf8'),
) as { readonly link: string; readonly view: View }[];

/** Spread evenly: random doubles crowd about zero. */
const number = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((k) => min + ((max - min) * k) / 1_000_000);

const cameras: fc.Arbitrary<Camera> = fc.record({
  zoom: number(0, 14),
  lat: number(-85, 85),
  lon: number(-180, 179),
  bearing: number(-180, 180),
  pitch: number(0, 60),
});

const windows: fc.Arbitrary<Window> = fc.oneof(
  fc.constant<Window>({ kind: 'all' }),
  dates().map(windowOf),
  fc.tuple(dates(), dates()).map(([a, b]): Window => {
    const [from, to] = firstDay(a) <= lastDay(b) ? [a, b] : [b, a];
    return { kind: 'range', from, to };
  }),
);

const ids = fc.oneof(
  fc.constantFrom(...realAtlas.records.map(({ id }) => id)),
  fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,99}$/u),
);

/** Names of fields, and their values: with the signs that part them. */
const words = fc.stringMatching(/^[\p{L}\p{N}%,:&=_-]{1,12}$/u);
const fieldValues = (least: number) =>
  fc.uniqueArray(
    fc.record({
      field: words,
      values: fc.uniqueArray(fc.oneof(fc.constant(''), words), { minLength: least, maxLength: 4 }),
    }),
    { selector: ({ field }) => field, minLength: 1, maxLength: 4 },
  );

const boxes: fc.Arbitrary<Box> = fc
  .tuple(number(-180, 179), number(-80, 80), number(0.01, 180), number(0.01, 9))
  .map(([west, south, width, height]) => [west, south, west + width, south + height]);

const views: fc.Arbitrary<View> = fc.record(
  {
    map: cameras,
    date: windows,
    sel: ids,
    kinds: fc.subarray([...groups]),
    standing: fc.subarray([...standings]),
    certain: fc.boolean(),
    actor: ids,
    place: ids,
    who: ids,
    view: fc.constantFrom(...layouts),
    play: fc.boolean(),
    undated: fc.boolean(),
    trail: fc.boolean(),
    q: fc.string({ unit: 'binary', maxLength: 120 }),
    speed: fc.constantFrom(...speeds),
    theme: fc.constantFrom(...linkThemes),
    chapter: ids,
    compare: windows,
    split: fc.constantFrom(...splits),
    only: fieldValues(0),
    hide: fieldValues(1),
    colour: fc.oneof(fc.constant(''), words),
    size: words,
    draw: fc.constantFrom(...drawings),
    box: boxes,
    inview: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** A view as a link can tell it: the camera as it is written, defaults left out. */
function told(view: View): View {
  const { map, kinds, standing, certain, view: layout, play, undated, trail, ...more } = view;
  const { q, speed, split, draw, box, inview, ...rest } = more;
  const words = [...(q ?? '').replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim()].slice(0, 100);
  return {
    ...rest,
    ...(map && { map: parseCamera(formatCamera(map)) }),
    ...(kinds && kinds.length < groups.length && { kinds }),
    ...(standing && standing.length < standings.length && { standing }),
    ...(certain && { certain }),
    ...(layout && layout !== 'map' && { view: layout }),
    ...(play && { play }),
    ...(undated === false && { undated }),
    ...(trail === false && { trail }),
    ...(words.length > 0 && { q: words.join('').trim() }),
    ...(speed !== undefined && speed !== 1 && { speed }),
    ...(split === 'side' && { split }),
    ...(draw && draw !== 'signs' && { draw }),
    ...(box && { box: parseBox(formatBox(box) ?? '') }),
    ...(inview && { inview }),
  };
}

/** Text that looks like a link, or nearly. */
const garbage = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '#',
          '&',
          '=',
          '%',
          '%2',
          '%E0%A4%A',
          '%00',
          '+',
          '/',
          'map',
          'date',
          'sel',
          'kinds',
          'trail',
          'standing',
          'certain',
          '__proto__',
          'constructor',
          '1999',
          'all',
          '6/39/70',
        ),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
    )
    .map((parts) => parts.join('')),
  // What was cut off or changed by a chat program.
  fc.tuple(views, fc.nat({ max: 120 }), fc.string({ maxLength: 3 })).map(([view, at, text]) => {
    const link = formatLink(view);
    return link.slice(0, at) + text + link.slice(at + text.length);
  }),
);

describe('published links', () => {
  it.each(published)('opens $link', ({ link, view }) => {
    expect(parseLink(link)).toEqual(view);
  });
});

describe('parseLink', () => {
  const year = (value: number): View => ({ date: { kind: 'year', year: value } });
  const map = { zoom: 6, lat: 39.7, lon: 70.9, bearing: 0, pitch: 0 };

  it.each<[string, string, View]>([
    ['the first of duplicates wins', '#date=1999&date=2000', year(1999)],
    ['an invalid one is not there', '#date=soon&date=2000', year(2000)],
    ['a switch that is off counts as there', '#trail=0&trail=1', { trail: false }],
    ['an empty choice counts as there', '#kinds=none&kinds=base', { kinds: [] }],
    ['unknown parameters', '#utm_source=x&date=1999&fbclid=y', year(1999)],
    ['parameters of another case', '#Date=1999', {}],
    ['a parameter without a value', '#date&sel=osh', { sel: 'osh' }],
    ['an empty value', '#date=&sel=', {}],
    ['a value without a parameter', '#=1999&date=2000', year(2000)],
    ['empty parts', '#&&date=1999&', year(1999)],
    ['an invalid camera', '#map=6/91/70.9&date=1999', year(1999)],
    ['a bare camera among others', '#6/39.7/70.9&date=1999', year(1999)],
    ['a bare camera out of range', '#99/39.7/70.9', {}],
    ['an invalid month', '#date=1999-13', {}],
    ['a range that runs back', '#date=2000/1999', {}],
    ['a range of three', '#date=1999/2000/2001', {}],
    ['a selection with a blank', '#sel=a%20b', {}],
    ['a selection with a plus, which is a blank', '#sel=a+b', {}],
    ['a selection that is a tag', '#sel=%3Cscript%3E', {}],
    ['a selection that is too long', `#sel=${'a'.repeat(101)}`, {}],
    ['a selection in Cyrillic', '#sel=%D0%9E%D1%88', { sel: 'Ош' }],
    ['a switch with another value', '#trail=false&certain=yes', {}],
    ['unknown members of a choice', '#kinds=rumour,base,,base', { kinds: ['base'] }],
    ['an unknown layout', '#view=globe', {}],
    ['an unknown speed', '#speed=3&theme=sepia', {}],
    ['words with a plus, which is a blank', '#q=kara+su', { q: 'kara su' }],
    ['a choice of unknown members only', '#kinds=rumour', {}],
    ['a choice in another order', '#kinds=event,incursion', { kinds: ['incursion', 'event'] }],
    ['broken percent-encoding', '#sel=%E0%A4%A&date=1999', year(1999)],
    ['a lone percent sign', '#map=%&date=1999%', {}],
    ['names that every object has', '#__proto__=1&constructor=2&toString=3', {}],
    ['a second number sign', '##date=1999', {}],
    ['a value with an equals sign', '#date=1999=2000', {}],
    ['encoded parameters', '#map=6%2f39.7%2F70.9', { map }],
  ])('%s: %s', (_, link, view) => {
    expect(parseLink(link)).toEqual(view);
  });

  it('never throws, and reads only what can be written again', () => {
    fc.assert(
      fc.property(garbage, (text) => {
        const view = parseLink(text);
        const link = formatLink(view);
        expect(parseLink(link)).toEqual(told(view));
      }),
      { numRuns: 600 },
    );
  });

  it('does not choke on a very long link', () => {
    expect(parseLink(`#date=1999&sel=${'a'.repeat(1e6)}`)).toEqual(year(1999));
    expect(parseLink(`#${'&'.repeat(1e6)}`)).toEqual({});
  });
});

describe('formatLink', () => {
  it.each<[string, View, string]>([
    ['all defaults', {}, ''],
    [
      'all defaults, said',
      { trail: true, undated: true, certain: false, kinds: groups, standing: standings },
      '',
    ],
    [
      'a name with half a character',
      { data: [{ kind: 'local', name: 'a\ud83d.csv' }] },
      '#data=local:a%EF%BF%BD.csv',
    ],
    ['a switch that is off', { trail: false }, '#trail=0'],
    ['a choice, in canonical order', { kinds: ['event', 'base'] }, '#kinds=base,event'],
    ['nothing chosen', { standing: [] }, '#standing=none'],
    [
      'everything, in canonical order',
      {
        trail: false,
        undated: false,
        play: true,
        view: 'table',
        place: 'wana',
        actor: 'imu',
        certain: true,
        standing: ['reported'],
        kinds: ['base'],
        sel: 'osh',
        date: { kind: 'range', from: { year: 1999, month: 10 }, to: { year: 2000 } },
        map: { pitch: 45, bearing: -30, lon: 70.9, lat: 39.7, zoom: 6.5 },
      },
      '#map=6.5/39.7/70.9/-30/45&date=1999-10/2000&sel=osh&kinds=base&standing=reported&certain=1&actor=imu&place=wana&view=table&undated=0&trail=0&play=1',
    ],
    ['a selection in Cyrillic', { sel: 'Ош' }, '#sel=%D0%9E%D1%88'],
    [
      'words, with what ends a link in a chat',
      { q: ' kara-su (town)! ' },
      '#q=kara-su%20%28town%29%21',
    ],
    ['no words', { q: '  ' }, ''],
    ['the usual speed', { speed: 1 }, ''],
    ['how it plays', { theme: 'dark', speed: 0.5, play: true }, '#play=1&speed=0.5&theme=dark'],
  ])('%s', (_, view, link) => {
    expect(formatLink(view)).toBe(link);
  });

  it('is read as the view that was written', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(parseLink(formatLink(view))).toEqual(told(view));
      }),
      { numRuns: 500 },
    );
  });

  it('is stable: what was read is written the same', () => {
    fc.assert(
      fc.property(views, (view) => {
        const link = formatLink(view);
        expect(formatLink(parseLink(link))).toBe(link);
      }),
      { numRuns: 500 },
    );
  });

  it('has only characters that a chat program keeps in a link', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(formatLink(view)).toMatch(/^(#[\w=&/,:.%-]+)?$/);
      }),
    );
  });

  it('stays under 200 characters for an ordinary view', () => {
    const longest = [...realAtlas.records, ...realAtlas.places]
      .map(({ id }) => id)
      .reduce((a, b) => (b.length > a.length ? b : a));
    const view: View = {
      map: { zoom: 11.87, lat: -39.712345, lon: -170.912345, bearing: -179, pitch: 60 },
      date: {
        kind: 'range',
        from: { year: 1999, month: 10, day: 10 },
        to: { year: 2000, month: 12, day: 31 },
      },
      sel: longest,
      kinds: ['incursion', 'relocation', 'other', 'base'],
      certain: true,
      undated: false,
      trail: false,
    };
    expect(formatLink(view).length).toBeLessThan(200);
  });
});
