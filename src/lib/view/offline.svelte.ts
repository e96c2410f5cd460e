/** The copy of the site for reading without a network, and whether a newer one waits. */

/** A page that stays open asks once an hour, when the reader comes back to it. */
const askEvery = 3_600_000;

/** Milliseconds after loading in which the map comes; the copy waits for it. */
const settling = 3000;

export class Offline {
  /** Whether a newer version is complete, and a reload would show it. */
  newer = $state(false);
  #registration: ServiceWorkerRegistration | undefined;
  #asked = 0;

  /**
   * Registers the service worker once the page has loaded, so that the copy takes nothing from the
   * reader's first view. Where workers are not to be had (no https, private windows, storage
   * blocked or full) the site works as it did, from the network.
   *
   * @param url the address of the service worker
   * @returns how to stop
   */
  start(url: string): () => void {
    const stop = new AbortController();
    const { signal } = stop;
    const register = (): void => {
      setTimeout(() => this.#register(url, signal).catch(() => undefined), settling);
    };
    if (!('serviceWorker' in navigator) || saves()) return () => undefined;
    if (document.readyState === 'complete') register();
    else window.addEventListener('load', register, { signal, once: true });
    document.addEventListener('visibilitychange', () => this.#ask(), { signal });
    return () => stop.abort();
  }

  /** Shows the newer version. The view stands in the address, so nothing of it is lost. */
  reload(): void {
    const waiting = this.#registration?.waiting;
    if (!waiting) {
      // Another tab has let it in already.
      location.reload();
      return;
    }
    const { serviceWorker } = navigator;
    serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('activate');
  }

  async #register(url: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { serviceWorker } = navigator;
    const registration = await serviceWorker.register(url, { updateViaCache: 'none' });
    // Undefined where a browser's tests or extensions keep workers out.
    if (signal.aborted || !registration) return;
    this.#registration = registration;
    this.#asked = Date.now();
    const watch = (worker: ServiceWorker | null): void => {
      worker?.addEventListener('statechange', () => this.#look(), { signal });
    };
    registration.addEventListener('updatefound', () => watch(registration.installing), { signal });
    watch(registration.installing);
    this.#look();
  }

  /** A worker that waits is newer than this page only if the page has one already. */
  #look(): void {
    if (this.#registration?.waiting && navigator.serviceWorker.controller) this.newer = true;
  }

  #ask(): void {
    // A clock that was set back asks sooner, never less often.
    const passed = Math.abs(Date.now() - this.#asked);
    if (!this.#registration || document.visibilityState !== 'visible' || passed < askEvery) return;
    this.#asked = Date.now();
    this.#registration.update().catch(() => undefined);
  }
}

/** Whether the reader asked for little traffic: then nothing is fetched that was not asked for. */
function saves(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
