import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  indexAtlas,
  placesOf,
  recordsIn,
  standpoint,
  type Standpoint,
} from '../../src/lib/core/atlas';
import { groupOf } from '../../src/lib/core/group';
import type { AtlasRecord } from '../../src/lib/core/model';
import { activityOf, type Interval } from '../../src/lib/core/span';
import { still, type Moving } from '../../src/lib/core/underway';
import { storyOf, type Story } from '../../src/lib/map/features';
import { gapFeatures, lineFeatures } from '../../src/lib/map/lines';
import { placeFeatures } from '../../src/lib/map/places';
import { signName, signOf } from '../../src/lib/map/sign';
import { movementAt, movingAt } from '../../src/lib/map/signs';
import { labelSide, signOffset } from '../../src/lib/map/stacks';
import type { PlaceLabel, SignLabel } from '../../src/lib/map/story-labels';
import { intervals } from '../core/arbitraries';
import {
  anAtlas,
  aPlace,
  aRecord,
  during,
  randomRecords,
  randomSpan,
  span,
  years,
} from '../core/records';
import { realAtlas, realIndex } from '../real-atlas';

const pastOf = (records: readonly AtlasRecord[], window: Interval) =>
  records.filter((record) => standpoint(record, window).activity === 'past');

/** From its beginning to its end in one scene. */
const onItsWay = (...ids: string[]): Moving => new Map(ids.map((id) => [id, [0, 1] as const]));

/** The features of the atlas in a window, with or without the trail. */
function real(window: Interval, { trail = true, moving = still } = {}) {
  const present = recordsIn(realAtlas.records, window);
  const past = trail ? pastOf(realAtlas.records, window) : [];
  return { present, past, story: storyOf(realIndex, present, past, moving) };
}

const lineIds = ({ lines }: Story) => [...lines.keys()];
const signIds = ({ signs }: Story) => signs.map(({ id }) => id);
const isHead = ({ bearing }: Story['signs'][number]) => bearing !== undefined;
const signLabels = ({ labels }: Story) =>
  labels.features.flatMap(({ properties }) => (properties.kind === 'sign' ? properties : []));
const placeLabels = ({ labels }: Story) =>
  labels.features.flatMap(({ properties }) => (properties.kind === 'place' ? properties : []));
const lineLabels = ({ labels }: Story) =>
  labels.features.flatMap(({ properties }) => (properties.kind === 'line' ? properties : []));
const sorted = (ids: Iterable<string>) => [...new Set(ids)].sort();

