/** Two maps that look at the same part of the world: whichever is moved takes the other along. */
import type { Map as MapLibreMap } from 'maplibre-gl';

function align(map: MapLibreMap, model: MapLibreMap): void {
  map.jumpTo({
    center: model.getCenter(),
    zoom: model.getZoom(),
    bearing: model.getBearing(),
    pitch: model.getPitch(),
  });
}

/** Links the cameras, the second beginning where the first is; returns how to part them. */
export function linkCameras(first: MapLibreMap, second: MapLibreMap): () => void {
  // A map that is taken along moves too, and must not take the other along in turn.
  let taken = false;
  const take = (map: MapLibreMap, model: MapLibreMap) => () => {
    if (taken) return;
    taken = true;
    align(map, model);
    taken = false;
  };
  const [takeSecond, takeFirst] = [take(second, first), take(first, second)];
  takeSecond();
  first.on('move', takeSecond);
  second.on('move', takeFirst);
  return () => {
    first.off('move', takeSecond);
    second.off('move', takeFirst);
  };
}
