/** Milliseconds after which what waits for a quiet moment is done all the same. */
const atLatest = 4000;

/**
 * Calls once the page has nothing more urgent to do, for what will be needed later.
 *
 * @returns how to stop
 */
export function whenIdle(call: () => void): () => void {
  // Safari has no such call.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(call, atLatest / 2);
    return () => clearTimeout(timer);
  }
  const id = requestIdleCallback(call, { timeout: atLatest });
  return () => cancelIdleCallback(id);
}
