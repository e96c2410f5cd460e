import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firmStandings, noFilter } from '../../src/lib/core/filter';
import { groupOf } from '../../src/lib/core/group';
import { scenes } from '../../src/lib/core/replay';
import { activityOf, FOREVER } from '../../src/lib/core/span';
import { formatWindow, parseWindow, type Window } from '../../src/lib/core/window';
import { Explorer } from '../../src/lib/view/explorer.svelte';
import { formatLink, parseLink } from '../../src/lib/view/link';
import { anAtlas, aPlace, aRecord, during, span, years } from '../core/records';
import { realAtlas } from '../real-atlas';

const atlas = anAtlas({
  places: [aPlace({ id: 'osh' })],
  records: [
    aRecord({ id: 'old', spans: [span('1985-01-01', '1991-03-05')] }),
    aRecord({ id: 'base', kind: 'base', type: 'base', spans: [during(1994, 1996)] }),
    aRecord({ id: 'may', standing: 'claimed', spans: [span('1995-05-01', '1995-05-02')] }),
    aRecord({ id: 'last', spans: [during(1998)] }),
    aRecord({ id: 'undated' }),
  ],
});

const explorer = () => new Explorer(atlas);

function window(text: string): Window {
  const read = parseWindow(text);
  if (!read) throw new Error(`no window: ${text}`);
  return read;
}

const shown = ({ present }: Explorer) => present.map(({ record }) => record.id);
const at = (it: Explorer) => formatWindow(it.window);

/** How often the change was a step of its own. */
function stepped(it: Explorer, change: () => void): boolean {
  const before = it.lastStep;
  change();
  return it.lastStep !== before;
}

describe('a new explorer', () => {
  it('opens with what the atlas opens with', () => {
    const it = explorer();
    expect(at(it)).toBe('1995');
    expect(it.interval).toEqual(years(1995));
    expect(shown(it)).toEqual(['base', 'may']);
    expect(it.trail).toBe(true);
    expect(it.filter).toEqual(noFilter);
    expect(it.selectedId).toBeUndefined();
    expect(it.scene).toBeUndefined();
  });

  it('opens with everything where the opening cannot be read', () => {
    const it = new Explorer({ ...atlas, opening: { ...atlas.opening, date: 'soon' } });
    expect(at(it)).toBe('all');
    expect(it.interval).toEqual(atlas.span);
  });

  it('opens the atlas in 1999, with what holds or may hold then', () => {
    const it = new Explorer(realAtlas);
    expect(at(it)).toBe('1999');
    expect(shown(it)).toEqual(
      realAtlas.records
        .filter(({ spans }) =>
          ['certain', 'possible'].includes(spans.length ? activityOf(spans, years(1999)) : ''),
        )
        .map(({ id }) => id),
    );
  });
});

describe('the window', () => {
  it('is a step where it changes, unless it replaces', () => {
    const it = explorer();
    expect(stepped(it, () => it.setWindow(window('1996')))).toBe(true);
    expect(stepped(it, () => it.setWindow(window('1997'), 'replace'))).toBe(false);
    expect(at(it)).toBe('1997');
    expect(stepped(it, () => it.setWindow(window('1997')))).toBe(false);
  });

  it.each([
    ['1990', ['old']],
    ['1995-05', ['base', 'may']],
    ['1995-06', ['base']],
    ['1996/1998', ['base', 'last']],
    ['all', ['old', 'base', 'may', 'last']],
  ])('%s holds %j', (text, ids) => {
    const it = explorer();
    it.setWindow(window(text));
    expect(shown(it)).toEqual(ids);
  });
});

describe('a window outside of the atlas', () => {
  it.each(['1850', '2050', '2010/2020'])(
    'holds nothing in %s, though something has no end',
    (text) => {
      const open = aRecord({
        id: 'open',
        spans: [{ ...span('1996-01-01'), earliestEnd: FOREVER, latestEnd: FOREVER }],
      });
      const it_ = new Explorer({ ...atlas, records: [...atlas.records, open] });
      it_.setWindow(window('1999'));
      expect(shown(it_)).toContain('open');
      it_.setWindow(window(text));
      expect(it_.isOutside).toBe(true);
      expect(shown(it_)).toEqual([]);
      it_.select('open');
      expect(at(it_)).toBe('1996');
    },
  );

  it('is not one that reaches into it', () => {
    const it_ = explorer();
    it_.setWindow(window('1998/2050'));
    expect(it_.isOutside).toBe(false);
    expect(shown(it_)).toContain('last');
  });
});