describe('the atlas in 1999', () => {
  const { present, past, story } = real(years(1999));

  it('has a sign of every present record that has a place or a line, and of no other', () => {
    const placed = present.filter(
      ({ record }) => record.lines.length > 0 || placesOf(record).length > 0,
    );
    expect(placed.length).toBeGreaterThan(10);
    expect(placed.length).toBeLessThan(present.length);
    expect(sorted(signIds(story))).toEqual(sorted(placed.map(({ record }) => record.id)));
  });

  it('has the line, a head and a label of every line of a present movement', () => {
    const all = lineFeatures(realAtlas.records).features;
    for (const { record, activity } of present) {
      const lines = all.filter(({ properties }) => properties.id === record.id);
      expect(lines.map(({ geometry }) => geometry.coordinates)).toEqual(record.lines);
      for (const { properties } of lines) {
        expect(properties).toMatchObject({
          group: groupOf(record),
          open: ['claimed', 'inferred'].includes(record.standing),
        });
      }
      expect(story.lines.get(record.id)?.activity).toBe(record.lines.length ? activity : undefined);
      const heads = story.signs.filter((sign) => isHead(sign) && sign.id === record.id);
      expect(heads.map(({ at }) => at)).toEqual(record.lines.map((line) => line.at(-1)));
      const labels = lineLabels(story).filter(({ id }) => id === record.id);
      expect(labels.map(({ title }) => title)).toEqual(record.lines.map(() => record.title));
    }
  });

  it('has the past as faint lines without heads or labels', () => {
    const drawn = past.filter(({ lines }) => lines.length > 0).map(({ id }) => id);
    expect(drawn.length).toBeGreaterThan(0);
    const faint = [...story.lines].flatMap(([id, { activity }]) => (activity === 'past' ? id : []));
    expect(sorted(faint)).toEqual(sorted(drawn));
    const isPast = (id: string) => past.some((record) => record.id === id);
    expect(signIds(story).filter(isPast)).toEqual([]);
    expect(lineLabels(story).filter(({ id }) => isPast(id))).toEqual([]);
  });

  it('has no past without the trail', () => {
    const bare = real(years(1999), { trail: false }).story;
    expect([...bare.lines.values()].filter(({ activity }) => activity === 'past')).toEqual([]);
    expect([...bare.places.values()].some((place) => place.past)).toBe(false);
    expect([...story.places.values()].some((place) => place.past)).toBe(true);
    expect(bare.signs).toEqual(story.signs);
    expect(bare.areas).toEqual(story.areas);
    expect(bare.labels).toEqual(story.labels);
  });

  it('leaves out what is moving, and nothing else', () => {
    const moving = onItsWay('incursion-batken-1999', 'geologists-kidnapped');
    const rest = real(years(1999), { moving }).story;
    expect(lineIds(story)).toContain('incursion-batken-1999');
    expect(lineIds(rest)).toEqual(lineIds(story).filter((id) => id !== 'incursion-batken-1999'));
    // What has no line cannot move: it stays where it is.
    expect(signIds(rest)).toEqual(signIds(story).filter((id) => id !== 'incursion-batken-1999'));
    expect(rest.areas).toEqual(story.areas);
    expect(lineLabels(rest).map(({ id }) => id)).not.toContain('incursion-batken-1999');
    expect(signLabels(rest)).toEqual(signLabels(story));
    // It is drawn apart, with the same head.
    const { heads } = movingAt(present, moving, 1);
    expect(heads).toEqual(story.signs.filter(({ id }) => id === 'incursion-batken-1999'));
  });

  it('draws a sign for each record at the place where it happens', () => {
    for (const sign of story.signs) {
      if (isHead(sign)) continue;
      const record = realIndex.records.get(sign.id);
      const place = record && realIndex.places.get(placesOf(record)[0] ?? '');
      expect(sign.at).toEqual(place?.point);
    }
  });

  it('has no two signs on each other', () => {
    const spots = story.signs
      .filter((sign) => !isHead(sign))
      .map(({ at, offset }) => JSON.stringify([at, offset]));
    expect(new Set(spots).size).toBe(spots.length);
  });

  it('keeps labels off every sign on a place, and names it where there is room', () => {
    const standing = story.signs.filter((sign) => !isHead(sign));
    const rooms = signLabels(story).map(({ id, offset }) => JSON.stringify([id, offset]));
    expect(sorted(rooms)).toEqual(
      sorted(standing.map(({ id, offset }) => JSON.stringify([id, offset]))),
    );
    for (const { id, title } of signLabels(story)) {
      expect(['', realIndex.records.get(id)?.title]).toContain(title);
    }
  });

  it('labels the places in which something happens as active', () => {
    const touched = sorted(present.flatMap(({ record }) => placesOf(record)));
    const active = placeLabels(story).filter((label) => label.active);
    expect(sorted(active.map(({ id }) => id))).toEqual(touched);
    expect(sorted(story.areas.keys())).toEqual(touched);
    expect(sorted([...story.places].flatMap(([id, place]) => (place.active ? id : [])))).toEqual(
      touched,
    );
    // What is more than a country is named only while something happens there.
    const named = realAtlas.places.filter(
      ({ id, precision }) => touched.includes(id) || precision !== 'supranational',
    );
    expect(placeLabels(story).map(({ id }) => id)).toEqual(named.map(({ id }) => id));
    expect(placeFeatures(realAtlas.places).features.length).toBe(
      realAtlas.places.filter(({ geometry }) => geometry.type === 'Point').length,
    );
  });

  it('tints the base in Tavildara as a base, and countries as vast', () => {
    expect(story.areas.get('tavildara-valley')).toEqual({
      group: 'base',
      certainty: 'certain',
      vast: false,
    });
    for (const [id, { vast }] of story.areas) {
      const precision = realIndex.places.get(id)?.precision ?? '';
      expect(vast, id).toBe(['country', 'supranational'].includes(precision));
    }
  });
});

it('every year of the atlas shows all that is present and has a place', () => {
  for (let year = 1979; year <= 2007; year += 1) {
    const { present, story } = real(years(year));
    const placed = present.filter(
      ({ record }) => record.lines.length > 0 || placesOf(record).length > 0,
    );
    expect(sorted(signIds(story)), String(year)).toEqual(
      sorted(placed.map(({ record }) => record.id)),
    );
  }
});

