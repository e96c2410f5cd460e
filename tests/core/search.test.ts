import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAtlas } from '../../src/lib/core/atlas';
import { buildSearch, type Result } from '../../src/lib/core/search';
import { realAtlas, realIndex } from '../real-atlas';

const search = buildSearch(realIndex);
const key = ({ kind, id }: Result) => `${kind} ${id}`;
const found = (query: string, limit?: number) => search.find(query, limit).map(key);
const hit = (query: string, wanted: string) =>
  search.find(query, 100).find((result) => key(result) === wanted);

describe('the first result', () => {
  it.each([
    // The names as the article has them, in all their spellings.
    ['Yuldeshev', 'actor yuldashev'],
    ['Yuldashev', 'actor yuldashev'],
    ['Tohir Yuldeshev', 'actor yuldashev'],
    ['Юлдашев', 'actor yuldashev'],
    ['Namagani', 'actor namangani'],
    ['Namangani', 'actor namangani'],
    ['Khojayev', 'actor namangani'],
    ['Rakhmonov', 'actor rahmonov'],
    ['Раҳмонов', 'actor rahmonov'],
    ['FATA', 'place fata'],
    ['tribal areas', 'place fata'],
    ['IMU', 'actor imu'],
    ['IMT', 'actor imu'],
    ['Leninabad', 'place sughd'],
    ['Batken', 'place batken-region'],
    ['tavildara', 'place tavildara-valley'],
    // Spellings that the atlas does not hold.
    ['Uldashev', 'actor yuldashev'],
    ['Yoldoshev', 'actor yuldashev'],
    ['Xojayev', 'actor namangani'],
    ['Ходжаев', 'actor namangani'],
    ['Masood', 'actor massoud'],
    ['rahmonof', 'actor rahmonov'],
    ['waziristn', 'place waziristan'],
    ['Kyrgistan', 'place kyrgyzstan'],
    ['afgan', 'place afghanistan'],
    ['binladen', 'actor bin-laden'],
    ['alqaeda', 'actor al-qaeda'],
    ['hizbut tahrir', 'actor hizb-ut-tahrir'],
    // Other scripts.
    ['Тавилдара', 'place tavildara-valley'],
    ['Наманган', 'place namangan'],
    ['Талибан', 'actor taliban'],
    ['طالبان', 'actor taliban'],
    ['كابل', 'place kabul'],
    ['中国', 'place china'],
    ["Farg'ona", 'place fergana-valley'],
    ['turkiye', 'place turkey'],
    // What happened.
    ['mayor of osh', 'record osh-mayor-seized'],
    ['climbers', 'record climbers-kidnapped'],
    ['yuldashev peshawar', 'record yuldashev-to-peshawar'],
    ['bombings 2004', 'record tashkent-bombings-2004'],
    ['Japanese geol', 'record geologists-kidnapped'],
    // While the name is being typed.
    ['yul', 'actor yuldashev'],
    ['pesh', 'place peshawar'],
    ['khoj', 'actor namangani'],
  ])('for %s is the %s', (query, first) => {
    expect(found(query)[0]).toBe(first);
  });
});

describe('the two Kara-Su', () => {
  const [valley, town] = ['place kara-su-valley', 'place kara-suu-town'];

  it.each(['karasu', 'Kara-Su', 'Карасу', 'kara su'])(
    'come with the valley first for %s',
    (query) => {
      expect(found(query).slice(0, 2)).toEqual([valley, town]);
    },
  );

  it.each(['Kara-Suu', 'kara suu', 'karasuu', 'Кара-Суу'])(
    'come with the town first for %s',
    (query) => {
      expect(found(query).slice(0, 2)).toEqual([town, valley]);
    },
  );

  it('are told apart by what is said of them, as is what happened there', () => {
    expect(hit('karasu', valley)?.detail).toMatch(
      /Batken.*four climbers were held in August 2000$/,
    );
    expect(hit('karasu', town)?.detail).toMatch(/north of Osh.*Kamalov was killed in 2006$/);
    expect(hit('Kara-Su', 'record climbers-kidnapped')?.detail).toBe(
      'kidnapping · August 2000, until 12 August · Kara-Su valley (Karavshin)',
    );
    expect(hit('Kara-Su', 'record kamalov-killed')?.detail).toBe(
      'killing · 7 August 2006 · Kara-Suu (town near Osh)',
    );
  });
});

describe('a result', () => {
  it('says by which other name it was found, with its language', () => {
    expect(hit('Ташкент', 'place tashkent')?.name).toEqual({ text: 'Ташкент', lang: 'ru' });
    expect(hit('Leninabad', 'place sughd')?.name).toEqual({ text: 'Leninabad' });
    expect(hit('Tashkent', 'place tashkent')).not.toHaveProperty('name');
    // The title says it already.
    expect(hit('Namangani', 'actor namangani')).not.toHaveProperty('name');
  });

  it('keeps a place and a state of one name apart, the place first', () => {
    expect(found('Russia').slice(0, 2)).toEqual(['place russia', 'actor russia']);
    expect(found('Japan').slice(0, 2)).toEqual(['place japan', 'actor japan']);
  });

  it('is of a record too where only its people or places are so called', () => {
    expect(found('Khojayev')).toContain('record namangani-returns');
    expect(found('Ташкент')).toContain('record tashkent-bombings-1999');
  });

  it('comes for every title of the atlas, and first for every place and actor', () => {
    for (const { id, title } of realAtlas.places) expect(found(title)[0]).toBe(`place ${id}`);
    for (const { id, title } of realAtlas.records) expect(found(title)[0]).toBe(`record ${id}`);
    for (const { id, name } of realAtlas.actors) {
      expect(found(name).slice(0, 2)).toContain(`actor ${id}`);
    }
  });
});

describe('the results', () => {
  it('are none for nothing, signs alone and what is nowhere', () => {
    for (const query of ['', '  ', '?!', 'zzzz', 'Atlantis', 'Osh Atlantis']) {
      expect(found(query)).toEqual([]);
    }
  });

  it('leave out what only resembles a thing that is called just so', () => {
    expect(found('Namagani')).not.toContain('place namangan');
    expect(found('Osh')).not.toContain('place wana');
  });

  it('take a number as it is meant', () => {
    expect(found('bombings 2004')).not.toContain('record tashkent-bombings-1999');
    expect(found('1999', 100)).not.toContain('record us-designation');
  });

  it('keep to the limit, with half of it for one kind at most while others have something', () => {
    for (const query of ['namangani', 'afghanistan', 'imu', 'k', 't']) {
      const kinds = search.find(query, 8).map(({ kind }) => kind);
      expect(kinds).toHaveLength(8);
      expect(kinds.filter((kind) => kind === 'record').length).toBeLessThanOrEqual(4);
    }
    expect(search.find('withdrawal', 1)).toHaveLength(1);
  });

  it('are the same however often the atlas is indexed or asked', () => {
    const again = buildSearch(indexAtlas(realAtlas));
    again.prepare();
    for (const query of ['a', 'kar', 'taliban', '1999', 'namangany']) {
      expect(again.find(query)).toEqual(search.find(query));
    }
  });

  it('come for whatever is typed, each of them once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (query) => {
        const keys = found(query);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
