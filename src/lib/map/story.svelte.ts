/** The story as the map shows it: what explorer and replay say, worked out once per change. */
import { placesOf, standpoint } from '../core/atlas';
import type { AtlasRecord } from '../core/model';
import { leapsOf, whereabouts } from '../core/whereabouts';
import type { Moving } from '../core/underway';
import type { Explorer } from '../view/explorer.svelte';
import type { Playback } from '../view/playback.svelte';
import { storyOf, type Story } from './features';
import { gapFeatures } from './lines';
import { movingAt } from './signs';
import type { Marked } from './surface';

export class MapStory {
  readonly #explorer: Explorer;
  readonly #playback: Playback;

  /** The movements that are on their way in the scene that is playing. */
  get moving(): Moving {
    return this.#playback.moving;
  }

  readonly story: Story = $derived.by(() => {
    const { trail, records, interval, index, drawn, scene } = this.#explorer;
    // Within the year of a scene some have come and gone.
    const isPast = (record: AtlasRecord): boolean =>
      standpoint(record, interval).activity === 'past' || scene?.gone.has(record.id) === true;
    const past = trail ? records.filter(isPast) : [];
    return storyOf(index, drawn, past, this.moving);
  });

  /** What moves, as it stands at this moment of the scene. */
  readonly movement = $derived.by(() =>
    movingAt(this.#explorer.present, this.moving, this.moving.size ? this.#playback.progress : 1),
  );

  /** The gaps in the path of the actor who is followed, up to the window's end. */
  readonly gaps = $derived.by(() => {
    const { followed, atlas, index, interval } = this.#explorer;
    const leaps = followed ? leapsOf(whereabouts(atlas.records, followed.id)) : [];
    return gapFeatures(
      index,
      leaps.filter(({ before }) => before.span.earliestStart <= interval.to),
    );
  });

  /** A record is marked together with its places. */
  readonly marked: Marked = $derived.by(() => {
    const { selectedId, selectedRecord, hoveredIds } = this.#explorer;
    const around = selectedRecord ? placesOf(selectedRecord) : [];
    return {
      selected: selectedId === undefined ? [] : [selectedId, ...around],
      hovered: hoveredIds,
    };
  });

  constructor(explorer: Explorer, playback: Playback) {
    this.#explorer = explorer;
    this.#playback = playback;
  }
}
