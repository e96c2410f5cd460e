import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightAt, restBeside, restNear, rests } from '../../src/lib/view/sheet';

describe('the heights of the rests', () => {
  it('rise, and stay within the room, however little of it there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (room) => {
        const [peek = NaN, half = NaN, full = NaN] = rests.map((rest) => heightAt(rest, room));
        expect(0 <= peek && peek <= half && half <= full && full === room).toBe(true);
      }),
    );
  });
});

describe('a sheet that is let go', () => {
  it('at a rest stays there', () => {
    for (const rest of rests) expect(restNear(heightAt(rest, 600), 600)).toBe(rest);
  });

  it.each([
    [120, 0, 'peek'],
    [220, 0, 'half'],
    [420, 0, 'half'],
    [470, 0, 'full'],
    // Flicked, it goes on.
    [300, 1.5, 'full'],
    [300, -1.5, 'peek'],
    [120, 0.6, 'half'],
  ])('at %d pixels of 600, rising %d a millisecond, goes to %s', (height, speed, rest) => {
    expect(restNear(height, 600, speed)).toBe(rest);
  });
});

it('steps to the rest beside, and no further than the ends', () => {
  expect(restBeside('peek', 1)).toBe('half');
  expect(restBeside('half', 1)).toBe('full');
  expect(restBeside('full', 1)).toBe('full');
  expect(restBeside('half', -1)).toBe('peek');
  expect(restBeside('peek', -1)).toBe('peek');
});