describe('activity on the map', () => {
  const places = [aPlace({ id: 'osh' }), aPlace({ id: 'wana', point: [69, 32] })];
  const line = [
    [70, 40],
    [69, 32],
  ];

  /** Every third record a movement with a line, every third one with an end only. */
  const drawn = (record: AtlasRecord, k: number): AtlasRecord => {
    if (k % 3 === 0) return { ...record, at: ['osh'] };
    const movement = { ...record, kind: 'movement', type: 'escape', to: ['wana'] } as const;
    return k % 3 === 1 ? { ...movement, from: ['osh'], lines: [line] } : movement;
  };

  it('is what the rule of core says, of random records in random windows', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(randomRecords, intervals(randomSpan.from, randomSpan.to), (random, window) => {
        const records = random.map(drawn);
        const index = indexAtlas(anAtlas({ places, records }));
        const story = storyOf(index, recordsIn(records, window), pastOf(records, window));
        for (const record of records) {
          const rule = record.spans.length ? activityOf(record.spans, window) : 'undated';
          seen.set(rule, (seen.get(rule) ?? 0) + 1);
          const isShown = rule === 'certain' || rule === 'possible';
          const isDrawn = record.lines.length > 0 && (isShown || rule === 'past');
          expect(story.lines.get(record.id)?.activity).toBe(isDrawn ? rule : undefined);
          const signs = story.signs.filter(({ id }) => id === record.id);
          expect(signs.map(({ icon, certainty }) => [icon, certainty])).toEqual(
            isShown ? [[signName(signOf(record, rule)), rule]] : [],
          );
          const labels = [...signLabels(story), ...lineLabels(story)];
          expect(labels.filter(({ id }) => id === record.id)).toHaveLength(isShown ? 1 : 0);
          for (const { order } of signLabels(story).filter(({ id }) => id === record.id)) {
            expect(order).toBe(rule === 'certain' ? 1 : 2);
          }
        }
        expect(sorted(story.areas.keys())).toEqual(
          sorted(
            records
              .filter(({ spans }) =>
                /certain|possible/.test(spans.length ? activityOf(spans, window) : ''),
              )
              .flatMap(placesOf),
          ),
        );
      }),
      { numRuns: 500 },
    );
    expect([...seen.keys()].sort()).toEqual(['certain', 'future', 'past', 'possible', 'undated']);
    for (const count of seen.values()) expect(count).toBeGreaterThan(20);
  });

  it('leaves out what is given as present but is past, to come or undated', () => {
    const record = aRecord({ at: ['osh'] });
    const index = indexAtlas(anAtlas({ places, records: [record] }));
    for (const activity of ['past', 'future', 'undated'] as const) {
      const story = storyOf(index, [{ record, activity }], []);
      expect(story.signs).toEqual([]);
      expect(story.lines.size).toBe(0);
      expect(signLabels(story)).toEqual([]);
      expect(story.areas.size).toBe(0);
    }
  });
});

describe('an area', () => {
  const certain = during(1999);
  const possible = during(1998, 2000);
  const make = {
    base: { kind: 'base', type: 'base', at: ['osh'] },
    event: { kind: 'event', type: 'bombing', at: ['osh'] },
    end: { kind: 'movement', type: 'incursion', to: ['osh'] },
  } as const;

  it.each([
    ['base certain', 'base certain'],
    ['event possible, base possible', 'base possible'],
    ['base possible, event certain', 'base possible'],
    ['event certain, base possible', 'base possible'],
    ['event possible, event certain', 'event certain'],
    ['event certain, event possible', 'event certain'],
    ['end certain, event possible', 'event possible'],
    ['end possible, end certain', 'end certain'],
  ] as const)('in which there is %s is tinted as %s', (there, expected) => {
    const records = there.split(', ').map((text, k) => {
      const [name, certainty] = text.split(' ');
      const shape = name === 'base' || name === 'event' ? make[name] : make.end;
      return aRecord({
        id: `r${k}`,
        ...shape,
        spans: [certainty === 'certain' ? certain : possible],
      });
    });
    const index = indexAtlas(anAtlas({ places: [aPlace({ id: 'osh' })], records }));
    const state = storyOf(index, recordsIn(records, years(1999)), []).areas.get('osh');
    expect(`${state?.group} ${state?.certainty}`).toBe(expected);
  });
});

