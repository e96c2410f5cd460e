/** What a reader is told if the map cannot be made, or stops. */

export interface Failure {
  readonly reason: string;
  /** Whether another try may help: not where the browser lacks what drawing needs. */
  readonly again: boolean;
}

/** MapLibre's words for a worker that could not be loaded, or that threw what it did not catch. */
const workerGone = /^Worker failed/;

/** Whether an error of a map that runs ends it; a picture that is missing does not. */
export function isFatal(error: { readonly message: string }): boolean {
  return workerGone.test(error.message);
}

/** Words for an error of loading, making or running the map. */
export function failureOf(error: unknown): Failure {
  // MapLibre's own errors are not always Errors.
  const has = typeof error === 'object' && error !== null && 'message' in error;
  const message = String(has ? error.message : error);
  if (/webgl/i.test(message)) return { reason: 'this browser offers no WebGL 2', again: false };
  if (workerGone.test(message)) return { reason: 'a part of it stopped', again: true };
  if (/import|fetch|load/i.test(message)) {
    return { reason: 'a part of it could not be loaded', again: true };
  }
  return { reason: message, again: true };
}
