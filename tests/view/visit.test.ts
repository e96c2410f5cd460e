import { describe, expect, it } from 'vitest';
import { parseWindow } from '../../src/lib/core/window';
import { Explorer } from '../../src/lib/view/explorer.svelte';
import { visit } from '../../src/lib/view/visit';
import { realAtlas } from '../real-atlas';

function at(date: string): Explorer {
  const explorer = new Explorer(realAtlas);
  const window = parseWindow(date);
  if (window) explorer.setWindow(window);
  return explorer;
}

const present = (explorer: Explorer): string[] => explorer.present.map(({ record }) => record.id);

describe('going to what was found', () => {
  it('goes to the time of a record, and opens it', () => {
    const explorer = at('1999');
    visit(explorer, { kind: 'record', id: 'kamalov-killed' });
    expect(explorer.window).toEqual({ kind: 'year', year: 2006 });
    expect(explorer.selectedRecord?.id).toBe('kamalov-killed');
    expect(explorer.focus?.ids).toEqual(['kamalov-killed']);
  });

  it('stays in a window that holds it', () => {
    const explorer = at('all');
    visit(explorer, { kind: 'record', id: 'kamalov-killed' });
    expect(explorer.window).toEqual({ kind: 'all' });
  });

  it('goes to the first record of a place of which the window tells nothing', () => {
    const explorer = at('1999');
    visit(explorer, { kind: 'place', id: 'kara-suu-town' });
    expect(explorer.selectedPlace?.id).toBe('kara-suu-town');
    expect(present(explorer)).toContain('kamalov-killed');
    visit(explorer, { kind: 'place', id: 'osh' });
    expect(explorer.selectedPlace?.id).toBe('osh');
  });

  it('follows an actor and opens the card, at a time that tells of them', () => {
    const explorer = at('2006');
    visit(explorer, { kind: 'actor', id: 'namangani' });
    expect(explorer.followed?.id).toBe('namangani');
    expect(explorer.selectedActor?.id).toBe('namangani');
    expect(explorer.selectedRecord).toBeUndefined();
    expect(explorer.present.length).toBeGreaterThan(0);
    for (const { record } of explorer.present) expect(record.actors).toContain('namangani');
  });

  it('lets a filter go that hides it, and keeps one that does not', () => {
    const explorer = at('1999');
    explorer.setFilter({ groups: ['base'] });
    visit(explorer, { kind: 'record', id: 'tashkent-bombings-1999' });
    expect(present(explorer)).toContain('tashkent-bombings-1999');
    explorer.setFilter({ groups: ['event'] });
    visit(explorer, { kind: 'record', id: 'kamalov-killed' });
    expect(explorer.filter.groups).toEqual(['event']);
  });

  it('shows what is only possible to a reader who asked for what is certain', () => {
    const explorer = at('1999');
    const possible = explorer.held.find(({ activity }) => activity === 'possible');
    explorer.setFilter({ certain: true });
    visit(explorer, { kind: 'record', id: possible?.record.id ?? '' });
    expect(present(explorer)).toContain(possible?.record.id);
  });
});

describe('the card of an actor', () => {
  it('takes the place of a selection, and gives way to one', () => {
    const explorer = at('1999');
    explorer.select('osh');
    explorer.selectActor('yuldashev');
    expect([explorer.selectedId, explorer.view.sel, explorer.view.who]).toEqual([
      undefined,
      undefined,
      'yuldashev',
    ]);
    explorer.select('osh');
    expect(explorer.selectedActor).toBeUndefined();
    explorer.selectActor('nobody');
    expect(explorer.selectedPlace?.id).toBe('osh');
    explorer.selectActor('yuldashev');
    explorer.select(undefined);
    expect(explorer.detailed).toBeUndefined();
  });

  it('is in the link, where nothing else is selected', () => {
    const explorer = at('1999');
    explorer.open({ who: 'russia' });
    expect(explorer.selectedActor?.kind).toBe('state');
    // A state and a place share the id.
    explorer.open({ who: 'russia', sel: 'russia' });
    expect(explorer.selectedActor).toBeUndefined();
    expect(explorer.selectedPlace?.id).toBe('russia');
    explorer.open({ who: 'nobody' });
    expect(explorer.detailed).toBeUndefined();
  });
});

describe('a link without a map position', () => {
  it('shows what it is narrowed to', () => {
    const explorer = at('1999');
    explorer.open({ actor: 'yuldashev', date: { kind: 'year', year: 1996 } });
    expect(explorer.focus?.ids).toEqual(['peshawar-base']);
    explorer.open({ actor: 'yuldashev', sel: 'osh' });
    expect(explorer.focus?.ids).toEqual(['osh']);
    explorer.open({});
    expect(explorer.focus?.ids).toEqual([]);
  });
});
