/** Light or dark: the reader's choice, which is remembered, or else the system's. */
import { MediaQuery } from 'svelte/reactivity';

export const themeChoices = ['system', 'light', 'dark'] as const;
type ThemeChoice = (typeof themeChoices)[number];

const key = 'trackway:theme';

/** Storage may be blocked or full: the choice then lasts as long as the page. */
function remembered(): ThemeChoice {
  try {
    const found = localStorage.getItem(key);
    return themeChoices.find((choice) => choice === found) ?? 'system';
  } catch {
    return 'system';
  }
}

export class Theme {
  readonly #dark = new MediaQuery('prefers-color-scheme: dark');
  #choice = $state<ThemeChoice>('system');
  /** What is shown. */
  readonly shown: 'light' | 'dark' = $derived.by(() =>
    this.#choice === 'system' ? (this.#dark.current ? 'dark' : 'light') : this.#choice,
  );

  /**
   * Takes up what was remembered, and what is chosen in another tab from now on; call it once the
   * page runs. Returns how to stop.
   */
  recall(): () => void {
    this.show(remembered());
    const changed = (event: StorageEvent): void => {
      if (event.key === key) this.show(remembered());
    };
    window.addEventListener('storage', changed);
    return () => window.removeEventListener('storage', changed);
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  set choice(choice: ThemeChoice) {
    this.show(choice);
    try {
      localStorage.setItem(key, choice);
    } catch {
      // Not remembered, but chosen all the same.
    }
  }

  /** Shows a choice as long as the page lasts, without remembering it. */
  show(choice: ThemeChoice): void {
    this.#choice = choice;
    const root = document.documentElement;
    if (choice === 'system') delete root.dataset.theme;
    else root.dataset.theme = choice;
  }
}
