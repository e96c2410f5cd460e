import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Rest, restAfter } from '../../src/lib/view/rest';

let frames: (() => void)[];
const frame = (): void => {
  for (const call of frames.splice(0)) call();
};

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => frames.push(call));
  vi.stubGlobal('cancelAnimationFrame', (id: number) => {
    frames[id - 1] = () => undefined;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a rest', () => {
  it('begins once the step is drawn, however slow the frames are', () => {
    const call = vi.fn();
    new Rest().wait(call);
    vi.advanceTimersByTime(10 * restAfter);
    frame();
    vi.advanceTimersByTime(10 * restAfter);
    frame();
    vi.advanceTimersByTime(restAfter - 1);
    expect(call).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(call).toHaveBeenCalledOnce();
  });

  it.each([0, 1, 2])('is put off by what waits anew after %i frames', (drawn) => {
    const [before, after] = [vi.fn(), vi.fn()];
    const rest = new Rest();
    rest.wait(before);
    for (let k = 0; k < drawn; k += 1) frame();
    vi.advanceTimersByTime(restAfter - 1);
    rest.wait(after);
    frame();
    vi.advanceTimersByTime(10 * restAfter);
    expect(after).not.toHaveBeenCalled();
    frame();
    vi.advanceTimersByTime(restAfter);
    frame();
    frame();
    vi.advanceTimersByTime(restAfter);
    expect(before).not.toHaveBeenCalled();
    expect(after).toHaveBeenCalledOnce();
  });

  it('is asked for no frame by each change: the watch that runs sees them all', () => {
    const asked = vi.spyOn(globalThis, 'requestAnimationFrame');
    const [rest, call] = [new Rest(), vi.fn()];
    for (let k = 0; k < 10; k += 1) {
      rest.wait(call);
      vi.advanceTimersByTime(1);
    }
    expect(asked).toHaveBeenCalledOnce();
    frame();
    frame();
    vi.advanceTimersByTime(restAfter);
    frame();
    frame();
    // What is left of the while since the last change: nothing.
    vi.advanceTimersByTime(0);
    expect(call).toHaveBeenCalledOnce();
  });

  it('waits anew once stopped, and after it has come', () => {
    const call = vi.fn();
    const rest = new Rest();
    for (const end of [() => rest.stop(), () => vi.runAllTimers()]) {
      rest.wait(vi.fn());
      frame();
      frame();
      end();
    }
    rest.wait(call);
    frame();
    frame();
    vi.runAllTimers();
    expect(call).toHaveBeenCalledOnce();
  });

  it('does not come once stopped', () => {
    const call = vi.fn();
    const rest = new Rest();
    rest.wait(call);
    rest.stop();
    frame();
    frame();
    vi.runAllTimers();
    expect(call).not.toHaveBeenCalled();
  });
});
