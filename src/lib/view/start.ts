/** What a link asks for once, when it is opened: colours, speed, and that the replay start. */
import type { View } from './link';
import type { Playback } from './playback.svelte';
import type { Theme } from './theme.svelte';

/** Does so. The address does not hold it any longer once the reader moves on. */
export function startAs(view: View, playback: Playback, theme: Theme): void {
  if (view.theme) theme.show(view.theme);
  if (view.speed) playback.speed = view.speed;
  if (view.play) playback.play();
}