describe('selecting', () => {
  it('selects a record or a place, or nothing', () => {
    const it = explorer();
    it.select('may');
    expect(it.selectedRecord?.id).toBe('may');
    expect(it.selectedPlace).toBeUndefined();
    it.select('osh');
    expect(it.selectedRecord).toBeUndefined();
    expect(it.selectedPlace?.id).toBe('osh');
    it.select(undefined);
    expect(it.selectedId).toBeUndefined();
  });

  it('ignores unknown ids', () => {
    const it = explorer();
    it.select('may');
    expect(stepped(it, () => it.select('nowhere', { focus: true }))).toBe(false);
    expect(it.selectedId).toBe('may');
    expect(it.focus).toBeUndefined();
    it.select('constructor');
    expect(it.selectedId).toBe('may');
  });

  it('is a step, but for what is selected already', () => {
    const it = explorer();
    expect(stepped(it, () => it.select('may'))).toBe(true);
    expect(stepped(it, () => it.select('may'))).toBe(false);
    expect(stepped(it, () => it.select(undefined))).toBe(true);
  });

  it('brings what is selected back into time, as a step', () => {
    const it = explorer();
    it.select('last');
    it.setWindow(window('1995'));
    expect(stepped(it, () => it.select('last', { focus: true }))).toBe(true);
    expect(at(it)).toBe('1998');
    expect(it.selectedId).toBe('last');
  });

  it('asks the map for what is selected, each time anew', () => {
    const it = explorer();
    it.select('may', { focus: true });
    const first = it.focus;
    expect(first).toEqual({ ids: ['may'] });
    it.select('may', { focus: true });
    expect(it.focus).toEqual(first);
    expect(it.focus).not.toBe(first);
    it.select('osh');
    expect(it.focus?.ids).toEqual(['may']);
  });

  it.each([
    // window, selected, window then
    ['1995', 'may', '1995'],
    ['1995', 'last', '1998'],
    ['1995-06', 'may', '1995-05'],
    ['1995-06', 'base', '1995-06'],
    ['1996/1998', 'may', '1995'],
    ['1994/1996', 'may', '1994/1996'],
    ['1995-05-02', 'may', '1995-05-02'],
    ['1995-05-03', 'may', '1995'],
    ['all', 'may', 'all'],
    ['1995', 'undated', '1995'],
    ['1995', 'osh', '1995'],
    // It began before the atlas: its first year that the slider has.
    ['1995', 'old', '1990'],
    ['1995-06', 'old', '1990-01'],
  ])('in %s, of %s: time is %s', (from, id, to) => {
    const it = explorer();
    it.setWindow(window(from));
    it.select(id);
    expect(at(it)).toBe(to);
    expect(it.selectedId).toBe(id);
  });

  it('shows every dated record of the atlas that is selected, from any year', () => {
    for (const year of ['1979', '1999', '2007', '1999-10', '1995/1998']) {
      for (const record of realAtlas.records.filter(({ spans }) => spans.length > 0)) {
        const it = new Explorer(realAtlas);
        it.setWindow(window(year));
        it.select(record.id);
        expect(shown(it), `${record.id} in ${year}`).toContain(record.id);
      }
    }
  });

  it('moves time to one of several spans only where none holds', () => {
    const twice = aRecord({ id: 'twice', spans: [during(1992), during(1997)] });
    const it = new Explorer({ ...atlas, records: [twice] });
    it.setWindow(window('1997'));
    it.select('twice');
    expect(at(it)).toBe('1997');
    it.select(undefined);
    it.setWindow(window('1995'));
    it.select('twice');
    expect(at(it)).toBe('1992');
  });
});

describe('a scene', () => {
  const all = scenes(atlas.records, atlas.span);
  const beforeMay = all.find(
    ({ window: { year }, present }) => year === 1994 && present.has('base'),
  );
  const scene = all.find(({ starts }) => starts.includes('may'));
  if (!scene || !beforeMay) throw new Error('no scene');

  it('shows its year, and of that only what has begun', () => {
    const it = explorer();
    expect(stepped(it, () => it.showScene({ ...scene, present: new Set(['base']) }))).toBe(false);
    expect(at(it)).toBe('1995');
    expect(shown(it)).toEqual(['base']);
    it.showScene(scene);
    expect(shown(it)).toEqual(['base', 'may']);
  });

  it('ends when the reader moves time, even to the same year', () => {
    const it = explorer();
    it.showScene({ ...scene, present: new Set() });
    expect(shown(it)).toEqual([]);
    it.setWindow(window('1995'));
    expect(it.scene).toBeUndefined();
    expect(shown(it)).toEqual(['base', 'may']);
  });

  it('stays for what it shows, and ends for what is selected beyond it', () => {
    const it = explorer();
    it.showScene({ ...scene, present: new Set(['base']) });
    it.select('base');
    expect(it.scene).toBeDefined();
    it.select('may');
    expect(it.scene).toBeUndefined();
    expect(at(it)).toBe('1995');
    it.showScene(beforeMay);
    it.select('last');
    expect(it.scene).toBeUndefined();
    expect(at(it)).toBe('1998');
  });
});

