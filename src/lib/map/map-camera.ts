/** Where a map looks, as the explorers and links say it, and as MapLibre does. */
import type { JumpToOptions, Map as MapLibreMap } from 'maplibre-gl';
import type { Box } from '../view/box';
import { formatCamera, type Camera } from '../view/camera';

/** The map's camera. */
export function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return {
    zoom: map.getZoom(),
    lat,
    lon: lng,
    bearing: map.getBearing(),
    pitch: map.getPitch(),
  };
}

/** The same for MapLibre. */
export function cameraOptions({ lon, lat, zoom, bearing, pitch }: Camera): JumpToOptions {
  return { center: [lon, lat], zoom, bearing, pitch };
}

/** Looks where a camera says, unless the map is moving, or looks there already. */
export function follow(map: MapLibreMap, camera: Camera): void {
  if (map.isMoving() || formatCamera(cameraOf(map)) === formatCamera(camera)) return;
  map.jumpTo(cameraOptions(camera));
}

/** What it shows: west, south, east and north, in degrees. */
export function boundsOf(map: MapLibreMap): Box {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}
