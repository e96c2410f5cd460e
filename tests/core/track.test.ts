import { describe, expect, it } from 'vitest';
import { columnOf, onTrack } from '../../src/lib/core/track';

describe('the years of a track', () => {
  it('reach from the middle of the thumb at one end to that at the other', () => {
    expect(columnOf(29, 1000, 20)).toBe(35);
    expect(10 + 28 * columnOf(29, 1000, 20)).toBe(990);
  });

  it('are as wide as the thumb where there is only one', () => {
    expect(columnOf(1, 1000, 20)).toBe(20);
  });

  it('end where the track does, however few they are', () => {
    const column = columnOf(2, 1000, 20);
    expect([10 - column / 2, 10 + column / 2].map((x) => onTrack(x, 1000, 20))).toEqual([-10, 500]);
    expect(onTrack(990 + column / 2, 1000, 20)).toBe(1010);
  });
});