describe('the filter', () => {
  it('leaves out what does not pass, in time and on the map', () => {
    const it = explorer();
    expect(stepped(it, () => it.setFilter({ groups: ['base'] }))).toBe(true);
    expect(shown(it)).toEqual(['base']);
    expect(it.records.map(({ id }) => id)).toEqual(['base']);
    expect(it.held.map(({ record }) => record.id)).toEqual(['base', 'may']);
    it.setFilter({ groups: noFilter.groups, standings: firmStandings });
    expect(shown(it)).toEqual(['base']);
    it.setFilter({ standings: noFilter.standings, certain: true });
    expect(shown(it)).toEqual(['may']);
  });

  it('changes only what it is given', () => {
    const it = explorer();
    it.setFilter({ certain: true });
    it.setFilter({ groups: ['event'] });
    expect(it.filter).toEqual({ ...noFilter, certain: true, groups: ['event'] });
  });

  it('does not stop a record in the window from being selected, or move time for it', () => {
    const it = explorer();
    it.setFilter({ groups: ['base'] });
    it.select('may');
    expect(it.selectedId).toBe('may');
    expect(at(it)).toBe('1995');
  });

  it('narrows to an actor or a place of the atlas, and ignores others', () => {
    const it = new Explorer(realAtlas);
    it.setWindow({ kind: 'all' });
    it.setFilter({ actor: 'namangani' });
    expect(it.followed?.name).toBe('Juma Namangani');
    expect(it.present.length).toBeGreaterThan(0);
    expect(it.present.every(({ record }) => record.actors.includes('namangani'))).toBe(true);
    it.setFilter({ actor: 'nobody', place: 'wana' });
    expect(it.filter).toEqual({ ...noFilter, place: 'wana' });
    expect(shown(it)).toEqual(['wana-conflict']);
    it.setFilter({ place: 'nowhere' });
    expect(it.filter).toEqual(noFilter);
  });

  it('shows each group of the atlas alone', () => {
    const it = new Explorer(realAtlas);
    for (const group of noFilter.groups) {
      it.setFilter({ groups: [group] });
      expect(it.present.length).toBeGreaterThan(0);
      expect([...new Set(it.present.map(({ record }) => groupOf(record)))]).toEqual([group]);
    }
  });
});

describe('the list', () => {
  const listed = ({ listed: rows }: Explorer) => rows.map(({ record }) => record.id);

  it('is what is present, or only what the map shows of it', () => {
    const it = new Explorer(realAtlas);
    expect(listed(it)).toEqual(shown(it));
    it.viewBounds = [69, 41, 69.5, 41.5];
    expect(listed(it)).toEqual(shown(it));
    it.onlyInView = true;
    expect(listed(it)).toContain('tashkent-bombings-1999');
    expect(listed(it)).not.toContain('geologists-kidnapped');
    it.viewBounds = [0, 0, 1, 1];
    expect(listed(it)).toEqual([]);
  });
});

describe('what else the reader chooses', () => {
  it('is a step each time', () => {
    const it = explorer();
    expect(stepped(it, () => it.setTrail(false))).toBe(true);
    expect(it.trail).toBe(false);
    expect(stepped(it, () => it.setLayout('table'))).toBe(true);
    expect(it.layout).toBe('table');
    expect(stepped(it, () => it.setShowsUndated(false))).toBe(true);
    expect(it.showsUndated).toBe(false);
  });

  it('lists the undated in any window, but not in a replay, or among the certain', () => {
    const it = explorer();
    const undated = () => it.undated.map(({ id }) => id);
    for (const text of ['1995', '1990-01', 'all']) {
      it.setWindow(window(text));
      expect(undated()).toEqual(['undated']);
    }
    it.setFilter({ certain: true });
    expect(undated()).toEqual([]);
    it.setFilter({ certain: false, groups: ['base'] });
    expect(undated()).toEqual([]);
    it.setFilter(noFilter);
    it.setShowsUndated(false);
    expect(undated()).toEqual([]);
    it.setShowsUndated(true);
    it.showScene(scenes(atlas.records, atlas.span)[0] ?? never());
    expect(undated()).toEqual([]);
  });
});

