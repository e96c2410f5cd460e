/** The app's own way, with no page around it: what a step costs the map alone. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { recordsIn, standpoint, type AtlasIndex } from '../../../src/lib/core/atlas';
import { intervalOf } from '../../../src/lib/core/window';
import { storyOf } from '../../../src/lib/map/features';
import { palettes } from '../../../src/lib/map/palette';
import { Surface } from '../../../src/lib/map/surface';
import { Rest } from '../../../src/lib/view/rest';

export function ownWay(map: MapLibreMap, index: AtlasIndex): (year: number) => void {
  const { records, span } = index.atlas;
  const surface = new Surface(map, palettes.light.story);
  const rest = new Rest();
  const none = { selected: [], hovered: [] };
  return (year) => {
    const interval = intervalOf({ kind: 'year', year }, span);
    const past = records.filter((record) => standpoint(record, interval).activity === 'past');
    const story = storyOf(index, recordsIn(records, interval), past);
    surface.showSigns(story.signs, false, () => undefined);
    surface.showRest(story, none, true);
    rest.wait(() => surface.showRest(story, none, false));
  };
}
