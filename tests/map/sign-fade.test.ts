import { expect, test } from 'vitest';
import { SignFade } from '../../src/lib/map/sign-fade';
import type { PlacedSign } from '../../src/lib/map/signs';

const sign = (id: string, bearing?: number): PlacedSign => ({
  id,
  icon: 'icon',
  at: [70, 40],
  offset: [0, 0],
  bearing,
  certainty: 'certain',
});

/** The signs at a moment: "a 0.5"; without a number, as they stand. */
function shown(fade: SignFade, now: number): string[] {
  return fade.at(now).signs.map(({ id, opacity = 1 }) => (opacity === 1 ? id : `${id} ${opacity}`));
}

test('at once, where nothing plays', () => {
  const fade = new SignFade();
  fade.show([sign('a')], false, 0);
  fade.show([sign('b')], false, 0);
  expect(fade.at(0)).toEqual({ signs: [sign('b')], changes: false });
});

test('in a replay what comes appears, what goes fades below it, and what stays, stays', () => {
  const fade = new SignFade();
  fade.show([sign('stays'), sign('goes')], false, 0);
  fade.show([sign('stays'), sign('comes')], true, 1000);
  expect(shown(fade, 1000)).toEqual(['goes', 'stays', 'comes 0']);
  expect(shown(fade, 1150)).toEqual(['goes 0.5', 'stays', 'comes 0.5']);
  expect(fade.at(1150).changes).toBe(true);
  expect(fade.at(1300)).toEqual({ signs: [sign('stays'), sign('comes')], changes: false });
});

test('heads come on their way, and are gone at once', () => {
  const fade = new SignFade();
  fade.show([sign('old', 90)], false, 0);
  fade.show([sign('new', 90)], true, 0);
  expect(fade.at(0)).toEqual({ signs: [sign('new', 90)], changes: false });
});

test('what comes back while it fades is there once', () => {
  const fade = new SignFade();
  fade.show([sign('a')], false, 0);
  fade.show([], true, 0);
  fade.show([sign('a')], true, 150);
  expect(shown(fade, 300)).toEqual(['a 0.5']);
});

test('a pause shows what there is', () => {
  const fade = new SignFade();
  fade.show([sign('goes')], false, 0);
  fade.show([sign('comes')], true, 0);
  fade.show([sign('comes')], false, 100);
  expect(fade.at(100)).toEqual({ signs: [sign('comes')], changes: false });
});