describe('opening a view', () => {
  it('takes all of it over', () => {
    const it = explorer();
    const map = { zoom: 6, lat: 40, lon: 70, bearing: 0, pitch: 0 };
    const view = parseLink(
      '#date=1996/1998&sel=last&kinds=event&standing=claimed&certain=1&trail=0',
    );
    it.open({ ...view, map });
    expect(it.camera).toEqual(map);
    expect(at(it)).toBe('1996/1998');
    expect(it.selectedId).toBe('last');
    expect(it.trail).toBe(false);
    expect(it.filter).toMatchObject({ groups: ['event'], standings: ['claimed'], certain: true });
    expect(it.focus).toBeUndefined();
    expect(it.view).toMatchObject({ ...view, map });
  });

  it('goes back to the defaults for what it leaves out', () => {
    const it = explorer();
    it.open(parseLink('#6/40/70'));
    it.open(parseLink('#date=1998&sel=last&kinds=none&standing=none&certain=1&trail=0'));
    it.showScene(scenes(atlas.records, atlas.span)[0] ?? never());
    it.open({});
    expect(at(it)).toBe('1995');
    expect(it.selectedId).toBeUndefined();
    expect(it.trail).toBe(true);
    expect(it.filter).toEqual(noFilter);
    expect(it.camera).toBeUndefined();
    expect(it.scene).toBeUndefined();
    expect(it.focus).toEqual({ ids: [] });
  });

  it('drops a selection that is gone, and keeps the rest', () => {
    const it = explorer();
    it.open(parseLink('#date=1998&sel=gone'));
    expect(it.selectedId).toBeUndefined();
    expect(at(it)).toBe('1998');
  });

  it('moves time to the selection where the link has no date, and not where it has', () => {
    const it = explorer();
    it.open({ sel: 'last' });
    expect(at(it)).toBe('1998');
    expect(it.focus).toEqual({ ids: ['last'] });
    it.open(parseLink('#date=1992&sel=last'));
    expect(at(it)).toBe('1992');
  });

  it.each([
    '#date=1995',
    '#date=1996/1998&sel=last',
    '#map=6/40/70&date=all&sel=osh&trail=0',
    '#date=1995-05-02&kinds=base,event&standing=none&certain=1',
  ])('and writing it again gives the same link: %s', (link) => {
    const it = explorer();
    it.open(parseLink(link));
    expect(formatLink(it.view)).toBe(link);
  });

  it('always writes the date, since what an atlas opens with may change', () => {
    const it = explorer();
    it.open({});
    expect(formatLink(it.view)).toBe('#date=1995');
  });
});

function never(): never {
  throw new Error('not reached');
}

describe('time that passes', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const read = ({ reading }: Explorer) => [
    formatWindow(reading.window),
    ...reading.listed.map(({ record }) => record.id),
  ];

  it('is shown at once, and read when it rests', () => {
    const it = explorer();
    it.passTo(window('1990'), 'push');
    it.passTo(window('1998'), 'replace');
    expect([at(it), ...shown(it)]).toEqual(['1998', 'last']);
    expect(it.passing).toBe(true);
    expect(read(it)).toEqual(['1995', 'base', 'may']);
    vi.runAllTimers();
    expect(it.passing).toBe(false);
    expect(read(it)).toEqual(['1998', 'last']);
  });

  it.each<[string, (it: Explorer) => void, string[]]>([
    ['another window', (it) => it.setWindow(window('1990')), ['1990', 'old']],
    ['a selection', (it) => it.select('last'), ['1998', 'last']],
    ['a filter', (it) => it.setFilter({ certain: true }), ['1998', 'last']],
    ['a link', (it) => it.open({ date: window('1990') }), ['1990', 'old']],
    [
      'a scene',
      (it) => it.showScene(scenes(atlas.records, atlas.span)[0] ?? never()),
      ['1990', 'old'],
    ],
  ])('ends with %s', (_name, act, expected) => {
    const it = explorer();
    it.passTo(window('1998'), 'push');
    act(it);
    expect(it.passing).toBe(false);
    expect(read(it)).toEqual(expected);
    vi.runAllTimers();
    expect(read(it)).toEqual(expected);
  });
});