describe('signs at one place', () => {
  const counts = Array.from({ length: 13 }, (_, k) => k + 1);

  it.each(counts)('%s of them stand apart, about the place', (n) => {
    const offsets = Array.from({ length: n }, (_, k) => signOffset(k, n));
    offsets.forEach(([x, y], k) => {
      for (const [otherX, otherY] of offsets.slice(k + 1)) {
        expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThanOrEqual(20);
      }
    });
    for (const row of new Set(offsets.map(([, y]) => y))) {
      const inRow = offsets.filter(([, y]) => y === row).map(([x]) => x);
      expect(inRow.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 9);
      expect(inRow.length).toBeLessThanOrEqual(4);
    }
    const rows = [...new Set(offsets.map(([, y]) => y))];
    expect(rows.reduce((sum, y) => sum + y, 0)).toBeCloseTo(0, 9);
  });

  it.each([
    [1, 'R'],
    [2, 'LR'],
    [3, 'L-R'],
    [4, 'L--R'],
    [5, 'L--R-'],
    [9, 'L--R-----'],
  ])('%s of them have their labels at the outer sides: %s', (n, sides) => {
    const letters = Array.from({ length: n }, (_, k) => labelSide(k, n)?.[0]?.toUpperCase() ?? '-');
    expect(letters.join('')).toBe(sides);
  });

  it('have labels beside them, and only where there is room', () => {
    const records = Array.from({ length: 6 }, (_, k) =>
      aRecord({ id: `r${k}`, at: ['osh'], spans: [during(1999)] }),
    );
    const index = indexAtlas(anAtlas({ places: [aPlace({ id: 'osh' })], records }));
    const story = storyOf(index, recordsIn(records, years(1999)), []);
    const signs: SignLabel[] = signLabels(story);
    expect(signs.map(({ title }) => title !== '')).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
    ]);
    for (const { title, side, offset, labelOffset } of signs) {
      if (title === '') continue;
      const [x] = labelOffset;
      const [signX] = offset;
      // In ems of 12 pixels, from the place: at least a sign's half away from the sign.
      expect(side === 'left' ? signX - x * 12 : x * 12 - signX).toBeGreaterThanOrEqual(10);
    }
    expect(placeLabels(story)[0]?.rows).toBe(2);
  });

  it('have one row of a place counted for up to four of them', () => {
    const { story } = real(years(1999));
    const labels: PlaceLabel[] = placeLabels(story);
    expect(labels.some(({ rows }) => rows > 0)).toBe(true);
    for (const { id: placeId, rows } of labels) {
      const here = story.signs.filter((sign) => {
        const record = realIndex.records.get(sign.id);
        return !isHead(sign) && record && placesOf(record)[0] === placeId;
      });
      expect(rows, placeId).toBe(Math.ceil(here.length / 4));
      expect(story.places.get(placeId)?.covered ?? false, placeId).toBe(here.length > 0);
    }
  });
});

describe('movementAt', () => {
  const record = aRecord({
    kind: 'movement',
    type: 'relocation',
    standing: 'inferred',
    spans: [span('1999-01-01')],
    lines: [
      [
        [70, 40],
        [70, 42],
      ],
      [
        [70, 40],
        [72, 40],
      ],
    ],
  });

  it.each([
    [0, 40],
    [0.5, 41],
    [1, 42],
    [undefined, 42],
  ])('has come %s of its way, on every line', (progress, lat) => {
    const { lines, heads } = movementAt(record, 'possible', progress);
    expect(lines).toHaveLength(2);
    expect(heads).toHaveLength(2);
    expect(heads[0]?.at[1]).toBeCloseTo(lat, 6);
    expect(lines[0]?.coordinates.at(-1)).toEqual(heads[0]?.at);
    expect(heads.map(({ bearing }) => Math.round(bearing ?? NaN))).toEqual([0, 89]);
    expect(lines.every(({ certainty }) => certainty === 'possible')).toBe(true);
    expect(heads[0]?.icon).toBe('relocation:possible:inferred:plain');
  });

  it('moves only what moves and is present', () => {
    const [other, past] = [
      { ...record, id: 'other' },
      { ...record, id: 'past' },
    ];
    const present: Standpoint[] = [
      { record, activity: 'certain' },
      { record: other, activity: 'certain' },
      { record: past, activity: 'past' },
    ];
    const { lines, heads } = movingAt(present, onItsWay(record.id, 'past'), 0.5);
    expect([...lines, ...heads].map(({ id }) => id)).toEqual(Array(4).fill(record.id));
  });

  it('of what has no line is nothing', () => {
    const still: Standpoint['record'] = aRecord({ at: ['osh'] });
    expect(movementAt(still, 'certain')).toEqual({ lines: [], heads: [] });
  });
});

describe('leaps', () => {
  const known = { kind: 'known', record: aRecord(), span: during(1999) } as const;
  const leap = (from: string, to: string) => ({ from, to, after: known, before: known });

  it('are straight lines from place to place, that cannot be selected', () => {
    const leaps = [leap('osh', 'kabul'), leap('osh', 'nowhere')];
    const { features } = gapFeatures(realIndex, leaps);
    expect(features.map(({ geometry }) => geometry.coordinates)).toEqual([
      ['osh', 'kabul'].map((id) => realIndex.places.get(id)?.point),
    ]);
    expect(features[0]?.properties).toEqual({});
  });
});
